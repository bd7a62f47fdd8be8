"""Sixty payloads through every view, in Chromium: no dialog, no request, no element of their own."""

import csv
import json
import os
import re
import shutil
import stat
from pathlib import Path

import openpyxl
import pytest

import hoten

LISTED = json.loads((Path(__file__).parents[2] / "core/testdata/hostile/payloads.json").read_text("utf-8"))
PAYLOADS = LISTED["markup"] + LISTED["formula"] + LISTED["control"]
# What no view of ours is made of.
FORBIDDEN = (
    "script,img,iframe,object,embed,base,link,form,input,video,audio,source,math,template,noscript,"
    "foreignObject,animate,set,[src],[srcdoc],[href],[action],[onload],[onerror],[onclick],[onfocus],[onmouseover]"
)


def table(payload):
    """Two records of one person around a payload, one made of it alone."""
    return {
        "record_id": [f"{payload}1", f"{payload}2", f"{payload}3"],
        "source": [payload] * 3,
        "full_name": [f"Nguyễn Văn Hòa {payload}", "NGUYỄN VĂN HOÀ", payload],
        "birth_date": ["12/5/1950", "30/02/1950", payload],
        "citizen_id": ["089050001234", "089050001234", payload],
        "phone": [payload] * 3,
        "commune": [payload] * 3,
        "address": [payload] * 3,
        f"note {payload}": [payload] * 3,
    }


def views(payload):
    records = table(payload)
    linkage = hoten.dedupe(records, possible=0.0)
    left, right = f"{payload}1", f"{payload}2"
    results = {
        "linkage": linkage,
        "explanation": linkage.explain(left, right),
        "quality": hoten.check(records, title=payload),
        "cleaned": hoten.clean(payload),
        "name": hoten.parse_name(payload),
        "keys": hoten.name_keys(payload),
        "date": hoten.parse_birth_date(payload),
        "column": hoten.normalize([payload] * 3),
        "structs": hoten.parse_name([payload] * 3),
        "places": hoten.resolve_place(commune=payload, province=payload),
        "similarity": hoten.name_similarity(payload, payload + " An"),
    }
    for name in ("pairs", "clusters", "golden", "findings", "weak_clusters", "unlinkable"):
        results[name] = getattr(linkage, name)
    made = {name: result._repr_html_() for name, result in results.items()}
    return made | {f"{name}, unmasked": result.show(unmask=True)._repr_html_() for name, result in results.items()}


@pytest.fixture(scope="module")
def browser():
    playwright = pytest.importorskip("playwright.sync_api")
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


class Watched:
    """A page that remembers what a payload would do."""

    def __init__(self, browser):
        self.page, self.done = browser.new_page(), []
        self.page.on("dialog", lambda dialog: (self.done.append("dialog"), dialog.dismiss()))
        self.page.on("request", lambda request: self.done.append(request.url))
        self.page.on("popup", lambda popup: self.done.append("popup"))

    def show(self, html):
        # Written into a blank page, so that every request is a payload's.
        self.page.set_content(html, wait_until="load")
        return self.page

    def inert(self, what, payload, forbidden=FORBIDDEN):
        found = self.page.evaluate(
            "(forbidden) => [...document.querySelectorAll(forbidden)].map((one) => one.outerHTML.slice(0, 200))", forbidden
        )
        handlers = self.page.evaluate(
            "[...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames())"
            ".filter((name) => name.startsWith('on') || name === 'srcdoc')"
        )
        assert (found, handlers, self.done) == ([], [], []), (what, payload)


def test_a_live_payload_is_seen(browser):
    """What the tests below look for is there when nobody takes care."""
    watched = Watched(browser)
    watched.show("<!doctype html><body><img src=x onerror=alert(1)><script>alert(1)</script>")
    watched.page.wait_for_timeout(200)
    assert "dialog" in watched.done
    with pytest.raises(AssertionError):
        watched.inert("nothing", "none")
    watched.page.close()


