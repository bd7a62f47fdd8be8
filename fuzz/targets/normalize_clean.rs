//! Law: normal text is normal, clean text is clean, fold is plain, and what clean changed it lists.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| hoten_fuzz::normalize_clean(data));
