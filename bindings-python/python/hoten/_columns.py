"""The functions of a column of text, for the idioms of data frame packages."""

from __future__ import annotations

from . import _hoten

# Text to text. `clean` gives a struct; its text alone is asked for so often that it has a name.
TEXT = ("normalize", "fold", "sound_key", "khmer_canonical", "khmer_romanize")
# Text to several columns at once.
STRUCT = (
    "clean",
    "khmer_keys",
    "name_keys",
    "parse_birth_date",
    "parse_citizen_id",
    "parse_identity_card",
    "parse_insurance_number",
    "parse_name",
    "parse_phone",
    "parse_tax_code",
)
# The cells of a column decide together in which encoding or order they were written.
WHOLE = ("clean", "parse_birth_date")


def summary(name: str) -> str:
    """The first line of a function's documentation."""
    return (getattr(_hoten, name).__doc__ or "").strip().splitlines()[0]
