//! Law: restored text is clean and stays; only letters typed are left; without keys nothing is restored.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| hoten_fuzz::keystroke(data));
