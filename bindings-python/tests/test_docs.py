"""Every example in a docstring runs as it stands."""

import doctest
import importlib
import inspect

import pytest

import hoten

MODULES = [
    "hoten",
    "hoten._errors",
    "hoten._notebook",
    "hoten.duckdb",
    "hoten.pandas",
    "hoten.polars",
    "hoten.pydantic",
    "hoten.review",
    "hoten.review._marks",
]
FUNCTIONS = [name for name in hoten.__all__ if inspect.isroutine(getattr(hoten, name))]


@pytest.mark.parametrize("name", MODULES)
def test_modules(name):
    result = doctest.testmod(importlib.import_module(name))
    assert result.attempted and not result.failed


@pytest.mark.parametrize("name", FUNCTIONS)
def test_functions(name):
    test = doctest.DocTestParser().get_doctest(getattr(hoten, name).__doc__, {}, name, None, 0)
    assert test.examples, "the docstring has no example"
    assert not doctest.DocTestRunner().run(test).failed
