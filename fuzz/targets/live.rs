//! Law: a log or manifest of any bytes gives an error or records; what is there is there again after every way of opening it.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| hoten_fuzz::live(data));
