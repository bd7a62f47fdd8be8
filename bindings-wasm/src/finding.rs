//! Findings: what was noticed about a value.

use crate::span::Places;
use crate::value::{camel, list, nullable, object};
use hoten::{Finding, Lang};
use wasm_bindgen::JsValue;

/// Findings about `text`.
pub(crate) fn findings(text: &str, findings: &[Finding]) -> JsValue {
    let mut places = Places::of(text);
    list(findings.iter().map(|finding| about(&mut places, finding)))
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
        (
            "message",
            object([
                ("vi", finding.message(Lang::Vi).into()),
                ("en", finding.message(Lang::En).into()),
            ]),
        ),
    ])
}
