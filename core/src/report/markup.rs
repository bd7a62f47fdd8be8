//! Markup in which a value can never become markup: literal pieces are `&'static str`, everything
//! else is escaped on its way in.

use core::fmt::{Display, Write};

/// What a page of ours may do: show itself. Nothing is loaded, run or sent, whatever stands in it.
pub(super) const POLICY: &str = concat!(
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ",
    "style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'\">"
);

/// A piece of HTML or SVG under construction.
#[derive(Default)]
pub(super) struct Markup(String);

impl Markup {
    /// Adds markup as written in the source.
    pub(super) fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Adds a value: text of an element or of a quoted attribute.
    pub(super) fn text(&mut self, value: impl Display) -> &mut Self {
        // Writing to a String cannot fail.
        let _ = write!(Escape(&mut self.0), "{value}");
        self
    }

    /// Adds finished markup.
    pub(super) fn add(&mut self, piece: &Self) -> &mut Self {
        self.0.push_str(&piece.0);
        self
    }

    pub(super) fn into_string(self) -> String {
        self.0
    }
}

struct Escape<'a>(&'a mut String);

impl Write for Escape<'_> {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                // Control characters have no place in HTML, and direction overrides could make
                // one value reorder its neighbours.
                '\n' | '\t' => self.0.push(' '),
                c if c.is_control() => self.0.push('\u{FFFD}'),
                '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => self.0.push('\u{FFFD}'),
                c => self.0.push(c),
            }
        }
        Ok(())
    }
}

/// At most `most` letters of a value, so that no value can swell a page.
pub(super) fn cut(value: &str, most: usize) -> String {
    let mut out: String = value.chars().take(most).collect();
    if out.len() < value.len() {
        out.push('…');
    }
    out
}

/// A count with its thousands set apart the way both languages read: 1 234 567.
pub(super) fn count(value: u64) -> String {
    let digits = value.to_string();
    let mut out = String::with_capacity(digits.len() + 6);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push('\u{202F}');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_never_becomes_markup() {
        let mut page = Markup::default();
        page.raw("<b title=\"").text("\" onload='x'").raw("\">").text("<script>&\u{202E}\0");
        assert_eq!(
            page.into_string(),
            "<b title=\"&quot; onload=&#39;x&#39;\">&lt;script&gt;&amp;\u{FFFD}\u{FFFD}"
        );
    }

    #[test]
    fn counts_and_cuts() {
        assert_eq!(count(0), "0");
        assert_eq!(count(1_234_567), "1\u{202F}234\u{202F}567");
        assert_eq!(count(999), "999");
        assert_eq!((cut("Hòa", 3), cut("Hòa B", 3)), ("Hòa".into(), "Hòa…".into()));
    }
}
