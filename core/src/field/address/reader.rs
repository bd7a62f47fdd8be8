//! One walk over the words of an address.

use super::Address;
use super::keywords::{GROUP_FILLERS, HOUSE, Part, QUARTER, ROADS, keyword};
use crate::field::UnitKind;
use crate::field::unit_name::split_kind;
use crate::field::words::{Keyword, Word, WordKind, Words, is_marked, key};

pub(super) struct Reader<'a> {
    text: &'a str,
    marked: bool,
    address: Address<'a>,
    /// The last two pieces without a word for their kind, the last one first.
    loose: [Option<&'a str>; 2],
    /// The names of higher units have begun.
    beyond: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn read(text: &'a str) -> Address<'a> {
        let address = Address::default();
        let loose = [None; 2];
        let mut reader = Self { text, marked: is_marked(text), address, loose, beyond: false };
        let mut words = Words::of(text);
        while let Some(first) = words.next() {
            words = reader.item(first, words);
        }
        let Self { mut address, loose: [last, before], .. } = reader;
        // What has no word for its kind: the hamlet stands last, a street before it.
        if address.hamlet.is_none() {
            address.hamlet = last;
            address.hamlet_with_kind = last;
            address.street = address.street.or(before);
        } else {
            address.street = address.street.or(last);
        }
        address
    }

    /// Reads the part that begins with `first`, and gives the words behind it.
    fn item(&mut self, first: Word, rest: Words<'a>) -> Words<'a> {
        match first.kind {
            WordKind::Mark(_) => return rest,
            WordKind::Digits if self.address.house.is_none() => {
                let (house, rest) = self.number_at(first, rest);
                self.address.house = house;
                return rest;
            }
            WordKind::Digits => return self.loose(first, rest),
            WordKind::Letters => {}
        }
        if let Some((kind, behind)) = self.keyword(first, rest) {
            match kind {
                Part::House => {
                    if let Some((value, rest)) = self.value(behind) {
                        self.address.house = self.address.house.or(Some(value));
                        return rest;
                    }
                }
                Part::Group => {
                    if let Some((value, rest)) = self.value(behind) {
                        self.address.group = self.address.group.or(Some(value));
                        return rest;
                    }
                    return self.hamlet(first, behind);
                }
                Part::Hamlet { .. } | Part::NumberedHamlet => return self.hamlet(first, behind),
                Part::Street | Part::NumberedStreet => {
                    let (end, rest) = self.run(first.end, behind);
                    self.address.street = self.address.street.or(self.text.get(first.start..end));
                    return rest;
                }
            }
        }
        // Xã, huyện, tỉnh, and what stands behind them, have columns of their own.
        let tail = self.text.get(first.start..).unwrap_or_default();
        if split_kind(tail, self.marked).0 != UnitKind::Unknown {
            self.beyond = true;
            return self.run(first.end, rest).1;
        }
        self.loose(first, rest)
    }

    /// What the word at hand says, if it is a keyword in a place where it can be one, and the words
    /// behind it and its companions.
    fn keyword(&self, word: Word, behind: Words<'a>) -> Option<(Part, Words<'a>)> {
        let is = |keyword: &Keyword<()>, word: &Word| keyword.is(word, self.text, self.marked);
        let next = self.past_dots(behind);
        if is(&HOUSE, &word) {
            // "Nhà số 5".
            let mut after = next;
            let (second, found) = (after.next()?, self.plain_keyword(next.peek()?)?);
            return (found == Part::House && second.kind == WordKind::Letters)
                .then_some((Part::House, after));
        }
        if ROADS.iter().any(|road| is(road, &word)) {
            // "Quốc lộ 91".
            let mut after = next;
            let road = after.next().is_some_and(|second| second.key == key("lo"));
            return road.then_some((Part::Street, after));
        }
        let part = self.plain_keyword(word)?;
        let mut after = next;
        match part {
            Part::House => {
                let house = after.peek().filter(|word| is(&HOUSE, word)).and_then(|_| after.next());
                let after = if house.is_some() { self.past_dots(after) } else { next };
                digits_next(after).then_some((part, after))
            }
            Part::Group => {
                while after.peek().is_some_and(|word| GROUP_FILLERS.iter().any(|k| is(k, &word))) {
                    after.next();
                }
                let after = self.past_dots(after);
                // "Tổ dân phố Cầu Đá" is a hamlet; "Tô Hiến Thành" and "to" alone are names.
                let named = word.key == key("tdp")
                    || next.peek().is_some_and(|word| is(&GROUP_FILLERS[0], &word));
                (digits_next(after) || named).then_some((part, after))
            }
            Part::NumberedHamlet | Part::NumberedStreet => {
                digits_next(next).then_some((part, next))
            }
            Part::Hamlet { .. } => {
                let quarter =
                    word.key == key("khu") && next.peek().is_some_and(|word| is(&QUARTER, &word));
                if quarter {
                    after.next();
                }
                let after = if quarter { self.past_dots(after) } else { next };
                self.goes_on(after).then_some((part, after))
            }
            Part::Street => self.goes_on(next).then_some((part, next)),
        }
    }

    fn plain_keyword(&self, word: Word) -> Option<Part> {
        keyword(word, self.text, self.marked)
    }

    /// Past the dot or colon behind a short word.
    fn past_dots(&self, words: Words<'a>) -> Words<'a> {
        let mut words = words;
        while words.peek().is_some_and(|word| matches!(word.kind, WordKind::Mark(b'.' | b':'))) {
            words.next();
        }
        words
    }

    /// Does a name or number follow in this part of the address?
    fn goes_on(&self, words: Words<'a>) -> bool {
        words.peek().is_some_and(|word| !matches!(word.kind, WordKind::Mark(_)))
    }

    /// A number with what is glued to it: `814`, `12/3A`, `12-14B`.
    fn value(&self, words: Words<'a>) -> Option<(&'a str, Words<'a>)> {
        let mut words = words;
        let first = words.next().filter(|word| word.kind == WordKind::Digits)?;
        let (value, rest) = self.number_at(first, words);
        Some((value?, rest))
    }

    fn number_at(&self, first: Word, words: Words<'a>) -> (Option<&'a str>, Words<'a>) {
        let mut words = words;
        let mut end = first.end;
        while let Some(word) = words.peek().filter(|word| word.start == end) {
            let mut after = words;
            after.next();
            let glued = match word.kind {
                WordKind::Digits => true,
                WordKind::Letters => word.end - word.start <= 2 && !word.marked,
                WordKind::Mark(b'/' | b'-') => after.peek().is_some_and(|next| {
                    next.start == word.end && !matches!(next.kind, WordKind::Mark(_))
                }),
                WordKind::Mark(_) => false,
            };
            if !glued {
                break;
            }
            end = word.end;
            words = after;
        }
        (self.text.get(first.start..end), words)
    }

    fn hamlet(&mut self, first: Word, behind: Words<'a>) -> Words<'a> {
        // "Xóm Bản Cây", "Xóm Xóm Mới": further kinds are part of the shown name only.
        let mut start = behind;
        while let Some(word) = start.peek() {
            let mut after = start;
            after.next();
            match self.keyword(word, after) {
                Some((Part::Hamlet { .. }, after)) => start = after,
                _ => break,
            }
        }
        let name_start = start.peek().map_or(first.end, |word| word.start);
        let (end, rest) = self.run(name_start, start);
        if self.address.hamlet.is_none() && end > name_start {
            self.address.hamlet = self.text.get(name_start..end);
            self.address.hamlet_with_kind = self.text.get(first.start..end);
        }
        rest
    }

    fn loose(&mut self, first: Word, rest: Words<'a>) -> Words<'a> {
        let (end, rest) = self.run(first.end, rest);
        if !self.beyond {
            self.loose = [self.text.get(first.start..end), self.loose[0]];
        }
        rest
    }

    /// The end of a name: a comma, a dash between blanks, or a part that begins without one. Gives
    /// also the words behind.
    fn run(&self, start: usize, words: Words<'a>) -> (usize, Words<'a>) {
        let mut words = words;
        let mut end = start;
        while let Some(word) = words.peek() {
            let mut after = words;
            after.next();
            match word.kind {
                WordKind::Mark(b',' | b';') => break,
                WordKind::Mark(b'-') => {
                    let blank_behind = after.peek().is_none_or(|next| next.start > word.end);
                    if word.start > end && blank_behind {
                        break;
                    }
                }
                WordKind::Letters if word.start >= start && end > start => {
                    let breaks = match self.keyword(word, after) {
                        Some((Part::House | Part::Group, _)) => true,
                        Some((Part::Hamlet { strong }, _)) => strong,
                        _ => false,
                    };
                    if breaks {
                        break;
                    }
                }
                _ => {}
            }
            if !matches!(word.kind, WordKind::Mark(b'.' | b')' | b'(')) {
                end = word.end;
            }
            words = after;
        }
        (end, words)
    }
}

fn digits_next(words: Words<'_>) -> bool {
    words.peek().is_some_and(|word| word.kind == WordKind::Digits)
}
