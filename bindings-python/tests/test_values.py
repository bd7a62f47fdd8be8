"""What single values give."""

import hoten


def test_findings_have_words_and_places_in_code_points():
    date = hoten.parse_birth_date("31/02/1950")
    finding = date.findings[0]
    assert finding.field == "birth_date" and finding.severity in ("error", "warning", "note")
    assert finding.message("vi") != finding.message("en") == finding.message()
    assert isinstance(finding.params, dict)
    for text in ("Đặng 12 Hòa", "Nguyễn V?n Hòa", "ấấấ 1234"):
        for finding in hoten.parse_name(text).findings:
            if finding.span:
                start, end = finding.span
                assert 0 <= start < end <= len(text)


def test_repr_shows_no_value():
    shown = [
        repr(hoten.parse_name("Nguyễn Thị Minh Khai")),
        repr(hoten.clean("NGUYỄN  VĂN HOÀ")),
        repr(hoten.name_keys("Nguyễn Văn Hòa")),
        repr(hoten.name_origin("Nguyễn Văn Hòa")),
        repr(hoten.name_similarity("Nguyễn Văn Hòa", "Nguyễn V. Hòa")),
        repr(hoten.parse_birth_date("12/05/1950")),
        repr(hoten.parse_citizen_id("089050001234")),
        repr(hoten.normalize(["Nguyễn Văn Hòa"])),
    ]
    for text in shown:
        assert not any(value in text.lower() for value in ("nguy", "khai", "hoa", "hoà", "1950", "089", "an giang")), text


def test_values_cannot_be_changed():
    name = hoten.parse_name("Lê Lợi")
    try:
        name.surname = "Lý"
    except AttributeError:
        return
    raise AssertionError


def test_repairs_say_where_and_what():
    text = "\u1ea4n  NGUYỄN VĂN HOÀ"
    cleaned = hoten.clean(text)
    assert cleaned.repairs
    rebuilt, last = "", 0
    for (start, end), to in sorted({(repair.span, repair.to) for repair in cleaned.repairs}):
        rebuilt, last = rebuilt + text[last:start] + to, end
    assert rebuilt + text[last:] == cleaned.text


def test_suggestions_say_where_and_what():
    text = "Tráº§n Thá»‹ Ngá»\ufffdc"
    cleaned = hoten.clean(text)
    assert cleaned.text == text and cleaned.repairs == []
    [asked] = cleaned.suggestions
    assert (asked.kind, asked.span, asked.candidates) == ("encoding", (0, len(text)), ["Trần Thị Ngọc"])
    assert "Tr" not in repr(asked) and hoten.clean("Trần Thị Ngọc").suggestions == []


def test_a_megabyte_of_repairs_costs_one_walk():
    cleaned = hoten.clean("NGUYỄN  " * 130_000)
    assert len(cleaned.repairs) >= 130_000
    assert hoten.clean("NGUYỄN  ").repairs[0].span == cleaned.repairs[0].span


def test_a_column_decides_its_encoding_together():
    """VNI's "Hồ Thị" shows as real syllables: alone it stays, in its column it is read."""
    assert hoten.clean("Hoà Thò Lan").text == "Hoà Thò Lan"
    rows = hoten.clean(["Traàn Vaên Ñieàn", None, "Hoà Thò Lan"]).to_pylist()
    assert [row and row["text"] for row in rows] == ["Trần Văn Điền", None, "Hồ Thị Lan"]
    assert rows[2]["repairs"] == ["encoding"]
    assert hoten.detect_encoding(["Nguye^~n Va(n DDu+'c", "Tra^`n Thi. Ha(`ng"]) == "viqr"
