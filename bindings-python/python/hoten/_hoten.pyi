from collections.abc import Iterable
from typing import Any, Literal, Protocol, final, overload, type_check_only

__all__ = [
    "ArrowArray",
    "ArrowTable",
    "BirthDate",
    "CitizenId",
    "Cleaned",
    "Finding",
    "HotenError",
    "Name",
    "NameKeys",
    "Repair",
    "Similarity",
    "__version__",
    "clean",
    "decode",
    "detect_encoding",
    "fold",
    "name_keys",
    "name_similarity",
    "normalize",
    "parse_birth_date",
    "parse_citizen_id",
    "parse_name",
    "sound_key",
]

__version__: str

@type_check_only
class _ArrayDoor(Protocol):
    def __arrow_c_array__(self, requested_schema: Any = None) -> tuple[Any, Any]: ...

@type_check_only
class _StreamDoor(Protocol):
    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...

# A str is an iterable of str too: the first overload of each function takes it.
_Column = _ArrayDoor | _StreamDoor | Iterable[str | None]

class HotenError(ValueError):
    """A call that could not be done. `code` is stable; the text says what to do next."""

    code: str

@final
class ArrowArray:
    """A column of results: `pyarrow.array(x)`, `polars.Series(x)`, or plain Python."""

    def __arrow_c_array__(self, requested_schema: Any = None) -> tuple[Any, Any]: ...
    def __arrow_c_schema__(self) -> Any: ...
    def __len__(self) -> int: ...
    def to_pylist(self) -> list[Any]:
        """The cells as a list; a missing one is `None`."""

@final
class ArrowTable:
    """A table of results: `pyarrow.table(x)`, `polars.DataFrame(x)`, DuckDB, or plain Python."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...
    def __len__(self) -> int: ...
    @property
    def column_names(self) -> list[str]:
        """Names of the columns, in order."""
    def to_pydict(self) -> dict[str, list[Any]]:
        """The columns as lists, by name."""
    def to_pandas(self) -> Any:
        """A pandas data frame; needs pandas and pyarrow."""

@final
class Finding:
    """Something noticed about a value. Only severity `error` may block a form."""

    @property
    def code(self) -> str:
        """Stable code."""
    @property
    def field(self) -> str:
        """The field it is about: `full_name`, `birth_date`, ..."""
    @property
    def severity(self) -> Literal["error", "warning", "note"]: ...
    @property
    def span(self) -> tuple[int, int] | None:
        """First code point and one past the last, in the value as given."""
    @property
    def suggestion(self) -> str | None:
        """What the value probably should be; for a person to accept."""
    @property
    def params(self) -> dict[str, str]:
        """Values for the words of the message."""
    def message(self, lang: Literal["en", "vi"] = "en") -> str:
        """The words for people."""

@final
class Repair:
    """One repair: what stood in the span of the text given became `to`."""

    @property
    def kind(
        self,
    ) -> Literal["encoding", "lookalike", "blank", "case", "tone_place", "mark_order"]: ...
    @property
    def span(self) -> tuple[int, int] | None:
        """First code point and one past the last, in the text given."""
    @property
    def to(self) -> str:
        """What stands there in the clean text."""

@final
class Cleaned:
    """A clean text and what was done to get it."""

    @property
    def text(self) -> str: ...
    @property
    def repairs(self) -> list[Repair]:
        """The repairs, by place."""

@final
class Name:
    """A person's name, divided. Parts that are not there are empty."""

    @property
    def surname(self) -> str: ...
    @property
    def middle(self) -> str: ...
    @property
    def given(self) -> str: ...
    @property
    def lead(self) -> str:
        """Text before the name: a number in a list, an honorific."""
    @property
    def suffix(self) -> str:
        """Text after the name without its brackets: an alias, a note."""
    @property
    def syllables(self) -> list[str]:
        """The words of the name in the order written."""
    @property
    def findings(self) -> list[Finding]: ...

@final
class NameKeys:
    """The keys of a name: short texts that are equal where names are written or heard alike."""

    @property
    def fold(self) -> str:
        """Marks lost: `nguyen van hoa`."""
    @property
    def sound(self) -> str:
        """What some region hears alike is one."""

@final
class Similarity:
    """How alike two names are, and why."""

    @property
    def score(self) -> float:
        """0 (nothing in common) to 1 (the same name); not a probability: namesakes have 1."""
    @property
    def reasons(self) -> list[str]:
        """Why, each reason once, in the order of the words."""

@final
class BirthDate:
    """A birth date as far as it is known."""

    @property
    def year(self) -> int | None: ...
    @property
    def month(self) -> int | None: ...
    @property
    def day(self) -> int | None: ...
    @property
    def precision(self) -> Literal["day", "month", "year", "none"] | None:
        """How much is known; `None` if nothing could be read."""
    @property
    def findings(self) -> list[Finding]: ...

@final
class CitizenId:
    """What a 12-digit personal identification number (CCCD) says."""

    @property
    def province(self) -> str | None:
        """Province where the birth was first registered, by its name until 2025-06-30."""
    @property
    def sex(self) -> Literal["male", "female"] | None: ...
    @property
    def birth_year(self) -> int | None: ...
    @property
    def findings(self) -> list[Finding]: ...

@overload
def clean(text: str) -> Cleaned:  # type: ignore[overload-overlap]
    """Repairs text for showing and storing; spelling is kept. A column gives `{text, repairs}`."""

@overload
def clean(text: _Column) -> ArrowArray: ...
@overload
def normalize(text: str) -> str:  # type: ignore[overload-overlap]
    """The normal form, for comparing: `nguyễn văn hòa`."""

@overload
def normalize(text: _Column) -> ArrowArray: ...
@overload
def fold(text: str) -> str:  # type: ignore[overload-overlap]
    """The text without marks, ASCII: `nguyen van hoa`."""

@overload
def fold(text: _Column) -> ArrowArray: ...
@overload
def parse_name(text: str) -> Name:  # type: ignore[overload-overlap]
    """Divides a full name, surname first. A column gives its parts and codes of findings."""

@overload
def parse_name(text: _Column) -> ArrowArray: ...
@overload
def name_keys(text: str) -> NameKeys:  # type: ignore[overload-overlap]
    """The keys of a full name. A column gives `{fold, sound}`."""

@overload
def name_keys(text: _Column) -> ArrowArray: ...
@overload
def sound_key(text: str) -> str:  # type: ignore[overload-overlap]
    """The sound key of a full name."""

@overload
def sound_key(text: _Column) -> ArrowArray: ...
def name_similarity(left: str, right: str) -> Similarity:
    """How alike two full names are, and why."""

def decode(data: bytes, encoding: str) -> str:
    """Bytes as text, by the name of their encoding: `tcvn3`, `vni_windows`, `cp1258`, ..."""

def detect_encoding(column: _Column) -> str | None:
    """The encoding that the cells of a column were in before they were misread.

    `None` if they are as they should be, or the evidence does not decide.
    """

@overload
def parse_birth_date(text: str) -> BirthDate:  # type: ignore[overload-overlap]
    """Reads a birth date as offices write it. A column gives its parts and codes of findings."""

@overload
def parse_birth_date(text: _Column) -> ArrowArray: ...
@overload
def parse_citizen_id(text: str) -> CitizenId:  # type: ignore[overload-overlap]
    """Reads a 12-digit identification number. A column gives its parts and codes of findings."""

@overload
def parse_citizen_id(text: _Column) -> ArrowArray: ...
