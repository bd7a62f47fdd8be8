"""The lunar calendar against an independent package: lunar-vn, test only."""

import datetime

import hoten
import lunar_vn

FIRST, LAST = datetime.date(1900, 2, 1), datetime.date(2099, 12, 31)


def days(first, last):
    return (first + datetime.timedelta(days=number) for number in range((last - first).days + 1))


def test_73000_days_equal_an_independent_package():
    """Both reckon by Hanoi's time throughout, as today's almanacs do: no day differs."""
    count, different = 0, []
    for day in days(FIRST, LAST):
        count += 1
        own = hoten.solar_to_lunar(day.year, day.month, day.day)
        other = lunar_vn.solar_to_lunar(day)
        if (own.year, own.month, own.day, own.leap_month) != (other.year, other.month, other.day, other.leap):
            different.append(day)
        back = hoten.lunar_to_solar(own.year, own.month, own.day, leap_month=own.leap_month)
        assert back == day
    assert count == 73_018
    assert different == []


def test_the_older_rule_is_the_same_by_another_clock():
    """Almanacs until 1967, in the South until 1975, went by UTC+8; 1,047 days differ by that.

    A lunar date has both solar dates among its candidates, and no other.
    """
    differ = 0
    for day in days(FIRST, datetime.date(1975, 12, 31)):
        old = lunar_vn.solar_to_lunar(day, time_zone=8.0)
        new = lunar_vn.solar_to_lunar(day)
        if old == new:
            continue
        differ += 1
        leap = " nhuận" if old.leap else ""
        written = f"{old.day}/{old.month}{leap}/{old.year} âm lịch"
        solar = hoten.parse_birth_date(written).candidates[1:]
        assert day.strftime("%d/%m/%Y") in solar, written
    assert differ == 1_047


def test_what_is_outside():
    assert hoten.solar_to_lunar(1899, 12, 31) is None
    assert hoten.solar_to_lunar(2101, 1, 1) is None
    assert hoten.solar_to_lunar(1950, 2, 30) is None
    assert hoten.lunar_to_solar(2024, 6, 1, leap_month=True) is None
    assert repr(hoten.solar_to_lunar(2025, 7, 25)) == "LunarDate(2025, 6, 1, leap_month=True)"
