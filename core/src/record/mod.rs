//! Tables of residents as they come in: borrowed text columns, and which column holds which field.

mod buffer;
mod column;
mod headers;
mod schema;

pub use self::buffer::StrBuffer;
pub use self::column::{StrColumn, StrOffsets, Table, ValidityBits};
pub use self::schema::Schema;
