//! Units and sources, the worst first.

use super::super::markup::{Markup, count, cut};
use super::page::{CRITERIA, of};
use super::{QualityPageOptions, Words, change};
use crate::quality::{
    QualityChange, QualityReport, QualityTally, UnitChange, UnitLevel, UnitQuality,
};

/// Letters of a unit's name shown at most.
const LETTERS: usize = 60;
/// Records at the common rate added to each unit before it is ranked, so that a unit of three
/// records is not the worst by one of them.
const PULL: f64 = 30.0;

pub(super) const LEVELS: [(UnitLevel, [&str; 2]); 4] = [
    (UnitLevel::Source, ["Theo nguồn", "By source"]),
    (UnitLevel::Province, ["Theo tỉnh, thành phố", "By province"]),
    (
        UnitLevel::District,
        ["Theo quận, huyện (trước 01/7/2025)", "By district (before 2025-07-01)"],
    ),
    (UnitLevel::Commune, ["Theo xã, phường", "By commune"]),
];

/// A share as a bar.
pub(super) fn meter(rate: f64) -> Markup {
    let mut svg = Markup::default();
    let tone = match rate {
        0.95.. => "good",
        0.8.. => "warn",
        _ => "bad",
    };
    svg.raw("<svg class=\"meter\" viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"pale\" width=\"100\" height=\"6\"/><rect class=\"");
    svg.raw(tone).raw("\" width=\"").text(format_args!("{:.1}", rate * 100.0));
    svg.raw("\" height=\"6\"/></svg>");
    svg
}

/// The name of a unit with those it lies in.
pub(super) fn name(words: Words, names: &[String]) -> String {
    let named: Vec<String> = names
        .iter()
        .enumerate()
        .filter(|(place, name)| *place == 0 || !name.is_empty())
        .map(|(_, name)| match name.as_str() {
            "" => words.say("(không ghi)", "(not given)").to_owned(),
            name => cut(name, LETTERS),
        })
        .collect();
    named.join(", ")
}

pub(super) fn sections(
    page: &mut Markup,
    words: Words,
    report: &QualityReport,
    options: &QualityPageOptions,
) {
    let earlier = options.earlier.as_ref().map(|earlier| report.changes_since(earlier));
    for (level, title) in LEVELS {
        let mut units: Vec<_> = report.units.iter().filter(|unit| unit.level == level).collect();
        let total = units.len();
        if total == 0 {
            continue;
        }
        let common = badness(&report.total, 0.0, 0.0);
        let rank = |unit: &&UnitQuality| badness(&unit.tally, PULL, common);
        units.sort_by(|a, b| rank(b).total_cmp(&rank(a)));
        units.truncate(options.units.min(50));
        page.raw("<section class=\"card\"><h2>").raw(of(words, title)).raw("</h2>");
        if total > units.len() {
            page.raw("<p class=\"note\">").text(units.len());
            page.raw(words.say(" đơn vị cần chú ý nhất trong ", " units that need most care, of "));
            page.text(count(total as u64)).raw(".</p>");
        }
        table(page, words, &units, earlier.as_ref());
        page.raw("</section>");
    }
}

/// Failures over all criteria a record, pulled towards the common rate.
fn badness(tally: &QualityTally, pull: f64, common: f64) -> f64 {
    let failing = tally.failing.iter().sum::<u64>() as f64;
    (failing + pull * common) / (tally.records as f64 + pull).max(1.0)
}

fn table(page: &mut Markup, words: Words, units: &[&UnitQuality], earlier: Option<&QualityChange>) {
    page.raw("<div class=\"wide\"><table class=\"units\"><thead><tr><th>");
    page.raw(words.say("Đơn vị", "Unit")).raw("</th><th class=\"right\">");
    page.raw(words.say("Hồ sơ", "Records")).raw("</th>");
    for (_, name, _) in CRITERIA {
        page.raw("<th>").raw(of(words, name)).raw("</th>");
    }
    page.raw("<th class=\"right\">")
        .raw(words.say("Cần xem", "To check"))
        .raw("</th></tr></thead><tbody>");
    for unit in units {
        let is_it = |held: &&UnitChange| held.level == unit.level && held.names == unit.names;
        let before = earlier.and_then(|change| change.units.iter().find(is_it));
        let before = before.map(|change| change.tallies[0]).filter(|tally| tally.records > 0);
        page.raw("<tr><td>").text(name(words, &unit.names)).raw("</td><td class=\"right\">");
        page.text(count(unit.tally.records)).raw("</td>");
        for (criterion, ..) in CRITERIA {
            let rate = unit.tally.rate(criterion);
            page.raw("<td class=\"rate\">").text(words.percent(rate));
            if let Some(before) = before {
                change::points(page, words, rate - before.rate(criterion));
            }
            page.add(&meter(rate)).raw("</td>");
        }
        page.raw("<td class=\"right\">").text(count(unit.tally.doubtful)).raw("</td></tr>");
    }
    page.raw("</tbody></table></div>");
}
