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
