//! Findings: what was noticed about a value.

use crate::span::Places;
use crate::value::{Given, camel, list, nullable, object};
use hoten::{FieldName, Finding, FindingCode};
use wasm_bindgen::JsValue;

/// Findings about a value of a field; that it holds half a character is one.
pub(crate) fn findings(value: &Given, field: FieldName, findings: &[Finding]) -> JsValue {
    let mut places = Places::of(value);
    let half = half_character(value, field);
    list(half.into_iter().chain(findings.iter().map(|finding| about(&mut places, finding))))
}

/// The finding that a value holds half a character, which only JavaScript can.
pub(crate) fn half_character(value: &Given, field: FieldName) -> Option<JsValue> {
    let at = value.broken()?;
    let finding = about(&mut Places::of(""), &Finding::new(FindingCode::CharacterHalf, field));
    let span = list([f64::from(at), f64::from(at) + 1.0]);
    let _ = js_sys::Reflect::set(&finding, &"span".into(), &span);
    Some(finding)
}

/// One finding about a value.
pub(crate) fn one(value: &str, finding: &Finding) -> JsValue {
    about(&mut Places::of(value), finding)
}

fn about(places: &mut Places<'_>, finding: &Finding) -> JsValue {
    let span = finding.span.map_or(JsValue::NULL, |span| places.span(span));
    let params = js_sys::Object::new();
    for (key, value) in &finding.params {
        let _ = js_sys::Reflect::set(&params, &(*key).into(), &value.into());
    }
    object([
        ("code", finding.code.as_str().into()),
        ("field", camel(finding.field.as_str()).into()),
        ("severity", finding.severity.as_str().into()),
        ("span", span),
        ("suggestion", nullable(finding.suggestion.as_deref())),
        ("params", params.into()),
    ])
}
