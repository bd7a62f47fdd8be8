//! Law: normal text stays as it is, clean keeps the normal form, and what clean changed it lists.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| hoten_fuzz::normalize_clean(data));
