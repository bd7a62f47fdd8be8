//! The page: what was read, found and decided, in Vietnamese with English beside it.

use super::ReportOptions;
use super::chart::{Bar, Mark, bars, histogram};
use super::examples::{example_pairs, explained};
use super::markup::{Markup, POLICY, count, cut};
use super::sheets::cluster_sizes;
use super::words::{finding_title, vietnamese};
use crate::finding::{FieldName, Severity};
use crate::link::Linkage;
use crate::message::Lang;
use std::collections::BTreeMap;

/// Letters of a header, source or title shown at most.
const LETTERS: usize = 80;
/// Columns, notes and refused blocks listed at most.
const LISTED: usize = 40;

pub(super) const STYLE: &str = include_str!("style.css");

pub(super) fn page(linkage: &Linkage<'_>, options: &ReportOptions) -> String {
    let mut page = Markup::default();
    page.raw("<!doctype html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\">").raw(POLICY);
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    page.raw("<meta name=\"color-scheme\" content=\"light dark\"><title>hoten");
    if !options.title.is_empty() {
        page.raw(" – ").text(cut(&options.title, LETTERS));
    }
    page.raw("</title><style>").raw(STYLE).raw("</style></head><body><main>");
    page.raw("<h1>Kết quả đối chiếu <span class=\"en\">matching report</span></h1>");
    if !options.title.is_empty() {
        page.raw("<p class=\"note\">").text(cut(&options.title, LETTERS)).raw("</p>");
    }
    tiles(&mut page, linkage);
    page.raw("<div class=\"grid\">");
    card(&mut page, "Bản ghi theo nguồn", "records by source", &sources(linkage));
    card(&mut page, "Số bản ghi trong một nhóm", "records in a cluster", &sizes(linkage));
    card(&mut page, "Điều cần xem lại", "findings", &findings(linkage));
    card(&mut page, "Cặp ứng viên theo luật", "candidate pairs by rule", &rules(linkage));
    page.raw("</div>");
    card(
        &mut page,
        "Điểm của các cặp ứng viên",
        "weights of the candidate pairs",
        &weights(linkage),
    );
    page.raw("<section><h2>Vì sao <span class=\"en\">why: explained pairs</span></h2>");
    if options.redact {
        page.raw("<p class=\"note\">Tên, ngày sinh và số giấy tờ đã được che. <span class=\"en\">Names, dates and numbers are masked.</span></p>");
    }
    let examples = example_pairs(linkage, options.examples.min(50));
    if examples.is_empty() {
        page.raw("<p>Không có cặp nào. <span class=\"en\">There is no pair.</span></p>");
    }
    for (left, right) in examples {
        if let Ok(explanation) = linkage.explain(left, right) {
            page.add(&explained(&explanation, options.redact));
        }
    }
    page.raw("</section>");
    facts(&mut page, linkage, options);
    page.raw("</main></body></html>\n");
    page.into_string()
}

fn card(page: &mut Markup, title: &'static str, english: &'static str, body: &Markup) {
    page.raw("<section class=\"card\"><h2>").raw(title).raw(" <span class=\"en\">").raw(english);
    page.raw("</span></h2>").add(body).raw("</section>");
}

/// The figures a reader looks for first.
fn tiles(page: &mut Markup, linkage: &Linkage<'_>) {
    let summary = linkage.summary();
    let found: u64 = summary.findings.iter().map(|found| found.rows).sum();
    page.raw("<dl class=\"tiles\">");
    for (title, english, value) in [
        ("Bản ghi", "records", summary.records),
        ("Cặp ứng viên", "candidate pairs", summary.candidate_pairs),
        ("Cặp trùng", "matched pairs", summary.matched_pairs),
        ("Cặp cần xem", "possible pairs", summary.possible_pairs),
        ("Nhóm trùng", "clusters of two or more", summary.clusters),
        ("Điều cần xem lại", "findings", found),
    ] {
        page.raw("<div><dt>").raw(title).raw(" <span class=\"en\">").raw(english);
        page.raw("</span></dt><dd>").text(count(value)).raw("</dd></div>");
    }
    page.raw("</dl>");
}

