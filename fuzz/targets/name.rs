//! Law: the parts of a name are spans of the caller's text, in order, and hold no blank at their ends.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| hoten_fuzz::name(data));