def test_notebook_views_are_inert(browser):
    watched = Watched(browser)
    for payload in PAYLOADS:
        made = views(payload)
        parts = "".join(f"<section>{html}</section>" for html in made.values())
        page = watched.show(f'<!doctype html><meta charset="utf-8"><body>{parts}')
        watched.inert("notebook", payload)
        # Each view is whole: none swallows the next, none ends before its end.
        children = page.evaluate("[...document.body.children].map((one) => one.tagName + one.children.length)")
        assert children == ["SECTION1"] * len(made), payload
    watched.page.close()


def test_reports_are_inert(browser, tmp_path):
    watched = Watched(browser)
    # The page's own links between its parts, its own buttons and its one style stay.
    own = FORBIDDEN.replace("[href],", "").replace("input,", "")
    for payload in PAYLOADS:
        linkage = hoten.dedupe(table(payload), possible=0.0)
        quality = hoten.check(table(payload), title=payload)
        linkage.write_report(tmp_path / "report", redact=False)
        quality.write_report(tmp_path / "quality", redact=False)
        for path in (tmp_path / "report/report.html", tmp_path / "quality/quality.html"):
            html = path.read_text("utf-8")
            watched.show(html)
            watched.inert(path.name, payload, own)
            # Nothing leads out of the page.
            assert not re.search(r'(?:href|src|action)="(?!#)', html), (path.name, payload)
            assert "default-src 'none'" in html
    watched.page.close()


def test_review_is_inert(browser):
    from test_review import Sitting

    # All payloads in one table: a sitting goes from pair to pair.
    tables = [table(payload) for payload in PAYLOADS]
    merged = {name: [cell for one in tables for cell in one[name]] for name in tables[0] if not name.startswith("note")}
    pairs = [(f"{payload}1", f"{payload}3") for payload in PAYLOADS]
    sitting = Sitting(browser, hoten.dedupe(merged, possible=0.0).review(pairs, widget=False))
    page = sitting.page
    for at, payload in enumerate(PAYLOADS):
        page.wait_for_selector(f'.hoten-review[data-done="{at}"]')
        page.locator("tbody tr").first.wait_for()
        inside = page.evaluate("document.querySelectorAll('tbody img, tbody script, tbody iframe, tbody svg, tbody a').length")
        assert inside == 0, payload
        sitting.press("n", at + 1)
    sitting.leave()  # fails where a dialog or an error was seen


def test_judgements_are_no_formulas_and_come_back(tmp_path):
    for payload in PAYLOADS:
        path = tmp_path / "judged.csv"
        path.unlink(missing_ok=True)
        linkage = hoten.dedupe(table(payload), possible=0.0)
        pair = (f"{payload}1", f"{payload}2")
        review = linkage.review([pair], path=path, widget=False).same()
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        with path.open(encoding="utf-8-sig", newline="") as file:
            for cell in (cell for row in csv.reader(file) for cell in row):
                assert not cell.startswith(tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")), payload
        again = linkage.review([pair], path=path, widget=False)
        assert again.judgements == review.judgements and again.current is None, payload


def test_a_workbook_of_payloads_is_text(browser, tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Mã hồ sơ", "Họ và tên", "Ngày sinh", "Xã"])
    typed = [payload for payload in PAYLOADS if not openpyxl.cell.cell.ILLEGAL_CHARACTERS_RE.search(payload)]
    assert len(typed) > 55
    for at, payload in enumerate(typed, 2):
        for column, value in enumerate([f"HS{at}", payload, "1950", payload], 1):
            cell = sheet.cell(at, column, "")
            cell.value, cell.data_type = value, "s"
    book.save(tmp_path / "hostile.xlsx")
    watched = Watched(browser)
    for result in (hoten.dedupe(tmp_path / "hostile.xlsx"), hoten.check(tmp_path / "hostile.xlsx")):
        watched.show(f'<!doctype html><meta charset="utf-8"><body>{result.show(unmask=True)._repr_html_()}')
        watched.inert("workbook", "all")
    watched.page.close()
