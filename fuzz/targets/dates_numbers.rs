//! Law: any text gives a value or findings, and a value printed and parsed again is the same value.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| hoten_fuzz::dates_numbers(data));
