//! Any bytes as a file of records: what is found is the same whether its records are kept or not, and can be shown.
//!
//! The first byte says whether the file is one of lines.

#![no_main]

use libfuzzer_sys::fuzz_target;
use standpoint_validate::{Input, RENDERERS, Renderer, Report, Style, Validation};

fuzz_target!(|input: &[u8]| {
    let Some((first, bytes)) = input.split_first() else { return };
    let name = if first % 2 == 0 { "records.json" } else { "records.ndjson" };
    let input = Input::bytes(name, bytes.to_vec());
    let validated = |limit| Validation::new().threads(1).in_memory_limit(limit).run([&input]).expect("bytes are read");
    let (kept, bulk) = (validated(u64::MAX), validated(0));
    let shown = |report: &Report, form: &str| {
        let renderer = Renderer::by_name(form).expect("a form of output");
        let mut text = Vec::new();
        renderer.write(report, Style::default(), &mut text).expect("a list takes all bytes");
        text
    };
    assert_eq!(shown(&kept, "json"), shown(&bulk, "json"));
    for diagnostic in kept.diagnostics() {
        let locations = diagnostic.location.iter().chain(diagnostic.related.iter().map(|related| &related.location));
        for location in locations {
            assert!(location.bytes.start <= location.bytes.end, "{diagnostic:?}");
            kept.documents()[location.document].line_column(location.bytes.start);
        }
    }
    for renderer in RENDERERS {
        shown(&kept, renderer.name);
        shown(&bulk, renderer.name);
    }
});
