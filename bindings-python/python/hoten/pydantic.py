"""Types for pydantic models whose errors carry hoten's codes: `import hoten.pydantic`.

>>> import pydantic, hoten.pydantic as ht
>>> class Resident(pydantic.BaseModel):
...     full_name: ht.FullName
...     birth_date: ht.BirthDate | None = None
...     citizen_id: ht.CitizenId | None = None
>>> person = Resident(full_name="NGUYỄN  VĂN HOÀ", citizen_id="089050001234")
>>> person.full_name, person.citizen_id.parsed.birth_year
('Nguyễn Văn Hoà', 1950)
>>> try:
...     Resident(full_name="Lê Lợi", birth_date="tháng trước")
... except pydantic.ValidationError as error:
...     error.errors()[0]["type"]
'date_unreadable'

Each type is a `str` with the value as it should stand, `parsed` (what hoten read) and `findings`.
Only findings of severity `error` refuse a value. `model_validate(..., context={"lang": "vi"})` gives
the messages in Vietnamese.
"""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

import hoten

__all__ = ["BirthDate", "CitizenId", "FullName", "IdentityCard", "InsuranceNumber", "Phone", "TaxCode"]


class _Text(str):
    """Text that hoten has read."""

    _parse: ClassVar[Any]
    _about: ClassVar[dict[str, Any]]
    parsed: Any
    findings: list[hoten.Finding]

    @classmethod
    def _value(cls, text: str, parsed: Any) -> str:
        return str(parsed.number or text.strip())

    @classmethod
    def _read(cls, text: str, info: core_schema.ValidationInfo) -> _Text:
        if isinstance(text, cls):
            return text
        parsed = cls._parse(text)
        for finding in parsed.findings:
            if finding.severity == "error":
                lang = (info.context or {}).get("lang", "en")
                # pydantic fills braces itself, and would stumble over those of a value.
                words = finding.message(lang).replace("{", "(").replace("}", ")")
                raise PydanticCustomError(finding.code, words, dict(finding.params))
        value = cls(cls._value(text, parsed))
        value.parsed, value.findings = parsed, parsed.findings
        return value

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.with_info_after_validator_function(
            cls._read, core_schema.str_schema(), serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", **cls._about}


class FullName(_Text):
    """A full name; the value is the clean text."""

    _parse = staticmethod(hoten.parse_name)
    _about = {"title": "Full name", "examples": ["Nguyễn Văn Hòa"]}

    @classmethod
    def _value(cls, text: str, parsed: Any) -> str:
        return hoten.clean(text).text


class BirthDate(_Text):
    """A birth date as far as it is known: `1950-05-12`, `1950-05`, `1950`, or the text as written
    where it says another thing, such as two years."""

    _parse = staticmethod(hoten.parse_birth_date)
    _about = {"title": "Birth date", "examples": ["12/05/1950", "1950"]}

    @classmethod
    def _value(cls, text: str, parsed: Any) -> str:
        if parsed.calendar != "solar" or parsed.precision not in ("day", "month", "year"):
            return text.strip()
        parts = [f"{parsed.year:04}"]
        if parsed.month:
            parts.append(f"{parsed.month:02}")
        if parsed.day:
            parts.append(f"{parsed.day:02}")
        return "-".join(parts)


class CitizenId(_Text):
    """A 12-digit personal number (CCCD)."""

    _parse = staticmethod(hoten.parse_citizen_id)
    _about = {"title": "Citizen ID", "examples": ["089050001234"]}


class IdentityCard(_Text):
    """A 9-digit identity card number (CMND)."""

    _parse = staticmethod(hoten.parse_identity_card)
    _about = {"title": "Identity card", "examples": ["351234567"]}


class InsuranceNumber(_Text):
    """A social insurance number or a health card."""

    _parse = staticmethod(hoten.parse_insurance_number)
    _about = {"title": "Insurance number"}


class Phone(_Text):
    """A phone number, as it is dialled today."""

    _parse = staticmethod(hoten.parse_phone)
    _about = {"title": "Phone number", "examples": ["0912345678"]}


class TaxCode(_Text):
    """A tax code."""

    _parse = staticmethod(hoten.parse_tax_code)
    _about = {"title": "Tax code", "examples": ["0100047516-001"]}
