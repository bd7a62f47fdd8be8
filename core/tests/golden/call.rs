//! One arm a function: arguments from JSON, one call, the answer as JSON.

use hoten::{BirthDate, CitizenId, Encoding, Finding, Name};
use serde_json::{Value, json};

/// Calls a public function by its name.
pub(crate) fn call(function: &str, args: &[Value]) -> Value {
    let text = |at: usize| args[at].as_str().unwrap();
    match function {
        "normalize" => json!(hoten::normalize(text(0))),
        "fold" => json!(hoten::fold(text(0))),
        "clean" => clean(text(0)),
        "decode" => decode(text(0), text(1)),
        "parse_name" => parse_name(text(0)),
        "parse_birth_date" => parse_birth_date(text(0)),
        "parse_citizen_id" => parse_citizen_id(text(0)),
        "sound_key" => json!(hoten::sound_key(text(0))),
        "name_keys" => {
            let keys = hoten::name_keys(text(0));
            json!({"fold": keys.fold, "sound": keys.sound})
        }
        "same_normal" => json!(hoten::normalize(text(0)) == hoten::normalize(text(1))),
        "same_fold" => json!(hoten::name_keys(text(0)).fold == hoten::name_keys(text(1)).fold),
        "same_sound" => json!(hoten::sound_key(text(0)) == hoten::sound_key(text(1))),
        other => panic!("no such function: {other}"),
    }
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
        "suffix": name.suffix(),
        "syllables": name.syllables().collect::<Vec<_>>(),
        "findings": codes(name.findings()),
    })
}

fn parse_birth_date(text: &str) -> Value {
    let parsed = BirthDate::parse(text);
    json!({
        "year": parsed.value.and_then(|date| date.year()),
        "month": parsed.value.and_then(|date| date.month()),
        "day": parsed.value.and_then(|date| date.day()),
        "precision": parsed.value.map(|date| date.precision().as_str()),
        "findings": codes(&parsed.findings),
    })
}

fn parse_citizen_id(text: &str) -> Value {
    let parsed = CitizenId::parse(text);
    json!({
        "province": parsed.value.and_then(|id| id.province()).map(|province| province.name()),
        "sex": parsed.value.map(|id| id.sex().as_str()),
        "birth_year": parsed.value.map(|id| id.birth_year()),
        "findings": codes(&parsed.findings),
    })
}
