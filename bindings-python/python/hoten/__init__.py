"""Cleans and deduplicates Vietnamese resident records.

>>> import hoten
>>> hoten.normalize("  NGUYỄN  VĂN HOÀ")
'nguyễn văn hòa'
>>> hoten.parse_name("Tôn Nữ Thị Ninh").surname
'Tôn Nữ'

>>> names = ["Nguyễn Văn Hòa", "NGUYỄN VĂN HOÀ", "Trần Thị Bé"]
>>> dates = ["12/5/1950", "1950-05-12", "1961"]
>>> result = hoten.dedupe({"Họ và tên": names, "Ngày sinh": dates})
>>> result.clusters.to_pydict()["cluster_id"]
['0', '0', '2']

Functions of text take a string or a column (anything with an Arrow door, a list), and then give a
column: `pyarrow.array(x)`, `polars.Series(x)` or `x.to_pylist()`.
"""

from . import _notebook
from ._errors import HotenError, HotenFileError, HotenTypeError
from ._teach import taught as _taught
from ._hoten import (
    Address,
    ArrowArray,
    ArrowTable,
    BirthDate,
    CandidateStream,
    CitizenId,
    Cleaned,
    Evaluation,
    Explanation,
    FieldExplanation,
    Finding,
    IdentityCard,
    Index,
    IndexHit,
    IndexHits,
    InsuranceNumber,
    KhmerKeys,
    Linkage,
    LunarDate,
    Model,
    Name,
    NameKeys,
    NameOrigin,
    Phone,
    Places,
    Quality,
    Repair,
    SexHint,
    Similarity,
    Suggestion,
    TaxCode,
    Unit,
    __version__,
    candidates,
    check,
    check_record,
    clean,
    compare_addresses,
    decode,
    dedupe,
    detect_encoding,
    fold,
    forecast,
    khmer_canonical,
    khmer_keys,
    khmer_romanize,
    khmer_similarity,
    link,
    lunar_to_solar,
    mask,
    name_keys,
    name_origin,
    name_similarity,
    normalize,
    open_result,
    parse_address,
    parse_birth_date,
    parse_citizen_id,
    parse_identity_card,
    parse_insurance_number,
    parse_name,
    parse_phone,
    parse_tax_code,
    resolve_place,
    same_khmer,
    shipped_rules,
    solar_to_lunar,
    sound_key,
    train,
    update,
)

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
    "HotenError",
    "HotenFileError",
    "HotenTypeError",
    "IdentityCard",
    "Index",
    "IndexHit",
    "IndexHits",
    "InsuranceNumber",
    "KhmerKeys",
    "Linkage",
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

# Functions with keywords say which one was probably meant.
for _name in (
    "candidates check check_record dedupe forecast khmer_romanize link mask parse_birth_date "
    "resolve_place same_khmer sound_key train update"
).split():
    globals()[_name] = _taught(globals()[_name])
_notebook.attach()
del _name
