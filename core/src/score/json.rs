//! Reading JSON that people may have written: every fault is named by the place where it stands.

use crate::error::{Error, ErrorCode, Result};
use core::ops::RangeInclusive;
use serde_json::{Map, Value};

/// Letters of a key or reason that an error shows at most.
const LETTERS: usize = 120;

/// A value and the keys that lead to it.
#[derive(Clone)]
pub(crate) struct Node<'j> {
    value: &'j Value,
    path: String,
}

/// Reads a file of `format`, whose keys `format` and `version` come first.
///
/// # Errors
/// [`ErrorCode::JsonUnreadable`], [`ErrorCode::JsonOtherFormat`], [`ErrorCode::JsonNewer`].
pub(crate) fn parse(text: &str, format: &'static str, version: u64) -> Result<Value> {
    let value: Value = serde_json::from_str(text).map_err(|error| {
        let reason = error.to_string();
        Error::new(ErrorCode::JsonUnreadable).with("format", format).with("reason", shown(&reason))
    })?;
    if value.get("format").and_then(Value::as_str) != Some(format) {
        return Err(Error::new(ErrorCode::JsonOtherFormat).with("format", format));
    }
    let found = value.get("version").and_then(Value::as_u64).unwrap_or(0);
    match found {
        0 => Err(invalid("version", "1")),
        found if found > version => Err(Error::new(ErrorCode::JsonNewer)
            .with("format", format)
            .with("version", found.to_string())
            .with("known", version.to_string())),
        _ => Ok(value),
    }
}

impl<'j> Node<'j> {
    /// The whole of a file.
    pub(crate) fn new(value: &'j Value) -> Self {
        Self { value, path: String::new() }
    }

    fn child(&self, key: &str, value: &'j Value) -> Self {
        let path =
            if self.path.is_empty() { key.to_owned() } else { [&self.path, ".", key].concat() };
        Self { value, path }
    }

    fn map(&self) -> Result<&'j Map<String, Value>> {
        self.value.as_object().ok_or_else(|| self.expected("{ }"))
    }

    /// What stands at a key; `None` if nothing does, or `null`.
    pub(crate) fn get(&self, key: &str) -> Result<Option<Self>> {
        let value = self.map()?.get(key).filter(|value| !value.is_null());
        Ok(value.map(|value| self.child(key, value)))
    }

    /// What must stand at a key.
    pub(crate) fn need(&self, key: &str) -> Result<Self> {
        self.get(key)?.ok_or_else(|| invalid(&self.child(key, &Value::Null).path, "a value"))
    }

    /// All keys and values; each key must be among `known`.
    pub(crate) fn entries<'k>(&self, known: &'k [&'k str]) -> Result<Vec<(&'k str, Self)>> {
        let each = self.map()?.iter().map(|(key, value)| {
            let own = known.iter().find(|known| **known == key.as_str());
            own.map(|own| (*own, self.child(key, value))).ok_or_else(|| {
                Error::new(ErrorCode::JsonUnknownKey)
                    .with("key", shown(&self.child(key, value).path))
                    .with("known", known.join(", "))
            })
        });
        each.collect()
    }

    /// The elements of a list.
    pub(crate) fn list(&self) -> Result<Vec<Self>> {
        let list = self.value.as_array().ok_or_else(|| self.expected("[ ]"))?;
        let each = list.iter().enumerate();
        Ok(each.map(|(place, value)| self.child(&place.to_string(), value)).collect())
    }

    /// A number within bounds.
    pub(crate) fn number(&self, bounds: RangeInclusive<f64>) -> Result<f64> {
        let number = self.value.as_f64().filter(|number| bounds.contains(number));
        number.ok_or_else(|| self.expected(&format!("{} … {}", bounds.start(), bounds.end())))
    }

    /// A whole number.
    pub(crate) fn whole(&self) -> Result<u64> {
        self.value.as_u64().ok_or_else(|| self.expected("0, 1, 2, …"))
    }

    /// Yes or no.
    pub(crate) fn truth(&self) -> Result<bool> {
        self.value.as_bool().ok_or_else(|| self.expected("true, false"))
    }

    /// The value as JSON again.
    pub(crate) fn json(&self) -> String {
        self.value.to_string()
    }

    /// A text.
    pub(crate) fn text(&self) -> Result<&'j str> {
        self.value.as_str().ok_or_else(|| self.expected("\"…\""))
    }

    /// The error that something else was expected here.
    pub(crate) fn expected(&self, what: &str) -> Error {
        invalid(&self.path, what)
    }
}

fn invalid(path: &str, expected: &str) -> Error {
    Error::new(ErrorCode::JsonInvalid).with("key", shown(path)).with("expected", shown(expected))
}

fn shown(text: &str) -> String {
    let mut out: String =
        text.chars().take(LETTERS).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if out.len() < text.len() {
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a message shows of a file is short, on one line, and says so where it was cut off.
    #[test]
    fn a_message_shows_the_beginning() {
        assert_eq!(shown("prior"), "prior");
        assert_eq!(shown("a\nb"), "a b");
        let long = "x".repeat(LETTERS + 1);
        assert_eq!(shown(&long), format!("{}…", "x".repeat(LETTERS)));
        assert_eq!(shown(&long[1..]), long[1..]);
    }
}