fn sources(linkage: &Linkage<'_>) -> Markup {
    let mut counts = BTreeMap::<&str, u64>::new();
    for row in 0..u32::try_from(linkage.records()).unwrap_or(u32::MAX) {
        let source = linkage.cell(row, FieldName::Source).unwrap_or_default().trim();
        *counts.entry(source).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, records)| core::cmp::Reverse(*records));
    let all = counts.into_iter().map(|(name, records)| {
        let (vietnamese, english) = if name.is_empty() {
            ("không ghi nguồn".to_owned(), "no source given".to_owned())
        } else {
            (cut(name, LETTERS), cut(name, LETTERS))
        };
        Bar { vietnamese, english, value: records, strong: records, tone: "plain" }
    });
    bars("Bản ghi theo nguồn", 16, all.collect())
}

fn sizes(linkage: &Linkage<'_>) -> Markup {
    let mut counts = [0_u64; 7];
    for size in cluster_sizes(linkage.clusters()) {
        if let Some(count) = counts.get_mut(size.min(6) as usize) {
            *count += 1;
        }
    }
    let last = counts.iter().rposition(|count| *count > 0).unwrap_or(0);
    let all = counts.into_iter().enumerate().skip(1).take(last).map(|(size, clusters)| {
        let more = if size == 6 { "6+".to_owned() } else { size.to_string() };
        let (vietnamese, english) = match size {
            1 => ("1 bản ghi (không trùng)".to_owned(), "1 record (no duplicate)".to_owned()),
            _ => (format!("{more} bản ghi"), format!("{more} records")),
        };
        let tone = if size == 1 { "plain" } else { "good" };
        Bar { vietnamese, english, value: clusters, strong: clusters, tone }
    });
    bars("Số bản ghi trong một nhóm", 16, all.collect())
}

fn findings(linkage: &Linkage<'_>) -> Markup {
    let all = linkage.summary().findings.iter().map(|found| {
        let field = found.field.as_str();
        Bar {
            vietnamese: format!("{}: {}", vietnamese(field), finding_title(found.code, Lang::Vi)),
            english: format!("{field}: {}", found.code.as_str()),
            value: found.rows,
            strong: found.rows,
            tone: match found.severity {
                Severity::Note => "plain",
                Severity::Warning => "warn",
                Severity::Error => "bad",
            },
        }
    });
    bars("Điều cần xem lại", 16, all.collect())
}

fn rules(linkage: &Linkage<'_>) -> Markup {
    let rules = linkage.summary().rules.iter();
    let (mut rules, idle): (Vec<_>, Vec<_>) = rules.partition(|rule| rule.pairs > 0);
    rules.sort_by_key(|rule| core::cmp::Reverse(rule.new_pairs));
    let all = rules.into_iter().map(|rule| Bar {
        vietnamese: vietnamese(&rule.name).to_owned(),
        english: rule.name.clone(),
        value: rule.pairs,
        strong: rule.new_pairs,
        tone: "plain",
    });
    let mut out = Markup::default();
    out.raw("<p class=\"note\">Đậm: cặp mà luật trước chưa thấy / tất cả. <span class=\"en\">Dark: pairs no earlier rule had found / all.</span></p>");
    out.add(&bars("Cặp ứng viên theo luật", 40, all.collect()));
    if !idle.is_empty() {
        out.raw("<p class=\"note\">").text(idle.len()).raw(" luật khác không thấy cặp nào. ");
        out.raw("<span class=\"en\">")
            .text(idle.len())
            .raw(" other rules found no pair.</span></p>");
    }
    out
}

