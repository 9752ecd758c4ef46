//! A JSON Pointer and, on the lines after it, any text: what stands at the place that it leads to is what it names.

#![no_main]

use libfuzzer_sys::fuzz_target;
use standpoint_validate::fuzzing;

fuzz_target!(|input: &str| {
    if let Some((pointer, text)) = input.split_once('\n')
        && let Err(fault) = fuzzing::place(text, pointer)
    {
        panic!("{fault}");
    }
});
