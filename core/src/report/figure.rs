//! Figures that stand alone as SVG files: the waterfall of a pair, and what each threshold gives.

use super::chart::{line, rect};
use super::examples::{dependence_shown, fields_shown, neighbours_shown, percent, shown_value};
use super::markup::{Markup, count, cut};
use super::mask;
use super::words::engine_words;
use crate::cluster::Evaluation;
use crate::link::{Assessment, Explanation};
use crate::message::Lang;

/// Colours of a figure, which has no page around it.
const STYLE: &str = "\
.hoten{font:13px system-ui,sans-serif;background:#fff;color:#1c2430}.hoten text{fill:currentColor}\
.hoten .small{font-size:11px;fill:#5b6675}.hoten .end{text-anchor:end}\
.hoten .middle{text-anchor:middle}.hoten .good{fill:#2f855a}.hoten .bad{fill:#c05621}\
.hoten .plain{fill:#718096}.hoten .rare{fill:#2b6cb0}.hoten .axis{stroke:#cbd5e0}\
.hoten .hair{stroke:#a0aec0;stroke-dasharray:2 3}\
.hoten .precision,.hoten .recall,.hoten .f1{fill:none;stroke-width:2}\
.hoten .precision{stroke:#2b6cb0}.hoten .recall{stroke:#c05621}\
.hoten .f1{stroke:#2f855a;stroke-width:3}\
@media(prefers-color-scheme:dark){.hoten{background:#171c24;color:#e2e8f0}\
.hoten .small{fill:#a0aec0}}";

/// One bar of the waterfall.
struct Bar {
    label: String,
    detail: String,
    weight: f32,
    tone: &'static str,
    /// The total begins at 0 again.
    from_zero: bool,
}

/// The weights that make one pair's score as a waterfall: the prior, each level, how rare the agreed
/// value is as a bar of its own, evidence that goes together, the total. Values are masked if
/// `redact`.
///
/// ```
/// use hoten::{Lang, Linker, StrColumn, Table, explanation_svg};
/// let names = ["Phạm Thị Lan", "PHAM THI LAN"];
/// let table = Table::new([("full_name", StrColumn::from_strs(&names))])?;
/// let explanation = Linker::new().dedupe(&table)?.explain(0, 1)?;
/// assert!(explanation_svg(&explanation, true, Lang::En).starts_with("<svg"));
/// # Ok::<(), hoten::Error>(())
/// ```
#[must_use]
pub fn explanation_svg(explanation: &Explanation, redact: bool, lang: Lang) -> String {
    const PITCH: usize = 33;
    const LEFT: f64 = 300.0;
    const WIDTH: f64 = 900.0;
    let bars = bars(explanation, redact, lang);
    let mut spans = Vec::with_capacity(bars.len());
    let (mut at, mut low, mut high) = (0.0_f64, 0.0_f64, 0.0_f64);
    for bar in &bars {
        let from = if bar.from_zero { 0.0 } else { at };
        at = from + f64::from(bar.weight);
        (low, high) = (low.min(at), high.max(at));
        spans.push((from, at));
    }
    let x = |bits: f64| LEFT + (WIDTH - LEFT - 60.0) * (bits - low) / (high - low).max(0.001);
    let title = if lang == Lang::Vi { "Vì sao" } else { "Why" };
    let height = 44 + PITCH * bars.len();
    let mut svg = open(WIDTH as usize, height, title);
    let id = |id: &str| cut(&if redact { mask::record_id(id) } else { id.to_owned() }, 40);
    svg.raw("<text x=\"8\" y=\"20\">").text(id(&explanation.left_id)).raw(" ↔ ");
    svg.text(id(&explanation.right_id)).raw(" · ").text(percent(explanation.probability));
    if let Some(rule) = &explanation.rule {
        svg.raw(" <tspan class=\"small\">").text(engine_words(rule, lang)).raw("</tspan>");
    }
    svg.raw("</text>");
    line(&mut svg, "hair", (x(0.0), 30.0), (x(0.0), height as f64));
    for (place, (bar, (from, to))) in bars.iter().zip(spans).enumerate() {
        let top = 34 + PITCH * place;
        svg.raw("<text x=\"8\" y=\"").text(top + 12).raw("\">").text(cut(&bar.label, 44));
        svg.raw("</text><text class=\"small\" x=\"8\" y=\"").text(top + 26).raw("\">");
        svg.text(cut(&bar.detail, 52)).raw("</text>");
        let corner = (x(from.min(to)), top as f64 + 4.0);
        rect(&mut svg, bar.tone, corner, ((x(to) - x(from)).abs().max(1.0), 14.0));
        svg.raw("<text x=\"").text(format_args!("{:.1}", x(from.max(to)) + 5.0)).raw("\" y=\"");
        svg.text(top + 16).raw("\">").text(format_args!("{:+.1}", bar.weight)).raw("</text>");
    }
    svg.raw("</svg>");
    svg.into_string()
}

