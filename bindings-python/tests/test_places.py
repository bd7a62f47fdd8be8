"""Places: units of today and of before."""

import datetime

import pytest

import hoten


def test_units_in_both_directions():
    found = hoten.resolve_place(province="An Giang", district="TX. Tịnh Biên", commune="X. An Hảo")
    (unit,) = found
    assert (unit.name, unit.kind, unit.code) == ("Xã Núi Cấm", "commune", "30538")
    assert unit.parents == ["Tỉnh An Giang"]
    assert (unit.valid_from, unit.valid_until) == ("2025-07-01", None)
    assert unit.evidence == ["exact", "merged"]
    assert unit.written.name == "Xã An Hảo" and unit.written.valid_until == "2025-06-30"
    assert unit.written.parents == ["Thị xã Tịnh Biên", "Tỉnh An Giang"]
    assert [old.name for old in unit.history] == ["Xã An Hảo", "Xã Tân Lập"]
    assert [new.name for new in unit.written.history] == ["Xã Núi Cấm"]
    assert [finding.code for finding in found.findings] == ["place_superseded"]
    assert found.findings[0].suggestion == "Xã Núi Cấm"


def test_a_divided_commune_is_a_set():
    found = hoten.resolve_place("Hà Nội", "Quận Ba Đình", "Phường Ngọc Khánh")
    assert {unit.name for unit in found} == {"Phường Ngọc Hà", "Phường Giảng Võ", "Phường Láng"}
    assert len(found) == 3 and found[-1].name == list(found)[2].name
    with pytest.raises(IndexError):
        found[3]
    assert repr(found) == "Places(3 units, 1 findings)"
    assert len(hoten.resolve_place()) == 0


def test_the_day_tells_what_a_code_means():
    for day in ("2020-12-31", datetime.date(2020, 12, 31)):
        (unit,) = hoten.resolve_place(commune="00004", on=day)
        assert unit.written.name == "Phường Trúc Bạch"
    (unit,) = hoten.resolve_place(commune="00004", on="2025-07-01")
    assert (unit.name, unit.written) == ("Phường Ba Đình", None)
    for wrong in ("yesterday", "2020-13-01", "2020-12-31-1", 2020):
        with pytest.raises(hoten.HotenError) as error:
            hoten.resolve_place(commune="00004", on=wrong)
        assert error.value.code == "not_a_date"
    with pytest.raises(hoten.HotenError) as error:
        hoten.resolve_place(province=7)
    assert error.value.code == "not_text"


def test_whole_addresses():
    (unit,) = hoten.resolve_place(address="Ấp 3, xã An Phú, huyện An Phú, An Giang")
    assert unit.name == "Xã An Phú"
