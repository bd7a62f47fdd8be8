//! Law: any bytes of an index and any query give an answer or an error; each hit is the record that stands in the file.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| hoten_fuzz::index(data));
