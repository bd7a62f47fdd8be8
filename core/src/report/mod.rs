//! A run's results for people: three CSV files for a spreadsheet and one page that explains them.
//!
//! The page needs no network and no script, follows the reader's dark mode, and stays under 500 kB
//! whatever the number of records. All files are the same for the same input at any number of
//! threads: nothing in them tells time.

mod chart;
mod examples;
mod figure;
mod markup;
mod mask;
mod page;
mod quality;
mod sheets;
mod words;

pub use self::examples::{example_pairs, explanation_html, explanation_text};
pub use self::figure::{explanation_svg, threshold_svg};
pub use self::mask::field as mask_value;
pub use self::quality::{QualityPageOptions, quality_html, write_quality};
pub use self::words::{engine_words, finding_title};

use crate::disk::Folder;
use crate::error::Result;
use crate::finding::Finding;
use crate::link::Linkage;
use std::path::Path;

/// What a report shows.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ReportOptions {
    /// Masks names, dates and numbers of persons, and leaves suggested values out. Default yes.
    pub redact: bool,
    /// How many pairs are explained. Default 5, at most 50.
    pub examples: usize,
    /// What the table is called, such as the name of its file.
    pub title: String,
    /// Facts about the table, each with its value: `("bảng mã · encoding", "UTF-8")`.
    pub facts: Vec<(String, String)>,
    /// What was noticed about the table as a whole, such as by the file reader.
    pub notes: Vec<Finding>,
}

impl Default for ReportOptions {
    fn default() -> Self {
        Self {
            redact: true,
            examples: 5,
            title: String::new(),
            facts: Vec::new(),
            notes: Vec::new(),
        }
    }
}

/// Writes `pairs.csv`, `clusters.csv`, `findings.csv` and `report.html` into a folder, which is
/// made if it is not there; files of these names are replaced.
///
/// The CSV files are UTF-8 with a byte order mark, so that Excel reads their letters right, and a
/// cell that a spreadsheet would take for a formula begins with an apostrophe.
///
/// # Errors
/// [`ErrorCode::ReportUnwritable`](crate::ErrorCode::ReportUnwritable), naming the file and the
/// reason.
pub fn write_report(
    folder: impl AsRef<Path>,
    linkage: &Linkage<'_>,
    options: &ReportOptions,
) -> Result<()> {
    let folder = Folder::make(folder.as_ref())?;
    folder.sheet("pairs.csv", |file| sheets::pairs(linkage, file))?;
    folder.sheet("clusters.csv", |file| sheets::clusters(linkage, file))?;
    folder.sheet("findings.csv", |file| sheets::findings(linkage, options.redact, file))?;
    folder.text("report.html", &report_html(linkage, options))
}

/// The page of [`write_report`] as text: one HTML document.
#[must_use]
pub fn report_html(linkage: &Linkage<'_>, options: &ReportOptions) -> String {
    page::page(linkage, options)
}
