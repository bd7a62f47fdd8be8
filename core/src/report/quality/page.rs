//! The page from top to bottom.

use super::super::chart::{Bar, bars};
use super::super::markup::{Markup, POLICY, count, cut};
use super::super::page::STYLE;
use super::super::words::finding_title;
use super::{QualityPageOptions, Words, change, examples, unit};
use crate::check::{QualityCriterion, finding_criterion};
use crate::finding::Severity;
use crate::message::Lang;
use crate::quality::{CodeCount, Quality, QualityReport};

/// Letters of a title shown at most.
const LETTERS: usize = 80;
/// Kinds of findings listed.
const CODES: usize = 14;

pub(super) const CRITERIA: [(QualityCriterion, [&str; 2], [&str; 2]); 4] = [
    (
        QualityCriterion::Correct,
        ["Đúng", "Correct"],
        ["không có điều mâu thuẫn hay không thể có", "nothing contradicts or cannot be"],
    ),
    (
        QualityCriterion::Complete,
        ["Đủ", "Complete"],
        [
            "có đủ ngày sinh, số định danh, cha mẹ, nơi ở",
            "birth date, ID, parents and place are there",
        ],
    ),
    (
        QualityCriterion::Clean,
        ["Sạch", "Clean"],
        ["chữ đúng bảng mã, không nhập trùng", "text rightly encoded, nothing entered twice"],
    ),
    (
        QualityCriterion::Live,
        ["Sống", "Live"],
        ["theo kịp con người và đơn vị hiện nay", "kept up with people and units of today"],
    ),
];