fn bars(explanation: &Explanation, redact: bool, lang: Lang) -> Vec<Bar> {
    let say = |vi: &str, en: &str| if lang == Lang::Vi { vi.to_owned() } else { en.to_owned() };
    let tone = |weight: f32| if weight < 0.0 { "bad" } else { "good" };
    let mut bars = vec![Bar {
        label: say("ban đầu", "prior"),
        detail: say("hai bản ghi bất kỳ là một người", "any two records are one person"),
        weight: explanation.prior,
        tone: "plain",
        from_zero: false,
    }];
    for field in fields_shown(explanation) {
        let value = |value: &str| shown_value(&field.field, value, redact);
        let label = [engine_words(field.field.name(), lang), ": ", engine_words(field.level, lang)]
            .concat();
        let detail = [value(&field.left), " | ".to_owned(), value(&field.right)].concat();
        let own =
            Bar { label, detail, weight: field.weight, tone: tone(field.weight), from_zero: false };
        let rarity = field.frequency_weight;
        if rarity.abs() >= 0.05 {
            let common = rarity < 0.0;
            bars.push(own);
            bars.push(Bar {
                label: [
                    engine_words(field.field.name(), lang),
                    &say(
                        if common { ": tên phổ biến" } else { ": tên hiếm" },
                        if common { ": a common name" } else { ": a rare name" },
                    ),
                ]
                .concat(),
                detail: say(
                    "mức phổ biến của giá trị giống nhau",
                    "how common the agreed value is",
                ),
                weight: rarity,
                tone: "rare",
                from_zero: false,
            });
        } else {
            bars.push(own);
        }
    }
    if dependence_shown(explanation) {
        bars.push(Bar {
            label: say("liên quan", "dependence"),
            detail: say("các mục không độc lập", "fields that go together"),
            weight: explanation.dependence,
            tone: tone(explanation.dependence),
            from_zero: false,
        });
    }
    if neighbours_shown(explanation) {
        bars.push(Bar {
            label: say("bản ghi khác", "other records"),
            detail: say(
                "hợp hơn với một, hoặc hợp với cả hai",
                "better partners, or partners of both",
            ),
            weight: explanation.neighbours,
            tone: tone(explanation.neighbours),
            from_zero: false,
        });
    }
    bars.push(Bar {
        label: say("tổng", "total"),
        detail: say("bit; thêm 1 là khả năng tăng gấp đôi", "bits; one more doubles the odds"),
        weight: explanation.weight,
        tone: tone(explanation.weight),
        from_zero: true,
    });
    bars
}

/// Precision, recall and F1 of the pairs at every threshold, as a chart.
#[must_use]
pub fn threshold_svg(assessment: &Assessment) -> String {
    const WIDTH: f64 = 720.0;
    const BOTTOM: f64 = 250.0;
    const TOP: f64 = 40.0;
    const LEFT: f64 = 44.0;
    let points = &assessment.thresholds;
    let ends = (points.first(), points.last());
    let (low, high) = match ends {
        (Some(first), Some(last)) => (f64::from(first.threshold), f64::from(last.threshold)),
        _ => (0.0, 1.0),
    };
    let x = |bits: f64| LEFT + (WIDTH - LEFT - 16.0) * (bits - low) / (high - low).max(1.0);
    let y = |share: f64| BOTTOM - (BOTTOM - TOP) * share;
    let mut svg = open(WIDTH as usize, 290, "precision, recall, F1");
    for tenth in [0.0, 0.25, 0.5, 0.75, 1.0] {
        line(&mut svg, "axis", (LEFT, y(tenth)), (WIDTH - 16.0, y(tenth)));
        svg.raw("<text class=\"small end\" x=\"38\" y=\"")
            .text(format_args!("{:.1}", y(tenth) + 4.0));
        svg.raw("\">").text(format_args!("{tenth:.2}")).raw("</text>");
    }
    let step = ((high - low) / 12.0).ceil().max(1.0);
    let mut tick = low;
    while tick <= high {
        svg.raw("<text class=\"small middle\" x=\"").text(format_args!("{:.1}", x(tick)));
        svg.raw("\" y=\"268\">").text(format_args!("{tick:+.0}")).raw("</text>");
        tick += step;
    }
    type Share = fn(&Evaluation) -> f64;
    let curves: [(&str, &str, Share); 3] = [
        ("precision", "độ chính xác · precision", |held| held.precision),
        ("recall", "độ phủ · recall", |held| held.recall),
        ("f1", "F1", |held| held.f1),
    ];
    for (place, (class, name, share)) in curves.into_iter().enumerate() {
        svg.raw("<polyline class=\"").text(class).raw("\" points=\"");
        for point in points {
            let at = (x(f64::from(point.threshold)), y(share(&point.evaluation)));
            svg.text(format_args!("{:.1},{:.1} ", at.0, at.1));
        }
        svg.raw("\"/><line class=\"").text(class).raw("\" x1=\"").text(44 + 220 * place);
        svg.raw("\" x2=\"").text(64 + 220 * place).raw("\" y1=\"18\" y2=\"18\"/><text x=\"");
        svg.text(70 + 220 * place).raw("\" y=\"22\">").text(name).raw("</text>");
    }
    let best = points.iter().max_by(|a, b| a.evaluation.f1.total_cmp(&b.evaluation.f1));
    if let Some(best) = best {
        let at = x(f64::from(best.threshold));
        line(&mut svg, "hair", (at, TOP), (at, BOTTOM));
        // As near below its line as it has room.
        let middle = at.clamp(LEFT + 100.0, WIDTH - 116.0);
        svg.raw("<text class=\"small middle\" x=\"").text(format_args!("{middle:.1}"));
        svg.raw("\" y=\"284\">cao nhất · best F1 ").text(format_args!("{:.4}", best.evaluation.f1));
        svg.raw(" · ").text(count(best.evaluation.predicted_pairs)).raw(" cặp · pairs</text>");
    }
    svg.raw("</svg>");
    svg.into_string()
}

