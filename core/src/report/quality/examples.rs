//! Some findings with their records: of each kind a few, the gravest first.

use super::super::markup::{Markup, cut};
use super::super::mask;
use super::super::words::finding_title;
use super::page::tone;
use super::{QualityPageOptions, Words};
use crate::finding::{FieldName, FindingCode, Severity};
use crate::quality::Quality;
use crate::record::RowFinding;
use std::collections::BTreeMap;

/// Letters of a value shown at most.
const LETTERS: usize = 60;
/// Of one code at most.
const EACH: usize = 2;

pub(super) fn section(
    page: &mut Markup,
    words: Words,
    quality: &Quality<'_>,
    options: &QualityPageOptions,
) {
    let chosen = choose(quality.findings(), options.examples.min(100));
    if chosen.is_empty() {
        return;
    }
    page.raw("<section class=\"card\"><h2>");
    page.raw(words.say("Một số hồ sơ cần xem", "Some records to look at")).raw("</h2>");
    if options.redact {
        page.raw("<p class=\"note\">").raw(words.say(
            "Tên, ngày sinh và số giấy tờ đã được che. Danh sách đầy đủ nằm trong tệp findings.csv.",
            "Names, dates and numbers are masked. The whole list is in findings.csv.",
        ));
        page.raw("</p>");
    }
    page.raw("<div class=\"wide\"><table class=\"examples\"><thead><tr><th>");
    page.raw(words.say("Mã hồ sơ", "Record")).raw("</th><th>").raw(words.say("Ô", "Field"));
    page.raw("</th><th>").raw(words.say("Giá trị", "Value")).raw("</th><th>");
    page.raw(words.say("Điều tìm thấy", "Finding")).raw("</th></tr></thead><tbody>");
    for finding in chosen {
        row(page, words, quality, finding, options.redact);
    }
    page.raw("</tbody></table></div></section>");
}

/// Errors before warnings; of each code the first rows. Notes need no example.
fn choose(findings: &[RowFinding], most: usize) -> Vec<RowFinding> {
    let mut held = BTreeMap::<(core::cmp::Reverse<Severity>, FindingCode), Vec<RowFinding>>::new();
    for finding in findings {
        let severity = finding.code.severity();
        if severity == Severity::Note {
            continue;
        }
        let own = held.entry((core::cmp::Reverse(severity), finding.code)).or_default();
        if own.len() < EACH {
            own.push(*finding);
        }
    }
    // One of each kind before a second of any.
    let nth =
        |place: usize| held.iter().filter_map(move |(kind, own)| Some((*kind, *own.get(place)?)));
    let mut chosen: Vec<_> = (0..EACH).flat_map(nth).take(most).collect();
    chosen.sort_by_key(|(kind, finding)| (*kind, finding.row));
    chosen.into_iter().map(|(_, finding)| finding).collect()
}

fn row(page: &mut Markup, words: Words, quality: &Quality<'_>, of: RowFinding, redact: bool) {
    let id = quality.record_id(of.row);
    let id = if redact { mask::record_id(&id) } else { id.into_owned() };
    let value = match of.field {
        FieldName::Record => String::new(),
        field if redact => mask::field(field, &quality.value(of.row, field)),
        field => quality.value(of.row, field),
    };
    page.raw("<tr><td>").text(cut(&id, LETTERS)).raw("</td><td>").text(words.field(of.field));
    page.raw("</td><td>").text(cut(&value, LETTERS)).raw("</td><td><span class=\"dot ");
    page.raw(tone(of.code.severity())).raw("\"></span> ");
    if redact {
        page.text(finding_title(of.code, words.0));
    } else {
        let details = quality.details(of.row);
        let own = details.iter().find(|held| held.field == of.field && held.code == of.code);
        if let Some(finding) = own {
            page.text(cut(&finding.message(words.0), 400));
            if let Some(suggestion) = &finding.suggestion {
                page.raw(" <b>").text(cut(suggestion, LETTERS)).raw("</b>");
            }
        }
    }
    page.raw("</td></tr>");
}
