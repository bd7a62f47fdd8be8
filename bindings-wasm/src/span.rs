//! Places in a text: the core's bytes as JavaScript's UTF-16 units.

use crate::answer::Answer;
use hoten::Span;

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

    /// The property `span`: `[first unit, one past the last]`, or `null`.
    pub(crate) fn write(&mut self, answer: &mut Answer, span: Option<Span>) {
        units(answer, span.and_then(|span| Some([self.at(span.start)?, self.at(span.end)?])));
    }

    fn at(&mut self, byte: usize) -> Option<usize> {
        let between =
            self.text.get(self.byte.min(byte)..self.byte.max(byte))?.encode_utf16().count();
        self.units = if byte < self.byte { self.units - between } else { self.units + between };
        self.byte = byte;
        Some(self.units)
    }
}

/// The property `span` of UTF-16 units.
pub(crate) fn units(answer: &mut Answer, units: Option<[usize; 2]>) {
    match units {
        Some(units) => answer.list("span", units),
        None => answer.key("span").null(),
    }
}
