//! Laws that hold for any bytes. Each function states one in its first line and panics when it is
//! broken; `targets/` hands it bytes from the fuzzer, `tests/` the golden cases and random text.

mod index;
mod live;
pub mod mutate;
mod settings;
mod table;

pub use self::index::index;
pub use self::live::live;
pub use self::settings::{model, rules};
pub use self::table::{check, csv, dedupe};

/// What holds for any bytes; panics where it does not.
pub type Law = fn(&[u8]);

/// Every law under the name of its target.
pub const LAWS: [(&str, Law); 14] = [
    ("normalize_clean", normalize_clean),
    ("keystroke", keystroke),
    ("decode", decode),
    ("name", name),
    ("khmer", khmer),
    ("dates_numbers", dates_numbers),
    ("place", place),
    ("csv", csv),
    ("dedupe", dedupe),
    ("check", check),
    ("model", model),
    ("rules", rules),
    ("index", index),
    ("live", live),
];

use hoten::text::compose;
use hoten::{
    BirthDate, CitizenId, Cleaned, DateColumn, Encoding, IdentityCard, InsuranceNumber, Name,
    Phone, Repair, RepairKind, Suggestion,
};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// Any bytes as text, as a binding would hand them over.
fn text(data: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(data)
}

/// Law: normal, folded and clean text stay as they are, borrowed; composing first changes nothing;
/// clean keeps the normal form, and what clean changed it lists.
pub fn normalize_clean(data: &[u8]) {
    let text = text(data);
    let normal = hoten::normalize(&text);
    assert_eq!(hoten::normalize(&normal), normal, "normalize twice");
    assert!(hoten::is_normalized(&normal), "normal text says it is");
    assert_eq!(hoten::is_normalized(&text), normal == text, "is_normalized agrees with normalize");
    assert!(matches!(hoten::normalize(&normal), Cow::Borrowed(_)), "normal text is borrowed");
    let composed = hoten::text::compose(&text);
    assert_eq!(hoten::normalize(&composed), normal, "normalize of the composed text");
    let mut out = String::from("x");
    hoten::normalize_to(&text, &mut out);
    assert_eq!(out.strip_prefix('x'), Some(&*normal), "normalize_to appends the same");

    let fold = hoten::fold(&text);
    assert_eq!(hoten::fold(&normal), fold, "fold of the normal form");
    assert_eq!(hoten::fold(&fold), fold, "fold twice");
    let mut out = String::from("x");
    hoten::fold_to(&text, &mut out);
    assert_eq!(out.strip_prefix('x'), Some(&*fold), "fold_to appends the same");

    let cleaned = hoten::clean(&text);
    assert_eq!(cleaned.repairs.is_empty(), cleaned.text == text, "a change is a listed repair");
    let twice = hoten::clean(&cleaned.text);
    assert_eq!(twice.text, cleaned.text, "clean twice");
    assert!(twice.repairs.is_empty(), "clean text has nothing to repair");
    // Decoded text is another text: its normal form is what was meant, not what was shown.
    if !is_read_again(&cleaned) {
        assert_eq!(hoten::normalize(&cleaned.text), normal, "clean keeps the normal form");
    }
}

/// Did the text turn out to be another one than it showed: decoded, or typed again?
fn is_read_again(cleaned: &Cleaned<'_>) -> bool {
    let another = [RepairKind::Encoding, RepairKind::Keystroke];
    cleaned.repairs.iter().any(|repair| another.contains(&repair.kind))
}

