//! Pairs worth explaining, and the explanation of one pair as a table with a waterfall.

use super::chart;
use super::markup::{Markup, cut};
use super::mask;
use super::words::vietnamese;
use crate::compare::Comparison;
use crate::link::{ComparedField, Explanation, FieldExplanation, Linkage};
use crate::message::Lang;
use crate::text::title_to;
use std::fmt::Write;

/// Letters of a value shown at most.
const LETTERS: usize = 60;

/// Up to `count` pairs (left and right row) that show how the run decides: sure ones, the last that
/// still matched, the first that did not, the most doubtful. The same for the same result.
///
/// Sorts the pairs by weight: about a second for ten million.
#[must_use]
pub fn example_pairs(linkage: &Linkage<'_>, count: usize) -> Vec<(u32, u32)> {
    let pairs = linkage.pairs();
    let mut order: Vec<u32> = (0..u32::try_from(pairs.len()).unwrap_or(u32::MAX)).collect();
    order.sort_by(|&a, &b| {
        let weight = |at: u32| pairs.get(at as usize).map_or(f32::MIN, |pair| pair.weight);
        weight(b).total_cmp(&weight(a)).then(a.cmp(&b))
    });
    let matched = usize::try_from(linkage.summary().matched_pairs).unwrap_or(usize::MAX);
    let places = places(order.len(), matched, count);
    let pair = |place: &usize| pairs.get(*order.get(*place)? as usize);
    places.iter().filter_map(pair).map(|pair| (pair.left, pair.right)).collect()
}

/// Which of `all` pairs, sorted by falling weight with `matched` ones first, are shown.
fn places(all: usize, matched: usize, count: usize) -> Vec<usize> {
    let matched = matched.min(all);
    let telling = [
        Some(matched / 2),
        Some(matched * 19 / 20),
        matched.checked_sub(1),
        Some(matched),
        all.checked_sub(1),
    ];
    let mut places: Vec<usize> = Vec::new();
    for place in telling.into_iter().flatten().chain(0..all) {
        if places.len() == count.min(all) {
            break;
        }
        if place < all && !places.contains(&place) {
            places.push(place);
        }
    }
    places.sort_unstable();
    places
}

/// One pair in three lines for a terminal: who and the verdict; name, birth date and citizen ID of
/// both, masked if `redact`; what made the weight, the heaviest first.
#[must_use]
pub fn explanation_text(explanation: &Explanation, redact: bool, lang: Lang) -> String {
    /// Contributions named; the others are summed up.
    const NAMED: usize = 6;
    let say =
        |vietnamese: &'static str, english| if lang == Lang::Vi { vietnamese } else { english };
    let word = |name| if lang == Lang::Vi { vietnamese(name) } else { name };
    let id = |id: &str| cut(&if redact { mask::record_id(id) } else { id.to_owned() }, LETTERS);
    let mut out = format!(
        "{} ↔ {}  {:+.1} bit  {}  ({})\n   {}  |  {}\n   {} {:+.1}",
        id(&explanation.left_id),
        id(&explanation.right_id),
        explanation.weight,
        percent(explanation.probability),
        word(explanation.rule.as_deref().unwrap_or("–")),
        person(explanation, redact, |field| &field.left),
        person(explanation, redact, |field| &field.right),
        say("ban đầu", "prior"),
        explanation.prior,
    );
    let mut parts: Vec<(String, f32)> = explanation
        .fields
        .iter()
        .map(|field| {
            let name = [word(field.field.name()), " ", word(field.level)].concat();
            (name, field.weight + field.frequency_weight)
        })
        .collect();
    parts.push((say("các mục liên quan nhau", "dependence").to_owned(), explanation.dependence));
    parts.push((say("bản ghi khác", "other records").to_owned(), explanation.neighbours));
    parts.sort_by(|(_, a), (_, b)| b.abs().total_cmp(&a.abs()));
    let rest = parts.split_off(NAMED.min(parts.len()));
    parts.push((say("mục khác", "others").to_owned(), rest.iter().map(|(_, weight)| weight).sum()));
    for (name, weight) in parts.iter().filter(|(_, weight)| weight.abs() >= 0.05) {
        // Writing to a String cannot fail.
        let _ = write!(out, " · {name} {weight:+.1}");
    }
    out
}

