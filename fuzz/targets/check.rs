//! Law: any cells of a record give findings about fields of it, whose spans cut the cell between letters.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| hoten_fuzz::check(data));
