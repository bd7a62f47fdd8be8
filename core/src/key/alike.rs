//! How alike two words of names are, and why.

use super::Reason;
use super::sound::coarse_token_to;
use crate::clean::normalize_to;
use crate::lexicon::{self, DoubletClass};
use crate::name::{NamePart, NameRole, WordForm, agrees};
use crate::syllable::Syllable;
use crate::text::strip_marks;
use alloc::string::String;

/// Longest word whose letters are compared one by one.
const LETTERS: usize = 24;

/// A word of a name, made ready to be compared many times.
pub(super) struct Word<'a> {
    part: NamePart<'a>,
    /// Lower case, old tone style, without apostrophes.
    normal: String,
    fold: String,
    coarse: String,
    syllable: Option<Syllable>,
    /// The whole name is written without marks.
    unmarked: bool,
    /// How much it says that two names share this word: 1 (Nguyễn) to 15 bits (never counted).
    bits: u8,
}

/// How alike two words are.
#[derive(Clone, Copy)]
pub(super) struct Alike {
    /// 0 to 1.
    pub(super) score: f32,
    /// [`Reason::Same`] or what keeps it from 1.
    pub(super) reason: Reason,
    /// How much their agreement counts, as a factor around 1; a rare word counts more.
    pub(super) rarity: f32,
}

impl<'a> Word<'a> {
    /// `unmarked`: no word of its name has a mark, so that marks may have been left out.
    pub(super) fn of(part: NamePart<'a>, unmarked: bool) -> Self {
        let mut normal = String::with_capacity(part.text.len());
        normalize_to(part.text, &mut normal);
        normal.retain(|c| c != '\'');
        let syllable = Syllable::parse(&normal);
        let fold = strip_marks(&normal).into_owned();
        let mut coarse = String::with_capacity(fold.len());
        coarse_token_to(&fold, &mut coarse);
        let bits = bits(&normal, part.role, unmarked);
        Self { part, normal, fold, coarse, syllable, unmarked, bits }
    }

    /// Normal form without apostrophes, and how it was written: equal for equal words only.
    pub(super) fn spelling(&self) -> (&str, bool) {
        (&self.normal, self.part.form == WordForm::Full)
    }

    pub(super) fn role(&self) -> NameRole {
        self.part.role
    }

    /// Thị or Văn: markers of sex, which writers leave out and put in most freely.
    pub(super) fn is_marker(&self) -> bool {
        matches!(self.fold.as_str(), "thi" | "van") && self.part.role == NameRole::Middle
    }

    /// Could this be a word as it stands, so that another letter makes another word?
    fn is_word(&self) -> bool {
        self.syllable.is_some() || lexicon::knows(&self.normal)
    }
}

/// -log2 of the share of names with this word in this place.
fn bits(normal: &str, role: NameRole, unmarked: bool) -> u8 {
    let share = match (role, unmarked) {
        (NameRole::Surname, false) => lexicon::surname(normal).map(|entry| entry.share),
        (NameRole::Surname, true) => lexicon::surname_by_fold(normal).map(|entry| entry.share),
        (_, false) => lexicon::part(normal).map(|entry| entry.frequency),
        (_, true) => lexicon::part_by_fold(normal).map(|entry| entry.frequency),
    };
    // One in so many people.
    let one_in = 1.0 / share.unwrap_or(0.0).clamp(0.000_02, 0.5);
    (one_in as u32).ilog2() as u8
}

/// Compares two words.
pub(super) fn alike(left: &Word<'_>, right: &Word<'_>) -> Alike {
    let (score, reason) = judge(left, right);
    // An initial says little, whatever it stands for.
    let bits = if matches!(reason, Reason::Abbreviation | Reason::Illegible) {
        4
    } else {
        left.bits.min(right.bits)
    };
    Alike { score, reason, rarity: 0.7 + 0.04 * f32::from(bits) }
}

