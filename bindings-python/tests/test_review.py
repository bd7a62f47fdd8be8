"""Pairs judged by a person, in a browser by the keyboard alone."""

import itertools
import os
import shutil
import threading
from pathlib import Path

import pytest

import hoten
from hoten.review import Review
from hoten.review._protocol import answer
from hoten.review._server import Page

SAMPLE = Path(__file__).parents[2] / "core/testdata/sample/residents.csv"
TABLE = {
    "record_id": ["a", "b", "c"],
    "full_name": ["Nguyễn Văn Hòa", "NGUYỄN THỊ HOÀ", "<script>alert(1)</script>"],
    "birth_date": ["12/5/1950", "1950-05-12", "1961"],
}
PAIRS = [("a", "b"), ("a", "c"), ("b", "c")]


@pytest.fixture(scope="module")
def small():
    return hoten.dedupe(TABLE, possible=0.0)


def test_answers_are_kept_undone_and_resumed(small, tmp_path):
    path = tmp_path / "judged.csv"
    review = small.review(PAIRS, path=path, widget=False)
    assert isinstance(review, Review) and review.current == ("a", "b") and len(review) == 3
    review.same().different().undo().unsure()
    assert review.judgements == {"left_id": ["a", "a"], "right_id": ["b", "c"], "verdict": ["same", "unsure"]}
    again = small.review(PAIRS, path=path, widget=False)
    assert again.resumed == 2 and again.current == ("b", "c")
    again.undo()  # an answer of the sitting before
    assert again.current == ("a", "c") and again.different().different().current is None
    assert again.same().done == 3  # nothing is asked any more
    judged = hoten.dedupe(TABLE, possible=0.0, threshold=0.99, judgements=path)
    assert "3 judgements used" in judged.summary()
    clusters = dict(zip(*judged.clusters.to_pydict().values()))
    assert clusters["a"] == clusters["b"] != clusters["c"]
    assert hoten.train(TABLE, judgements=again.judgements) != hoten.Model() or True
    with pytest.raises(hoten.HotenError) as error:
        again.judge("perhaps")
    assert error.value.code == "unknown_verdict"


def test_differing_words_are_marked_and_equal_meanings_are_not(small):
    view = small.review(PAIRS, widget=False, lang="vi").view()["pair"]
    by = {row["field"]: row for row in view["rows"]}
    assert by["full_name"]["label"] == "Họ và tên"
    assert by["full_name"]["left"] == [("Nguyễn ", False), ("Văn ", True), ("Hòa", False)]
    assert by["full_name"]["right"] == [("NGUYỄN ", False), ("THỊ ", True), ("HOÀ", False)]
    assert not any(differs for _, differs in by["birth_date"]["left"] + by["birth_date"]["right"])
    assert {"weight", "probability"} <= set(view)


def test_a_blind_review_hides_the_score(small):
    view = small.review(PAIRS, widget=False, blind=True).view()["pair"]
    assert not {"weight", "probability"} & set(view)


def test_a_key_pressed_twice_judges_once(small):
    review = small.review(PAIRS, widget=False)
    answer(review, {"do": "same", "at": ["a", "b"]})
    answer(review, {"do": "same", "at": ["a", "b"]})
    assert review.done == 1
    for nonsense in (None, [], {}, {"do": "__init__"}, {"do": "same", "at": 7}):
        assert answer(review, nonsense)["done"] == 1


def test_by_default_the_most_telling_pairs_are_asked(small):
    assert small.review(widget=False).pairs == list(zip(*list(small.suggest(20).to_pydict().values())[:2]))
    assert small.review(small.pairs, widget=False).pairs


def test_the_widget_speaks_the_same_protocol(small, tmp_path):
    pytest.importorskip("anywidget")
    widget = small.review(PAIRS, path=tmp_path / "judged.csv")
    sent = []
    widget.send = lambda view, buffers=None: sent.append(view)
    widget._handle_custom_msg({"do": "show"}, [])
    widget._handle_custom_msg({"do": "different", "at": ["a", "b"]}, [])
    assert [view["done"] for view in sent] == [0, 1]
    assert widget.judgements["verdict"] == ["different"] and widget.undo().judgements["verdict"] == []
    # What a notebook may save of a widget holds nobody's values.
    assert "Nguyễn" not in repr(widget.get_state())


