//! Calls every text function on every worst case of SIZE bytes and of twice as many, for
//! `instructions.sh` to count; prints the calls in their order.
//!
//! `cargo run --release -p hoten-benches --example linear -- SIZE [FUNCTION [INPUT]]`
#![allow(clippy::print_stdout, clippy::unwrap_used)]

use hoten::syllable::Syllable;
use hoten::text::{compose, strip_marks};
use hoten::{
    Address, BirthDate, CheckOptions, CitizenId, Encoding, FieldName, IdentityCard,
    InsuranceNumber, Name, Phone, Province, ProvinceSet, ReadOptions, Sex, TaxCode, UnitName,
    check_record, clean, decode, detect, fold, is_normalized, is_suspicious, name_keys,
    name_similarity, normalize, read_bytes, redecode,
};
use std::hint::black_box;

/// Drops what a call gives, after the optimiser had to make it.
fn done<T>(made: T) {
    drop(black_box(made));
}

/// Takes a text and drops what it makes of it.
type Call = fn(&str);

const FUNCTIONS: &[(&str, Call)] = &[
    ("compose", |text| done(compose(text))),
    ("strip_marks", |text| done(strip_marks(text))),
    ("Syllable::parse", |text| done(Syllable::parse(text))),
    ("normalize", |text| done(normalize(text))),
    ("is_normalized", |text| done(is_normalized(text))),
    ("fold", |text| done(fold(text))),
    ("clean", |text| done(clean(text))),
    ("is_suspicious", |text| done(is_suspicious(text))),
    ("detect", |text| done(detect(core::iter::once(text)))),
    ("decode tcvn3", |text| done(decode(text.as_bytes(), Encoding::Tcvn3))),
    ("decode vni", |text| done(decode(text.as_bytes(), Encoding::VniWindows))),
    ("decode bkhcm1", |text| done(decode(text.as_bytes(), Encoding::Bkhcm1))),
    ("decode vietware_x", |text| done(decode(text.as_bytes(), Encoding::VietwareX))),
    ("decode viqr", |text| done(decode(text.as_bytes(), Encoding::Viqr))),
    ("redecode utf8", |text| done(redecode(text, Encoding::Utf8))),
    ("redecode tcvn3", |text| done(redecode(text, Encoding::Tcvn3))),
    ("Name::parse", |text| done(Name::parse(text))),
    ("name_keys", |text| done(name_keys(text))),
    ("name_similarity", |text| done(name_similarity(text, text))),
    ("khmer::canonical", |text| done(hoten::khmer::canonical(text))),
    ("khmer::romanize", |text| done(hoten::khmer::romanize(text))),
    ("khmer_keys", |text| done(hoten::khmer_keys(text))),
    ("BirthDate::parse", |text| done(BirthDate::parse(text))),
    ("CitizenId::parse", |text| done(CitizenId::parse(text))),
    ("IdentityCard::parse", |text| done(IdentityCard::parse(text))),
    ("InsuranceNumber::parse", |text| done(InsuranceNumber::parse(text))),
    ("TaxCode::parse", |text| done(TaxCode::parse(text))),
    ("Phone::parse", |text| done(Phone::parse(text))),
    ("Sex::parse", |text| done(Sex::parse(text))),
    ("check_record", |text| {
        let cells = FieldName::ALL.map(|field| (field, text));
        done(check_record(cells, &CheckOptions::new()))
    }),
    ("Address::parse", |text| done(Address::parse(text))),
    ("UnitName::parse", |text| done(UnitName::parse(text))),
    ("Province::find", |text| done(Province::find(text))),
    ("ProvinceSet::find", |text| done(ProvinceSet::find(text))),
    ("read_bytes", |text| done(read_bytes(text.as_bytes(), &ReadOptions::default()))),
];

