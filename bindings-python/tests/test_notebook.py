"""Results show themselves in notebooks: masked, escaped, static."""

import json
import re

import pytest

import hoten

TABLE = {
    "record_id": ["a", "b", "079075000001"],
    "full_name": ["Nguyễn Văn Hòa", "NGUYỄN VĂN HOÀ", "<script>alert(1)</script> Bé"],
    "birth_date": ["12/5/1950", "1950-05-12", "30/02/1961"],
    "citizen_id": ["089050001234", "089050001234", None],
    "<b>note</b>": ["x", "y", "z"],
}
PERSONAL = re.compile(r"Nguyễn|nguyễn|Hòa|hòa|Hoà|hoa\b|089050001234|079075000001|12/0?5|05-12", re.IGNORECASE)


@pytest.fixture(scope="module")
def results():
    linkage = hoten.dedupe(TABLE, possible=0.0)
    truth = {"id": ["a", "b"], "person": ["1", "1"]}
    made = {
        "linkage": linkage,
        "explanation": linkage.explain("a", "b"),
        "evaluation": linkage.evaluate(truth),
        "quality": hoten.check(TABLE),
        "model": linkage.model,
        "cleaned": hoten.clean("NGUYỄN  VĂN HOÀ"),
        "name": hoten.parse_name("Nguyễn Văn Hòa"),
        "keys": hoten.name_keys("Nguyễn Văn Hòa"),
        "date": hoten.parse_birth_date("12/05/1950"),
        "citizen": hoten.parse_citizen_id("089050001234"),
        "column": hoten.normalize(TABLE["full_name"]),
        "structs": hoten.parse_name(TABLE["full_name"]),
        "finding": hoten.parse_birth_date("30/02/1961").findings[0],
        "places": hoten.resolve_place(province="Sóc Trăng"),
        "similarity": hoten.name_similarity("Nguyễn Văn Hòa", "Nguyễn Văn Hòa"),
    }
    for name in ("pairs", "clusters", "golden", "findings", "weak_clusters", "unlinkable", "refused"):
        made[name] = getattr(linkage, name)
    return made


def test_every_result_shows_itself_masked_and_without_script(results):
    for name, result in results.items():
        html = result._repr_html_()
        assert html.startswith('<div class="hoten-view">') and html.endswith("</div>"), name
        assert not PERSONAL.search(html.replace("hoten", "")), (name, PERSONAL.search(html))
        assert "<script" not in html and "<b>note" not in html and " on" + "click" not in html, name
        assert len(html) < 60_000, name
        assert result.show()._repr_html_() == html, name


def test_values_are_shown_when_asked(results):
    for name, word in [("name", "Nguyễn"), ("golden", "089050001234"), ("citizen", "089050001234"),
                       ("column", "nguyễn văn hòa"), ("cleaned", "Hoà")]:  # fmt: skip
        view = results[name].show(unmask=True)
        assert word in str(view) and "<script" not in str(view)
        assert repr(view) == repr(results[name])


def test_charts_are_static_svg_and_follow_dark_mode(results):
    for name in ("explanation", "evaluation", "quality", "linkage"):
        html = results[name]._repr_html_()
        assert "<svg" in html and "<script" not in html
    assert "prefers-color-scheme:dark" in results["explanation"]._repr_html_()
    assert "color:inherit" in results["quality"]._repr_html_()


def test_what_was_understood_is_shown(results):
    html = results["linkage"]._repr_html_()
    assert "columns used: record_id, full_name, birth_date, citizen_id" in html and "&lt;b&gt;note" in html


def test_empty_results_show_themselves():
    for table in ({"full_name": []}, {"full_name": ["Lê Lợi"]}):
        result = hoten.dedupe(table)
        for shown in (result, result.pairs, result.golden, result.clusters, hoten.check(table)):
            assert "hoten-view" in shown._repr_html_()


def test_the_two_records_of_a_pair(results):
    left, right = results["linkage"].pair("a", "b")
    assert left["full_name"] == "Nguyễn Văn Hòa" and right["birth_date"] == "1950-05-12"
    assert json.dumps([left, right]) and "citizen_id" in left
    with pytest.raises(hoten.HotenError):
        results["linkage"].pair("a", "nobody")


def test_figures(results):
    figures = results["linkage"].figures()
    assert figures["records"] == 3 and figures["matched_pairs"] == 1 and figures["clusters"] == 1
