//! Figures as readable JSON: what a later week compares with.

use super::change::{QualityChange, UnitChange};
use super::report::{CodeCount, FieldFill, QualityReport, QualityTally, UnitLevel, UnitQuality};
use crate::check::{QualityCriterion, finding_criterion};
use crate::error::{Error, ErrorCode, Result};
use crate::finding::{FieldName, FindingCode};
use serde_json::{Map, Value, json};
use std::path::Path;

/// Raised when a reader of the old form would misread the new one; added keys do not count.
const FORMAT: u64 = 1;

impl QualityReport {
    /// Writes [`Self::to_json`] into a file, in place of one that is there; a new one is for its
    /// owner alone.
    ///
    /// # Errors
    /// [`ErrorCode::ReportUnwritable`], naming the file and the reason.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<()> {
        crate::disk::write(path.as_ref(), &self.to_json())
    }

    /// The report as JSON, indented, keys in a fixed order. `format` is 1.
    #[must_use]
    pub fn to_json(&self) -> String {
        let fields: Map<_, _> = self
            .fields
            .iter()
            .map(|fill| (fill.field.as_str().to_owned(), fill.filled.into()))
            .collect();
        let code = |count: &CodeCount| {
            json!({
                "field": count.field.as_str(),
                "code": count.code.as_str(),
                "severity": count.code.severity().as_str(),
                "criterion": finding_criterion(count.code).map(QualityCriterion::as_str),
                "rows": count.rows,
            })
        };
        let unit = |unit: &UnitQuality| {
            json!({
                "level": unit.level.as_str(),
                "names": unit.names,
                "counts": tally(&unit.tally),
            })
        };
        let value = json!({
            "format": FORMAT,
            "title": self.title,
            "day": self.day,
            "counts": tally(&self.total),
            "fields": fields,
            "codes": self.codes.iter().map(code).collect::<Vec<_>>(),
            "units": self.units.iter().map(unit).collect::<Vec<_>>(),
        });
        // Only maps with keys that are no text can fail.
        serde_json::to_string_pretty(&value).unwrap_or_default()
    }

    /// Reads what [`Self::to_json`] wrote, of this version or an older one. Codes that are no more
    /// are left out.
    ///
    /// # Errors
    /// [`ErrorCode::ReportDamaged`] for anything else; [`ErrorCode::ReportTooNew`].
    pub fn from_json(text: &str) -> Result<Self> {
        let value: Value = serde_json::from_str(text).map_err(|error| {
            damaged(&format!("{:?}, {}:{}", error.classify(), error.line(), error.column()))
        })?;
        let format = number(&value, "format")?;
        if format > FORMAT {
            return Err(Error::new(ErrorCode::ReportTooNew).with("version", format.to_string()));
        }
        let fields = value.get("fields").and_then(Value::as_object);
        let fields =
            fields.ok_or_else(|| damaged("fields"))?.iter().filter_map(|(name, filled)| {
                Some(FieldFill { field: FieldName::from_name(name)?, filled: filled.as_u64()? })
            });
        Ok(Self {
            title: text_of(&value, "title")?,
            day: text_of(&value, "day")?,
            total: read_tally(&value)?,
            fields: {
                let mut fields: Vec<_> = fields.collect();
                fields.sort_by_key(|fill| fill.field);
                fields
            },
            codes: list(&value, "codes")?
                .iter()
                .map(code)
                .filter_map(Result::transpose)
                .collect::<Result<_>>()?,
            units: list(&value, "units")?.iter().map(unit).collect::<Result<_>>()?,
        })
    }
}

impl QualityChange {
    /// The change as JSON: `total`, `units` and `codes`, each with its counts before and now.
    #[must_use]
    pub fn to_json(&self) -> String {
        let sides =
            |[before, now]: &[QualityTally; 2]| json!({"before": tally(before), "now": tally(now)});
        let unit = |unit: &UnitChange| {
            json!({
                "level": unit.level.as_str(),
                "names": unit.names,
                "failing": unit.failing(),
                "counts": sides(&unit.tallies),
            })
        };
        let code = |(field, code, [before, now]): &(FieldName, FindingCode, [u64; 2])| json!({"field": field.as_str(), "code": code.as_str(), "before": before, "now": now});
        let value = json!({
            "total": sides(&self.total),
            "units": self.units.iter().map(unit).collect::<Vec<_>>(),
            "codes": self.codes.iter().map(code).collect::<Vec<_>>(),
        });
        serde_json::to_string_pretty(&value).unwrap_or_default()
    }
}

fn tally(tally: &QualityTally) -> Value {
    let failing = QualityCriterion::ALL
        .map(|criterion| (criterion.as_str().to_owned(), Value::from(tally.failing(criterion))));
    json!({
        "records": tally.records,
        "errors": tally.errors,
        "doubtful": tally.doubtful,
        "failing": Map::from_iter(failing),
    })
}

fn read_tally(value: &Value) -> Result<QualityTally> {
    let counts = value.get("counts").ok_or_else(|| damaged("counts"))?;
    let failing = counts.get("failing").ok_or_else(|| damaged("failing"))?;
    let mut out = QualityTally {
        records: number(counts, "records")?,
        errors: number(counts, "errors")?,
        doubtful: number(counts, "doubtful")?,
        ..QualityTally::default()
    };
    for (slot, criterion) in out.failing.iter_mut().zip(QualityCriterion::ALL) {
        *slot = number(failing, criterion.as_str())?;
    }
    Ok(out)
}

/// `None` for a field or code of another version.
fn code(value: &Value) -> Result<Option<CodeCount>> {
    let (field, name) = (text_of(value, "field")?, text_of(value, "code")?);
    let rows = number(value, "rows")?;
    let all = FieldName::ALL.into_iter().chain([FieldName::TaxCode, FieldName::Record]);
    let field = all.into_iter().find(|known| known.as_str() == field);
    let code = FindingCode::ALL.iter().copied().find(|code| code.as_str() == name);
    Ok(field.zip(code).map(|(field, code)| CodeCount { field, code, rows }))
}

fn unit(value: &Value) -> Result<UnitQuality> {
    let level = text_of(value, "level")?;
    let level = UnitLevel::ALL.into_iter().find(|known| known.as_str() == level);
    let names = list(value, "names")?.iter().map(|name| name.as_str().map(str::to_owned));
    Ok(UnitQuality {
        level: level.ok_or_else(|| damaged("level"))?,
        names: names.collect::<Option<_>>().ok_or_else(|| damaged("names"))?,
        tally: read_tally(value)?,
    })
}

fn number(value: &Value, key: &str) -> Result<u64> {
    value.get(key).and_then(Value::as_u64).ok_or_else(|| damaged(key))
}

fn text_of(value: &Value, key: &str) -> Result<String> {
    value.get(key).and_then(Value::as_str).map(str::to_owned).ok_or_else(|| damaged(key))
}

fn list<'v>(value: &'v Value, key: &str) -> Result<&'v [Value]> {
    value.get(key).and_then(Value::as_array).map(Vec::as_slice).ok_or_else(|| damaged(key))
}

fn damaged(what: &str) -> Error {
    Error::new(ErrorCode::ReportDamaged).with("reason", what.to_owned())
}