fn open(width: usize, height: usize, title: &str) -> Markup {
    let mut svg = Markup::default();
    svg.raw("<svg class=\"hoten\" xmlns=\"http://www.w3.org/2000/svg\" width=\"").text(width);
    svg.raw("\" height=\"").text(height).raw("\" viewBox=\"0 0 ").text(width).raw(" ");
    svg.text(height).raw("\" role=\"img\" aria-label=\"").text(title).raw("\"><style>");
    svg.raw(STYLE).raw("</style>");
    svg
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::Comparison;
    use crate::link::{ComparedField, FieldExplanation, Linker};
    use crate::record::{StrColumn, Table};

    fn explanation() -> Explanation {
        let field = |comparison, weight, frequency_weight| FieldExplanation {
            field: ComparedField::Resident(comparison),
            level: "same",
            left: "<b>lan</b>".into(),
            right: "lan".into(),
            weight,
            frequency_weight,
        };
        Explanation {
            left_id: "\"1\"".into(),
            right_id: "2".into(),
            rule: Some("name and year".into()),
            prior: -20.0,
            dependence: -2.0,
            neighbours: 0.0,
            fields: vec![field(Comparison::Given, 8.0, 3.5), field(Comparison::Sex, -1.0, 0.0)],
            weight: -11.5,
            probability: 0.0003,
        }
    }

    /// Prior, given name, how rare it is, sex, dependence and the total: each its own bar.
    #[test]
    fn every_part_of_the_weight_has_a_bar() {
        let bars = bars(&explanation(), true, Lang::En);
        let weights: Vec<f32> = bars.iter().map(|bar| bar.weight).collect();
        assert_eq!(weights, [-20.0, 8.0, 3.5, -1.0, -2.0, -11.5]);
        let parts: f32 = weights.iter().take(5).sum();
        assert!((parts - -11.5).abs() < 1e-4);
        assert_eq!(explanation_svg(&explanation(), true, Lang::En).matches("<rect").count(), 6);
        assert!(bars[2].label.contains("rare name"));
    }

    #[test]
    fn both_languages_are_spoken_and_values_are_no_markup() {
        let svg = |redact, lang| explanation_svg(&explanation(), redact, lang);
        assert!(svg(true, Lang::Vi).contains("giới tính") && svg(true, Lang::En).contains("sex"));
        assert!(svg(true, Lang::Vi).contains("họ tên và năm sinh"));
        assert!(!svg(true, Lang::En).contains("Lan") && svg(false, Lang::En).contains("Lan"));
        assert!(!svg(false, Lang::En).contains("<b>"));
    }

    #[test]
    fn three_curves_over_all_thresholds() {
        let names = ["Phạm Thị Lan", "PHAM THI LAN", "Trần Văn Sáu"];
        let dates = ["02/09/1961", "02/09/1961", "1958"];
        let table = Table::new([
            ("full_name", StrColumn::from_strs(&names)),
            ("dob", StrColumn::from_strs(&dates)),
        ]);
        let linkage = Linker::new().dedupe(&table.unwrap()).unwrap();
        let found = linkage.assess([("0", "a"), ("1", "a"), ("2", "b")]);
        let svg = threshold_svg(&found);
        assert_eq!(svg.matches("<polyline").count(), 3);
        let points = svg.split("points=\"").nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(points.split_whitespace().count(), found.thresholds.len());
        assert!(!svg.contains("NaN") && svg.contains("best F1 1.0000 · 1 cặp"));
        let nothing =
            Linker::new().dedupe(&Table::new([("full_name", StrColumn::nulls(0))]).unwrap());
        let svg = threshold_svg(&nothing.unwrap().assess([]));
        assert!(svg.ends_with("</svg>") && !svg.contains("NaN"));
    }
}