/// Weights of all candidates, one bin to a bit, and the two thresholds.
fn weights(linkage: &Linkage<'_>) -> Markup {
    /// Weights beyond share the outermost bins.
    const FAR: f32 = 80.0;
    let (possible, threshold) = linkage.threshold_weights();
    let counts: Vec<(f32, u64)> =
        linkage.weight_counts().map(|(weight, pairs)| (weight.clamp(-FAR, FAR), pairs)).collect();
    let edges = [possible, threshold, 0.0].map(|weight| weight.clamp(-FAR, FAR));
    let edges = || counts.iter().map(|(weight, _)| *weight).chain(edges);
    let low = edges().fold(0.0, f32::min).floor();
    let high = edges().fold(0.0, f32::max).floor();
    let mut bins = vec![0_u64; (high - low) as usize + 1];
    for (weight, pairs) in &counts {
        if let Some(bin) = bins.get_mut((weight - low) as usize) {
            *bin += pairs;
        }
    }
    let marks = [(possible, "có thể · possible"), (threshold, "trùng · match")];
    let marks = marks.map(|(at, words)| Mark { at: f64::from(at), words: words.to_owned() });
    let tone = |weight: f64| match weight {
        weight if weight >= f64::from(threshold) => "good",
        weight if weight >= f64::from(possible) => "warn",
        _ => "plain",
    };
    let mut out = Markup::default();
    out.raw("<p class=\"note\">Điểm tính bằng bit: thêm 1 bit, khả năng là một người tăng gấp đôi. Chiều cao theo căn bậc hai. <span class=\"en\">Weights in bits: one more doubles the odds. Heights by square root.</span></p>");
    out.add(&histogram("Điểm của các cặp", f64::from(low), 1.0, &bins, &marks, tone));
    out
}

/// What was read and how: columns, notes, blocks that were too large.
fn facts(page: &mut Markup, linkage: &Linkage<'_>, options: &ReportOptions) {
    let summary = linkage.summary();
    page.raw("<section><h2>Tệp và cách đọc <span class=\"en\">the table and how it was read</span></h2><div class=\"wide\"><table class=\"facts\"><tbody>");
    for (name, value) in options.facts.iter().take(LISTED) {
        page.raw("<tr><th>").text(cut(name, LETTERS)).raw("</th><td>");
        page.text(cut(value, LETTERS)).raw("</td></tr>");
    }
    page.raw("<tr><th>Cột được dùng <span class=\"en\">columns used</span></th><td>");
    for (field, header) in &summary.used_columns {
        page.raw("<span class=\"chip\">").text(cut(header, LETTERS)).raw(" → ");
        page.text(vietnamese(field.as_str())).raw(" <span class=\"en\">");
        page.text(field.as_str()).raw("</span></span> ");
    }
    for (field, header) in &summary.declared_columns {
        page.raw("<span class=\"chip\">").text(cut(header, LETTERS)).raw(" → ");
        page.text(cut(field, LETTERS)).raw("</span> ");
    }
    page.raw("</td></tr>");
    if !summary.ignored_columns.is_empty() {
        page.raw("<tr><th>Cột không dùng <span class=\"en\">columns ignored</span></th><td>");
        for header in summary.ignored_columns.iter().take(LISTED) {
            page.raw("<span class=\"chip\">").text(cut(header, LETTERS)).raw("</span> ");
        }
        page.raw("</td></tr>");
    }
    page.raw("</tbody></table></div>");
    for note in options.notes.iter().chain(linkage.notes()).take(LISTED) {
        page.raw("<p class=\"finding\">").text(cut(&note.message(Lang::Vi), 400));
        page.raw(" <span class=\"en\">").text(cut(&note.message(Lang::En), 400));
        page.raw("</span></p>");
    }
    for refused in summary.refused.iter().take(LISTED) {
        page.raw("<p class=\"finding\">Luật \"").text(vietnamese(&refused.rule)).raw("\": ");
        page.text(count(refused.rows)).raw(" bản ghi quá giống nhau, luật này không ghép ");
        page.text(count(refused.pairs)).raw(" cặp trong đó. <span class=\"en\">Rule \"");
        page.text(&refused.rule).raw("\": ").text(count(refused.rows));
        page.raw(" records are too much alike; the rule left out their ")
            .text(count(refused.pairs));
        page.raw(" pairs.</span></p>");
    }
    page.raw("</section>");
}
