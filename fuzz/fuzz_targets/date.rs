//! Any text as a date: it stays as it is written, has an order, and means the same to the fast path.

#![no_main]

use libfuzzer_sys::fuzz_target;
use standpoint_validate::fuzzing;

fuzz_target!(|text: &str| {
    if let Err(fault) = fuzzing::date(text) {
        panic!("{fault}");
    }
});
