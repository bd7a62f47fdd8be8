//! Charts as inline SVG. Colours come from the page's style sheet, so that they follow its mode.

use super::markup::{Markup, count, cut};

/// One bar.
pub(super) struct Bar {
    pub(super) vietnamese: String,
    pub(super) english: String,
    pub(super) value: u64,
    /// The part drawn in full colour; the rest of `value` is pale.
    pub(super) strong: u64,
    /// Class of its colour.
    pub(super) tone: &'static str,
}

/// Horizontal bars, each under its label in two languages and before its number; beyond `most`
/// bars the rest is summed up in one.
pub(super) fn bars(title: &str, most: usize, mut all: Vec<Bar>) -> Markup {
    const PITCH: usize = 36;
    if all.len() > most {
        let rest = all.split_off(most.saturating_sub(1));
        all.push(Bar {
            vietnamese: format!("khác ({})", rest.len()),
            english: "others".into(),
            value: rest.iter().map(|bar| bar.value).sum(),
            strong: rest.iter().map(|bar| bar.strong).sum(),
            tone: "plain",
        });
    }
    let most = all.iter().map(|bar| bar.value).max().unwrap_or(0).max(1);
    let mut svg = open(520, all.len() * PITCH + 2, title);
    for (place, bar) in all.iter().enumerate() {
        let top = place * PITCH;
        let width = |value: u64| (390.0 * value as f64 / most as f64).max(1.0);
        let label = cut(&bar.vietnamese, 48);
        // Both languages share the line; English is set smaller.
        let room = 84_usize.saturating_sub(label.chars().count() * 6 / 5);
        svg.raw("<text class=\"label\" x=\"0\" y=\"").text(top + 13).raw("\">").text(label);
        if bar.english != bar.vietnamese && room >= 10 {
            svg.raw(" <tspan class=\"en\">").text(cut(&bar.english, room)).raw("</tspan>");
        }
        svg.raw("</text>");
        let corner = (0.0, top as f64 + 18.0);
        rect(&mut svg, "pale", corner, (width(bar.value), 12.0));
        if bar.strong > 0 {
            rect(&mut svg, bar.tone, corner, (width(bar.strong), 12.0));
        }
        svg.raw("<text class=\"number\" x=\"").text(format_args!("{:.1}", 6.0 + width(bar.value)));
        svg.raw("\" y=\"").text(top + 28).raw("\">").text(count(bar.strong));
        if bar.strong != bar.value {
            svg.raw(" / ").text(count(bar.value));
        }
        svg.raw("</text>");
    }
    svg.raw("</svg>");
    svg
}

/// A vertical line with its words over a histogram.
pub(super) struct Mark {
    pub(super) at: f64,
    pub(super) words: String,
}

/// A histogram: `bins` of equal width beginning at `start`; heights by the square root, so that a
/// few hundred true matches can be seen beside a million hopeless pairs.
pub(super) fn histogram(
    title: &str,
    start: f64,
    step: f64,
    bins: &[u64],
    marks: &[Mark],
    tone: impl Fn(f64) -> &'static str,
) -> Markup {
    const HEIGHT: f64 = 200.0;
    const WIDTH: f64 = 1080.0;
    let mut svg = open(WIDTH as usize, 262, title);
    let most = bins.iter().copied().max().unwrap_or(0).max(1) as f64;
    let wide = (WIDTH - 20.0) / bins.len().max(1) as f64;
    let x = |value: f64| 10.0 + (value - start) / step * wide;
    for (place, bin) in bins.iter().enumerate().filter(|(_, bin)| **bin > 0) {
        let tall = ((*bin as f64 / most).sqrt() * HEIGHT).max(1.0);
        let value = start + step * place as f64;
        let corner = (x(value), 30.0 + HEIGHT - tall);
        rect(&mut svg, tone(value + step / 2.0), corner, ((wide - 1.0).max(0.5), tall));
    }
    line(&mut svg, "axis", (10.0, 30.0 + HEIGHT), (WIDTH - 10.0, 30.0 + HEIGHT));
    let end = start + step * bins.len() as f64;
    let every = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0];
    let every = every.into_iter().find(|every| (end - start) / every <= 20.0).unwrap_or(200.0);
    let mut tick = (start / every).ceil() * every;
    while tick <= end {
        svg.raw("<text class=\"tick\" x=\"").text(format_args!("{:.1}", x(tick)));
        svg.raw("\" y=\"246\">").text(format_args!("{tick:+.0}")).raw("</text>");
        tick += every;
    }
    for (place, mark) in marks.iter().enumerate().filter(|(_, m)| (start..=end).contains(&m.at)) {
        let at = x(mark.at);
        line(&mut svg, "mark", (at, 14.0 + 14.0 * place as f64), (at, 30.0 + HEIGHT));
        let left = at > WIDTH * 0.7;
        svg.raw(if left {
            "<text class=\"tick end\" x=\""
        } else {
            "<text class=\"tick start\" x=\""
        });
        svg.text(format_args!("{:.1}", if left { at - 5.0 } else { at + 5.0 }));
        svg.raw("\" y=\"").text(20 + 14 * place).raw("\">").text(&mark.words).raw("</text>");
    }
    svg.raw("</svg>");
    svg
}

