//! Law: any bytes give a table or an error; every column has one cell a row; the same bytes give the same table.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| hoten_fuzz::csv(data));
