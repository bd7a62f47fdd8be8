//! How alike two words of names are, and why.

use super::known::DOUBLETS;
use super::weights::{self, alike as score};
use super::word::{UNKNOWN, Word};
use super::{Reason, ReasonSet};
use crate::lexicon::DoubletClass;
use crate::name::{WordForm, agrees};
use crate::syllable::{Syllable, Tone};

/// How alike two words are.
#[derive(Clone, Copy)]
pub(super) struct Alike {
    /// 0 to 100.
    pub(super) score: u32,
    /// What keeps it from 100; empty for the same word.
    pub(super) reasons: ReasonSet,
    /// How much their agreement counts, in hundredths; a rare word counts more.
    pub(super) rarity: u32,
}

/// Compares two words; `unmarked`: one of the names has no marks at all. A few nanoseconds for
/// words that are the same or have nothing in common.
pub(super) fn alike(left: &Word<'_>, right: &Word<'_>, unmarked: bool) -> Alike {
    // The commoner of two words tells how much it says that they agree: a misspelling is rare, but
    // the name it was is not.
    let rarity = weights::rarity(left.bits.min(right.bits));
    let whole = left.form == WordForm::Full && right.form == WordForm::Full;
    if whole && left.spelled_like(right) {
        return Alike { score: 100, reasons: ReasonSet::default(), rarity };
    }
    if !whole {
        let rarity = weights::rarity(weights::SHORT_BITS);
        let (score, reason) = short(left, right);
        return Alike { score, reasons: ReasonSet::of(reason), rarity };
    }
    let (score, reasons) = judge(left, right, unmarked);
    Alike { score, reasons, rarity }
}

fn judge(left: &Word<'_>, right: &Word<'_>, unmarked: bool) -> (u32, ReasonSet) {
    let one = ReasonSet::of;
    let both_names = left.bits < UNKNOWN && right.bits < UNKNOWN;
    if left.fold == right.fold {
        return if unmarked {
            (score::UNMARKED, one(Reason::MarksDiffer))
        } else if left.letters == right.letters && hoi_nga(left, right) {
            (score::HOI_NGA, one(Reason::HeardHoiNga))
        } else if both_names {
            (score::MARKS, one(Reason::MarksDiffer))
        } else {
            (score::MARKS_SLIP, one(Reason::MarksDiffer))
        };
    }
    if left.swapped
        && right.swapped
        && let Some(class) = doublet(left, right)
    {
        return match class {
            DoubletClass::Taboo => (score::DOUBLET, one(Reason::Doublet)),
            DoubletClass::Letter => (score::LETTER, one(Reason::HeardIY)),
            DoubletClass::Heard => (score::HEARD, heard(left, right)),
        };
    }
    if left.sounds_like(right) {
        let reasons = heard(left, right);
        return if left.tone != right.tone && !hoi_nga(left, right) && !unmarked {
            (score::HEARD_TONE, reasons.with(one(Reason::MarksDiffer)))
        } else if reasons == one(Reason::HeardIY) {
            (score::LETTER, reasons)
        } else if both_names {
            (score::HEARD_NAMES, reasons)
        } else {
            (score::HEARD, reasons)
        };
    }
    if left.one_letter_from(right, true) {
        // A slip of the pen makes a word that nobody bears; two words are two names.
        let slip = !left.is_word() || !right.is_word();
        let one_letter = one(Reason::OneLetter);
        if slip {
            return (score::SLIP, one_letter);
        } else if !both_names && (unmarked || left.tone == right.tone) {
            return (score::RARE_NEAR, one_letter);
        } else if unmarked || left.tone == right.tone && left.one_letter_from(right, false) {
            return (score::NEAR, one_letter);
        }
    }
    if unmarked && left.coarse_like(right) {
        return (score::COARSE, one(Reason::SoundAlike));
    }
    (0, one(Reason::Different))
}

