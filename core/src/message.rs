//! Words for people, rendered late: findings and errors carry codes and parameters, and the two
//! languages meet only here.

use alloc::string::String;
use alloc::vec::Vec;

/// A language hoten speaks to people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Vietnamese.
    Vi,
    /// English.
    #[default]
    En,
}

impl Lang {
    /// `"vi"` or `"en"`; anything else is `None`.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag {
            "vi" => Some(Self::Vi),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}

/// Named values that a message template refers to as `{name}`.
pub(crate) type Params = Vec<(&'static str, String)>;

/// Fills `{name}` marks of `template` from `params`; a mark without a value stays as it is.
pub(crate) fn render(template: &str, params: &[(&'static str, String)]) -> String {
    let mut out = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let known = after.split_once('}').and_then(|(name, tail)| {
            params.iter().find(|(key, _)| *key == name).map(|(_, value)| (value, tail))
        });
        if let Some((value, tail)) = known {
            out.push_str(value);
            rest = tail;
        } else {
            out.push('{');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::borrow::ToOwned;

    #[test]
    fn fills_known_marks_and_leaves_the_rest() {
        let params = [("row", "7".to_owned())];
        assert_eq!(render("row {row}, {field}, {", &params), "row 7, {field}, {");
    }
}
