//! Law: any bytes decode in any encoding to text; ASCII letters and digits stay; reading again is possible.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| hoten_fuzz::decode(data));
