//! The quality of a table for those who answer for it: one page, and sheets for those who mend it.

mod change;
mod examples;
mod page;
mod sheets;
mod unit;

use super::markup::cut;
use crate::disk::Folder;
use crate::error::Result;
use crate::message::Lang;
use crate::quality::{Quality, QualityReport};
use std::path::Path;

/// What a quality page shows.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct QualityPageOptions {
    /// The language of the page. Default Vietnamese.
    pub lang: Lang,
    /// Masks names, dates and numbers of persons, and leaves suggested values out. Default yes.
    pub redact: bool,
    /// How many findings are shown with their record. Default 20, at most 100.
    pub examples: usize,
    /// How many units of each level are listed, the worst first. Default 15, at most 50.
    pub units: usize,
    /// Figures of an earlier day, to show what changed.
    pub earlier: Option<QualityReport>,
}

impl Default for QualityPageOptions {
    fn default() -> Self {
        Self { lang: Lang::Vi, redact: true, examples: 20, units: 15, earlier: None }
    }
}

/// The page as text: one HTML document that opens without network, holds no script, and stays under
/// 500 kB whatever the number of records. It names units and shows counts; of persons only what
/// [`QualityPageOptions::redact`] lets through.
///
/// ```
/// use hoten::{CheckOptions, QualityPageOptions, StrColumn, Table};
/// let table = Table::new([("Họ và tên", StrColumn::from_strs(&["Nguyễn Văn Hòa", "Lê 7"]))])?;
/// let quality = hoten::check(&table, &CheckOptions::new())?.named("xã An Hảo", "2026-11-22");
/// let page = hoten::quality_html(&quality, &QualityPageOptions::default());
/// assert!(page.starts_with("<!doctype html>") && page.contains("xã An Hảo"));
/// # Ok::<(), hoten::Error>(())
/// ```
#[must_use]
pub fn quality_html(quality: &Quality<'_>, options: &QualityPageOptions) -> String {
    page::page(quality, options)
}

/// Writes into a folder, which is made if it is not there: `quality.html` (the page),
/// `findings.csv` (each finding with its record, field, code, severity and words), `units.csv` (the
/// counts by unit and source), and with the feature `serde` `quality.json`, which a later week
/// compares with. Files of these names are replaced.
///
/// # Errors
/// [`ErrorCode::ReportUnwritable`](crate::ErrorCode::ReportUnwritable), naming the file and the
/// reason.
pub fn write_quality(
    folder: impl AsRef<Path>,
    quality: &Quality<'_>,
    options: &QualityPageOptions,
) -> Result<()> {
    let folder = Folder::make(folder.as_ref())?;
    folder.sheet("findings.csv", |file| sheets::findings(quality, options.redact, file))?;
    folder.sheet("units.csv", |file| sheets::units(quality.report(), file))?;
    #[cfg(feature = "serde")]
    folder.text("quality.json", &quality.report().to_json())?;
    folder.text("quality.html", &quality_html(quality, options))
}

/// Words in the language of the page.
#[derive(Clone, Copy)]
struct Words(Lang);

impl Words {
    fn say(self, vietnamese: &'static str, english: &'static str) -> &'static str {
        match self.0 {
            Lang::Vi => vietnamese,
            Lang::En => english,
        }
    }

    /// A field's name.
    fn field(self, field: crate::finding::FieldName) -> &'static str {
        match self.0 {
            Lang::Vi => super::words::vietnamese(field.as_str()),
            Lang::En => field.as_str(),
        }
    }

    /// A day as readers write it: 22/11/2026 for 2026-11-22.
    fn day(self, day: &str) -> String {
        let mut parts = day.splitn(3, '-');
        match (self.0, parts.next(), parts.next(), parts.next()) {
            (Lang::Vi, Some(year), Some(month), Some(of_month)) => {
                cut(&[of_month, month, year].join("/"), 20)
            }
            _ => cut(day, 20),
        }
    }

    /// A share in per cent with one decimal, rounded down: 100 only where it is all.
    fn percent(self, share: f64) -> String {
        let tenths = (share.clamp(0.0, 1.0) * 1000.0 + 1e-9).floor();
        let text =
            if tenths >= 1000.0 { "100".to_owned() } else { format!("{:.1}", tenths / 10.0) };
        self.decimal(&text) + "\u{202F}%"
    }

    /// A difference of shares in percentage points, with its sign.
    fn points(self, difference: f64) -> String {
        let sign = if difference < 0.0 { "−" } else { "+" };
        format!("{sign}{}", self.decimal(&format!("{:.1}", (difference * 100.0).abs())))
    }

    fn decimal(self, number: &str) -> String {
        match self.0 {
            Lang::Vi => number.replace('.', ","),
            Lang::En => number.to_owned(),
        }
    }
}