fn judge(left: &Word<'_>, right: &Word<'_>) -> (f32, Reason) {
    let form = |form| left.part.form == form || right.part.form == form;
    if form(WordForm::Illegible) {
        return short(left, right, Reason::Illegible);
    }
    if form(WordForm::Abbreviated) {
        return short(left, right, Reason::Abbreviation);
    }
    if left.normal == right.normal {
        return (1.0, Reason::Same);
    }
    let unmarked = left.unmarked || right.unmarked;
    let one_sound = match (left.syllable, right.syllable) {
        (Some(left), Some(right)) => left.sound() == right.sound(),
        _ => Syllable::heard(&left.normal)
            .is_some_and(|heard| Syllable::heard(&right.normal) == Some(heard)),
    };
    if left.fold == right.fold {
        return if unmarked {
            (0.93, Reason::MarksDiffer)
        } else if one_sound && only_hook_and_tilde(left, right) {
            (0.9, Reason::SoundAlike)
        } else {
            (0.6, Reason::MarksDiffer)
        };
    }
    match lexicon::doublet(&left.normal, &right.normal) {
        Some(DoubletClass::Taboo) => return (0.7, Reason::Doublet),
        Some(DoubletClass::Letter) => return (0.75, Reason::SoundAlike),
        Some(DoubletClass::Heard) => return (0.8, Reason::SoundAlike),
        None => {}
    }
    if one_sound {
        return (if same_tone(left, right) { 0.8 } else { 0.6 }, Reason::SoundAlike);
    }
    if left.coarse == right.coarse && unmarked {
        return (0.7, Reason::SoundAlike);
    }
    let (near, known) = if unmarked {
        (one_letter(&left.fold, &right.fold), true)
    } else {
        (one_letter(&left.normal, &right.normal), left.is_word() && right.is_word())
    };
    match (near, known) {
        // A slip of the pen makes a word that nobody bears; two words are two names.
        (true, false) => (0.75, Reason::OneLetter),
        (true, true) => (0.4, Reason::OneLetter),
        _ => (0.0, Reason::Different),
    }
}

/// Abbreviated and half-read words.
fn short(left: &Word<'_>, right: &Word<'_>, reason: Reason) -> (f32, Reason) {
    let (l, r) = (left.part, right.part);
    if left.normal == right.normal
        || agrees(l.text, l.form, r.text)
        || agrees(r.text, r.form, l.text)
    {
        (0.85, reason)
    } else {
        (0.0, Reason::Different)
    }
}

/// Hỏi and ngã, which the South does not keep apart.
fn only_hook_and_tilde(left: &Word<'_>, right: &Word<'_>) -> bool {
    use crate::syllable::Tone::{Hoi, Nga};
    left.syllable.zip(right.syllable).is_some_and(|(left, right)| {
        left.rhyme() == right.rhyme()
            && matches!((left.tone(), right.tone()), (Hoi, Nga) | (Nga, Hoi))
    })
}

fn same_tone(left: &Word<'_>, right: &Word<'_>) -> bool {
    use crate::syllable::Tone::{Hoi, Nga};
    left.syllable.zip(right.syllable).is_none_or(|(left, right)| {
        left.tone() == right.tone()
            || matches!((left.tone(), right.tone()), (Hoi, Nga) | (Nga, Hoi))
    })
}

/// One letter put in, left out, changed, or two neighbours swapped; in words of three letters or
/// more. Bounded: longer words than [`LETTERS`] are not compared.
fn one_letter(left: &str, right: &str) -> bool {
    let (mut a, mut b) = (['\0'; LETTERS], ['\0'; LETTERS]);
    let (Some(a), Some(b)) = (letters(left, &mut a), letters(right, &mut b)) else { return false };
    if a.len().min(b.len()) < 3 || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let longer = a.len().max(b.len());
    if a.len() != b.len() {
        return head + tail + 1 >= longer;
    }
    let swapped = || match (a.get(head..head + 2), b.get(head..head + 2)) {
        (Some([a1, a2]), Some([b1, b2])) => a1 == b2 && a2 == b1 && head + 2 + tail >= longer,
        _ => false,
    };
    head + tail + 1 >= longer || swapped()
}