/// One step of a waterfall: a bar from `from` to `to` on a scale from `low` to `high`.
pub(super) fn step(from: f64, to: f64, low: f64, high: f64) -> Markup {
    let x = |value: f64| 220.0 * (value - low) / (high - low).max(0.001);
    let mut svg = Markup::default();
    svg.raw("<svg class=\"step\" viewBox=\"0 0 220 14\" aria-hidden=\"true\">");
    line(&mut svg, "axis", (x(0.0), 0.0), (x(0.0), 14.0));
    let tone = if to >= from { "good" } else { "bad" };
    let width = (x(to) - x(from)).abs().max(1.0);
    rect(&mut svg, tone, (x(from.min(to)), 2.0), (width, 10.0));
    svg.raw("</svg>");
    svg
}

fn open(width: usize, height: usize, title: &str) -> Markup {
    let mut svg = Markup::default();
    svg.raw("<svg viewBox=\"0 0 ").text(width).raw(" ").text(height);
    svg.raw("\" role=\"img\" aria-label=\"").text(title).raw("\">");
    svg
}

pub(super) fn rect(
    svg: &mut Markup,
    tone: &'static str,
    (x, y): (f64, f64),
    (width, height): (f64, f64),
) {
    svg.raw("<rect class=\"").raw(tone).raw("\" x=\"").text(format_args!("{x:.1}"));
    svg.raw("\" y=\"").text(format_args!("{y:.1}"));
    svg.raw("\" width=\"").text(format_args!("{width:.1}"));
    svg.raw("\" height=\"").text(format_args!("{height:.1}")).raw("\"/>");
}

pub(super) fn line(svg: &mut Markup, tone: &'static str, from: (f64, f64), to: (f64, f64)) {
    svg.raw("<line class=\"").raw(tone);
    svg.raw("\" x1=\"").text(format_args!("{:.1}", from.0));
    svg.raw("\" y1=\"").text(format_args!("{:.1}", from.1));
    svg.raw("\" x2=\"").text(format_args!("{:.1}", to.0));
    svg.raw("\" y2=\"").text(format_args!("{:.1}", to.1)).raw("\"/>");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(value: u64) -> Bar {
        let name = format!("<{value}>");
        Bar { vietnamese: name.clone(), english: name, value, strong: value, tone: "plain" }
    }

    #[test]
    fn many_bars_are_summed_up_and_labels_escaped() {
        let svg = bars("t", 32, (1..=100).map(bar).collect()).into_string();
        assert_eq!(svg.matches("class=\"label\"").count(), 32);
        assert!(svg.contains("khác (69)") && svg.contains(&count((32..=100).sum())));
        assert!(svg.contains("&lt;1&gt;") && !svg.contains("<1>"));
    }

    #[test]
    fn charts_of_nothing_are_charts() {
        assert!(bars("t", 9, Vec::new()).into_string().ends_with("</svg>"));
        assert!(histogram("t", 0.0, 1.0, &[], &[], |_| "plain").into_string().ends_with("</svg>"));
        assert!(!step(0.0, 0.0, 0.0, 0.0).into_string().contains("NaN"));
    }

    #[test]
    fn a_histogram_draws_each_filled_bin_and_marks_inside() {
        let marks =
            [(2.0, "in"), (99.0, "out")].map(|(at, words)| Mark { at, words: words.into() });
        let svg = histogram("t", -2.0, 1.0, &[1, 0, 4, 9, 0, 2], &marks, |_| "plain").into_string();
        assert_eq!(svg.matches("<rect").count(), 4);
        assert!(svg.contains(">in<") && !svg.contains(">out<") && svg.contains(">+4<"));
    }

    /// A quarter of the count is half the height.
    #[test]
    fn heights_go_by_the_square_root() {
        let svg = histogram("t", 0.0, 1.0, &[100, 25], &[], |_| "plain").into_string();
        assert!(svg.contains("height=\"200.0\"") && svg.contains("height=\"100.0\""), "{svg}");
    }

    #[test]
    fn what_speaks_for_a_match_is_good_and_what_speaks_against_is_bad() {
        let tone = |from, to| step(from, to, -5.0, 5.0).into_string();
        assert!(tone(0.0, 3.0).contains("<rect class=\"good\""));
        assert!(tone(3.0, -1.0).contains("<rect class=\"bad\""));
    }
}