@pytest.fixture(scope="module")
def browser():
    sync_api = pytest.importorskip("playwright.sync_api")
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("there is no Chromium: `make test-python` installs it from the distribution")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


class Sitting:
    """One person before one page."""

    def __init__(self, browser, review, scheme="light"):
        self.review, self.server = review, Page(review)
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self.thread.start()
        self.context = browser.new_context(color_scheme=scheme, viewport={"width": 1000, "height": 700})
        self.page = self.context.new_page()
        self.errors = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("dialog", lambda dialog: self.errors.append("dialog"))
        self.page.goto(self.server.url)
        self.page.wait_for_selector(".hoten-review[data-done]")

    def press(self, key, done):
        self.page.keyboard.press(key)
        self.page.wait_for_selector(f'.hoten-review[data-done="{done}"]')

    def leave(self):
        self.context.close()
        self.server.shutdown()
        self.server.server_close()
        assert not self.errors


def test_a_hundred_pairs_by_the_keyboard_with_undo_and_resume(browser, tmp_path):
    result = hoten.dedupe(SAMPLE, possible=0.01)
    pairs = result.pairs.to_pydict()
    pairs = list(itertools.islice(zip(pairs["left_id"], pairs["right_id"]), 100))
    path = tmp_path / "judged.csv"
    keys = [("y", "same"), ("n", "different"), ("u", "unsure")]
    want = [keys[at % 3] for at in range(100)]

    sitting = Sitting(browser, result.review(pairs, path=path, widget=False))
    for at in range(60):
        sitting.press(want[at][0], at + 1)
        if at % 10 == 9:  # a slip, taken back
            sitting.press("z", at)
            sitting.press(want[at][0], at + 1)
    for back in range(59, 54, -1):
        sitting.press("z", back)
    for at in range(55, 60):
        sitting.press(want[at][0], at + 1)
    sitting.leave()

    again = result.review(pairs, path=path, widget=False)
    assert again.resumed == 60 and again.current == pairs[60]
    sitting = Sitting(browser, again, scheme="dark")
    for at in range(60, 100):
        sitting.press(want[at][0], at + 1)
    assert sitting.page.locator(".all").is_visible()
    sitting.press("z", 99)
    sitting.press(want[99][0], 100)
    sitting.page.keyboard.press("Enter")
    sitting.thread.join(timeout=5)
    assert not sitting.thread.is_alive(), "Enter ends the review"
    sitting.leave()
    judgements = result.review(pairs, path=path, widget=False).judgements
    assert list(zip(judgements["left_id"], judgements["right_id"])) == pairs
    assert judgements["verdict"] == [verdict for _, verdict in want]


def test_values_are_never_markup_and_the_page_is_reached_by_its_secret_alone(browser, small):
    import urllib.error
    import urllib.request

    sitting = Sitting(browser, small.review([("a", "c")], widget=False))
    assert "<script>alert(1)</script>" in sitting.page.locator("tbody").inner_text()
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(f"http://127.0.0.1:{sitting.server.server_port}/x/message", b"{}")
    assert error.value.code == 404
    sitting.leave()


def test_views_of_results_in_a_browser(browser, tmp_path):
    result = hoten.dedupe(SAMPLE)
    page = browser.new_page(viewport={"width": 1000, "height": 800})
    html = "".join(part._repr_html_() for part in (result, result.pairs, result.golden, hoten.check(SAMPLE)))
    (tmp_path / "views.html").write_text(f'<!doctype html><meta charset="utf-8"><body>{html}', encoding="utf-8")
    page.goto((tmp_path / "views.html").as_uri())
    assert page.locator(".hoten-view").count() == 4 and page.locator("svg").count() >= 10
    # Wide tables scroll in their own frame.
    assert page.evaluate("document.documentElement.scrollWidth") <= 1000
    shot = page.screenshot(path=str(tmp_path / "views.png"))
    assert len(shot) > 20_000
    page.close()
