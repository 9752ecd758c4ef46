//! Any bytes as the text of a record: the fast path, the types and the schemas agree, and findings are within it.

#![no_main]

use libfuzzer_sys::fuzz_target;
use standpoint_validate::fuzzing;

fuzz_target!(|bytes: &[u8]| {
    if let Err(fault) = fuzzing::record(bytes) {
        panic!("{fault}");
    }
});
