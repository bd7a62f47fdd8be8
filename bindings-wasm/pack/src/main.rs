//! Makes the JavaScript glue.
fn main() {}
