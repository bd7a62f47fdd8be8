"""What calls raise when they cannot be done."""

from __future__ import annotations


class HotenError(ValueError):
    """A call that could not be done. `code` is stable; the text says what to do next.

    >>> import hoten
    >>> try:
    ...     hoten.decode(b"a", "utf9")
    ... except hoten.HotenError as error:
    ...     error.code
    'unknown_encoding'
    """

    code: str = ""
    _vietnamese: str = ""

    def message(self, lang: str = "en") -> str:
        """The words for people, in English (`en`) or Vietnamese (`vi`)."""
        if lang not in ("en", "vi"):
            from ._hoten import _error

            raise _error("unknown_language", name=lang)
        return self._vietnamese if lang == "vi" and self._vietnamese else str(self)


class HotenTypeError(HotenError, TypeError):
    """What was given is not what the call takes; a `TypeError` too."""


class HotenFileError(HotenError, OSError):
    """A file that could not be read or written; an `OSError` too."""


_TYPES = {"column_type", "not_a_column", "not_a_table", "not_text", "unknown_keyword", "wrong_argument"}
_FILES = ("file_", "report_unwritable", "workbook_", "parquet_")


def made(code: str, english: str, vietnamese: str) -> HotenError:
    """An error of the class its code belongs to."""
    kind = HotenError
    if code in _TYPES:
        kind = HotenTypeError
    elif code.startswith(_FILES):
        kind = HotenFileError
    error = kind(english)
    error.code = code
    error._vietnamese = vietnamese
    return error
