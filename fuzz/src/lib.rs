//! Laws that hold for any bytes. Each function states one in its first line and panics when it is
//! broken; `targets/` hands it bytes from the fuzzer, `tests/` the golden cases and random text.

use hoten::file::ReadOptions;
use hoten::{
    BirthDate, CitizenId, Encoding, IdentityCard, InsuranceNumber, Linker, Name, Phone, StrBuffer,
    Table,
};
use std::borrow::Cow;

/// Any bytes as text, as a binding would hand them over.
fn text(data: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(data)
}

/// Law: normal text is normal, clean text is clean, fold is plain, and what clean changed it lists.
pub fn normalize_clean(data: &[u8]) {
    let text = text(data);
    let normal = hoten::normalize(&text);
    assert_eq!(hoten::normalize(&normal), normal, "normalize twice");
    assert!(hoten::is_normalized(&normal), "normal text says it is");
    assert_eq!(hoten::is_normalized(&text), normal == text, "is_normalized agrees with normalize");
    let mut out = String::from("x");
    hoten::normalize_to(&text, &mut out);
    assert_eq!(out.strip_prefix('x'), Some(&*normal), "normalize_to appends the same");

    let fold = hoten::fold(&text);
    assert_eq!(hoten::fold(&fold), fold, "fold twice");
    assert_eq!(hoten::fold(&normal), fold, "fold of the normal form");

    let cleaned = hoten::clean(&text);
    assert_eq!(cleaned.repairs.is_empty(), cleaned.text == text, "a change is a listed repair");
    let again = hoten::clean(&cleaned.text);
    assert_eq!(again.text, cleaned.text, "clean twice");
    assert_eq!(hoten::normalize(&cleaned.text), normal, "clean keeps the normal form");
}
