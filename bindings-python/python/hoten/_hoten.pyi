import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from os import PathLike
from typing import Any, Literal, Protocol, Self, final, overload, type_check_only

from ._notebook import View

__all__ = [
    "Address",
    "ArrowArray",
    "ArrowTable",
    "BirthDate",
    "CandidateStream",
    "CitizenId",
    "Cleaned",
    "Evaluation",
    "Explanation",
    "FieldExplanation",
    "Finding",
    "IdentityCard",
    "Index",
    "IndexHit",
    "IndexHits",
    "InsuranceNumber",
    "KhmerKeys",
    "Learned",
    "Linkage",
    "KeyedHit",
    "KeyedHits",
    "KeyedIndex",
    "LiveIndex",
    "LiveSnapshot",
    "LunarDate",
    "Model",
    "Name",
    "NameKeys",
    "NameOrigin",
    "Phone",
    "Places",
    "Quality",
    "Repair",
    "SexHint",
    "Similarity",
    "Suggestion",
    "TaxCode",
    "Unit",
    "__version__",
    "_error",
    "_text_addresses",
    "candidates",
    "check",
    "check_record",
    "clean",
    "compare_addresses",
    "decode",
    "dedupe",
    "detect_encoding",
    "fold",
    "forecast",
    "khmer_canonical",
    "khmer_keys",
    "khmer_romanize",
    "khmer_similarity",
    "link",
    "lunar_to_solar",
    "mask",
    "name_keys",
    "name_origin",
    "name_similarity",
    "normalize",
    "open_result",
    "parse_address",
    "parse_birth_date",
    "parse_citizen_id",
    "parse_identity_card",
    "parse_insurance_number",
    "parse_name",
    "parse_phone",
    "parse_tax_code",
    "resolve_place",
    "same_khmer",
    "shipped_rules",
    "solar_to_lunar",
    "sound_key",
    "train",
    "update",
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

_FieldKind = Literal["text", "number", "identifier", "date", "category"]
_Table = _ArrayDoor | _StreamDoor | Mapping[str, _Column] | str | PathLike[str]

@final
class ArrowArray:
    """A column of results: `pyarrow.array(x)`, `polars.Series(x)`, or plain Python."""

    def __arrow_c_array__(self, requested_schema: Any = None) -> tuple[Any, Any]: ...
    def __arrow_c_schema__(self) -> Any: ...
    def __len__(self) -> int: ...
    def head(self, count: int = 5) -> list[Any]:
        """The first cells as a list."""
    def to_pylist(self) -> list[Any]:
        """The cells as a list; a missing one is `None`."""
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

@final
class ArrowTable:
    """A table of results: `pyarrow.table(x)`, `polars.DataFrame(x)`, DuckDB, or plain Python."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...
    def __len__(self) -> int: ...
    @property
    def column_names(self) -> list[str]:
        """Names of the columns, in order."""
    def head(self, count: int = 5) -> ArrowTable:
        """The first rows as a table."""
    def to_pydict(self) -> dict[str, list[Any]]:
        """The columns as lists, by name."""
    def to_pandas(self) -> Any:
        """A pandas data frame; needs pandas and pyarrow."""
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

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
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

@final
class Repair:
    """One repair: what stood in the span of the text given became `to`."""

    @property
    def kind(
        self,
    ) -> Literal["encoding", "lookalike", "blank", "case", "tone_place", "mark_order", "keystroke"]: ...
    @property
    def span(self) -> tuple[int, int] | None:
        """First code point and one past the last, in the text given."""
    @property
    def to(self) -> str:
        """What stands there in the clean text."""
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

@final
class Suggestion:
    """What a damaged part of the text may have been, where that cannot be known for certain."""

    @property
    def kind(self) -> str:
        """What is wrong; the kinds of `Repair`."""
    @property
    def span(self) -> tuple[int, int] | None:
        """First code point and one past the last, in the text given."""
    @property
    def candidates(self) -> list[str]:
        """What may stand there, the likeliest first; at most 8."""
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

@final
class Cleaned:
    """A clean text and what was done to get it."""

    @property
    def text(self) -> str: ...
    @property
    def repairs(self) -> list[Repair]:
        """The repairs, by place."""
    @property
    def suggestions(self) -> list[Suggestion]:
        """What could not be restored for certain, by place; nothing of it is changed in the text."""
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

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
    def sex_hint(self) -> SexHint | None:
        """What the words tell about the person's sex, if any tells something."""
    @property
    def findings(self) -> list[Finding]: ...
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

@final
class NameOrigin:
    """What a name says about where the family behind it comes from."""

    @property
    def origin(self) -> str:
        """`kinh`, `khmer`, `cham`, `other_minority` or `unknown`."""
    @property
    def certainty(self) -> float:
        """How sure, 0 to 1: estimated, not counted."""
    @property
    def evidence(self) -> list[str]:
        """What speaks for it: `script`, `surname`, `particle`, `spelling`, `common_words`."""
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

@final
class SexHint:
    """Evidence about a person's sex in a name: for checks, never to fill in a missing sex."""

    @property
    def p_female(self) -> float:
        """How probable a woman's name it is, 0.001 to 0.999."""
    @property
    def evidence(self) -> str:
        """The word that tells most, as written."""
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

@final
class NameKeys:
    """The keys of a name: short texts that are equal where names are written or heard alike."""

    @property
    def fold(self) -> str:
        """Marks lost: `nguyen van hoa`."""
    @property
    def sound(self) -> str:
        """What some region hears alike is one."""
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

@final
class KhmerKeys:
    """The keys of a Khmer-origin name: at each level two spellings of a name share one.

    At most four a level, likeliest first.
    """

    @property
    def strict(self) -> list[str]:
        """Classes of consonants: `SK` for Sokha, `Sk` for Sok."""
    @property
    def loose(self) -> list[str]:
        """Strict, with the codas merged that clerks do not keep apart."""
    @property
    def vowel(self) -> list[str]:
        """Strict, with classes of the first and the last vowel."""
    @property
    def weak(self) -> bool:
        """Two consonants or fewer: too many names share it, ask a second field."""
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

@final
class Similarity:
    """How alike two names are, and why."""

    @property
    def score(self) -> float:
        """0 (nothing in common) to 1 (the same name); not a probability: namesakes have 1."""
    @property
    def reasons(self) -> list[str]:
        """Why, each reason once, in the order of the words."""
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

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
    def precision(self) -> Literal["day", "month", "year", "years", "none"] | None:
        """How much is known, `years` being one of two; `None` if nothing could be read."""
    @property
    def calendar(self) -> Literal["solar", "lunar"] | None:
        """By which calendar the parts were written; `None` if nothing could be read."""
    @property
    def leap_month(self) -> bool:
        """Is the month a leap one of the lunar calendar?"""
    @property
    def placeholder(self) -> Literal["year", "month"] | None:
        """How much of 01/01 (`year`) or another first of a month (`month`) should be believed."""
    @property
    def candidates(self) -> list[str]:
        """The date as text, and the others that the value may mean, the likeliest first."""
    @property
    def findings(self) -> list[Finding]: ...
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

@final
class LunarDate:
    """A day of the lunar calendar."""

    @property
    def year(self) -> int:
        """The year whose Tết came last."""
    @property
    def month(self) -> int:
        """1 (Giêng) to 12 (Chạp)."""
    @property
    def day(self) -> int: ...
    @property
    def leap_month(self) -> bool:
        """Is it of the leap month that follows the month of this number?"""
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

@final
class CitizenId:
    """What a 12-digit personal identification number (CCCD) says."""

    @property
    def number(self) -> str | None:
        """The twelve digits; `None` if there is none that may be used."""
    @property
    def province(self) -> str | None:
        """Province where the birth was first registered, by its name until 2025-06-30."""
    @property
    def sex(self) -> Literal["male", "female"] | None: ...
    @property
    def birth_year(self) -> int | None: ...
    @property
    def findings(self) -> list[Finding]: ...
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

@final
class IdentityCard:
    """A 9-digit identity card number (CMND)."""

    @property
    def number(self) -> str | None:
        """The nine digits; `None` if there is none that may be used."""
    @property
    def provinces(self) -> list[str]:
        """Provinces whose police issued such numbers, by their names until 2025-06-30."""
    @property
    def findings(self) -> list[Finding]: ...
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

@final
class InsuranceNumber:
    """A social insurance number (BHXH) or a health card (BHYT)."""

    @property
    def number(self) -> str | None:
        """The ten digits, or the twelve of a personal number; `None` if none may be used."""
    @property
    def group(self) -> str | None:
        """The two letters of a health card."""
    @property
    def level(self) -> int | None:
        """The benefit level of a health card."""
    @property
    def province(self) -> str | None:
        """The province that issued a health card, by its name until 2025-06-30."""
    @property
    def findings(self) -> list[Finding]: ...
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

@final
class Address:
    """The parts of an address within a commune, as they are written; each may be `None`."""

    @property
    def house(self) -> str | None:
        """House number, digits first: `814`, `12/3A`."""
    @property
    def group(self) -> str | None:
        """Residents' group (tổ)."""
    @property
    def hamlet(self) -> str | None:
        """Hamlet (ấp, khóm, thôn, ...) without the words for its kind."""
    @property
    def hamlet_with_kind(self) -> str | None:
        """The same with them, for showing."""
    @property
    def street(self) -> str | None:
        """Street with its kind, or a name that stands in its place."""
    @property
    def is_as_above(self) -> bool:
        """Does the cell say "as in the row above"? Then nothing else is known."""
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""

@final
class Phone:
    """A phone number, as it is dialled today."""

    @property
    def number(self) -> str | None:
        """The digits, with the leading zero; `None` if there is none that may be used."""
    @property
    def mobile(self) -> bool | None:
        """Is it a mobile number?"""
    @property
    def findings(self) -> list[Finding]: ...
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

@final
class TaxCode:
    """A tax code: ten digits, a branch's, or the personal number."""

    @property
    def number(self) -> str | None:
        """The code, a branch's as `0100047516-001`; `None` if there is none that may be used."""
    @property
    def branch(self) -> int | None:
        """The branch of a 13-digit code."""
    @property
    def findings(self) -> list[Finding]: ...
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

@overload
def clean(text: str) -> Cleaned:  # type: ignore[overload-overlap]
    """Repairs text for showing and storing; spelling is kept. A column gives `{text, repairs}`.

    The cells of a column decide together which encodings they were in.
    """

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
    """Divides a full name: surname first, or given name first where the words leave no doubt.
    A column gives its parts and codes of findings."""

@overload
def parse_name(text: _Column) -> ArrowArray: ...
@overload
def name_keys(text: str) -> NameKeys:  # type: ignore[overload-overlap]
    """The keys of a full name. A column gives `{fold, sound}`."""

@overload
def name_keys(text: _Column) -> ArrowArray: ...
@overload
def sound_key(text: str, *, profile: str = "all") -> str:  # type: ignore[overload-overlap]
    """The sound key of a full name.

    To the ear of one region (`north`, `central`, `south`) or of all of them.
    """

@overload
def sound_key(text: _Column, *, profile: str = "all") -> ArrowArray: ...
def khmer_similarity(left: str, right: str) -> Similarity:
    """How alike two given names of Khmer origin sound, in letters of any kind, and why.

    From 0.58 on they may be one name.
    """

def name_origin(text: str) -> NameOrigin:
    """Which people a full name points to: evidence about a name, never proof about a person.

    Ethnic origin is sensitive personal data in law (Decree 356/2025 article 4): ask only with a
    lawful reason, and do not store the answer beside a person. One name a call, never a column.
    """

@overload
def khmer_keys(text: str) -> KhmerKeys:  # type: ignore[overload-overlap]
    """The keys of a Khmer-origin name in Khmer script, Cambodian Latin or Vietnamese letters.

    A column gives lists `{loose, strict, vowel}`. For names of likely Khmer origin only.
    """

@overload
def khmer_keys(text: _Column) -> ArrowArray: ...
def same_khmer(left: str, right: str, *, level: str = "loose") -> bool:
    """May two spellings be one Khmer-origin name?

    Their keys meet at the level (`loose`, `strict`, `vowel`), unless both are listed spellings:
    then the list decides, which tells Kim from Khim.
    """

@overload
def khmer_canonical(text: str) -> str:  # type: ignore[overload-overlap]
    """Khmer text in canonical order, each thing that can be drawn written in one way.

    Text in other scripts stays, composed.
    """

@overload
def khmer_canonical(text: _Column) -> ArrowArray: ...
@overload
def khmer_romanize(text: str, *, style: str = "common") -> str:  # type: ignore[overload-overlap]
    """Khmer script in Latin letters, for showing: `Sokha`.

    As Cambodians write their names (`common`) or by the United Nations' system (`ungegn`).
    Text in other scripts stays.
    """

@overload
def khmer_romanize(text: _Column, *, style: str = "common") -> ArrowArray: ...
def name_similarity(left: str, right: str) -> Similarity:
    """How alike two full names are, and why."""

def decode(data: bytes, encoding: str) -> str:
    """Bytes as text, by the name of their encoding: `tcvn3`, `vni_windows`, `cp1258`, ..."""

def detect_encoding(column: _Column) -> str | None:
    """The encoding that the cells of a column were in before they were misread.

    `None` if they are as they should be, or the evidence does not decide.
    """

@overload
def parse_birth_date(text: str, *, written_in: int | None = None) -> BirthDate:  # type: ignore[overload-overlap]
    """Reads a birth date as offices write it. A column gives its parts and codes of findings.

    The cells of a column decide together whether the day or the month comes first. `written_in`
    is the year the value was written in, from which an age (`60 tuổi`) counts.
    """

@overload
def parse_birth_date(text: _Column, *, written_in: int | None = None) -> ArrowArray: ...
def solar_to_lunar(year: int, month: int, day: int) -> LunarDate | None:
    """The lunar day of a solar date, 1900 to 2100, by Hanoi's time; `None` if there is none."""

def lunar_to_solar(
    year: int, month: int, day: int, *, leap_month: bool = False
) -> datetime.date | None:
    """The solar date of a lunar day, 1899 to 2100; `None` if the calendar has no such day."""

@overload
def parse_citizen_id(text: str) -> CitizenId:  # type: ignore[overload-overlap]
    """Reads a 12-digit identification number. A column gives its parts and codes of findings."""

@overload
def parse_citizen_id(text: _Column) -> ArrowArray: ...
@overload
def parse_identity_card(text: str) -> IdentityCard:  # type: ignore[overload-overlap]
    """Reads a 9-digit identity card number. A column gives its parts and codes of findings."""

@overload
def parse_identity_card(text: _Column) -> ArrowArray: ...

@overload
def parse_insurance_number(text: str) -> InsuranceNumber:  # type: ignore[overload-overlap]
    """Reads a social insurance number or a health card. A column gives its parts and codes of findings."""

@overload
def parse_insurance_number(text: _Column) -> ArrowArray: ...

@overload
def parse_address(text: str) -> Address:  # type: ignore[overload-overlap]
    """Reads an address within a commune: house, group, hamlet, street. A column gives its parts."""

@overload
def parse_address(text: _Column) -> ArrowArray: ...
def compare_addresses(
    left: str, right: str
) -> Literal[
    "missing_both",
    "missing_one",
    "not_comparable",
    "same_house",
    "other_house",
    "same_hamlet",
    "same_group",
    "different",
]:
    """How two addresses of one commune agree, case, marks and leading zeros aside; `resolve_place` says whether two communes are one."""

@overload
def parse_phone(text: str) -> Phone:  # type: ignore[overload-overlap]
    """Reads a phone number; old prefixes and area codes become today's. A column gives its parts and codes of findings."""

@overload
def parse_phone(text: _Column) -> ArrowArray: ...

@overload
def parse_tax_code(text: str) -> TaxCode:  # type: ignore[overload-overlap]
    """Reads a tax code and checks its last digit. A column gives its parts and codes of findings."""

@overload
def parse_tax_code(text: _Column) -> ArrowArray: ...

@final
class Unit:
    """An administrative unit; of one that was resolved, with the reasons why it may be meant."""

    @property
    def name(self) -> str:
        """Kind and name: `Xã Núi Cấm`."""
    @property
    def kind(self) -> str:
        """`province`, `city`, `district`, `town`, `commune`, `ward`, `township`, ..."""
    @property
    def code(self) -> str:
        """Code of the statistics office. Codes were used again in 2025: see `valid_from`."""
    @property
    def parents(self) -> list[str]:
        """The names of the units above it, the nearest first."""
    @property
    def valid_from(self) -> str | None:
        """First day or year; `None` where it is not recorded."""
    @property
    def valid_until(self) -> str | None:
        """Last day or year; `None` for a unit of today."""
    @property
    def evidence(self) -> list[str]:
        """Why it may be meant: `exact`, `unmarked`, `renamed`, `merged`, `divided`, ..."""
    @property
    def written(self) -> Unit | None:
        """The unit that was written, if it is another one."""
    @property
    def history(self) -> list[Unit]:
        """The units until 2025-06-30 that it is made of; of a unit of before, those it went into."""
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

@final
class Places:
    """The units of today that a place can mean."""

    def __len__(self) -> int: ...
    def __getitem__(self, index: int, /) -> Unit: ...
    def __iter__(self) -> Iterator[Unit]: ...
    @property
    def findings(self) -> list[Finding]:
        """What was noticed: unknown, superseded or ambiguous names."""
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

def resolve_place(
    province: str | None = None,
    district: str | None = None,
    commune: str | None = None,
    address: str | None = None,
    *,
    on: str | date | None = None,
) -> Places:
    """The units of today that a place can mean, by names or codes of what is known of it.

    `on`, a date or `2020-12-31`, is the day on which it was written: only units of that day are read.
    """

@final
class FieldExplanation:
    """What one comparison said."""

    @property
    def field(self) -> str:
        """What was compared."""
    @property
    def level(self) -> str:
        """The level of agreement."""
    @property
    def left(self) -> str:
        """The first record's value as read; empty if it has none."""
    @property
    def right(self) -> str:
        """The second record's value as read; empty if it has none."""
    @property
    def weight(self) -> float:
        """Weight of the level."""
    @property
    def frequency_weight(self) -> float:
        """Correction for how common the agreed value is."""
    def to_dict(self) -> dict[str, Any]:
        """Everything, values included, for `json.dumps`."""
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

@final
class Explanation:
    """The reckoning of one pair. Weights are bits: +1 doubles the odds, -1 halves them."""

    @property
    def left_id(self) -> str: ...
    @property
    def right_id(self) -> str: ...
    @property
    def rule(self) -> str | None:
        """The first blocking rule that finds the pair, if any does."""
    @property
    def prior(self) -> float:
        """Weight of two random records of the table being one person."""
    @property
    def dependence(self) -> float:
        """Correction for comparisons that depend on one another."""
    @property
    def neighbours(self) -> float:
        """What other records say, in bits: partners that agree better, or with both."""
    @property
    def fields(self) -> list[FieldExplanation]:
        """One entry per comparison."""
    @property
    def weight(self) -> float:
        """Prior, dependence, neighbours and all weights of the fields together."""
    @property
    def probability(self) -> float:
        """The weight as a probability."""
    def to_dict(self, *, lang: str = "en") -> dict[str, Any]:
        """Everything, values included, for `json.dumps`.

        Names of fields, levels and rules are stable; `field_words`, `level_words` and `rule_words`
        say them in Vietnamese (`vi`) or English (`en`).
        """
    def to_html(self, *, redact: bool = True) -> str:
        """A table for people; values are masked unless `redact=False`."""
    def to_svg(self, *, redact: bool = True, lang: str = "en") -> str:
        """The weights as a waterfall, in Vietnamese (`vi`) or English (`en`)."""
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

@final
class Evaluation:
    """How well a run agrees with the truth, by pairs of records."""

    @property
    def precision(self) -> float:
        """Share of the pairs in one cluster that are one person."""
    @property
    def recall(self) -> float:
        """Share of the pairs of one person that are in one cluster."""
    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
    @property
    def true_pairs(self) -> int:
        """Pairs of records that are one person."""
    @property
    def predicted_pairs(self) -> int:
        """Pairs of records in one cluster."""
    @property
    def correct_pairs(self) -> int:
        """Pairs of records in one cluster that are one person."""
    @property
    def calibration(self) -> ArrowTable:
        """By bands of probability: `low`, `high`, `pairs`, `true_pairs`, `expected`, `observed`."""
    @property
    def thresholds(self) -> ArrowTable:
        """If pairs are taken from a weight on: `weight`, `precision`, `recall`, `f1`, `pairs`."""
    def to_svg(self) -> str:
        """The thresholds as a chart."""
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

@final
class Learned:
    """Everything that a table decides for its rows, from `Linkage.learned`; pickled as its JSON.

    The fitted model with its prior, how common names are, how dates and letters are written; no
    record. Rows of the table in any portions, on any machine, are keyed and scored with it as in the
    whole.
    """

    @staticmethod
    def from_json(text: str) -> Learned:
        """Reads what `to_json` wrote."""
    def to_json(self) -> str:
        """Everything as JSON; syllables of names and their counts are in it, but no record."""
    @property
    def model(self) -> Model:
        """The fitted model, its prior with it."""
    def block_keys(
        self,
        table: _Table,
        *,
        columns: dict[str, str] | None = None,
        rules: str | PathLike[str] | None = None,
    ) -> ArrowTable:
        """For each row its `keys` (int64): rows with a key in common are to be compared.

        `most`: the most rows a block of each key may have before it is split by the values of `refine`,
        one after the other. The same rows give the same keys on every machine.
        """
    def homes(self, records: int) -> int:
        """How many homes of some `records` each the whole table has."""
    def deal_keys(
        self,
        table: _Table,
        buckets: int,
        records: int,
        *,
        columns: dict[str, str] | None = None,
        rules: str | PathLike[str] | None = None,
    ) -> tuple[ArrowTable, ArrowTable]:
        """The keys of the rows of a portion, as bytes for `meet`: `bucket` (by key) and `dealt`.

        The second table has the `home` of each row; a home has some `records`, most of the same birth
        years.
        """
    def of_records(self, records: int) -> Learned:
        """The same, learned from a sample of a table of so many records."""
    @staticmethod
    def meet(
        dealt: list[bytes], *, rules: str | PathLike[str] | None = None
    ) -> tuple[ArrowTable, int]:
        """The blocks of a bucket from all that was dealt to it; the most records of one identifier.

        `home` and `other` are the homes of their records, `record_ids` these if the homes are two;
        `blocks` are bytes for `link_home` (one home) and `near_pairs` (two). Raises `HotenError`:
        `portion_damaged`.
        """
    def near_pairs(
        self,
        table: _Table,
        blocks: list[bytes],
        *,
        columns: dict[str, str] | None = None,
        rules: str | PathLike[str] | None = None,
        possible: float = 0.5,
    ) -> ArrowTable:
        """The near or possible pairs of `blocks` from `meet`, of one cell or of several.

        `left_id`, `right_id`, `weight` (what other records say is not in it) and the place of the
        `rule`. All records must be in the table. Raises `HotenError`: `portion_damaged`.
        """
    def link_home(
        self,
        table: _Table,
        own: int,
        blocks: list[bytes],
        across: _Table,
        weights: list[float],
        *,
        columns: dict[str, str] | None = None,
        rules: str | PathLike[str] | None = None,
        threshold: float = 0.9,
        possible: float = 0.5,
        one_per_source: bool = False,
    ) -> tuple[ArrowTable, ArrowTable, ArrowTable, ArrowTable]:
        """Compares the `blocks` of one home and settles all that no near pair leads out of.

        `table`: its `own` records first, then those of other homes that are `across`: the columns of ids
        of all near pairs that lead out, with their first `weights` (`near_pairs`). Gives clusters of own
        records that are settled; all pairs within the home; the strongest partners of records left open
        (`group`, `record_id`, `partner`, `weight`; a record without partners has a row without a weight);
        and the matches between these, by the place of their rule. Raises `HotenError`: `portion_damaged`.
        """
    def look_again(
        self,
        table: _Table,
        pairs: _Table,
        places: list[int],
        partners: _Table,
        weights: list[float],
        *,
        columns: dict[str, str] | None = None,
        rules: str | PathLike[str] | None = None,
        threshold: float = 0.9,
        possible: float = 0.5,
        one_per_source: bool = False,
    ) -> Linkage:
        """Looks again at near `pairs` (columns of left and right ids) and clusters them.

        `places` are those of their rules. `partners`: columns of record ids and partners' ids, those of
        `link_home`, or at least the nine strongest of every record or all; `weights`: their first weights. Raises `HotenError`:
        `portion_damaged`.
        """
    def dedupe(
        self,
        table: _Table,
        blocks: list[list[int]],
        *,
        columns: dict[str, str] | None = None,
        rules: str | PathLike[str] | None = None,
        threshold: float = 0.9,
        possible: float = 0.5,
        one_per_source: bool = False,
        progress: Callable[[str, int, int], object] | None = None,
    ) -> Linkage:
        """Compares, scores and clusters all pairs of rows within each of `blocks`, and no others."""
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""

@final
class Model:
    """How much each level of agreement says for or against one person.

    Every number can be read and changed as JSON.
    """

    def __new__(cls) -> Self:
        """The model hoten comes with."""
    @staticmethod
    def from_json(text: str) -> Model:
        """Reads what `to_json` wrote, or a part of it.

        What is left out is as in the model hoten comes with; an unknown key, a newer version or a
        number out of its bounds is an error that names it.
        """
    def to_json(self) -> str:
        """Every number of the model."""
    @staticmethod
    def schema() -> str:
        """The JSON Schema of `to_json`."""
    @property
    def prior(self) -> float | None:
        """How likely two random records are one person; `None`: found from the table."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

@final
class CandidateStream:
    """The pairs to compare, made while they are read.

    `pyarrow.table(x)`, or batch by batch with `pyarrow.RecordBatchReader.from_stream(x)`. Each
    reading begins anew.
    """

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...

@final
class Linkage:
    """Pairs, clusters, and why: the result of `dedupe`, `link` and `update`."""

    @property
    def pairs(self) -> ArrowTable:
        """Every pair of at least the probability `possible`.

        `left_id`, `right_id`, `weight`, `probability`, `rule`, and one level of agreement per
        comparison.
        """
    @property
    def clusters(self) -> ArrowTable:
        """`record_id` and `cluster_id`; with two tables also `side`, `left` or `right`.

        A cluster bears the smallest identifier of its records, or the name it had before.
        """
    def learned(self) -> Learned:
        """What the run learned of its table, to key and score portions of it elsewhere."""
    @property
    def golden(self) -> ArrowTable:
        """One record a cluster: `cluster_id`, `records`, and the best value of every field.

        Beside each `field` stand `field_from`, the record it comes from, and `field_reason`: `only`,
        `agreed`, `most_complete`, `trusted`, `majority` or `tie`.
        """
    @property
    def refused(self) -> ArrowTable:
        """Pairs heavy enough that were not followed: `left_id`, `right_id`, `weight`, `reason`."""
    @property
    def conflicts(self) -> ArrowTable:
        """Pairs judged to be two persons that other judgements join: `left_id`, `right_id`."""
    @property
    def joined(self) -> ArrowTable:
        """After `update`: new records that joined a known cluster: `record_id`, `cluster_id`."""
    @property
    def merges(self) -> ArrowTable:
        """After `update`: known clusters that new evidence would join; they were left as they were.

        `left_cluster_id`, `right_cluster_id`, `left_id`, `right_id`, `weight`.
        """
    @property
    def weak_clusters(self) -> ArrowTable:
        """Clusters that people should look at, the weakest first.

        `cluster_id`, `records`, `weakest` (probability of the weakest pair that is needed to hold
        it together), `agreement` (share of its pairs that are matches), `bridges`.
        """
    def suggest(self, count: int = 20) -> ArrowTable:
        """Pairs whose judgement would teach most: `left_id`, `right_id`, `probability`, `alike`."""
    @property
    def unlinkable(self) -> ArrowTable:
        """Records that can hardly be put beside another: `record_id`, `reason`."""
    @property
    def model(self) -> Model:
        """The model as fitted to the tables, its prior with it."""
    @property
    def findings(self) -> ArrowTable:
        """What was noticed about single records: `record_id`, `field`, `code`, `severity`."""
    def explain(self, left_id: str | int, right_id: str | int) -> Explanation:
        """Why two records are, or are not, one person.

        By record id, or row number (from 0) where the table has no ids.
        """
    def review(self, pairs: Any = None, **options: Any) -> Any:
        """Pairs for a person to judge; see `hoten.review.open_review` for the options.

        A widget where anywidget is installed, else a `hoten.review.Review` with the same methods.
        """
    def pair(self, left_id: str | int, right_id: str | int) -> tuple[dict[str, str], dict[str, str]]:
        """Two records as they stand in their tables, each a dict of field name and value."""
    @property
    def columns(self) -> dict[str, str]:
        """The columns that were used: field name to header."""
    @property
    def ignored_columns(self) -> list[str]:
        """Headers of the columns that were not looked at."""
    def examples(self, count: int = 5) -> ArrowTable:
        """Pairs that show how the run decides: `left_id`, `right_id`, at most `count`.

        Sure ones, the last that matched, the first that did not, the most doubtful.
        """
    def figures(self) -> dict[str, int]:
        """The figures of the run by name: `records`, `matched_pairs`, `clusters`, ..."""
    def summary(self) -> str:
        """The figures of the run, for people."""
    def evaluate(self, truth: _Table, right: _Table | None = None) -> Evaluation:
        """Against a table whose first column is the record id and whose second names the person.

        `right` is that of the second table where two were linked, if identifiers are not different.
        """
    def to_html(self, *, redact: bool = True) -> str:
        """One self-contained page; values are masked unless `redact=False`."""
    def write_report(self, folder: str | PathLike[str], *, redact: bool = True) -> None:
        """Writes `pairs.csv`, `clusters.csv`, `findings.csv` and `report.html` into a folder."""
    def save(self, folder: str | PathLike[str]) -> None:
        """Saves everything into a folder, for `open_result`.

        The records are in it too: keep it as safe as the tables themselves.
        """
    def __len__(self) -> int: ...
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

def open_result(folder: str | PathLike[str]) -> Linkage:
    """Opens a result that was saved with `Linkage.save`."""

def dedupe(
    table: _Table,
    *,
    columns: dict[str, str] | dict[str, str | list[str]] | None = None,
    fields: dict[str, _FieldKind] | None = None,
    model: Model | str | PathLike[str] | None = None,
    rules: str | PathLike[str] | None = None,
    fit: bool = True,
    threshold: float = 0.9,
    possible: float = 0.5,
    judgements: _Table | None = None,
    trust: list[str] | None = None,
    one_per_source: bool = False,
    sheet: str | None = None,
    threads: int | None = None,
    progress: Callable[[str, int, int], object] | None = None,
) -> Linkage:
    """Finds the records of one person in a table, a workbook (xlsx, xls, ods), or a CSV file of any
    usual encoding. Of a workbook `sheet` is read, else the one with most records.

    Columns are recognised by Vietnamese and English headers; `columns` names others, as in
    `{"full_name": "hoten_kh"}`. `fields` declares columns of the table's own by what they hold, as in
    `{"given_name": "text", "house": "number", "customer_no": "identifier", "dob": "date",
    "state": "category"}`: any table can be linked so, and none needs a column of names then.
    Residents' fields are recognised beside them where a column is surely of full names. A field whose
    column has another header is named in `columns`; two tables may head it differently:
    `{"given_name": ["fname", "first name"]}`. Pairs of at least the probability `threshold` make clusters, pairs
    of at least `possible` are kept. `model` (a `Model`, its JSON, or a file of it) is fitted to the
    table unless `fit` is false. `rules` (JSON as `shipped_rules()` gives it, or a file of it) says by
    which rules records meet. `judgements` is a table of left id, right id and `same`,
    `different` or `unsure`. `trust` lists sources for golden records, the most trusted first.
    `progress(stage, done, total)` is told how far it has come; what it raises stops the run, and so
    does Ctrl-C.
    """

def link(
    left: _Table,
    right: _Table,
    *,
    mode: str = "many_to_many",
    columns: dict[str, str] | dict[str, str | list[str]] | None = None,
    fields: dict[str, _FieldKind] | None = None,
    model: Model | str | PathLike[str] | None = None,
    rules: str | PathLike[str] | None = None,
    fit: bool = True,
    threshold: float = 0.9,
    possible: float = 0.5,
    judgements: _Table | None = None,
    trust: list[str] | None = None,
    one_per_source: bool = False,
    threads: int | None = None,
    progress: Callable[[str, int, int], object] | None = None,
) -> Linkage:
    """Finds the persons that two tables have in common.

    Records of one table are not compared with each other. `mode` says how many partners a record
    may have: `one_to_one`, `one_to_many` (a left record may have several), `many_to_one` or
    `many_to_many`; the heaviest pairs go first, equal ones by left and right identifier. Other
    keywords as in `dedupe`.
    """

def update(
    known: _Table,
    clusters: _Table,
    new: _Table,
    *,
    columns: dict[str, str] | dict[str, str | list[str]] | None = None,
    fields: dict[str, _FieldKind] | None = None,
    model: Model | str | PathLike[str] | None = None,
    rules: str | PathLike[str] | None = None,
    fit: bool = True,
    threshold: float = 0.9,
    possible: float = 0.5,
    judgements: _Table | None = None,
    trust: list[str] | None = None,
    one_per_source: bool = False,
    threads: int | None = None,
    progress: Callable[[str, int, int], object] | None = None,
) -> Linkage:
    """Finds the persons of new records among records that were clustered before.

    `clusters` is a table of record id and cluster id, as `Linkage.clusters` gives it. Known clusters
    keep their members and names; see `Linkage.joined` and `Linkage.merges`. Give the `model` of the
    run before with `fit=False`, so that weights stay comparable. Other keywords as in `dedupe`.
    """

def forecast(
    table: _Table,
    right: _Table | None = None,
    *,
    columns: dict[str, str] | dict[str, str | list[str]] | None = None,
    fields: dict[str, _FieldKind] | None = None,
    rules: str | PathLike[str] | None = None,
    sheet: str | None = None,
    threads: int | None = None,
) -> ArrowTable:
    """Counts exactly what each blocking rule will make, before any pair is made.

    `rule`, `pairs`, `left_out_pairs`, `keyed_records`, `blocks`, `largest_block`,
    `largest_block_pairs`, `refined_blocks`, `refused_blocks`. With `right`, pairs go across.
    """

def candidates(
    table: _Table,
    right: _Table | None = None,
    *,
    columns: dict[str, str] | dict[str, str | list[str]] | None = None,
    fields: dict[str, _FieldKind] | None = None,
    rules: str | PathLike[str] | None = None,
    sheet: str | None = None,
    threads: int | None = None,
) -> CandidateStream:
    """The pairs to compare: `left_id`, `right_id` and the first `rule` that finds them."""

def shipped_rules() -> str:
    """The blocking rules hoten comes with, as the JSON that the keyword `rules` takes."""

def train(
    table: _Table,
    *,
    truth: _Table | None = None,
    judgements: _Table | None = None,
    columns: dict[str, str] | dict[str, str | list[str]] | None = None,
    fields: dict[str, _FieldKind] | None = None,
    model: Model | str | PathLike[str] | None = None,
    rules: str | PathLike[str] | None = None,
    sheet: str | None = None,
    threads: int | None = None,
    progress: Callable[[str, int, int], object] | None = None,
) -> Model:
    """The model fitted to a table.

    Without labels by expectation maximisation, pairs judged `same` counting beside the estimate; or
    counted from `truth`, a table of record id and person.
    """

def mask(value: str, *, field: str = "full_name") -> str:
    """A value without what points to the person, yet still tellable apart: `079***0001`.

    `field` is the field's name; what stands in units and sources is not masked.
    """

def _error(code: str, **params: object) -> Exception: ...
def _text_addresses(column: _Column) -> list[int | None]: ...
def check_record(
    record: Mapping[str, object],
    *,
    today: date | str | None = None,
    ignore: list[str] | None = None,
) -> list[Finding]:
    """Checks one record: each field by itself, and the fields against one another; gravest first.

    Keys are field names (`full_name`, `birth_date`, ...) or headers such as `Họ và tên`; others are
    passed over. A field that is given but blank is found missing. `today` is the day ages are
    counted to (the day of the call unless given), `ignore` are codes to say nothing of; each code
    has a page in `docs/findings`.
    """

@final
class Quality:
    """What was found in a table, and how good its data is."""

    @property
    def columns(self) -> dict[str, str]:
        """The columns that were used: field name to header."""
    @property
    def ignored_columns(self) -> list[str]:
        """Headers of the columns that were not looked at."""
    @property
    def findings(self) -> ArrowTable:
        """`record_id`, `field`, `code`, `severity`."""
    def summary(self) -> str:
        """The figures, for people."""
    def to_dict(self) -> dict[str, Any]:
        """The figures as plain values, in the shape of the saved file."""
    def save(self, path: str | PathLike[str]) -> None:
        """Saves the figures as JSON, for a later week to compare with."""
    def compare(self, earlier: Quality | str | PathLike[str]) -> dict[str, Any]:
        """What changed since an earlier result, or one that was saved."""
    def to_html(
        self,
        *,
        redact: bool = True,
        lang: Literal["en", "vi"] = "vi",
        earlier: Quality | str | PathLike[str] | None = None,
    ) -> str:
        """One self-contained page; values are masked unless `redact=False`."""
    def write_report(
        self,
        folder: str | PathLike[str],
        *,
        redact: bool = True,
        lang: Literal["en", "vi"] = "vi",
        earlier: Quality | str | PathLike[str] | None = None,
    ) -> None:
        """Writes `quality.html`, `findings.csv`, `units.csv` and `quality.json` into a folder."""
    def __len__(self) -> int: ...
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
    def _repr_html_(self) -> str: ...

def check(
    table: _Table,
    *,
    columns: dict[str, str] | None = None,
    today: date | str | None = None,
    ignore: list[str] | None = None,
    clusters: Linkage | None = None,
    title: str = ...,
    sheet: str | None = None,
    progress: Callable[[str, int, int], object] | None = None,
) -> Quality:
    """Checks every record of a table, a workbook or a CSV file, and the records against one another.

    Between records exact keys are used; `clusters` takes what `dedupe` of the same table found, for
    duplicates beyond that. `title` and `today` stand in the figures. What `progress(stage, done,
    total)` raises stops the run, and so does Ctrl-C.
    """

@final
class Index:
    """Records in one file, opened and searched in microseconds.

    >>> with hoten.Index.build(table, "residents.hoten") as index:
    ...     hits = index.search({"full_name": "nguyen van hoa", "birth_date": "1950"}, limit=5)
    """

    kind: Literal["full"]
    @overload
    @staticmethod
    def build(
        table: _Table,
        path: str | PathLike[str],
        *,
        kind: Literal["full"] = "full",
        key: None = None,
        columns: dict[str, str] | None = None,
        model: Model | str | PathLike[str] | None = None,
        fit: bool = True,
        threads: int | None = None,
        memory: int | None = None,
        progress: Callable[[str, int, int], object] | None = None,
    ) -> Index:
        """Writes the index of a table or a CSV file, and opens it.

        The file appears whole or not at all, readable by its owner only. `memory` is the bytes to
        sort keys in (256 MiB); more are sorted in files beside the index. With the `model` of a
        result and `fit=False` a search gives the scores of that result, also in tables so large that
        the prior is reckoned from a sample, and the build takes half the time.

        With `kind="keyed"` and a `key` of 32 random bytes (`secrets.token_bytes(32)`) the file is one
        for a form in a browser: see `KeyedIndex`.
        """
    @overload
    @staticmethod
    def build(
        table: _Table,
        path: str | PathLike[str],
        *,
        kind: Literal["keyed"],
        key: bytes,
        columns: dict[str, str] | None = None,
        model: None = None,
        fit: bool = True,
        threads: int | None = None,
        memory: int | None = None,
        progress: None = None,
    ) -> KeyedIndex: ...
    @overload
    @staticmethod
    def open(source: str | PathLike[str] | bytes, *, map: bool = False, key: None = None) -> Index:
        """Opens an index file, or its bytes; one of kind "keyed" with its `key`.

        With `map=True` the file is not read but mapped: while the index is open nobody may write to
        it or cut it shorter, or the process may die. Renaming a new file over it is harmless.
        """
    @overload
    @staticmethod
    def open(
        source: str | PathLike[str] | bytes, *, map: bool = False, key: bytes
    ) -> KeyedIndex: ...
    def search(
        self,
        record: dict[str, Any],
        limit: int = 10,
        *,
        typing: bool = False,
        commune: str | None = None,
        source: str | None = None,
        candidates: int = 512,
    ) -> IndexHits:
        """Records that may be this person, the likeliest first, scored as `dedupe` would.

        The record may be whole or in part; its keys are field names or headers (`Họ và tên`).
        `typing` says that the last word of the name may be half written. `commune` and `source` keep
        only records of theirs. At most `candidates` records are compared; see `truncated`.
        """
    def search_table(
        self,
        table: _Table,
        limit: int = 10,
        *,
        commune: str | None = None,
        source: str | None = None,
        candidates: int = 512,
    ) -> ArrowTable:
        """Records like those of a table, on all cores.

        `query_row` (from 0), `rank` (from 1), `record_id` (as text), `score`, `probability`.
        """
    def verify(self) -> None:
        """Checks every block now, instead of when it is first looked at."""
    @property
    def rules(self) -> list[str]:
        """The names of its rules."""
    def close(self) -> None:
        """Lets the bytes go; hits that were found can still be explained."""
    def __enter__(self) -> Index: ...
    def __exit__(self, *_args: object) -> None: ...
    def __len__(self) -> int: ...
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""

@final
class IndexHits:
    """Records that were found, the likeliest first; a sequence."""

    @property
    def truncated(self) -> bool:
        """More records could have been compared than `candidates` allows: a better one may be missing."""
    @property
    def compared(self) -> int:
        """How many records were compared."""
    def to_table(self) -> ArrowTable:
        """`query_row` (0), `rank` (from 1), `record_id` (as text), `score`, `probability`."""
    def __len__(self) -> int: ...
    def __getitem__(self, place: int, /) -> IndexHit: ...
    def __iter__(self) -> Iterator[IndexHit]: ...
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""

@final
class IndexHit:
    """One record that was found."""

    @property
    def record_id(self) -> str | int:
        """The record's identifier: text or a whole number, as in the table; else its row number."""
    @property
    def row(self) -> int:
        """Its row in the table the index was built from."""
    @property
    def score(self) -> float:
        """Match weight in bits, as `dedupe` gives a pair."""
    @property
    def probability(self) -> float:
        """The score as a probability."""
    @property
    def rule(self) -> str:
        """The first rule that found it."""
    @property
    def levels(self) -> dict[str, str]:
        """The level of agreement of each comparison."""
    @property
    def record(self) -> dict[str, str]:
        """The record as the index keeps it, by field."""
    def explain(self) -> Explanation:
        """Every weight that made the score; `left_id` is empty, the query has no identifier."""
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""

@final
class KeyedIndex:
    """An index without records, for a form in a browser: whether a likely duplicate exists.

    It holds labels under a key and opaque handles: no name, number, date or identifier. Take one
    file for each commune or office, and a new key with each build. It remains personal data: whoever
    has file and key can guess; `leaks` says with how many guesses.

    >>> key = secrets.token_bytes(32)
    >>> with hoten.Index.build(table, "form.hoten", kind="keyed", key=key) as index:
    ...     handles = index.handles  # stays on the server
    ...     hits = index.search({"full_name": "nguyen van hoa", "birth_date": "12/5/1950"})
    """

    kind: Literal["keyed"]
    def search(self, record: dict[str, Any], limit: int = 10) -> KeyedHits:
        """Records that share a composite key with this one, those of the most telling rule first.

        Names are compared by sound, everything else as a whole: there is no score and no reason.
        """
    @property
    def handles(self) -> ArrowTable | None:
        """`row` and `handle` of each row of the table; `None` unless the index was just built.

        By this list the server finds the record of a handle; it is in no file.
        """
    @property
    def leaks(self) -> dict[str, Any] | None:
        """What a thief of the file could learn; `None` unless the index was just built.

        Without the key: `entries` in the file, hence `least_records` and `most_records`;
        `repeated_labels` and `repeated_handles` are 0. With the key, for each of `rules`: different
        `keys`, `records` under them, the `largest` number under one, and about how many guesses,
        the commonest names first, find a tenth (`tenth_guesses`) or half (`half_guesses`) of the records.
        """
    @property
    def entries(self) -> int:
        """Entries in the file, those of nothing included."""
    @property
    def rules(self) -> list[str]:
        """The names of its rules."""
    def verify(self) -> None:
        """Checks every block now, instead of when it is first looked at."""
    def close(self) -> None:
        """Lets the bytes go."""
    def __enter__(self) -> KeyedIndex: ...
    def __exit__(self, *_args: object) -> None: ...
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""

@final
class KeyedHits:
    """Likely duplicates; a sequence."""

    truncated: bool
    def __len__(self) -> int: ...
    def __getitem__(self, place: int, /) -> KeyedHit: ...
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""

@final
class KeyedHit:
    """A likely duplicate."""

    @property
    def handle(self) -> str:
        """What the server knows the record by: sixteen digits."""
    @property
    def rule(self) -> str:
        """The most telling rule that found it."""
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""

@final
class LiveIndex:
    """A register that changes, kept in a folder and searched like an `Index`.

    Changes are found by `search` at once and by snapshots once they are committed. What `commit`
    acknowledged is there after a crash or a power cut at any moment. Model and frequencies are learned
    by `compact`: call it after the first load, and now and then.

    >>> with hoten.LiveIndex.open("register") as live:
    ...     live.add({"record_id": "HS-1", "full_name": "Trần Thị Bé", "birth_date": "1961"})
    ...     live.commit()
    ...     hits = live.search({"full_name": "tran thi be"})
    """

    @staticmethod
    def open(
        path: str | PathLike[str],
        *,
        create: bool = True,
        columns: dict[str, str] | None = None,
        integer_ids: bool = False,
        threads: int | None = None,
        log_bytes: int | None = None,
    ) -> LiveIndex:
        """Opens the live index of a folder for writing; makes one if there is none.

        One at a time can write: another raises `live_locked`. `integer_ids` (looked at when it is
        made) gives identifiers back as whole numbers. `log_bytes` is how long the log grows before
        a commit makes a segment of it (8 MiB).
        """
    def add(self, records: _Table | dict[str, Any]) -> int:
        """Adds a table, a CSV file or one record, each in place of any of its identifier; how many."""
    def update(self, records: _Table | dict[str, Any]) -> int:
        """Puts records as a whole in place of those of their identifiers, which must be there; how many."""
    def remove(self, ids: str | int | Iterable[str | int]) -> int:
        """Removes records; how many were there. Their values stay in files until `compact` or `purge`."""
    def commit(self) -> None:
        """Makes all changes since the last commit durable, together."""
    def compact(self, *, background: bool = False) -> None:
        """Makes one file of all committed records and learns model and frequencies anew.

        In the background the work goes on meanwhile; the first commit after its end takes it over.
        """
    @property
    def compacting(self) -> bool:
        """Whether a compaction is under way in the background."""
    def finish_compaction(self) -> None:
        """Waits for the compaction in the background, and raises what went wrong in it."""
    def purge(self, ids: str | int | Iterable[str | int] | None = None) -> None:
        """Commits, and leaves nothing of these records in any file of the folder.

        Nor of any record that was removed or replaced before. Copies of the folder are beyond it.
        """
    def search(
        self,
        record: dict[str, Any],
        limit: int = 10,
        *,
        typing: bool = False,
        commune: str | None = None,
        source: str | None = None,
        candidates: int = 512,
    ) -> IndexHits:
        """As `Index.search`, changes that are not committed included."""
    def search_table(
        self,
        table: _Table,
        limit: int = 10,
        *,
        commune: str | None = None,
        source: str | None = None,
        candidates: int = 512,
    ) -> ArrowTable:
        """As `Index.search_table`, changes that are not committed included."""
    def get(self, id: str | int) -> dict[str, str] | None:
        """The record of an identifier by field, as it was handed in."""
    def snapshot(self) -> LiveSnapshot:
        """The records after the last commit; it never waits for a writer."""
    @staticmethod
    def salvage(path: str | PathLike[str], to: str | PathLike[str]) -> dict[str, Any]:
        """Saves what can be read of a damaged folder into a new one.

        `records` saved, whether the `manifest_lost`, and `damaged` files with `name`, `lost_records`
        (`None`: nobody knows) and `lost_commits`.
        """
    def close(self) -> None:
        """Ends the work; what was not committed is given up."""
    def __enter__(self) -> LiveIndex: ...
    def __exit__(self, *_args: object) -> None: ...
    def __len__(self) -> int: ...
    def __contains__(self, id: str | int, /) -> bool: ...
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""

@final
class LiveSnapshot:
    """The records of a live index after one commit; it never changes."""

    @staticmethod
    def read(path: str | PathLike[str]) -> LiveSnapshot:
        """Reads a folder that another process may be writing."""
    def search(
        self,
        record: dict[str, Any],
        limit: int = 10,
        *,
        typing: bool = False,
        commune: str | None = None,
        source: str | None = None,
        candidates: int = 512,
    ) -> IndexHits:
        """As `Index.search`."""
    def search_table(
        self,
        table: _Table,
        limit: int = 10,
        *,
        commune: str | None = None,
        source: str | None = None,
        candidates: int = 512,
    ) -> ArrowTable:
        """As `Index.search_table`."""
    def get(self, id: str | int) -> dict[str, str] | None:
        """The record of an identifier by field, as it was handed in."""
    def __len__(self) -> int: ...
    def __contains__(self, id: str | int, /) -> bool: ...
    def show(self, *, unmask: bool = False) -> View:
        """As HTML for notebooks; values of persons are masked unless `unmask`."""