/// Law: restored text is clean and stays; of a word typed in keys only its own letters are left, and
/// text in which nobody can have typed a key is neither restored nor asked about.
pub fn keystroke(data: &[u8]) {
    let text = text(data);
    let cleaned = hoten::clean(&text);
    assert_eq!(hoten::clean(&cleaned.text).text, cleaned.text, "clean text stays");
    for asked in &cleaned.suggestions {
        assert!(text.get(asked.span.start..asked.span.end).is_some(), "a part of the text");
        let count = asked.candidates.len();
        assert!((1..=Suggestion::MOST).contains(&count), "something to ask about");
    }
    let decoded = |repair: &Repair| repair.kind == RepairKind::Encoding;
    // What only looks like ASCII is another text once it is repaired.
    if !text.is_ascii() || cleaned.repairs.iter().any(decoded) {
        return;
    }
    let restored = || cleaned.repairs.iter().filter(|repair| repair.kind == RepairKind::Keystroke);
    for repair in restored() {
        let typed = text[repair.span.start..repair.span.end].to_ascii_lowercase();
        let mut typed = typed.chars();
        for letter in hoten::fold(&repair.to).chars().filter(|c| c.is_alphabetic()) {
            let found = typed.any(|key| key == letter || key == 'w' && letter == 'u');
            assert!(found, "a letter that nobody typed");
        }
    }
    let may_hold_keys = text.to_ascii_lowercase().split_ascii_whitespace().any(|word| {
        let twice = |letter| word.matches(letter).count() > 1;
        word.contains(|c: char| c.is_ascii_digit() || "fjswxzr".contains(c))
            || ['a', 'd', 'e', 'o'].into_iter().any(twice)
    });
    if !may_hold_keys {
        assert_eq!(restored().count(), 0, "no key was typed");
        let asked = |asked: &Suggestion| asked.kind == RepairKind::Keystroke;
        assert!(!cleaned.suggestions.iter().any(asked), "no key to ask about");
    }
}

/// Law: any bytes decode in any encoding to composed text of bounded length; ASCII letters, digits
/// and blanks stay, but for VIQR's dd; redecoded text is another text; what clean asks has a few
/// distinct answers.
pub fn decode(data: &[u8]) {
    for encoding in Encoding::ALL {
        let decoded = hoten::decode(data, encoding);
        assert!(decoded.len() <= 8 * data.len() + 16, "text grows with the bytes only");
        assert!(compose(&decoded) == decoded, "decoded text is composed in {encoding:?}");
        let is_viqr = |pair: &[u8]| encoding == Encoding::Viqr && pair.eq_ignore_ascii_case(b"dd");
        if data.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b' ')
            && !data.windows(2).any(is_viqr)
        {
            let kept = std::str::from_utf8(data).is_ok_and(|text| decoded == text);
            assert!(kept, "plain letters and digits stay in {encoding:?}");
        }
        let text = text(data);
        if let Some(redecoded) = hoten::redecode(&text, encoding) {
            assert_ne!(redecoded, text, "redecoding changes");
            assert!(compose(&redecoded) == redecoded, "redecoded text is composed");
            assert!(redecoded.len() <= 8 * text.len() + 16, "text grows with the text only");
        }
    }
    let text = text(data);
    let cleaned = hoten::clean(&text);
    for asked in &cleaned.suggestions {
        let candidates = &asked.candidates;
        assert!((1..=Suggestion::MOST).contains(&candidates.len()), "a few candidates");
        assert!(text.get(asked.span.start..asked.span.end).is_some(), "a span of the text");
        let distinct: BTreeSet<_> = candidates.iter().collect();
        assert_eq!(distinct.len(), candidates.len(), "each candidate once");
        assert!(!candidates.iter().any(|one| *one == cleaned.text), "something else than it is");
    }
    let _ = hoten::is_suspicious(&text);
    let _ = hoten::detect(text.lines());
}

/// Law: canonical Khmer text stays, borrowed, and is written in Latin letters as the text it came from; text grows with the text only.
pub fn khmer(data: &[u8]) {
    use hoten::khmer::{canonical, romanize, romanize_ungegn};
    let text = text(data);
    let once = canonical(&text);
    assert!(matches!(canonical(&once), Cow::Borrowed(same) if same == once), "canonical twice");
    assert!(compose(&once) == once, "canonical text is composed");
    assert!(once.len() <= 3 * text.len(), "canonical text grows by composing only");
    // Invisible characters beside Khmer are dropped, and with them a reason for a capital.
    let seen = |text: String| {
        let kept: String = text.chars().filter(|&c| !hoten::text::is_invisible(c)).collect();
        compose(&kept).to_lowercase()
    };
    for write in [romanize, romanize_ungegn] {
        let latin = write(&text);
        assert!(latin.len() <= 16 * text.len(), "Latin grows with the text only");
        assert_eq!(seen(latin), seen(write(&once)), "what looks the same is written the same");
    }
}

