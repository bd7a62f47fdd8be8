//! Law: any text is a model or refused; a model prints and reads back the same, and every weight is a number.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| hoten_fuzz::model(data));
