//! Law: any text is a set of rules, or figures of a report, or refused; what was read prints and reads back the same.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| hoten_fuzz::rules(data));
