"""The installed package as a whole."""

import doctest

import hoten


def test_exports_are_sorted_and_there():
    assert hoten.__all__ == sorted(hoten.__all__)
    assert all(hasattr(hoten, name) for name in hoten.__all__)


def test_error_is_a_value_error():
    assert issubclass(hoten.HotenError, ValueError)


def test_examples_in_the_docs_hold():
    result = doctest.testmod(hoten)
    assert result.attempted >= 3 and result.failed == 0
