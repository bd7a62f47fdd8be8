//! Law: lead, words and suffix of a name are spans of the caller's text, in order, and hold every letter of it.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| hoten_fuzz::name(data));
