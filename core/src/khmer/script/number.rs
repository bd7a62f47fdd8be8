//! Khmer digits as they are said: place names carry them (ភូមិ ២ is written `Phum Pir`).

const ONES: [&str; 10] =
    ["សូន្យ", "មួយ", "ពីរ", "បី", "បួន", "ប្រាំ", "ប្រាំ មួយ", "ប្រាំ ពីរ", "ប្រាំ បី", "ប្រាំ បួន"];
const TENS: [&str; 10] =
    ["", "ដប់", "ម្ភៃ", "សាម សិប", "សែ សិប", "ហា សិប", "ហុក សិប", "ចិត សិប", "ប៉ែត សិប", "កៅ សិប"];

/// At most two digits; a third begins another number.
#[derive(Debug, Default)]
pub(super) struct Number {
    tens: Option<u8>,
    ones: Option<u8>,
}

impl Number {
    /// Takes a digit; `false` for any other character, or if there is no place for it.
    pub(super) fn take(&mut self, c: char) -> bool {
        let digit = u32::from(c).wrapping_sub(u32::from('០'));
        if digit > 9 || self.tens.is_some() {
            return false;
        }
        self.tens = self.ones;
        self.ones = Some(digit as u8);
        true
    }

    /// Says the number and forgets it.
    pub(super) fn end(&mut self, mut say: impl FnMut(&'static str)) -> bool {
        let Number { tens, ones } = core::mem::take(self);
        let word = |words: &[&'static str; 10], digit: u8| {
            words.get(usize::from(digit)).copied().unwrap_or_default()
        };
        let Some(ones) = ones else { return false };
        say(tens.map_or("", |tens| word(&TENS, tens)));
        if tens.is_none() || ones != 0 {
            say(word(&ONES, ones));
        }
        true
    }
}