/// Law: lead, words and suffix of a name are spans of the caller's text, in order, and hold every letter of it.
pub fn name(data: &[u8]) {
    let text = text(data);
    let name = Name::parse(&text);
    let range = text.as_bytes().as_ptr_range();
    let inside = |part: &str| {
        let part = part.as_bytes().as_ptr_range();
        part.start >= range.start && part.end <= range.end
    };
    for part in [name.lead(), name.surname(), name.middle(), name.given(), name.suffix()] {
        assert!(part.is_empty() || inside(part), "a part lies inside the text");
        assert_eq!(part.trim(), part, "no blank at the ends of a part");
    }
    let mut last = range.start;
    for syllable in name.syllables() {
        assert!(!syllable.is_empty() && inside(syllable), "a syllable lies inside the text");
        assert!(!syllable.contains(char::is_whitespace), "a syllable holds no blank");
        assert!(syllable.as_ptr() >= last, "syllables stand in order");
        last = syllable.as_bytes().as_ptr_range().end;
    }
    // Some apostrophes and blanks count as letters in Unicode.
    let seen = |&c: &char| {
        let sign = hoten::text::plain_form(c) == Some('\'');
        c.is_alphanumeric() && !sign && !hoten::text::is_blank(c) && !hoten::text::is_invisible(c)
    };
    let letters = |text: &str| text.chars().filter(seen).collect::<String>();
    let words = name.syllables().map(letters).collect::<String>();
    let kept = letters(name.lead()) + &words + &letters(name.suffix());
    assert_eq!(kept, letters(&text), "no letter is lost");
    if let Some(hint) = name.sex_hint() {
        assert!((0.001..=0.999).contains(&hint.p_female), "a hint is no proof");
        assert!(inside(hint.evidence), "the evidence lies inside the text");
    }
    for finding in name.findings() {
        if let Some(span) = finding.span {
            assert!(
                text.get(span.start..span.end).is_some(),
                "a finding's span is a part of the text"
            );
        }
    }
    let keys = hoten::name_keys(&text);
    assert_eq!(keys.sound, hoten::sound_key(&text), "one sound key by two ways");
    let cleaned = hoten::clean(&text).text;
    assert_eq!(hoten::name_keys(&cleaned), keys, "a repaired name has the keys it had before");
}

/// Law: any text gives a value or findings; a value printed and parsed again is the same value; dates
/// compare the same both ways.
pub fn dates_numbers(data: &[u8]) {
    let text = text(data);
    macro_rules! printed {
        ($type:ty) => {
            if let Some(value) = <$type>::parse(&text).value {
                let again = <$type>::parse(&value.to_string()).value;
                assert!(again == Some(value), concat!(stringify!($type), " printed and parsed"));
            }
        };
    }
    printed!(BirthDate);
    printed!(CitizenId);
    printed!(IdentityCard);
    printed!(InsuranceNumber);
    printed!(Phone);
    let date = BirthDate::parse(&text);
    assert!(date.value.is_some() || date.findings.len() <= 1, "no value: one reason or none");
    assert_eq!(date.candidates().is_empty(), date.value.is_none(), "a value is a candidate");
    // The same text as a column of lines, and each line beside the first.
    let column = DateColumn::survey(text.lines());
    let dates: Vec<_> = text.lines().map(|line| column.parse(line).value).collect();
    for &other in &dates {
        let (left, right) =
            (BirthDate::compare(dates[0], other), BirthDate::compare(other, dates[0]));
        assert_eq!(left, right, "dates compare the same both ways");
    }
    let id = CitizenId::parse(&text);
    if let Some(id) = id.value {
        assert_eq!(id.to_string().len(), 12, "twelve digits");
    }
}

/// Law: any text means units of today, each once; any bytes are a table or refused.
pub fn place(data: &[u8]) {
    let text = text(data);
    let mut cells = text.split(['\n', '|']);
    let mut cell = || cells.next().unwrap_or_default();
    let query = hoten::PlaceQuery::default().commune(cell()).district(cell()).province(cell());
    let found = query.address(cell()).resolve();
    for (at, place) in found.iter().enumerate() {
        assert!(place.unit.is_current(), "a unit of today");
        assert!(found.iter().take(at).all(|held| held.unit != place.unit), "each once");
    }
    let _ = found.findings();
    if let Ok(table) = hoten::PlaceTable::from_bytes(data) {
        let _ = hoten::PlaceQuery::default().commune(&text).resolve_in(&table).findings();
    }
}