/// Name, birth date and citizen ID of one side.
fn person(
    explanation: &Explanation,
    redact: bool,
    side: impl Fn(&FieldExplanation) -> &String,
) -> String {
    use Comparison::{BirthDate, CitizenId, Given, Middle, Surname};
    let mut out = String::new();
    for field in &explanation.fields {
        let ComparedField::Resident(comparison) = field.field else { continue };
        let value = shown_value(&field.field, side(field), redact);
        if value.is_empty()
            || !matches!(comparison, Surname | Middle | Given | BirthDate | CitizenId)
        {
            continue;
        }
        let gap = if matches!(comparison, BirthDate | CitizenId) { ", " } else { " " };
        if !out.is_empty() {
            out.push_str(gap);
        }
        out.push_str(&value);
    }
    out
}

/// One pair as a piece of HTML: the verdict and a table with a waterfall. Its classes are those of
/// [`crate::report_html`]; without that style sheet it is a plain table.
#[must_use]
pub fn explanation_html(explanation: &Explanation, redact: bool) -> String {
    explained(explanation, redact).into_string()
}

/// One pair: who, the verdict, and field by field how the weight came about.
pub(super) fn explained(explanation: &Explanation, redact: bool) -> Markup {
    let id = |id: &str| cut(&if redact { mask::record_id(id) } else { id.to_owned() }, LETTERS);
    let mut out = Markup::default();
    out.raw("<article class=\"pair\"><h3>").text(id(&explanation.left_id)).raw(" ↔ ");
    out.text(id(&explanation.right_id)).raw(" <span class=\"verdict\">");
    out.text(percent(explanation.probability));
    out.raw("</span></h3>");
    if let Some(rule) = &explanation.rule {
        out.raw("<p class=\"note\">Gặp nhau nhờ: ").text(vietnamese(rule));
        out.raw(" <span class=\"en\">met by: ").text(rule).raw("</span></p>");
    }
    out.raw("<div class=\"wide\"><table><thead><tr><th>Mục <span class=\"en\">field</span></th>");
    out.raw("<th>Bản ghi 1 <span class=\"en\">record 1</span></th>");
    out.raw("<th>Bản ghi 2 <span class=\"en\">record 2</span></th>");
    out.raw("<th>So sánh <span class=\"en\">agreement</span></th>");
    out.raw(
        "<th class=\"right\">Điểm <span class=\"en\">bits</span></th><th></th></tr></thead><tbody>",
    );
    let steps: Vec<(f64, f64)> = steps(explanation);
    let low = steps.iter().map(|(from, to)| from.min(*to)).fold(0.0, f64::min);
    let high = steps.iter().map(|(from, to)| from.max(*to)).fold(0.0, f64::max);
    let mut bars = steps.iter().map(|(from, to)| (to - from, chart::step(*from, *to, low, high)));
    let mut weight = |out: &mut Markup, class: &'static str| {
        let (value, bar) = bars.next().unwrap_or_default();
        out.raw(class).text(format_args!("{value:+.1}")).raw("</td><td>").add(&bar);
        out.raw("</td></tr>");
    };
    out.raw("<tr><td>Ban đầu <span class=\"en\">prior</span></td><td></td><td></td><td>hai bản ghi bất kỳ <span class=\"en\">any two records</span></td>");
    weight(&mut out, "<td class=\"right\">");
    for field in fields_shown(explanation) {
        let value = |value: &str| shown_value(&field.field, value, redact);
        let name = field.field.name();
        out.raw("<tr><td>").text(vietnamese(name));
        // A declared field has the caller's name and no other.
        if vietnamese(name) != name {
            out.raw(" <span class=\"en\">").text(name).raw("</span>");
        }
        out.raw("</td><td>").text(value(&field.left)).raw("</td><td>");
        out.text(value(&field.right)).raw("</td><td>").text(vietnamese(field.level));
        out.raw(" <span class=\"en\">").text(field.level).raw("</span></td>");
        weight(&mut out, "<td class=\"right\">");
    }
    if dependence_shown(explanation) {
        out.raw("<tr><td>Liên quan <span class=\"en\">dependence</span></td><td></td><td></td><td>các mục không độc lập <span class=\"en\">fields that go together</span></td>");
        weight(&mut out, "<td class=\"right\">");
    }
    if neighbours_shown(explanation) {
        out.raw("<tr><td>Bản ghi khác <span class=\"en\">other records</span></td><td></td><td></td><td>hợp hơn với một, hoặc hợp với cả hai <span class=\"en\">better partners, or partners of both</span></td>");
        weight(&mut out, "<td class=\"right\">");
    }
    out.raw("<tr class=\"total\"><td>Tổng <span class=\"en\">total</span></td><td></td><td></td><td></td>");
    weight(&mut out, "<td class=\"right\">");
    out.raw("</tbody></table></div></article>");
    out
}

