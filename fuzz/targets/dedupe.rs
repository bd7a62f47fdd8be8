//! Law: any small table gives a partition: every row in one cluster, named by its smallest row; pairs in order.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| hoten_fuzz::dedupe(data));
