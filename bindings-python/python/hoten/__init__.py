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

from ._hoten import (
    ArrowArray,
    ArrowTable,
    BirthDate,
    CitizenId,
    Cleaned,
    Evaluation,
    Explanation,
    FieldExplanation,
    Finding,
    HotenError,
    Index,
    IndexHit,
    IndexHits,
    KhmerKeys,
    Linkage,
    Name,
    NameKeys,
    NameOrigin,
    Repair,
    SexHint,
    Similarity,
    Suggestion,
    __version__,
    clean,
    decode,
    dedupe,
    detect_encoding,
    fold,
    khmer_canonical,
    khmer_keys,
    khmer_romanize,
    khmer_similarity,
    name_keys,
    name_origin,
    name_similarity,
    normalize,
    parse_birth_date,
    parse_citizen_id,
    parse_name,
    same_khmer,
    sound_key,
)

__all__ = [
    "ArrowArray",
    "ArrowTable",
    "BirthDate",
    "CitizenId",
    "Cleaned",
    "Evaluation",
    "Explanation",
    "FieldExplanation",
    "Finding",
    "HotenError",
    "Index",
    "IndexHit",
    "IndexHits",
    "KhmerKeys",
    "Linkage",
    "Name",
    "NameKeys",
    "NameOrigin",
    "Repair",
    "SexHint",
    "Similarity",
    "Suggestion",
    "__version__",
    "clean",
    "decode",
    "dedupe",
    "detect_encoding",
    "fold",
    "khmer_canonical",
    "khmer_keys",
    "khmer_romanize",
    "khmer_similarity",
    "name_keys",
    "name_origin",
    "name_similarity",
    "normalize",
    "parse_birth_date",
    "parse_citizen_id",
    "parse_name",
    "same_khmer",
    "sound_key",
]
