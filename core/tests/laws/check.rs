//! Laws of the check room.

use hoten::*;
use proptest::prelude::*;

fn any_cell() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "",
        "[0-9 ./,'+Ee\\-]{0,24}",
        "(Nguyễn|TrÇn|LÊ|Néang|Thị|Văn|V¨n|Hòa|Hoà|Hồng|\\(1950\\)| |7|e\u{302}){0,6}",
        "0(89|01)[0-3]5[01]00[12]{2}[0-9]{2}",
        "(Nam|Nữ|1|2|An Giang|Sóc Trăng|T\\. Bến Tre|X\\. An Hảo)",
        "[0-3][0-9]/[01][0-9]/(18|19|20)[0-9]{2}",
    ]
}

fn any_record() -> impl Strategy<Value = Vec<(FieldName, String)>> {
    prop::collection::vec((prop::sample::select(FieldName::ALL.to_vec()), any_cell()), 0..18)
}

fn codes(record: &[(FieldName, String)], options: &CheckOptions) -> Vec<Finding> {
    check_record(record.iter().map(|(field, text)| (*field, text.as_str())), options)
}

proptest! {
    /// Any record: an answer, gravest first, spans inside the text given, words in two languages.
    #[test]
    fn any_record_is_answered(record in any_record()) {
        let found = codes(&record, &CheckOptions::new());
        prop_assert!(found.windows(2).all(|pair| pair[0].severity >= pair[1].severity));
        for finding in &found {
            let text = record.iter().rev().find(|(field, _)| *field == finding.field);
            if let (Some(span), Some((_, text))) = (finding.span, text) {
                prop_assert!(text.get(span.start..span.end).is_some(), "{finding:?}");
            }
            for lang in [Lang::Vi, Lang::En] {
                prop_assert!(!finding.message(lang).is_empty());
            }
        }
    }

    /// The order of the fields says nothing.
    #[test]
    fn fields_may_come_in_any_order(record in any_record()) {
        let mut once = record;
        once.sort_by_key(|(field, _)| *field);
        once.dedup_by_key(|(field, _)| *field);
        let forward = codes(&once, &CheckOptions::new());
        once.reverse();
        prop_assert_eq!(forward, codes(&once, &CheckOptions::new()));
    }

    /// Switching a code off takes that code away, and nothing else.
    #[test]
    fn ignoring_a_code_takes_it_alone_away(record in any_record()) {
        let all = codes(&record, &CheckOptions::new());
        if let Some(first) = all.first() {
            let options = CheckOptions::new().ignore(first.code);
            let rest: Vec<_> = all.iter().filter(|held| held.code != first.code).cloned().collect();
            prop_assert_eq!(codes(&record, &options), rest);
        }
    }
}
