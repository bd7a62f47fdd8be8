//! What changed since an earlier report.

use super::super::markup::{Markup, count, cut};
use super::super::words::finding_title;
use super::page::tone;
use super::{Words, unit};
use crate::quality::{QualityReport, UnitChange, UnitLevel};

/// Rows of each list.
const LISTED: usize = 10;

/// A change of a share in percentage points; nothing where it shows as 0,0.
pub(super) fn points(page: &mut Markup, words: Words, difference: f64) {
    if difference.abs() < 0.0005 {
        return;
    }
    let (class, arrow) = if difference > 0.0 { ("up", "▲") } else { ("down", "▼") };
    page.raw("<span class=\"").raw(class).raw("\">").raw(arrow);
    page.text(words.points(difference)).raw("</span>");
}

pub(super) fn section(
    page: &mut Markup,
    words: Words,
    now: &QualityReport,
    before: &QualityReport,
) {
    let change = now.changes_since(before);
    page.raw("<section class=\"card\"><h2>").raw(words.say("Thay đổi", "What changed"));
    if !before.day.is_empty() {
        page.raw(words.say(" so với ngày ", " since ")).text(words.day(&before.day));
    }
    page.raw("</h2><p class=\"note\">").text(count(before.total.records)).raw(" → ");
    page.text(count(now.total.records))
        .raw(words.say(" hồ sơ. Số âm là tốt hơn.", " records. Below zero is better."));
    page.raw("</p><div class=\"pairs\">");
    // A unit told of by its communes need not be told of again; sources and provinces are few.
    let smallest = [UnitLevel::Commune, UnitLevel::District, UnitLevel::Province];
    let level =
        smallest.into_iter().find(|level| change.units.iter().any(|unit| unit.level == *level));
    let moved: Vec<&UnitChange> =
        change.units.iter().filter(|unit| Some(unit.level) == level).collect();
    for (better, title) in [
        (true, words.say("Tiến bộ nhiều nhất", "Better most")),
        (false, words.say("Xấu đi nhiều nhất", "Worse most")),
    ] {
        let rows = moved
            .iter()
            .filter(|unit| if better { unit.failing() < 0 } else { unit.failing() > 0 });
        list(
            page,
            title,
            rows.take(LISTED).map(|change| {
                let class = if better { "up" } else { "down" };
                (unit::name(words, &change.names), change.failing(), class)
            }),
        );
    }
    let codes = change.codes.iter().take(LISTED).map(|(field, code, [before, now])| {
        let title = format!("{}: {}", words.field(*field), finding_title(*code, words.0));
        let difference = now.cast_signed().saturating_sub(before.cast_signed());
        (title, difference, tone(code.severity()))
    });
    list(page, words.say("Điều tìm thấy", "Findings"), codes);
    page.raw("</div></section>");
}

fn list(
    page: &mut Markup,
    title: &'static str,
    rows: impl Iterator<Item = (String, i64, &'static str)>,
) {
    let mut rows = rows.peekable();
    if rows.peek().is_none() {
        return;
    }
    page.raw("<div><h3>").raw(title).raw("</h3><table><tbody>");
    for (name, difference, class) in rows {
        page.raw("<tr><td>").text(cut(&name, 110)).raw("</td><td class=\"right ");
        page.raw(class).raw("\">").raw(if difference < 0 { "−" } else { "+" });
        page.text(count(difference.unsigned_abs())).raw("</td></tr>");
    }
    page.raw("</tbody></table></div>");
}