/// Abbreviated and half-read words.
fn short(left: &Word<'_>, right: &Word<'_>) -> (u32, Reason) {
    let illegible = left.form == WordForm::Illegible || right.form == WordForm::Illegible;
    if left.spelled_like(right)
        || agrees(left.text, left.form, right.text)
        || agrees(right.text, right.form, left.text)
    {
        let reason = if illegible { Reason::Illegible } else { Reason::Abbreviation };
        (score::SHORT, reason)
    } else {
        (0, Reason::Different)
    }
}

fn doublet(left: &Word<'_>, right: &Word<'_>) -> Option<DoubletClass> {
    let (a, b) = (left.syllable?.code(), right.syllable?.code());
    let pair = u32::from(a.min(b)) << 16 | u32::from(a.max(b));
    let at = DOUBLETS.binary_search_by_key(&pair, |&(pair, _)| pair).ok()?;
    DOUBLETS.get(at).map(|&(_, class)| class)
}

/// Hỏi and ngã, which the South does not keep apart.
fn hoi_nga(left: &Word<'_>, right: &Word<'_>) -> bool {
    const HOI: u16 = Tone::Hoi as u16;
    const NGA: u16 = Tone::Nga as u16;
    matches!((left.tone, right.tone), (HOI, NGA) | (NGA, HOI))
}

/// Which sounds are heard alike in two words of one sound.
fn heard(left: &Word<'_>, right: &Word<'_>) -> ReasonSet {
    let (Some(a), Some(b)) = (left.syllable, right.syllable) else {
        return ReasonSet::of(Reason::SoundAlike);
    };
    let mut reasons: ReasonSet =
        [onsets(a, b), vowels(a, b), codas(a, b)].into_iter().flatten().collect();
    if hoi_nga(left, right) {
        reasons = reasons.with(ReasonSet::of(Reason::HeardHoiNga));
    }
    if reasons.is_empty() { ReasonSet::of(Reason::SoundAlike) } else { reasons }
}

fn onsets(left: Syllable, right: Syllable) -> Option<Reason> {
    let (left, right) = (left.onset(), right.onset());
    if left == right {
        return None;
    }
    Some(match left.min(right) {
        "l" => Reason::HeardLN,
        "s" => Reason::HeardSX,
        "ch" => Reason::HeardTrCh,
        _ if left == "v" || right == "v" => Reason::HeardVD,
        "d" | "gi" => Reason::HeardDGiR,
        // c and k, g and gh, ng and ngh: a matter of spelling.
        _ => Reason::SoundAlike,
    })
}

fn vowels(left: Syllable, right: Syllable) -> Option<Reason> {
    let (left, right) = (split(left.rhyme()).0, split(right.rhyme()).0);
    if left == right {
        return None;
    }
    let (y, i) = if left.starts_with('y') { (left, right) } else { (right, left) };
    let i_y = y.strip_prefix('y').is_some_and(|rest| i.strip_prefix('i') == Some(rest));
    Some(if i_y { Reason::HeardIY } else { Reason::HeardRhyme })
}

fn codas(left: Syllable, right: Syllable) -> Option<Reason> {
    let (left, right) = (split(left.rhyme()).1, split(right.rhyme()).1);
    (left != right).then_some(match left {
        "n" | "ng" | "nh" => Reason::HeardNNg,
        _ => Reason::HeardTC,
    })
}