/// What the text begins with, and what is repeated after it.
const INPUTS: &[(&str, &str, &str)] = &[
    ("name", "", "Nguyễn "),
    ("name without blanks", "", "nguyễn"),
    ("capitals", "", "NGUYỄN "),
    ("doubtful tones", "", "hoà"),
    ("one mark", "e", "\u{301}"),
    ("marks out of order", "e", "\u{323}\u{302}\u{31b}"),
    ("marks of falling class", "e", "\u{301}\u{345}\u{334}\u{323}"),
    ("decomposed", "", "e\u{302}\u{303} "),
    ("blanks", "", " "),
    ("blanks within", "a", " \u{a0}\u{200b}"),
    ("invisible", "a", "\u{200b}"),
    ("apostrophes", "", "’"),
    ("apostrophes in words", "", "H`’"),
    ("commas in words", "", "h,m"),
    ("hyphens", "a", "-–"),
    ("dots", "", "Ng.V."),
    ("look-alikes", "", "Тrần Ðặ"),
    ("wide letters", "", "Ｎｇ"),
    ("loose accents", "", "Nguyê˜´"),
    ("tcvn3", "", "NguyÔn V¨n §øc "),
    ("tcvn3 without blanks", "", "Ô¨§ø"),
    ("vni", "", "Traàn Vaên "),
    ("utf8 read wrongly", "", "Nguyá»…n "),
    ("utf8 read wrongly twice", "", "NguyÃ¡Â»â€¦n "),
    ("utf8 read as windows-1250", "", "TáşĄ "),
    ("utf8 that lost bytes", "", "Ä\u{FFFD}áº·ng "),
    ("utf8 that lost letters", "", "NGá»\u{FFFD}C "),
    ("utf8 that lost blanks", "", "HoÃ ng "),
    ("utf8 without blanks", "", "Ä\u{FFFD}á»"),
    ("tcvn3 that lost horns", "V¨n ", "D¬ng "),
    ("viqr", "", "Nguye^~n \\"),
    ("telex", "", "Nguyeenx Vawn "),
    ("telex without blanks", "", "Nguyeenxvawn"),
    ("telex undecided", "", "Lee Max "),
    ("telex among words", "Jeff ", "DDawngj "),
    ("telex doubled", "", "oa"),
    ("telex keys", "a", "w"),
    ("vni keys", "", "Nguye6n4 D9o64 "),
    ("vni digits", "a", "6"),
    ("eth", "", "Ðð"),
    ("digits", "", "1"),
    ("numbers", "", "12 345 "),
    ("slashes", "", "1/"),
    ("brackets", "", "("),
    ("notes", "", "(Ba) "),
    ("question marks", "", "?…"),
    ("titles", "", "Ông Bà "),
    ("kinship", "", "con ông "),
    ("places", "", "Ấp 3, xã An Châu, "),
    ("place words", "", "tổ ấp số "),
    ("initials", "", "A "),
    ("khmer", "", "សុខ\u{17d2}"),
    ("khmer letters", "", "ក"),
    ("khmer clusters", "", "កក\u{17d2}ត\u{17b8}"),
    ("khmer clusters without vowels", "", "ក\u{17d2}រ"),
    ("khmer coengs", "ក", "\u{17d2}"),
    ("khmer coengs and unseen", "ក", "\u{17d2}\u{200b}"),
    ("khmer signs", "ក", "\u{17c6}\u{17b6}"),
    ("khmer repeated", "សុខ", "ៗ"),
    ("khmer repeated words", "", "ខៗ"),
    ("khmer digits", "", "១"),
    ("khmer and others", "", "ក\u{200b}a\u{301}"),
    ("hangul", "", "\u{1100}\u{1161}\u{11a8}"),
    ("cells", "", "a,b;\"c\"\n"),
    ("quotes", "a,b\n", "\""),
    ("open quotes", "a,b\n", "\"a,\n"),
    ("quotes that reopen", "a,b\n", "\"a\",\"\n"),
    ("empty lines", "a,b\n", "\r\n\n"),
];

fn text(head: &str, unit: &str, size: usize) -> String {
    let count = size.saturating_sub(head.len()) / unit.len();
    [head, &unit.repeat(count)].concat()
}

/// What is counted.
#[inline(never)]
fn measured(call: Call, text: &str) {
    call(black_box(text));
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let size: usize = args.first().map_or(Ok(20_000), |size| size.parse()).unwrap();
    let wanted = |place: usize, name: &str| args.get(place).is_none_or(|wanted| wanted == name);
    for (function, call) in FUNCTIONS.iter().filter(|row| wanted(1, row.0)) {
        for (input, head, unit) in INPUTS.iter().filter(|row| wanted(2, row.0)) {
            let (once, twice) = (text(head, unit, size), text(head, unit, size * 2));
            measured(*call, &once);
            measured(*call, &twice);
            println!("{function}\t{input}");
        }
    }
}
