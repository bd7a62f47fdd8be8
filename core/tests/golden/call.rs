//! One arm a function: arguments from JSON, one call, the answer as JSON.

use hoten::{
    BirthDate, CheckOptions, CitizenId, DateColumn, DatePrecision, Encoding, FieldName, Finding,
    LunarDate, Name, Parsed, PlaceTable,
};
use serde_json::{Value, json};
use std::sync::LazyLock;

/// Calls a public function by its name.
pub(crate) fn call(function: &str, args: &[Value]) -> Value {
    let text = |at: usize| args[at].as_str().unwrap();
    match function {
        "normalize" => json!(hoten::normalize(text(0))),
        "fold" => json!(hoten::fold(text(0))),
        "check_record" => {
            let record = args[0].as_object().unwrap().iter();
            let record = record
                .map(|(name, cell)| (FieldName::from_name(name).unwrap(), cell.as_str().unwrap()));
            let options = CheckOptions::new().today_iso(text(1)).unwrap();
            json!({"findings": codes(&hoten::check_record(record, &options))})
        }
        "clean" => clean(text(0)),
        "decode" => decode(text(0), text(1)),
        "detect_encoding" => {
            let cells = args[0].as_array().unwrap().iter().map(|cell| cell.as_str().unwrap());
            json!(hoten::detect(cells).encoding.map(Encoding::as_str))
        }
        "parse_name" => parse_name(text(0)),
        "sex_hint" => Name::parse(text(0)).sex_hint().map_or(Value::Null, |hint| {
            let leans = match hint.p_female {
                0.9.. => "female",
                ..0.1 => "male",
                _ => "open",
            };
            json!({"leans": leans, "evidence": hint.evidence})
        }),
        "parse_birth_date" => parse_birth_date(&BirthDate::parse(text(0))),
        "parse_birth_date_at" => {
            let year = args[1].as_u64().unwrap() as u16;
            parse_birth_date(&BirthDate::parse_at(text(0), year))
        }
        "parse_birth_dates" => {
            let cells: Vec<_> = args[0].as_array().unwrap().iter().map(Value::as_str).collect();
            let column = DateColumn::survey(cells.iter().copied().flatten());
            let date = |cell: &Option<&str>| {
                let date = cell.and_then(|cell| column.parse(cell).value);
                let part = |part: fn(BirthDate) -> Option<u8>| date.and_then(part);
                json!([
                    date.and_then(BirthDate::year),
                    part(BirthDate::month),
                    part(BirthDate::day)
                ])
            };
            cells.iter().map(date).collect()
        }
        "solar_to_lunar" => {
            let [year, month, day] = numbers(args);
            let date = BirthDate::new(Some(year), Some(month as u8), Some(day as u8)).unwrap();
            LunarDate::from_solar(date).map_or(Value::Null, |lunar| {
                json!({
                    "year": lunar.year(),
                    "month": lunar.month(),
                    "day": lunar.day(),
                    "leap_month": lunar.is_leap_month(),
                })
            })
        }
        "lunar_to_solar" => {
            let [year, month, day] = numbers(args);
            let leap = args[3].as_bool().unwrap();
            let solar = LunarDate::new(year, month as u8, leap, day as u8).unwrap().to_solar();
            solar.map_or(
                Value::Null,
                |date| json!({"year": date.year(), "month": date.month(), "day": date.day()}),
            )
        }
        "parse_citizen_id" => parse_citizen_id(text(0)),
        "parse_identity_card" => {
            let parsed = hoten::IdentityCard::parse(text(0));
            let provinces = parsed.value.map(|card| card.provinces()).unwrap_or_default();
            json!({
                "number": parsed.value.map(|card| card.to_string()),
                "provinces": provinces.iter().map(|province| province.name()).collect::<Vec<_>>(),
                "findings": codes(&parsed.findings),
            })
        }
        "parse_insurance_number" => {
            let parsed = hoten::InsuranceNumber::parse(text(0));
            let card = hoten::HealthCard::read(text(0));
            json!({
                "number": parsed.value.map(|number| number.to_string()),
                "group": card.map(|card| card.group()),
                "level": card.map(|card| card.level()),
                "province": card.and_then(|card| card.province()).map(|province| province.name()),
                "findings": codes(&parsed.findings),
            })
        }
        "parse_address" => {
            let address = hoten::Address::parse(text(0));
            json!({
                "house": address.house(),
                "group": address.group(),
                "hamlet": address.hamlet(),
                "hamlet_with_kind": address.hamlet_with_kind(),
                "street": address.street(),
                "is_as_above": address.is_as_above(),
            })
        }
        "compare_addresses" => {
            let (left, right) = (hoten::Address::parse(text(0)), hoten::Address::parse(text(1)));
            json!(left.compare(right).as_str())
        }
        "parse_phone" => {
            let parsed = hoten::Phone::parse(text(0));
            json!({
                "number": parsed.value.map(|phone| phone.to_string()),
                "mobile": parsed.value.map(hoten::Phone::is_mobile),
                "findings": codes(&parsed.findings),
            })
        }
        "parse_tax_code" => {
            let parsed = hoten::TaxCode::parse(text(0));
            json!({
                "number": parsed.value.map(|code| code.to_string()),
                "branch": parsed.value.and_then(hoten::TaxCode::branch),
                "findings": codes(&parsed.findings),
            })
        }
        "sound_key" => json!(hoten::sound_key(text(0))),
        "name_keys" => {
            let keys = hoten::name_keys(text(0));
            json!({"fold": keys.fold, "sound": keys.sound})
        }
        "same_normal" => json!(hoten::normalize(text(0)) == hoten::normalize(text(1))),
        "same_fold" => json!(hoten::name_keys(text(0)).fold == hoten::name_keys(text(1)).fold),
        "same_sound" => json!(hoten::sound_key(text(0)) == hoten::sound_key(text(1))),
        "same_sound_in" => {
            let profile = text(0).parse().unwrap();
            let key = |at| hoten::sound_key_with(text(at), profile);
            json!(key(1) == key(2))
        }
        "khmer_similarity" => {
            let reasons = hoten::khmer_similarity(text(0), text(1)).reasons();
            json!({"reasons": reasons.map(|reason| reason.as_str()).collect::<Vec<_>>()})
        }
        "khmer_ranks_above" => {
            let score = |at| hoten::khmer_similarity(text(0), text(at)).score;
            json!(score(1) > score(2))
        }
        "name_origin" => {
            let found = hoten::name_origin(text(0));
            let evidence: Vec<_> = found.evidence().map(|kind| kind.as_str()).collect();
            json!({"origin": found.origin.as_str(), "evidence": evidence})
        }
        "name_similarity" => {
            let reasons = hoten::name_similarity(text(0), text(1)).reasons;
            json!({"reasons": reasons.iter().map(|reason| reason.as_str()).collect::<Vec<_>>()})
        }
        "ranks_above" => {
            let score = |at| hoten::name_similarity(text(0), text(at)).score;
            json!(score(1) > score(2))
        }
        "khmer_keys" => {
            let keys = hoten::khmer_keys(text(0));
            let texts = |level| {
                keys.level(level).iter().map(|key| key.as_str().to_owned()).collect::<Vec<_>>()
            };
            json!({
                "strict": texts(hoten::KhmerLevel::Strict),
                "loose": texts(hoten::KhmerLevel::Loose),
                "vowel": texts(hoten::KhmerLevel::Vowel),
                "weak": keys.is_weak(),
            })
        }
        "same_khmer" => json!(hoten::same_khmer(text(0), text(1), text(2).parse().unwrap())),
        "khmer_canonical" => json!(hoten::khmer::canonical(text(0))),
        "khmer_romanize" => json!(hoten::khmer::romanize(text(0))),
        "khmer_romanize_ungegn" => json!(hoten::khmer::romanize_ungegn(text(0))),
        "place_today" => names(place(args).iter().map(|found| found.unit)),
        "place_written" => names(place(args).iter().map(|found| found.written)),
        "place_findings" => json!(codes(&place(args).findings())),
        other => panic!("no such function: {other}"),
    }
}

