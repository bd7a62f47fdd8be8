//! Places in a text: the core's bytes as JavaScript's UTF-16 units.

use crate::value::list;
use hoten::Span;
use wasm_bindgen::JsValue;

/// Turns spans of one text into UTF-16 units. Spans that follow one another cost one walk over the
/// text, not one each.
pub(crate) struct Places<'t> {
    text: &'t str,
    byte: usize,
    units: usize,
}

impl<'t> Places<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        Self { text, byte: 0, units: 0 }
    }

    /// `[first unit, one past the last]`.
    pub(crate) fn span(&mut self, span: Span) -> JsValue {
        match (self.at(span.start), self.at(span.end)) {
            (Some(start), Some(end)) => list([start as f64, end as f64]),
            _ => JsValue::NULL,
        }
    }

    fn at(&mut self, byte: usize) -> Option<usize> {
        let between =
            self.text.get(self.byte.min(byte)..self.byte.max(byte))?.encode_utf16().count();
        self.units = if byte < self.byte { self.units - between } else { self.units + between };
        self.byte = byte;
        Some(self.units)
    }
}
