//! Answers as JSON: one text crosses the border, where an object would cross it twice a property.
//! That is less code, and faster.

use js_sys::Number;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = JSON)]
    fn parse(json: &str) -> JsValue;
}

/// One value.
pub(crate) fn answer(write: impl FnOnce(&mut Answer)) -> JsValue {
    let mut answer = Answer::default();
    write(&mut answer);
    answer.json.pop();
    parse(&answer.json)
}

/// One object.
pub(crate) fn object(write: impl FnOnce(&mut Answer)) -> JsValue {
    answer(|answer| answer.object(write))
}

/// JSON that is being written: after each value stands a comma.
#[derive(Default)]
pub(crate) struct Answer {
    json: String,
}

impl Answer {
    /// An object of what is [`set`](Self::set).
    pub(crate) fn object(&mut self, write: impl FnOnce(&mut Self)) {
        self.json.push('{');
        write(self);
        self.close('}');
    }

    /// An array of the values that are written.
    pub(crate) fn array(&mut self, write: impl FnOnce(&mut Self)) {
        self.json.push('[');
        write(self);
        self.close(']');
    }

    fn close(&mut self, bracket: char) {
        if self.json.ends_with(',') {
            self.json.pop();
        }
        self.json.push(bracket);
        self.json.push(',');
    }

    /// The name of a property, whose value comes next.
    pub(crate) fn key(&mut self, name: &str) -> &mut Self {
        self.quote(name);
        self.json.push(':');
        self
    }

    /// A property.
    pub(crate) fn set(&mut self, name: &str, value: impl Value) {
        value.write(self.key(name));
    }

    /// A property that is an array of plain values.
    pub(crate) fn list(&mut self, name: &str, items: impl IntoIterator<Item = impl Value>) {
        self.key(name).array(|answer| items.into_iter().for_each(|item| item.write(answer)));
    }

    /// Nothing.
    pub(crate) fn null(&mut self) {
        self.end("null");
    }

    fn quote(&mut self, text: &str) {
        self.json.push('"');
        for letter in text.chars() {
            match letter {
                '"' | '\\' => self.json.push('\\'),
                // Of control characters JSON wants the number.
                '\0'..'\x20' => {
                    self.json.push_str(if letter < '\x10' { "\\u000" } else { "\\u001" });
                    self.json.extend(char::from_digit(u32::from(letter) % 16, 16));
                    continue;
                }
                _ => {}
            }
            self.json.push(letter);
        }
        self.json.push('"');
    }

    fn end(&mut self, written: &str) {
        self.json.push_str(written);
        self.json.push(',');
    }
}

/// What JSON has a word for.
pub(crate) trait Value {
    fn write(self, answer: &mut Answer);
}

impl Value for &str {
    fn write(self, answer: &mut Answer) {
        answer.quote(self);
        answer.json.push(',');
    }
}

impl Value for String {
    fn write(self, answer: &mut Answer) {
        self.as_str().write(answer);
    }
}

impl Value for bool {
    fn write(self, answer: &mut Answer) {
        answer.end(if self { "true" } else { "false" });
    }
}

impl Value for f64 {
    fn write(self, answer: &mut Answer) {
        // JSON has no word for what is not a number.
        let written = if self.is_finite() { digits(self) } else { "null".to_owned() };
        answer.end(&written);
    }
}

impl Value for f32 {
    fn write(self, answer: &mut Answer) {
        f64::from(self).write(answer);
    }
}

impl Value for u32 {
    fn write(self, answer: &mut Answer) {
        f64::from(self).write(answer);
    }
}

impl Value for usize {
    fn write(self, answer: &mut Answer) {
        (self as f64).write(answer);
    }
}

impl Value for u16 {
    fn write(self, answer: &mut Answer) {
        u32::from(self).write(answer);
    }
}

impl Value for u8 {
    fn write(self, answer: &mut Answer) {
        u32::from(self).write(answer);
    }
}

impl<T: Value> Value for Option<T> {
    fn write(self, answer: &mut Answer) {
        match self {
            Some(value) => value.write(answer),
            None => answer.null(),
        }
    }
}

/// A number as JavaScript writes it.
pub(crate) fn digits(number: f64) -> String {
    Number::from(number).to_string_with_radix(10).map_or_else(|_| String::new(), String::from)
}

/// `full_name` as JavaScript writes it: `fullName`.
pub(crate) fn camel(name: &str) -> String {
    let mut camel = String::with_capacity(name.len());
    let mut begins = false;
    for letter in name.chars() {
        match letter {
            '_' => begins = true,
            _ if begins => {
                camel.push(letter.to_ascii_uppercase());
                begins = false;
            }
            _ => camel.push(letter),
        }
    }
    camel
}