/// The table as a file: the same whether the crate carries it or not.
fn table() -> &'static PlaceTable<'static> {
    static TABLE: LazyLock<PlaceTable<'static>> = LazyLock::new(|| {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/data/places.bin");
        PlaceTable::from_bytes(std::fs::read(file).unwrap().leak()).unwrap()
    });
    &TABLE
}

/// The place of four parts: province, district, commune, address.
fn place(args: &[Value]) -> hoten::Places<'static> {
    let part = |at: usize| args[at].as_str().unwrap();
    let query = hoten::PlaceQuery::default().province(part(0)).district(part(1));
    query.commune(part(2)).address(part(3)).resolve_in(table())
}

/// Names with those of the units above, in order, each once.
fn names<'u>(units: impl Iterator<Item = hoten::PlaceUnit<'u>>) -> Value {
    let whole = |unit| {
        let line = std::iter::successors(Some(unit), |unit: &hoten::PlaceUnit<'_>| unit.parent());
        line.map(|unit| unit.full_name()).collect::<Vec<_>>().join(", ")
    };
    json!(units.map(whole).collect::<std::collections::BTreeSet<_>>())
}

/// Codes in order, each once.
fn codes(findings: &[Finding]) -> Vec<&'static str> {
    let mut codes: Vec<_> = findings.iter().map(|finding| finding.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

fn clean(text: &str) -> Value {
    let cleaned = hoten::clean(text);
    let mut repairs: Vec<_> = cleaned.repairs.iter().map(|repair| repair.kind.as_str()).collect();
    repairs.sort_unstable();
    repairs.dedup();
    let asked: Vec<_> = cleaned.suggestions.iter().map(|asked| &asked.candidates).collect();
    json!({"text": cleaned.text, "repairs": repairs, "suggestions": asked})
}

fn decode(hex: &str, name: &str) -> Value {
    let bytes: Vec<u8> = (0..hex.len() / 2)
        .map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap())
        .collect();
    match name.parse::<Encoding>() {
        Ok(encoding) => json!(hoten::decode(&bytes, encoding)),
        Err(error) => json!({"error": error.code().as_str()}),
    }
}

fn parse_name(text: &str) -> Value {
    let name = Name::parse(text);
    json!({
        "surname": name.surname(),
        "middle": name.middle(),
        "given": name.given(),
        "lead": name.lead(),
        "suffix": name.suffix(),
        "syllables": name.syllables().collect::<Vec<_>>(),
        "findings": codes(name.findings()),
    })
}

/// The first three arguments.
fn numbers(args: &[Value]) -> [u16; 3] {
    [0, 1, 2].map(|at: usize| args[at].as_u64().unwrap() as u16)
}

fn parse_birth_date(parsed: &Parsed<BirthDate>) -> Value {
    let candidates = parsed.candidates();
    json!({
        "year": parsed.value.and_then(|date| date.year()),
        "month": parsed.value.and_then(|date| date.month()),
        "day": parsed.value.and_then(|date| date.day()),
        "precision": parsed.value.map(|date| date.precision().as_str()),
        "calendar": parsed.value.map(|date| date.calendar().as_str()),
        "leap_month": parsed.value.is_some_and(BirthDate::is_leap_month),
        "placeholder": parsed.value.and_then(BirthDate::placeholder).map(DatePrecision::as_str),
        "candidates": candidates.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "findings": codes(&parsed.findings),
    })
}

fn parse_citizen_id(text: &str) -> Value {
    let parsed = CitizenId::parse(text);
    json!({
        "number": parsed.value.map(|id| id.to_string()),
        "province": parsed.value.and_then(|id| id.province()).map(|province| province.name()),
        "sex": parsed.value.map(|id| id.sex().as_str()),
        "birth_year": parsed.value.map(|id| id.birth_year()),
        "findings": codes(&parsed.findings),
    })
}
