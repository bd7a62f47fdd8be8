//! Numbers and dates as the text that a file would hold.

use crate::error::Result;
use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowTemporalType, Date32Type, Date64Type, Float32Type, Float64Type, Int8Type, Int16Type,
    Int32Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{ArrayRef, ArrowPrimitiveType};
use arrow_schema::{DataType, TimeUnit};
use hoten::{Error, ErrorCode, StrBuffer};

/// Appends the cells of `chunk` as text.
pub(super) fn print(chunk: &ArrayRef, name: &str, to: &mut StrBuffer) -> Result<()> {
    let kind = chunk.data_type();
    match kind {
        DataType::Int8 => numbers::<Int8Type>(chunk, to),
        DataType::Int16 => numbers::<Int16Type>(chunk, to),
        DataType::Int32 => numbers::<Int32Type>(chunk, to),
        DataType::Int64 => numbers::<Int64Type>(chunk, to),
        DataType::UInt8 => numbers::<UInt8Type>(chunk, to),
        DataType::UInt16 => numbers::<UInt16Type>(chunk, to),
        DataType::UInt32 => numbers::<UInt32Type>(chunk, to),
        DataType::UInt64 => numbers::<UInt64Type>(chunk, to),
        // 79075000001.0 prints as 79075000001: the number column of a spreadsheet, zeros lost.
        DataType::Float32 => numbers::<Float32Type>(chunk, to),
        DataType::Float64 => numbers::<Float64Type>(chunk, to),
        DataType::Date32 => days::<Date32Type>(chunk, 1, to),
        DataType::Date64 => days::<Date64Type>(chunk, 86_400_000, to),
        DataType::Timestamp(TimeUnit::Second, _) => days::<TimestampSecondType>(chunk, 86_400, to),
        DataType::Timestamp(TimeUnit::Millisecond, _) => {
            days::<TimestampMillisecondType>(chunk, 86_400_000, to);
        }
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            days::<TimestampMicrosecondType>(chunk, 86_400_000_000, to);
        }
        DataType::Timestamp(TimeUnit::Nanosecond, _) => {
            days::<TimestampNanosecondType>(chunk, 86_400_000_000_000, to);
        }
        _ => {
            let error = Error::new(ErrorCode::ColumnType).with("column", name);
            return Err(error.with("type", kind.to_string()).into());
        }
    }
    Ok(())
}

fn numbers<T>(chunk: &ArrayRef, to: &mut StrBuffer)
where
    T: ArrowPrimitiveType<Native: std::fmt::Display + PartialOrd>,
{
    for cell in chunk.as_primitive::<T>() {
        // NaN, the only number that does not compare with itself, is pandas' missing value.
        let cell = cell.filter(|number| number.partial_cmp(number).is_some());
        to.push(cell.map(|number| number.to_string()).as_deref());
    }
}

/// Dates as `1950-05-12`; the hour of a timestamp is dropped.
fn days<T>(chunk: &ArrayRef, per_day: i64, to: &mut StrBuffer)
where
    T: ArrowPrimitiveType<Native: Into<i64>> + ArrowTemporalType,
{
    for cell in chunk.as_primitive::<T>() {
        let day = cell.map(|ticks| iso_date(ticks.into().div_euclid(per_day)));
        to.push(day.as_deref());
    }
}

/// The proleptic Gregorian date `days` after 1970-01-01 (Howard Hinnant, "chrono-compatible
/// low-level date algorithms", civil_from_days).
fn iso_date(days: i64) -> String {
    let days = days.saturating_add(719_468);
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}
