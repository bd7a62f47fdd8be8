//! Laws of the text room.

use hoten::text::{compose, is_composed, lower_to, strip_marks, title_to};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// Letters and loose marks as Vietnamese text holds them, in any order, with some strangers.
pub(crate) fn marked() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(
        "aeiouydnghAEOUĐđêơƯễộ 'ñŏ\u{300}\u{301}\u{302}\u{303}\u{306}\u{309}\u{31B}\u{323}\u{308}\u{30C}\u{335}កុ\u{17D2}"
            .chars()
            .collect::<Vec<_>>(),
    );
    prop::collection::vec(pieces, 0..24).prop_map(|chars| chars.into_iter().collect())
}

proptest! {
    #[test]
    fn composing_twice_is_composing_once(text in prop_oneof![marked(), any::<String>()]) {
        let once = compose(&text).into_owned();
        prop_assert_eq!(compose(&once), once.as_str());
        prop_assert_eq!(once.nfc().collect::<String>(), once.as_str());
    }

    #[test]
    fn decomposed_text_composes_to_the_same(text in prop_oneof![marked(), any::<String>()]) {
        let decomposed: String = text.nfd().collect();
        prop_assert_eq!(compose(&decomposed), compose(&text));
    }

    #[test]
    fn what_is_composed_stays(text in any::<String>()) {
        if is_composed(&text) {
            prop_assert_eq!(compose(&text), text.as_str());
            prop_assert_eq!(text.nfc().collect::<String>(), text.as_str());
        }
    }

    #[test]
    fn stripped_vietnamese_is_ascii(text in "[a-zA-ZăâđêôơưĂÂĐÊÔƠƯàảãáạ\u{1EA0}-\u{1EF9} ]{0,40}") {
        prop_assert!(strip_marks(&text).is_ascii());
        prop_assert_eq!(strip_marks(&text).chars().count(), text.chars().count());
    }

    #[test]
    fn case_changes_case_only(text in prop_oneof![marked(), any::<String>()]) {
        let (mut lower, mut title, mut again) = (String::new(), String::new(), String::new());
        lower_to(&text, &mut lower);
        title_to(&text, &mut title);
        lower_to(&title, &mut again);
        if text.chars().all(|c| c.is_ascii() || hoten::text::Letter::of(c).is_some()) {
            prop_assert_eq!(&lower, &text.to_lowercase());
            prop_assert_eq!(again, lower);
        }
    }
}
