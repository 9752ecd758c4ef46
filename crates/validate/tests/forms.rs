//! Every form of output says the same, and says it in a way that its readers take.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;
use standpoint_sources::verify;
use standpoint_validate::{
    Levels, Pace, Renderer, Report, Style, Validation, catalogue, printable, report_schema, validate,
};
use tempfile::TempDir;

use crate::written::written;

mod readers;
mod written;

/// Wide enough for no text to be wrapped.
fn everything() -> Style {
    Style::default().width(10_000).all(true)
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn invalid(folder: &str) -> Report {
    let folder = root().join("fixtures/invalid").join(folder);
    let texts = folder.join("texts");
    if texts.is_dir() {
        verify(&Validation::new(), [&folder], &texts).unwrap().report
    } else {
        validate(&[&folder], &Levels::default()).unwrap()
    }
}

fn rendered(form: &str, report: &Report, style: Style) -> String {
    written(Renderer::by_name(form).unwrap(), report, style)
}

/// A folder with these lines as its only file, which has a name that is hard to write in any format.
fn folder(lines: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("50% of «a,b» & c#d é.ndjson"), lines).unwrap();
    folder
}

fn report(lines: &str) -> Report {
    Validation::new().max_findings_per_code(usize::MAX).run([folder(lines).path()]).unwrap()
}

/// What the forms show of a text that not every format can hold.
fn shown(text: &str) -> String {
    printable(text).replace('\u{FFFE}', "\\u{fffe}")
}

fn assert_forms_agree(report: &Report) {
    let sorted = |form: &str, read: fn(&str) -> Vec<readers::Finding>| {
        let mut findings = read(&rendered(form, report, everything()));
        for finding in &mut findings {
            finding.message = shown(&finding.message);
        }
        findings.sort();
        findings
    };
    let expected = sorted("json", readers::json);
    assert_eq!(expected.len(), report.diagnostics().len());
    for (form, read) in readers::OTHERS {
        assert_eq!(sorted(form, *read), expected, "{form}");
    }
}

#[test]
fn every_form_has_a_reader() {
    let read: BTreeSet<&str> = readers::OTHERS.iter().map(|(form, _)| *form).chain(["json"]).collect();
    assert_eq!(read, standpoint_validate::RENDERERS.iter().map(|renderer| renderer.name).collect());
}

#[test]
fn every_form_has_the_same_findings() {
    for code in catalogue::all() {
        assert_forms_agree(&invalid(code.name));
    }
}

#[test]
fn every_form_can_tell_of_what_it_cannot_hold() {
    let report = report(
        r#"{"kind":"a]]>\u001b[31m","id":"x"}
{"kind":"a&<b>\"c'%0A","id":"x"}
{"kind":"::error::,x=\u0085\u2028\ufffe","id":"x"}
{"kind":"a\r\nb","id":"x"}
{"kind":"dataset","id":"dataset/\u0007","format":"0.2"}"#,
    );
    assert!(report.diagnostics().len() >= 5);
    assert_forms_agree(&report);
    let text = rendered("github", &report, everything());
    assert_eq!(text.lines().count(), report.diagnostics().len());
}

#[test]
fn people_see_the_first_of_each_code_and_how_many_more_there_are() {
    let report = report(&"{}\n[]\n".repeat(30));
    for form in ["full", "concise"] {
        let count = |text: &str, code: &str| text.matches(&format!("error[{code}]")).count();
        let text = rendered(form, &report, Style::default());
        assert_eq!((count(&text, "missing-kind"), count(&text, "not-a-record")), (20, 20));
        for code in ["missing-kind", "not-a-record"] {
            let more = format!("10 more findings of the code {code} are not shown; `--all` shows them\n");
            assert_eq!(text.matches(&more).count(), 1, "{text}");
        }
        let text = rendered(form, &report, everything());
        assert_eq!((count(&text, "missing-kind"), count(&text, "not-a-record")), (30, 30));
        assert!(!text.contains("--all"));
    }
    for renderer in standpoint_validate::RENDERERS.iter().filter(|renderer| renderer.for_machines) {
        assert_eq!(written(renderer, &report, Style::default()), written(renderer, &report, everything()));
    }
}

#[test]
fn what_code_scanning_would_not_take_is_counted() {
    let source = r#"{"kind":"source","id":"source/a","title":"A","type":"report","url":"https://example.org/"}"#;
    let report = report(&format!("{source}\n{}\n{}", source.replace("/a", "/b"), "{}\n".repeat(25_000)));
    let warnings = report.count(standpoint_validate::Level::Warning);
    assert_eq!((report.diagnostics().len() - report.count(standpoint_validate::Level::Error), warnings), (1, 1));
    let log: Value = serde_json::from_str(&rendered("sarif", &report, Style::default())).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 25_000);
    assert!(results.iter().all(|result| result["level"] == "error"), "the least serious ones are left out");
    let notifications = &log["runs"][0]["invocations"][0]["toolExecutionNotifications"];
    let told = notifications[0]["message"]["text"].as_str().unwrap();
    let left_out = report.diagnostics().len() - 25_000;
    assert!(told.starts_with(&format!("{left_out} findings are left out")), "{told}");
    assert!(told.contains("1 duplicate-source"), "{told}");
    let shown = notifications[1]["message"]["text"].as_str().unwrap();
    assert!(shown.contains("25000 findings, code scanning shows the 5000 most serious"), "{shown}");
}

