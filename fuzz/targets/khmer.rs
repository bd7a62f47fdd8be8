//! Law: canonical Khmer text stays, borrowed, and is written in Latin letters as the text it came from; text grows with the text only.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| hoten_fuzz::khmer(data));