fn letters<'b>(word: &str, buffer: &'b mut [char; LETTERS]) -> Option<&'b [char]> {
    let mut len = 0;
    for c in word.chars() {
        *buffer.get_mut(len)? = c;
        len += 1;
    }
    buffer.get(..len)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::Name;

    fn reason(left: &'static str, right: &'static str) -> (Reason, f32) {
        let (left, right) = (Name::parse(left), Name::parse(right));
        let (left, right) = (left.parts().next().unwrap(), right.parts().next().unwrap());
        let word = |part: NamePart<'static>| Word::of(part, part.text.is_ascii());
        let got = alike(&word(left), &word(right));
        (got.reason, got.score)
    }

    /// Kinds of difference: facts, vietnamese.md 1.2, 1.3, 1.5, 3.
    #[test]
    fn the_reason_is_the_kind_of_difference() {
        for (left, right, want) in [
            ("Hòa", "HOÀ", Reason::Same),
            ("H'Mông", "Hmông", Reason::Same),
            ("Nguyễn", "Nguyen", Reason::MarksDiffer),
            ("Tâm", "Tám", Reason::MarksDiffer),
            // One sound but for the tone, and hỏi and ngã alone are one tone.
            ("Hòa", "Hóa", Reason::MarksDiffer),
            ("Vỏ", "Võ", Reason::SoundAlike),
            ("Nguyễn", "Nguyển", Reason::SoundAlike),
            ("Trí", "Chí", Reason::SoundAlike),
            ("Lý", "Lí", Reason::SoundAlike),
            ("Quốc", "Quấc", Reason::SoundAlike),
            ("Sang", "XANG", Reason::SoundAlike),
            ("Hoàng", "Huỳnh", Reason::Doublet),
            ("Vũ", "Võ", Reason::Doublet),
            ("Ng.", "Nguyễn", Reason::Abbreviation),
            ("T?m", "Tâm", Reason::Illegible),
            ("Trnầ", "Trần", Reason::OneLetter),
            ("Phamj", "Pham", Reason::OneLetter),
            ("Hùng", "Dũng", Reason::Different),
            ("Hà", "Hồ", Reason::Different),
            ("Ng.", "Trần", Reason::Different),
        ] {
            assert_eq!(reason(left, right).0, want, "{left} {right}");
            assert_eq!(reason(right, left).0, want, "{right} {left}");
        }
        assert!(reason("Trnầ", "Trần").1 > reason("Trang", "Trung").1);
    }

    /// A misspelling is rare, but the name it was is not: the commoner of two words tells how much
    /// it says that they agree.
    #[test]
    fn a_rare_misspelling_of_a_common_name_is_no_rare_name() {
        let rarity = |left: &'static str, right: &'static str| {
            let (left, right) = (Name::parse(left), Name::parse(right));
            let word = |part: NamePart<'static>| Word::of(part, false);
            let word = |name: &Name<'static>| word(name.parts().next().unwrap());
            alike(&word(&left), &word(&right)).rarity
        };
        let common = rarity("Nguyễn An", "Nguyễn An");
        assert_eq!(rarity("Nguyễn An", "Nguyển An"), common);
        assert_eq!(rarity("Nguyển An", "Nguyễn An"), common);
        assert!(rarity("Cáp An", "Cáp An") > common);
    }

    #[test]
    fn one_letter_is_one_letter() {
        for (left, right, yes) in [
            ("nam", "nama", true),
            ("nam", "anm", true),
            ("nam", "nan", true),
            ("anna", "anan", true),
            ("nam", "man", false),
            ("nam", "na", false),
            ("abcd", "badc", false),
            ("aaaa", "aaaaa", true),
        ] {
            assert_eq!(one_letter(left, right), yes, "{left} {right}");
        }
    }
}