#[test]
fn every_form_tells_how_many_more_there_are() {
    let folder = folder(&"{}\n".repeat(31));
    let report = Validation::new().max_findings_per_code(30).run([folder.path()]).unwrap();
    for renderer in standpoint_validate::RENDERERS {
        let text = written(renderer, &report, everything());
        let json: Value = serde_json::from_str(&text).unwrap_or_default();
        let told = text.contains("1 more finding of the code missing-kind is not ");
        assert!(told || json["summary"]["more"]["missing-kind"] == 1, "{}: {text}", renderer.name);
    }
    let more = |form| rendered(form, &report, Style::default());
    assert!(more("concise").ends_with("11 more findings of the code missing-kind are not shown; `--all` shows them\n"));
    assert!(more("junit").contains(r#"message="31 findings""#));
    // What only others have is not passed over.
    let none = Validation::new().max_findings_per_code(0).run([folder.path()]).unwrap();
    assert!(rendered("junit", &none, everything()).contains(r#"tests="1" skipped="0" failures="1""#));
}

/// The lines of a text of the form `full` that hold the message, and those that hold the help.
fn texts(text: &str) -> (Vec<&str>, Vec<&str>) {
    let message = text.lines().take_while(|line| !line.contains("--> ") && line.trim() != "|");
    let help = text.lines().skip_while(|line| !line.contains("= help: "));
    (message.collect(), help.collect())
}

#[test]
fn texts_are_wrapped_to_the_width_between_words() {
    for code in catalogue::all() {
        let report = invalid(code.name);
        let whole = rendered("full", &report, everything());
        for width in [80, 120] {
            let wrapped = rendered("full", &report, everything().width(width));
            for (wrapped, whole) in [(texts(&wrapped).0, texts(&whole).0), (texts(&wrapped).1, texts(&whole).1)] {
                let words = |lines: &[&str]| lines.join(" ").split_whitespace().map(str::to_owned).collect::<Vec<_>>();
                assert_eq!(words(&wrapped), words(&whole));
                for line in wrapped.iter().filter(|line| line.chars().count() > width) {
                    // The id of a record, or an example to paste, may be longer than the room that is left.
                    let text = line.trim_start().trim_start_matches("= help:").trim();
                    let is_whole = text.split('`').filter(|outside| !outside.is_empty()).count() == 1;
                    assert!(text.split_whitespace().count() <= 2 || (text.starts_with('`') && is_whole), "{line}");
                }
            }
        }
    }
}

#[test]
fn the_schema_of_reports_describes_them() {
    let schema = report_schema();
    assert!(jsonschema::meta::is_valid(&schema.schema()));
    let validator = jsonschema::validator_for(&schema.schema()).unwrap();
    let check = |text: &str| {
        let output: Value = serde_json::from_str(text).unwrap();
        let errors: Vec<String> = validator.iter_errors(&output).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new(), "{text}");
    };
    for code in catalogue::all() {
        check(&rendered("json", &invalid(code.name), Style::default()));
    }
    let example = root().join("fixtures/example");
    check(&rendered(
        "json",
        &verify(&Validation::new(), [&example], &example.join("sources")).unwrap().report,
        everything(),
    ));

    let lines = folder("{}\n{}\n");
    let report = Validation::new().max_findings_per_code(1).run([lines.path()]).unwrap();
    let measured = everything().pace(Pace::new(&report, std::time::Duration::from_millis(20), Some(1 << 20)));
    check(&rendered("json", &report, measured));
    let summary = &serde_json::from_str::<Value>(&rendered("json", &report, measured)).unwrap()["summary"];
    assert_eq!((&summary["codes"]["missing-kind"], &summary["pace"]["records_per_second"]), (&2.into(), &100.into()));
    let stop = |_| std::ops::ControlFlow::Break(());
    check(&rendered(
        "json",
        &Validation::new().in_memory_limit(0).watch(&stop).run([lines.path()]).unwrap(),
        everything(),
    ));

    let mut output: Value = serde_json::from_str(&rendered("json", &invalid("duplicate-id"), everything())).unwrap();
    let levels = output.pointer_mut("/diagnostics/0/level").unwrap();
    *levels = "fatal".into();
    assert!(!validator.is_valid(&output));
}

#[test]
fn the_schema_of_reports_is_up_to_date_and_explains_every_field() {
    fn fields<'a>(schema: &'a Value, check: &mut impl FnMut(&str, &'a Value)) {
        for (name, field) in schema["properties"].as_object().into_iter().flatten() {
            check(name, field);
        }
        for definition in schema["$defs"].as_object().into_iter().flatten() {
            fields(definition.1, check);
        }
    }
    let schema = report_schema();
    let published = fs::read_to_string(root().join("schemas").join(schema.file_name())).unwrap_or_default();
    assert!(
        published == schema.to_json(),
        "schemas/report.schema.json: run `cargo run -- schema --out schemas` and commit what it writes"
    );
    fields(&schema.schema(), &mut |name, field| {
        assert!(field["description"].as_str().is_some_and(|text| text.ends_with('.')), "{name}: {field}");
    });
}

#[test]
fn the_forms_for_machines_are_as_they_were() {
    let report = invalid("duplicate-id");
    let folder = format!("{}/", root().join("fixtures/invalid").display());
    for form in ["sarif", "junit", "github"] {
        let text = rendered(form, &report, Style::default())
            .replace(&format!("file://{folder}"), "")
            .replace(&folder, "")
            .replace(&format!("\"{}\"", env!("CARGO_PKG_VERSION")), "\"[version]\"");
        insta::with_settings!({ snapshot_path => "forms", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(form, text);
        });
    }
}
