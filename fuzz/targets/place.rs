//! Law: any text means units of today, each once; any bytes are a table or refused.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| hoten_fuzz::place(data));
