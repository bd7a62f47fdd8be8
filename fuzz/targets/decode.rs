//! Law: any bytes decode in any encoding to composed text of bounded length; plain letters stay; redecoding changes.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| hoten_fuzz::decode(data));
