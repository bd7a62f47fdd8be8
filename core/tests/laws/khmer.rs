//! Laws of the khmer room.

use hoten::khmer::{canonical, romanize, romanize_ungegn};
use proptest::prelude::*;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// Every character of the block in any order, with what stands between words and what nobody sees.
fn khmer() -> impl Strategy<Value = String> {
    prop_oneof![
        "[\u{1780}-\u{17FF}]{0,24}",
        "[កខតដសហអរ\u{17D2}\u{17D2}ាេីុំ៉៊់័\u{17DD}\u{17B4}\u{200B}\u{200D}]{0,24}",
        "[\u{1780}-\u{17DD}\u{200B}-\u{200D}\u{300}\u{301}\u{323}\u{FE0F} eêA]{0,24}",
    ]
}

proptest! {
    #[test]
    fn canonical_twice_is_canonical_once(text in prop_oneof![khmer(), any::<String>()]) {
        let once = canonical(&text).into_owned();
        prop_assert!(matches!(canonical(&once), Cow::Borrowed(same) if same == once));
        prop_assert_eq!(once.nfc().collect::<String>(), once.as_str());
        let decomposed: String = text.nfd().collect();
        prop_assert_eq!(canonical(&decomposed), once);
    }

    #[test]
    fn unseen_characters_change_nothing(text in "[\u{1780}-\u{17D2}]{1,12}", unseen in "[\u{200B}-\u{200D}\u{2060}\u{FEFF}]{1,3}", at in 0..12_usize) {
        let at = text.char_indices().map(|(start, _)| start).nth(at).unwrap_or(text.len());
        let (head, tail) = text.split_at(at);
        let apart = format!("{head}{unseen}{tail}");
        // A text of dropped characters only has no Khmer for the unseen to stand beside.
        prop_assume!(!canonical(&text).is_empty());
        prop_assert_eq!(canonical(&apart), canonical(&text));
        // In Latin text they are nobody's business here.
        let latin: String = romanize(&apart).chars().filter(|c| !unseen.contains(*c)).collect();
        prop_assert_eq!(latin, romanize(&text));
    }

    #[test]
    fn text_without_khmer_stays(text in any::<String>()) {
        if !text.chars().any(|c| ('\u{1780}'..='\u{17FF}').contains(&c)) {
            prop_assert_eq!(romanize(&text), text.as_str());
            prop_assert_eq!(romanize_ungegn(&text), text.as_str());
        }
    }
}
