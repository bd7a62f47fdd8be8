//! Laws that hold for any bytes. Each function states one in its first line and panics when it is
//! broken; `targets/` hands it bytes from the fuzzer, `tests/` the golden cases and random text.

mod index;
mod live;
pub mod mutate;

pub use self::index::index;
pub use self::live::live;

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
    BirthDate, CheckOptions, CitizenId, Cleaned, Comparison, DateColumn, Encoding, FieldName,
    IdentityCard, InsuranceNumber, Linker, MatchRules, Model, Name, Phone, QualityReport,
    ReadOptions, Repair, RepairKind, StrBuffer, Suggestion, Table,
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

/// Law: any bytes give a table or an error; columns are equally long; no line of text is lost.
pub fn csv(data: &[u8]) {
    read_csv(data);
    // Most bytes hold no header: below one, they are rows.
    read_csv(&[b"Ho va ten;Ngay sinh;CCCD\n", data].concat());
}

fn read_csv(data: &[u8]) {
    let options = ReadOptions::default();
    let Ok(file) = hoten::read_bytes(data, &options) else { return };
    let table = file.table();
    assert_eq!(table.rows(), file.rows(), "the table has the rows of the file");
    for index in 0..table.width() {
        assert_eq!(
            table.column(index).map(|cells| cells.len()),
            Some(file.rows()),
            "equal columns"
        );
    }
    let again = hoten::read_bytes(data, &options).map(|again| again.rows());
    assert_eq!(again.ok(), Some(file.rows()), "the same bytes give the same table");
    // Lines of quoted cells may belong together; without quotes a line is a row.
    let Ok(text) = std::str::from_utf8(data) else { return };
    if text.contains('"') || text.contains('\0') {
        return;
    }
    let lines = text.split(['\n', '\r']);
    let filled = lines.filter(|line| line.contains(|c: char| c.is_ascii_alphanumeric())).count();
    let passed_over =
        file.notes().iter().filter(|note| PASSED_OVER.contains(&note.finding().code.as_str()));
    let passed_over: usize = passed_over.map(|note| note.lines().len()).sum();
    assert!(filled <= file.rows() + 1 + passed_over, "a line of text was lost");
}

/// Notes of a file that tell of lines that are no records.
const PASSED_OVER: [&str; 3] = ["rows_above_header", "rows_blank", "header_repeated"];

/// Law: a small table gives a partition: each row in one cluster, named by its smallest row.
pub fn dedupe(data: &[u8]) {
    let headers = ["Họ và tên", "Ngày sinh", "Số CCCD", "Giới tính"];
    let text = text(data);
    let mut columns: Vec<StrBuffer> = headers.iter().map(|_| StrBuffer::default()).collect();
    for line in text.lines().take(64) {
        let mut cells = line.split(';');
        for column in &mut columns {
            column.push(cells.next().filter(|cell| !cell.is_empty()));
        }
    }
    let named = headers.into_iter().zip(columns.iter().map(StrBuffer::as_column));
    let Ok(table) = Table::new(named) else { panic!("equal columns make a table") };
    let Ok(linkage) = Linker::new().threads(1).dedupe(&table) else {
        panic!("a table with names can be deduplicated")
    };
    let clusters = linkage.clusters();
    assert_eq!(clusters.len(), table.rows(), "each row has a cluster");
    for (row, &cluster) in clusters.iter().enumerate() {
        assert!(cluster as usize <= row, "a cluster is named by its smallest row");
        assert_eq!(clusters[cluster as usize], cluster, "the smallest row is its own cluster");
    }
    for pair in linkage.pairs() {
        assert!(pair.left < pair.right && (pair.right as usize) < table.rows(), "rows in order");
        assert!(pair.weight.is_finite(), "a weight is a number");
        assert!((0.0..=1.0).contains(&pair.probability), "a probability");
    }
    let rows: Vec<_> = linkage.pairs().iter().map(|pair| (pair.left, pair.right)).collect();
    assert!(rows.is_sorted_by(|a, b| a < b), "pairs are sorted, each once");
}

/// Law: any cells of a record give findings about fields of it, whose spans cut the cell between
/// letters.
pub fn check(data: &[u8]) {
    let text = text(data);
    let fields = FieldName::ALL;
    // `field number<tab>cell`; a line without a number goes on with the next field.
    let record: Vec<(FieldName, &str)> = text
        .split('\n')
        .take(64)
        .enumerate()
        .filter_map(|(line, cell)| {
            let (number, cell) = match cell.split_once('\t') {
                Some((number, cell)) => (number.parse().unwrap_or(line), cell),
                None => (line, cell),
            };
            Some((*fields.get(number % fields.len())?, cell))
        })
        .collect();
    let Ok(options) = CheckOptions::new().today(2026, 11, 22) else { panic!("a day") };
    let found = hoten::check_record(record.iter().copied(), &options);
    for finding in &found {
        let Some(span) = finding.span else { continue };
        let (start, end) = (span.start as usize, span.end as usize);
        let held = |cell: &str| cell.get(start..end).is_some();
        let mut cells = record.iter().filter(|(field, _)| *field == finding.field);
        assert!(cells.any(|(_, cell)| held(cell)), "a span lies in a cell of its field");
    }
    let again = hoten::check_record(record.iter().copied(), &options);
    assert_eq!(found.len(), again.len(), "the same record gives the same findings");
}

/// Law: any text is a model or refused; a model prints and reads back the same, and every weight is
/// a number.
pub fn model(data: &[u8]) {
    let Ok(model) = Model::from_json(&text(data)) else { return };
    let printed = model.to_json();
    match Model::from_json(&printed) {
        Ok(again) => assert_eq!(again.to_json(), printed, "printed and read back"),
        Err(error) => panic!("a printed model is refused: {}", error.message(hoten::Lang::En)),
    }
    for comparison in Comparison::ALL {
        for level in 0..u8::try_from(hoten::MAX_LEVELS).unwrap_or(u8::MAX) {
            assert!(model.weight(comparison, level).is_finite(), "a weight is a number");
        }
    }
}

/// Law: any text is a set of rules, or figures of a report, or refused; what was read prints and
/// reads back the same.
pub fn rules(data: &[u8]) {
    let text = text(data);
    if let Ok(rules) = MatchRules::from_json(&text) {
        let printed = rules.to_json();
        let again = MatchRules::from_json(&printed).map(|again| again.to_json());
        assert_eq!(again.ok().as_ref(), Some(&printed), "printed and read back");
    }
    if let Ok(report) = QualityReport::from_json(&text) {
        let printed = report.to_json();
        let again = QualityReport::from_json(&printed).map(|again| again.to_json());
        assert_eq!(again.ok().as_ref(), Some(&printed), "printed and read back");
    }
}
