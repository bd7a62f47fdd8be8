use super::*;
use alloc::string::ToString;

/// Puts each repair in place of its span.
fn replay(text: &str, repairs: &[Repair]) -> String {
    let mut out = String::new();
    let mut at = 0;
    for (index, repair) in repairs.iter().enumerate() {
        if index > 0 && repairs[index - 1].span == repair.span {
            continue;
        }
        out.push_str(&text[at..repair.span.start]);
        out.push_str(&repair.to);
        at = repair.span.end;
    }
    out + &text[at..]
}

#[test]
fn repairs_are_listed() {
    use RepairKind as K;
    for (text, clean_text, kinds) in [
        ("Nguyễn Văn Hoà", "Nguyễn Văn Hoà", &[][..]),
        ("NGUYỄN  VĂN HOÀ", "Nguyễn Văn Hoà", &[K::Case, K::Blank, K::Case, K::Case]),
        ("Hùynh Thị Thuý", "Huỳnh Thị Thuý", &[K::TonePlace]),
        ("HÙYNH", "Huỳnh", &[K::Case, K::TonePlace]),
        ("Ðặng An", "Đặng An", &[K::Lookalike]),
        ("Nguye\u{303}\u{302}n An", "Nguyễn An", &[K::MarkOrder]),
        (" An\u{a0}Bình ", "An Bình", &[K::Blank, K::Blank, K::Blank]),
        ("H’Mông", "H'Mông", &[K::Lookalike]),
        ("NGUYễN Thị ThuÝ", "Nguyễn Thị Thuý", &[K::Case, K::Case]),
        ("\u{feff}", "", &[K::Blank]),
        ("An \u{200b} Bình", "An Bình", &[K::Blank]),
        ("TX. Tịnh Biên", "TX. Tịnh Biên", &[]),
        ("844, tổ 12, Ấp Tà Ngáo", "844, tổ 12, Ấp Tà Ngáo", &[]),
        ("នាង សុខ", "នាង សុខ", &[]),
    ] {
        let cleaned = clean(text);
        assert_eq!(cleaned.text, clean_text);
        let found: Vec<_> = cleaned.repairs.iter().map(|repair| repair.kind).collect();
        assert_eq!(found, kinds, "{text:?}");
        assert_eq!(replay(text, &cleaned.repairs), clean_text);
        assert_eq!(matches!(cleaned.text, Cow::Borrowed(_)), kinds.is_empty());
    }
}

#[test]
fn no_value_is_shown_by_debug() {
    let cleaned = clean("NGUYỄN VĂN HOÀ");
    let shown = alloc::format!("{cleaned:?}");
    assert!(!shown.contains("Nguy") && !shown.to_string().contains("HOÀ"), "{shown}");
}
