//! Laws of the syllable room.

use crate::text::marked;
use hoten::syllable::{Syllable, TonePlace, ToneStyle, place_tone_to, tone_place};
use proptest::prelude::*;

fn syllable() -> impl Strategy<Value = Syllable> {
    prop::sample::select(Syllable::all().collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn what_is_printed_parses_back(syllable in syllable(), style in prop::sample::select(vec![ToneStyle::Old, ToneStyle::New])) {
        let mut out = String::new();
        syllable.write(style, &mut out);
        prop_assert_eq!(Syllable::parse(&out), Some(syllable));
        prop_assert!(matches!(tone_place(&out), Some(TonePlace::Right | TonePlace::Old | TonePlace::New)));
    }

    #[test]
    fn sound_is_a_class(one in syllable(), other in syllable()) {
        prop_assert_eq!(one.sound() & 7, 0);
        if one.onset() == other.onset() && one.rhyme() == other.rhyme() {
            prop_assert_eq!(one.sound(), other.sound());
        }
        if let Some(heard) = Syllable::from_code(one.sound()) {
            prop_assert_eq!(heard.sound(), one.sound());
        }
    }

    #[test]
    fn placing_the_tone_keeps_the_syllable(text in prop_oneof![marked(), "[bcghiklmnpqrstuvxyaeioăâêôơưáạẽ]{1,7}", any::<String>()]) {
        let (mut once, mut twice) = (String::new(), String::new());
        let moved = place_tone_to(&text, ToneStyle::Old, &mut once);
        prop_assert_eq!(moved, once != text);
        prop_assert_eq!(Syllable::check(&once), Syllable::check(&text));
        prop_assert!(!place_tone_to(&once, ToneStyle::Old, &mut twice));
    }
}