/// A probability as people read it; what is not certain is not called 100 %.
pub(super) fn percent(probability: f32) -> String {
    match probability {
        p if p > 0.9999 => "> 99.99 %".to_owned(),
        p if p < 0.0001 => "< 0.01 %".to_owned(),
        p => format!("{:.2} %", f64::from(p) * 100.0),
    }
}

/// The comparisons that say something: those that both records lack, at no weight, do not.
pub(super) fn fields_shown(explanation: &Explanation) -> impl Iterator<Item = &FieldExplanation> {
    explanation.fields.iter().filter(|field| {
        let empty = field.left.is_empty() && field.right.is_empty();
        !empty || (field.weight + field.frequency_weight).abs() >= 0.05
    })
}

/// A value as a report shows it; parts of names, which the engine holds in small letters, with
/// their capitals again.
pub(super) fn shown_value(field: &ComparedField, value: &str, redact: bool) -> String {
    let mut value = cut(value, LETTERS);
    use Comparison::{Given, Middle, Surname};
    if matches!(field, ComparedField::Resident(Surname | Middle | Given)) {
        let mut capitals = String::with_capacity(value.len());
        value.split_inclusive(' ').for_each(|word| title_to(word, &mut capitals));
        value = capitals;
    }
    if redact { mask::mask(field, &value) } else { value }
}

/// Whether the correction for fields that go together has a say.
pub(super) fn dependence_shown(explanation: &Explanation) -> bool {
    explanation.dependence.abs() >= 0.05
}

/// Whether other records have a say.
pub(super) fn neighbours_shown(explanation: &Explanation) -> bool {
    explanation.neighbours.abs() >= 0.05
}

/// From where to where each row's bar goes: the prior, the fields shown, what corrects them, the
/// total.
fn steps(explanation: &Explanation) -> Vec<(f64, f64)> {
    let mut at = f64::from(explanation.prior);
    let mut steps = vec![(0.0, at)];
    for field in fields_shown(explanation) {
        let next = at + f64::from(field.weight) + f64::from(field.frequency_weight);
        steps.push((at, next));
        at = next;
    }
    if dependence_shown(explanation) {
        steps.push((at, at + f64::from(explanation.dependence)));
        at += f64::from(explanation.dependence);
    }
    if neighbours_shown(explanation) {
        steps.push((at, at + f64::from(explanation.neighbours)));
    }
    steps.push((0.0, f64::from(explanation.weight)));
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_stand_around_the_threshold() {
        assert_eq!(places(1000, 800, 5), [400, 760, 799, 800, 999]);
        assert_eq!(places(3, 3, 5), [0, 1, 2]);
        assert_eq!(places(10, 0, 3), [0, 1, 9]);
        assert_eq!(places(10, 10, 2), [5, 9]);
        assert!(places(0, 0, 5).is_empty());
    }

    /// Bars hang on one another from the prior to the total: nothing of the weight is left out.
    #[test]
    fn each_bar_begins_where_the_one_before_ends() {
        let field = |comparison, weight, frequency_weight| FieldExplanation {
            field: ComparedField::Resident(comparison),
            level: "same",
            left: "a".into(),
            right: "a".into(),
            weight,
            frequency_weight,
        };
        let explanation = Explanation {
            left_id: "1".into(),
            right_id: "2".into(),
            rule: None,
            prior: -10.0,
            dependence: -2.0,
            neighbours: 0.0,
            fields: vec![field(Comparison::Surname, 3.0, 4.0), field(Comparison::Sex, 1.0, 0.0)],
            weight: -4.0,
            probability: 0.06,
        };
        let want = [(0.0, -10.0), (-10.0, -3.0), (-3.0, -2.0), (-2.0, -4.0), (0.0, -4.0)];
        assert_eq!(steps(&explanation), want);
    }
}