/// A rhyme without and with the coda that some region hears like another.
fn split(rhyme: &str) -> (&str, &str) {
    let coda = ["ng", "nh", "ch", "n", "t", "c"].into_iter().find(|coda| rhyme.ends_with(coda));
    rhyme.split_at(rhyme.len() - coda.unwrap_or_default().len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::PreparedName;
    use crate::name::Name;
    use alloc::vec::Vec;

    fn compared(left: &str, right: &str) -> Alike {
        let names = [Name::parse(left), Name::parse(right)];
        let [left, right] = names.each_ref().map(PreparedName::new);
        alike(&left.words[0], &right.words[0], left.unmarked || right.unmarked)
    }

    fn reasons(left: &str, right: &str) -> Vec<Reason> {
        compared(left, right).reasons.iter().collect()
    }

    /// Kinds of difference: facts, vietnamese.md 1.2, 1.3, 1.5, 3.
    #[test]
    fn the_reason_is_the_kind_of_difference() {
        for (left, right, want) in [
            ("Nguyễn", "Nguyen", Reason::MarksDiffer),
            ("Tâm", "Tám", Reason::MarksDiffer),
            // One sound but for the tone; hỏi and ngã alone are one tone.
            ("Hòa", "Hóa", Reason::MarksDiffer),
            ("Vỏ", "Võ", Reason::HeardHoiNga),
            ("Nguyễn", "Nguyển", Reason::HeardHoiNga),
            ("Lam", "Nam", Reason::HeardLN),
            ("Sang", "XANG", Reason::HeardSX),
            ("Trí", "Chí", Reason::HeardTrCh),
            ("Dung", "Giung", Reason::HeardDGiR),
            ("Diệu", "Riệu", Reason::HeardDGiR),
            ("Vàng", "Dàng", Reason::HeardVD),
            ("Giới", "Với", Reason::HeardVD),
            ("Hằng", "Hằn", Reason::HeardNNg),
            ("Thịnh", "Thịn", Reason::HeardNNg),
            ("Đức", "Đứt", Reason::HeardTC),
            ("Bích", "Bít", Reason::HeardTC),
            ("Lý", "Lí", Reason::HeardIY),
            ("Vy", "Vi", Reason::HeardIY),
            ("Thúy", "Thí", Reason::HeardRhyme),
            ("Hoài", "Hài", Reason::HeardRhyme),
            ("Kường", "Cường", Reason::SoundAlike),
            ("Quốc", "Quấc", Reason::HeardRhyme),
            ("Dung", "GIUNG", Reason::HeardDGiR),
            ("Hoàng", "Huỳnh", Reason::Doublet),
            ("Vũ", "Võ", Reason::Doublet),
            ("Ng.", "Nguyễn", Reason::Abbreviation),
            ("T?m", "Tâm", Reason::Illegible),
            ("Trnầ", "Trần", Reason::OneLetter),
            ("Phamj", "Pham", Reason::OneLetter),
            ("Tungf", "Tùng", Reason::OneLetter),
            ("Trang", "Trung", Reason::OneLetter),
            ("Hùng", "Dũng", Reason::Different),
            ("Hà", "Hồ", Reason::Different),
            ("Ng.", "Trần", Reason::Different),
        ] {
            assert_eq!(reasons(left, right), [want], "{left} {right}");
            assert_eq!(reasons(right, left), [want], "{right} {left}");
        }
        for (left, right) in [("Hòa", "HOÀ"), ("H'Mông", "Hmông"), ("Phalla", "PHALLA")] {
            assert_eq!(reasons(left, right), [], "{left} {right}");
        }
        assert_eq!(reasons("Sanh", "Xan"), [Reason::HeardSX, Reason::HeardNNg]);
        assert_eq!(
            reasons("Trỉnh", "Chĩn"),
            [Reason::HeardTrCh, Reason::HeardNNg, Reason::HeardHoiNga]
        );
    }

    #[test]
    fn scores_follow_how_likely_one_word_was_meant() {
        let score = |left: &str, right: &str| compared(left, right).score;
        // A word that nobody bears is a slip; two words that people bear are two names.
        assert!(score("Trnầ", "Trần") > score("Trang", "Trung"));
        assert!(score("Xang", "Sang") > score("Nam", "Lam"));
        assert!(score("Dặng", "Đặng") > score("Tân", "Tấn"));
        assert!(score("Hoàng", "Huỳnh") < score("Nguyển", "Nguyễn"));
    }

    /// A misspelling is rare, but the name it was is not: the commoner of two words tells how much
    /// it says that they agree.
    #[test]
    fn a_rare_misspelling_of_a_common_name_is_no_rare_name() {
        let rarity = |left: &str, right: &str| compared(left, right).rarity;
        let common = rarity("Nguyễn An", "Nguyễn An");
        assert_eq!(rarity("Nguyễn An", "Nguyển An"), common);
        assert_eq!(rarity("Nguyển An", "Nguyễn An"), common);
        assert!(rarity("Cáp An", "Cáp An") > common);
    }
}