/// Vietnamese or English of a pair.
pub(super) fn of(words: Words, pair: [&'static str; 2]) -> &'static str {
    words.say(pair[0], pair[1])
}

pub(super) fn page(quality: &Quality<'_>, options: &QualityPageOptions) -> String {
    let words = Words(options.lang);
    let report = quality.report();
    let mut page = Markup::default();
    page.raw("<!doctype html>\n<html lang=\"");
    page.raw(words.say("vi", "en")).raw("\"><head><meta charset=\"utf-8\">").raw(POLICY);
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    page.raw("<meta name=\"color-scheme\" content=\"light dark\"><title>");
    let heading = words.say("Chất lượng dữ liệu dân cư", "Quality of resident data");
    page.raw(heading);
    if !report.title.is_empty() {
        page.raw(" – ").text(cut(&report.title, LETTERS));
    }
    page.raw("</title><style>").raw(STYLE).raw("</style></head><body><main>");
    head(&mut page, words, heading, report);
    criteria(&mut page, words, report, options.earlier.as_ref());
    page.raw("<div class=\"grid\">");
    card(
        &mut page,
        words.say("Việc nên xem trước", "What to look at first"),
        &codes(words, report),
    );
    let title = words.say("Các cột đã điền", "Columns filled");
    card(&mut page, title, &fields(words, report));
    page.raw("</div>");
    if let Some(earlier) = &options.earlier {
        change::section(&mut page, words, report, earlier);
    }
    unit::sections(&mut page, words, report, options);
    examples::section(&mut page, words, quality, options);
    method(&mut page, words, quality);
    page.raw("</main></body></html>\n");
    page.into_string()
}

fn card(page: &mut Markup, title: &'static str, body: &Markup) {
    page.raw("<section class=\"card\"><h2>").raw(title).raw("</h2>").add(body).raw("</section>");
}

fn head(page: &mut Markup, words: Words, heading: &'static str, report: &QualityReport) {
    page.raw("<h1>").raw(heading).raw("</h1><p class=\"note\">");
    if !report.title.is_empty() {
        page.text(cut(&report.title, LETTERS)).raw(" · ");
    }
    if !report.day.is_empty() {
        page.raw(words.say("ngày ", "")).text(words.day(&report.day)).raw(" · ");
    }
    let total = &report.total;
    page.text(count(total.records)).raw(words.say(" hồ sơ", " records")).raw("</p>");
    page.raw("<p class=\"lead\">");
    if total.doubtful == 0 {
        page.raw(words.say(
            "Không có hồ sơ nào cần so lại với giấy tờ.",
            "No record needs to be checked on paper.",
        ));
    } else {
        page.raw("<b>").text(count(total.doubtful)).raw("</b>");
        page.raw(
            words.say(" hồ sơ cần so lại với giấy tờ (", " records should be checked on paper ("),
        );
        page.text(words.percent(total.doubtful as f64 / total.records.max(1) as f64));
        page.raw(words.say("), trong đó <b>", "), <b>")).text(count(total.errors));
        page.raw(words.say(
            "</b> hồ sơ có điều chắc chắn không đúng.",
            "</b> of them hold something that cannot be right.",
        ));
    }
    page.raw("</p>");
}

/// One tile for each criterion: the share that meets it, a bar, how many do not.
fn criteria(
    page: &mut Markup,
    words: Words,
    report: &QualityReport,
    earlier: Option<&QualityReport>,
) {
    page.raw("<dl class=\"tiles four\">");
    for (criterion, name, meaning) in CRITERIA {
        let rate = report.total.rate(criterion);
        page.raw("<div><dt><b>").raw(of(words, name)).raw("</b></dt><dd>");
        page.text(words.percent(rate));
        if let Some(earlier) = earlier {
            change::points(page, words, rate - earlier.total.rate(criterion));
        }
        page.raw("</dd>").add(&unit::meter(rate));
        page.raw("<dd class=\"note\">").raw(of(words, meaning)).raw("<br>");
        page.text(count(report.total.failing(criterion)));
        page.raw(words.say(" hồ sơ chưa đạt", " records do not")).raw("</dd></div>");
    }
    page.raw("</dl>");
}

pub(super) fn tone(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "plain",
        Severity::Warning => "warn",
        Severity::Error => "bad",
    }
}

/// The kinds of findings that count, the gravest first, then by how often.
fn codes(words: Words, report: &QualityReport) -> Markup {
    let mut codes: Vec<&CodeCount> =
        report.codes.iter().filter(|count| finding_criterion(count.code).is_some()).collect();
    let rank = |count: &&CodeCount| {
        core::cmp::Reverse((count.code.severity() == Severity::Error, count.rows))
    };
    codes.sort_by_key(rank);
    let all = codes.iter().take(CODES).map(|count| {
        let title = finding_title(count.code, words.0);
        let label = format!("{}: {title}", words.field(count.field));
        Bar {
            vietnamese: label.clone(),
            english: label,
            value: count.rows,
            strong: count.rows,
            tone: tone(count.code.severity()),
        }
    });
    let mut out = Markup::default();
    out.raw("<p class=\"note\"><span class=\"dot bad\"></span> ");
    out.raw(words.say("chắc chắn không đúng", "cannot be right"));
    out.raw(" <span class=\"dot warn\"></span> ");
    out.raw(words.say("nên so với giấy tờ", "check on paper"));
    out.raw(" <span class=\"dot plain\"></span> ");
    out.raw(words.say("để biết, để bổ sung", "to know, to fill in")).raw("</p>");
    out.add(&bars(words.say("Việc nên xem trước", "What to look at first"), CODES, all.collect()));
    out
}

/// How many records have each column.
fn fields(words: Words, report: &QualityReport) -> Markup {
    let records = report.total.records;
    let all = report.fields.iter().map(|fill| {
        let share = words.percent(fill.filled as f64 / records.max(1) as f64);
        let label = format!("{} · {share}", words.field(fill.field));
        Bar {
            vietnamese: label.clone(),
            english: label,
            value: fill.filled,
            strong: fill.filled,
            tone: "good",
        }
    });
    bars(words.say("Các cột đã điền", "Columns filled"), 20, all.collect())
}

/// What the figures mean.
fn method(page: &mut Markup, words: Words, quality: &Quality<'_>) {
    page.raw("<section class=\"method\"><h2>").raw(words.say("Cách tính", "How this is counted"));
    page.raw("</h2><p class=\"note\">");
    page.raw(words.say(
        "Một hồ sơ chưa đạt một tiêu chí khi có ít nhất một điều thuộc tiêu chí ấy; mỗi hồ sơ chỉ đếm một lần. Những điều tìm thấy là lời nhắc để xem giấy tờ, không phải kết luận: số định danh có thể được cấp lại, họ có thể theo phong tục riêng, và giấy tờ gốc luôn quyết định. Tên và số của từng người đã được che, trừ khi người lập báo cáo yêu cầu khác.",
        "A record does not meet a criterion if at least one finding belongs to it; each record counts once. Findings are reminders to look at the paper, no verdicts: numbers are re-issued, surnames follow customs, and the paper always decides. Names and numbers of persons are masked unless whoever made the report asked otherwise.",
    ));
    page.raw("</p>");
    let lang: Lang = words.0;
    for note in quality.notes().iter().take(20) {
        page.raw("<p class=\"finding\">").text(cut(&note.message(lang), 400)).raw("</p>");
    }
    page.raw("</section>");
}
