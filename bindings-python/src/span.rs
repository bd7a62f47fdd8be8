//! Places in a text: the core's bytes as Python's code points.

use hoten::Span;

/// Turns spans of one text into code points. Spans that follow one another cost one walk over the
/// text, not one each.
pub(crate) struct Places<'t> {
    text: &'t str,
    byte: usize,
    points: usize,
}

impl<'t> Places<'t> {
    pub(crate) fn of(text: &'t str) -> Self {
        Self { text, byte: 0, points: 0 }
    }

    /// First code point and one past the last.
    pub(crate) fn span(&mut self, span: Span) -> Option<(usize, usize)> {
        Some((self.at(span.start)?, self.at(span.end)?))
    }

    fn at(&mut self, byte: usize) -> Option<usize> {
        let between = self.text.get(self.byte.min(byte)..self.byte.max(byte))?.chars().count();
        self.points = if byte < self.byte { self.points - between } else { self.points + between };
        self.byte = byte;
        Some(self.points)
    }
}
