"""Tables that are not of residents: the caller declares what their columns hold."""

import hoten
import pytest

LEFT = {
    "id": ["a1", "a2", "a3", "a4"],
    "first_name": ["Michaela", "Courtney", "Charles", "Vanessa"],
    "surname": ["Neumann", "Painter", "Green", "Parr"],
    "dob": ["1915-11-11", "1916-12-14", "1948-09-30", "1995-11-19"],
    "licence": ["5304218", "4066625", "4365168", "9239102"],
}
RIGHT = {
    "id": ["b1", "b2", "b3", "b4"],
    "fname": ["neumann", "courtny", "charles", "someone"],
    "surname": ["michaela", "painter", "GREEN", "else"],
    "dob": ["11/11/1915", "1916-12-14", "1948-09-03", "1960-01-20"],
    "licence": ["5304218", "4066652", "4365168", "1111111"],
}
FIELDS = {"first_name": "text", "surname": "text", "dob": "date", "licence": "identifier"}


def link(**options):
    columns = {"first_name": ["first_name", "fname"]}
    return hoten.link(LEFT, RIGHT, fields=FIELDS, columns=columns, mode="one_to_one", **options)


def test_tables_of_other_countries_are_linked():
    found = link()
    pairs = found.pairs.to_pydict()
    assert [*zip(pairs["left_id"], pairs["right_id"])] == [("a1", "b1"), ("a2", "b2"), ("a3", "b3")]
    assert list(pairs)[5:] == list(FIELDS)
    told = {field.field: field.level for field in found.explain("a1", "b1").fields}
    assert told == {
        "first_name": "exchanged", "surname": "exchanged", "dob": "same", "licence": "same",
    }
    assert "licence" in found.model.to_json()


def test_every_door_takes_fields():
    both = {name: LEFT[name] + RIGHT[name] for name in ("id", "surname", "licence")}
    fields = {"surname": "text", "licence": "identifier"}
    assert hoten.dedupe(both, fields=fields).summary().startswith("8")
    model = hoten.train(both, fields=fields)
    assert hoten.dedupe(both, fields=fields, model=model, fit=False)
    rules = hoten.forecast(both, fields=fields).to_pydict()["rule"]
    assert "licence" in rules
    stream = hoten.candidates(both, fields=fields)
    assert stream is not None
    assert hoten.update(
        {name: LEFT[name] for name in ("id", "surname", "licence")},
        {"record_id": LEFT["id"], "cluster_id": LEFT["id"]},
        {name: RIGHT[name] for name in ("id", "surname", "licence")},
        fields=fields,
    )


def test_what_cannot_be_declared_is_said():
    with pytest.raises(hoten.HotenError) as error:
        hoten.dedupe(LEFT, fields={"surname": "word"})
    assert error.value.code == "unknown_field_kind"
    with pytest.raises(hoten.HotenError) as error:
        hoten.dedupe(LEFT, fields={"surnam": "text"})
    assert error.value.code == "unknown_column"


def test_declared_columns_are_named_as_any_other(tmp_path):
    found = link()
    used = {"record_id": "id", **{name: name for name in FIELDS}}
    assert found.columns["licence"] == "licence" and found.columns.items() <= {**used, "first_name": "fname"}.items()
    assert set(found.columns) == set(used) and "dob = dob" in found.summary()
    assert "licence" in repr(found) and "licence" in found._repr_html_()
    found.save(tmp_path)
    assert hoten.open_result(tmp_path).columns == found.columns
    assert hoten.open_result(tmp_path).summary() == found.summary()


def test_values_of_declared_fields_are_masked():
    table = {
        "id": ["1", "2", "3"],
        "name": ["Lan Anh", "Lan Anh", "Bình"],
        # Names that tables of results have for columns of their own.
        "weight": ["48", "48", "71"],
        "kind": ["7", "7", "9"],
        "area": ["Khmer", "Khmer", "Kinh"],
    }
    fields = {"name": "text", "weight": "number", "kind": "identifier", "area": "category"}
    found = hoten.dedupe(table, fields=fields)
    golden = found.golden._repr_html_()
    assert ">48<" not in golden and ">7<" not in golden and "Lan" not in golden
    assert ">48<" in str(found.golden.show(unmask=True))
    told = found.explain("1", "2")
    for shown in (told.to_html(), told.to_svg(), told._repr_html_(), found.to_html(), found._repr_html_()):
        assert ">48<" not in shown and ">7<" not in shown and "Lan" not in shown
    assert "48" in told.to_html(redact=False) and "Khmer" in told.to_html()
