//! The validator says what the types say: records that the types accept raise nothing about their form, and those that
//! the types refuse raise a finding at a place inside the record.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

mod written;

use std::fs;

use proptest::{prelude::*, test_runner::Config};
use standpoint_model::{Record, generate};
use standpoint_validate::{Level, Levels, Loaded, Renderer, Report, Style, Validation, validate};

use crate::written::written;

/// The codes about the form of a single record, which its types decide. All others look at several records, or at what
/// a record means.
const OF_FORM: &[&str] = &[
    "duplicate-key",
    "empty-list",
    "estimate-order",
    "invalid-date",
    "invalid-format",
    "invalid-id",
    "invalid-text",
    "missing-field",
    "missing-kind",
    "not-a-record",
    "number-out-of-range",
    "reversed-span",
    "unknown-country",
    "unknown-field",
    "unknown-kind",
    "unknown-language",
    "unknown-license",
    "unknown-value",
    "wrong-kind",
    "wrong-type",
];

fn loaded(text: &str) -> Loaded {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("record.json"), text).unwrap();
    Validation::new().load([folder.path()]).unwrap()
}

fn report(text: &str) -> Report {
    loaded(text).report
}

fn of_form(report: &Report) -> Vec<&'static str> {
    let codes = report.diagnostics().iter().map(|diagnostic| diagnostic.code.name);
    codes.filter(|name| OF_FORM.contains(name)).collect()
}

proptest! {
    #![proptest_config(Config::with_cases(400))]

    #[test]
    fn what_the_types_accept_has_no_fault_of_form(record in generate::record()) {
        let loaded = loaded(&serde_json::to_string(&record).unwrap());
        prop_assert_eq!(of_form(&loaded.report), Vec::<&str>::new());
        prop_assert_eq!(loaded.records(), &[record]);
    }

    #[test]
    fn what_the_types_refuse_has_a_finding_inside_it(value in generate::record().prop_flat_map(|record| generate::mutated(&record))) {
        // In a list, for a list by itself is no record but a file of them.
        let text = serde_json::to_string_pretty(&[&value]).unwrap();
        let accepted = serde_json::from_value::<Record>(value).is_ok();
        let report = report(&text);
        prop_assert_eq!(of_form(&report).is_empty(), accepted, "{}\n{:?}", text, report.diagnostics());
        prop_assert_eq!(report.records(), usize::from(accepted));
        for renderer in standpoint_validate::RENDERERS {
            let shown = written(renderer, &report, Style::default());
            prop_assert!(report.diagnostics().iter().all(|diagnostic| shown.contains(diagnostic.code.name)));
        }
        let concise = written(Renderer::by_name("concise").unwrap(), &report, Style::default().all(true));
        prop_assert_eq!(concise.lines().count(), report.diagnostics().len());
        prop_assert!(concise.chars().all(|c| c == '\n' || !c.is_control()), "{:?}", concise);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), lines in any::<bool>()) {
        let folder = tempfile::tempdir().unwrap();
        let name = if lines { "a.ndjson" } else { "a.json" };
        fs::write(folder.path().join(name), &bytes).unwrap();
        let report = validate(&[folder.path()], &Levels::default()).unwrap();
        for renderer in standpoint_validate::RENDERERS {
            written(renderer, &report, Style::default());
        }
    }

    #[test]
    fn a_character_too_many_or_too_few_is_no_panic(
        record in generate::record(),
        at in any::<prop::sample::Index>(),
        other in prop::sample::select(vec!["", "\"", "{", "}", "[", "]", ",", ":", "'", "\u{201C}", "\n", "\t", "\\", "#", "//", "0", "x", "\u{A0}"]),
        replaces in any::<bool>(),
        lines in any::<bool>(),
    ) {
        let mut text = serde_json::to_string_pretty(&[&record, &record]).unwrap();
        let start = text.floor_char_boundary(at.index(text.len()));
        let end = if replaces { text.ceil_char_boundary(start + 1) } else { start };
        text.replace_range(start..end, other);
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(if lines { "a.ndjson" } else { "a.json" }), &text).unwrap();
        let report = validate(&[folder.path()], &Levels::default()).unwrap();
        let is_json = serde_json::from_str::<serde_json::Value>(&text).is_ok();
        prop_assert!(lines || is_json == report.is_complete(), "{}", text);
        for renderer in standpoint_validate::RENDERERS {
            written(renderer, &report, Style::default());
        }
    }

    #[test]
    fn a_record_cut_off_anywhere_is_a_finding_and_no_panic(record in generate::record(), cut in any::<prop::sample::Index>()) {
        let text = serde_json::to_string(&record).unwrap();
        let end = text.floor_char_boundary(cut.index(text.len()));
        let report = report(&text[..end]);
        prop_assert_eq!(report.count(Level::Error), 1);
        prop_assert!(!report.is_complete());
    }
}
