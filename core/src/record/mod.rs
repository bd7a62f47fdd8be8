//! Tables of residents as they come in: borrowed text columns, and which column holds which field;
//! and as they are compared: every value parsed once.

mod buffer;
mod column;
pub(crate) mod damage;
pub(crate) mod declared;
mod headers;
pub(crate) mod heard;
pub(crate) mod intern;
pub(crate) mod lots;
pub(crate) mod names;
pub(crate) mod numbers;
pub(crate) mod places;
pub(crate) mod records;
pub(crate) mod repair;
mod schema;
pub(crate) mod tokens;
pub(crate) mod values;

pub use self::buffer::StrBuffer;
pub use self::column::{StrColumn, StrOffsets, Table, ValidityBits};
pub use self::declared::{FieldKind, MAX_FIELDS};
pub use self::schema::Schema;
pub use self::values::RowFinding;
