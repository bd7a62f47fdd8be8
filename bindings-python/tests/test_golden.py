"""Runs core/testdata/golden: the cases that Rust and node run too."""

import json
from pathlib import Path
from types import SimpleNamespace

import hoten

ROOT = Path(__file__).parents[2]


def sex_hint(text):
    hint = hoten.parse_name(text).sex_hint
    if hint is None:
        return None
    leans = "female" if hint.p_female >= 0.9 else "male" if hint.p_female < 0.1 else "open"
    return SimpleNamespace(leans=leans, evidence=hint.evidence)


def parts(column):
    return [[row[part] for part in ("year", "month", "day")] for row in column]


def named(unit):
    return ", ".join([unit.name, *unit.parents])


SPECIAL = {
    "check_record": lambda record, today: SimpleNamespace(
        findings=hoten.check_record(record, today=today)
    ),
    "parse_birth_date_at": lambda text, year: hoten.parse_birth_date(text, written_in=year),
    "parse_birth_dates": lambda cells: parts(
        row or dict.fromkeys(("year", "month", "day"))
        for row in hoten.parse_birth_date(cells).to_pylist()
    ),
    "lunar_to_solar": lambda year, month, day, leap: hoten.lunar_to_solar(
        year, month, day, leap_month=leap
    ),
    "place_today": lambda *parts: sorted(map(named, hoten.resolve_place(*parts))),
    "place_written": lambda *parts: sorted({named(unit.written or unit) for unit in hoten.resolve_place(*parts)}),
    "place_findings": lambda *parts: sorted({finding.code for finding in hoten.resolve_place(*parts).findings}),
    "decode": lambda text, encoding: hoten.decode(bytes.fromhex(text), encoding),
    "sex_hint": sex_hint,
    "same_normal": lambda a, b: hoten.normalize(a) == hoten.normalize(b),
    "same_fold": lambda a, b: hoten.name_keys(a).fold == hoten.name_keys(b).fold,
    "same_sound": lambda a, b: hoten.sound_key(a) == hoten.sound_key(b),
    "same_sound_in": lambda profile, a, b: (
        hoten.sound_key(a, profile=profile) == hoten.sound_key(b, profile=profile)
    ),
    "same_khmer": lambda a, b, level: hoten.same_khmer(a, b, level=level),
    "khmer_romanize_ungegn": lambda text: hoten.khmer_romanize(text, style="ungegn"),
    "khmer_ranks_above": lambda name, variant, other: (
        hoten.khmer_similarity(name, variant).score > hoten.khmer_similarity(name, other).score
    ),
    "ranks_above": lambda name, variant, other: (
        hoten.name_similarity(name, variant).score > hoten.name_similarity(name, other).score
    ),
}


def cases():
    for path in sorted((ROOT / "core/testdata/golden").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def part(answer, key):
    """An attribute of the answer in the words of the golden files."""
    value = getattr(answer, key, None)
    if key == "findings":
        return sorted({finding.code for finding in value})
    if key == "repairs":
        return sorted({repair.kind for repair in value})
    if key == "suggestions":
        return [asked.candidates for asked in value]
    return value


def run(case):
    function, args = case["in"]["fn"], case["in"]["args"]
    try:
        answer = SPECIAL.get(function, getattr(hoten, function, None))(*args)
    except hoten.HotenError as error:
        return {"error": error.code}
    if isinstance(case["out"], dict) and answer is not None:
        return {key: part(answer, key) for key in case["out"]}
    return answer


def test_golden_cases(capsys):
    failures, count = [], 0
    for case in cases():
        count += 1
        if "python" in case.get("skip", {}):
            continue
        got = run(case)
        if got != case["out"]:
            failures.append(f"{case['id']}: {got!r} instead of {case['out']!r} ({case['why']})")
    with capsys.disabled():
        print(f"\ngolden: {count} cases")
    folder = ROOT / "target/golden"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "python.count").write_text(f"{count}\n")
    assert not failures, f"{len(failures)} of {count} cases\n" + "\n".join(failures)


def test_a_column_gives_what_its_cells_give():
    """Each function of one text, run on all golden texts at once."""
    given = [case["in"] for case in cases() if case["in"]["fn"] != "decode"]
    texts = [call["args"][0] for call in given if isinstance(call["args"][0], str)]
    for function in ("normalize", "fold", "sound_key", "khmer_canonical", "khmer_romanize"):
        one = getattr(hoten, function)
        assert one([*texts, None]).to_pylist() == [*map(one, texts), None]
    for function in (
        "parse_name",
        "parse_address",
        "name_keys",
        "parse_birth_date",
        "parse_citizen_id",
        "parse_identity_card",
        "parse_insurance_number",
        "parse_phone",
        "parse_tax_code",
    ):
        one = getattr(hoten, function)
        rows = one([*texts, None]).to_pylist()
        assert rows.pop() is None
        for text, row in zip(texts, rows, strict=True):
            answer = one(text)
            for key, value in row.items():
                expected = getattr(answer, key)
                if key == "findings":
                    expected = [finding.code for finding in expected]
                assert value == expected, (function, key)
