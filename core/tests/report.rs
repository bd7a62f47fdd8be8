//! What a report may and may not hold.
#![cfg(feature = "report")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use hoten::{
    ErrorCode, Lang, Linkage, Linker, ReportOptions, StrColumn, Table, example_pairs,
    explanation_html, explanation_text, report_html, write_report,
};

const HEADERS: [&str; 5] = ["record_id", "source", "full_name", "birth_date", "citizen_id"];

/// One pair of one person, and values that would be markup or formulas if nobody took care.
const ROWS: [[&str; 5]; 4] = [
    ["=1+1", "<script>alert(1)</script>", "Nguyễn Văn Hòa", "12/5/1950", "089050001234"],
    ["@b", "hộ tịch", "NGUYỄN VĂN HOÀ", "1950-05-12", "089050001234"],
    ["c", "hộ tịch", "<script>alert(2)</script>", "1961", ""],
    ["d", "hộ tịch", "Lê \"><img src=x onerror=y>", "1961", ""],
];

fn with<R>(rows: &[[&str; 5]], work: impl FnOnce(&Linkage<'_>) -> R) -> R {
    let columns: Vec<Vec<&str>> =
        (0..HEADERS.len()).map(|column| rows.iter().map(|row| row[column]).collect()).collect();
    let cells = columns.iter().map(|column| StrColumn::from_strs(column));
    let table = Table::new(HEADERS.into_iter().zip(cells)).unwrap();
    work(&Linker::new().dedupe(&table).unwrap())
}

#[test]
fn the_page_is_whole_bounded_and_without_script() {
    for rows in [&ROWS[..0], &ROWS[..1], &ROWS] {
        let page = with(rows, |linkage| report_html(linkage, &ReportOptions::default()));
        assert!(page.starts_with("<!doctype html>") && page.ends_with("</html>\n"));
        assert!(page.contains("prefers-color-scheme:dark") && page.contains("<svg"));
        assert!(!page.contains("<script") && !page.contains("<img") && !page.contains("NaN"));
        assert!(!page.contains("http:") && !page.contains("https:") && page.len() < 500_000);
    }
}

#[test]
fn values_of_a_megabyte_do_not_swell_the_page() {
    let long = "Ẫ".repeat(1 << 20);
    let rows = [["a", &long, &long, "1950", "089050001234"], ["b", &long, &long, "1950", &long]];
    let mut options = ReportOptions::default();
    options.redact = false;
    options.title = long.clone();
    options.facts = vec![(long.clone(), long.clone()); 100];
    let page = with(&rows, |linkage| report_html(linkage, &options));
    assert!(page.len() < 500_000, "{}", page.len());
}

#[test]
fn persons_are_masked_unless_asked() {
    with(&ROWS, |linkage| {
        let mut options = ReportOptions::default();
        let masked = report_html(linkage, &options);
        for value in ["Hòa", "hòa", "089050001234", "12/5/1950"] {
            assert!(!masked.contains(value), "{value}");
        }
        assert!(masked.contains("089***1234") && masked.contains("**/**/1950"));
        options.redact = false;
        let open = report_html(linkage, &options);
        assert!(open.contains("089050001234") && open.contains("12/5/1950"));
    });
}

#[test]
fn an_explanation_reads_in_both_languages() {
    with(&ROWS, |linkage| {
        let (left, right) = example_pairs(linkage, 5)[0];
        assert_eq!((left, right), (0, 1));
        let explanation = linkage.explain(left, right).unwrap();
        let english = explanation_text(&explanation, true, Lang::En);
        assert!(english.contains("=1+1 ↔ @b") && english.contains("birth_date same"), "{english}");
        let vietnamese = explanation_text(&explanation, true, Lang::Vi);
        assert!(vietnamese.contains("ngày sinh giống"), "{vietnamese}");
        let html = explanation_html(&explanation, true);
        assert!(html.contains("=1+1 ↔ @b") && html.contains("</table>"), "{html}");
    });
}

#[test]
fn sheets_open_in_a_spreadsheet_rightly_and_safely() {
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("report");
    with(&ROWS, |linkage| write_report(&folder, linkage, &ReportOptions::default()).unwrap());
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let clusters = read("clusters.csv");
    assert_eq!(
        clusters,
        "\u{FEFF}record_id,cluster_id,cluster_size\n'=1+1,'=1+1,2\n'@b,'=1+1,2\nc,c,1\nd,d,1\n"
    );
    let pairs = read("pairs.csv");
    assert!(
        pairs.starts_with("\u{FEFF}left_id,right_id,weight,probability,rule,surname,middle,given")
    );
    assert!(pairs.contains("\n'=1+1,'@b,"));
    let findings = read("findings.csv");
    assert!(findings.starts_with("\u{FEFF}record_id,field,code,severity,message_vi,message_en\n"));
    let file = folder.join("clusters.csv").join("below-a-file");
    let error =
        with(&ROWS, |linkage| write_report(&file, linkage, &ReportOptions::default()).unwrap_err());
    assert_eq!(error.code(), ErrorCode::ReportUnwritable);
}

/// Pairs below the threshold are no matches, in colour neither.
#[test]
fn the_histogram_tells_matches_from_pairs_to_look_at() {
    let names = ["Nguyễn Văn Hòa", "NGUYỄN VĂN HOÀ"];
    let years = ["1950", "1950"];
    let cells = [&names, &years].map(|cells| StrColumn::from_strs(cells));
    let table = Table::new(["full_name", "birth_date"].into_iter().zip(cells)).unwrap();
    let mut options = ReportOptions::default();
    options.examples = 0;
    let run = |threshold| {
        let linkage = Linker::new().possible(1e-6).threshold(threshold).dedupe(&table).unwrap();
        (linkage.pairs()[0].probability, report_html(&linkage, &options))
    };
    let (probability, matched) = run(1e-5);
    assert!(probability > 1e-4 && probability < 0.9999, "{probability}");
    let (_, doubtful) = run(0.99999);
    let bar = |page: &str, tone: &str| page.contains(&format!("<rect class=\"{tone}\""));
    assert!(bar(&matched, "good") && !bar(&matched, "warn"));
    assert!(!bar(&doubtful, "good") && bar(&doubtful, "warn"));
}

/// Clusters of six and more share a bar, those of five have their own; and a rule that finds again
/// what an earlier one found has nothing new.
#[test]
fn bars_count_clusters_by_size_and_pairs_by_their_first_rule() {
    let ids = ["1", "2", "3", "4", "5", "6"];
    let rows = ids.map(|id| [id, "hộ tịch", "Nguyễn Văn Hòa", "12/5/1950", "089050001234"]);
    let page = |count: usize| {
        with(&rows[..count], |linkage| report_html(linkage, &ReportOptions::default()))
    };
    let (two, five, six) = (page(2), page(5), page(6));
    assert!(five.contains(">5 bản ghi<") || five.contains(">5 bản ghi "), "five");
    assert!(six.contains("6+ bản ghi") && !five.contains("6+ bản ghi"));
    assert!(two.contains(">0 / 1<"), "a later rule finds one pair and none anew");
}
