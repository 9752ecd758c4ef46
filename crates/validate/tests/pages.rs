//! Every code has a page and a folder of the smallest data that raises it, and the page shows what that data raises.
//!
//! `BLESS=1 cargo test -p standpoint-validate --test pages` rewrites the examples in the pages.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

mod written;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use jsonschema::Validator;
use standpoint_model::schema;
use standpoint_sources::verify;
use standpoint_validate::{Code, Levels, Renderer, Report, Style, Validation, catalogue, validate};

use crate::written::written;

/// The workspace as seen from the crate's folder, in which cargo runs its tests: lines that hold a path wrap alike
/// wherever the workspace lies.
fn root() -> PathBuf {
    PathBuf::from("../..")
}

fn names(folder: &Path, ending: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    entries.filter_map(|name| name.strip_suffix(ending).map(str::to_owned)).filter(|name| !name.contains('.')).collect()
}

fn codes() -> BTreeSet<String> {
    catalogue::all().into_iter().map(|code| code.name.to_owned()).collect()
}

/// What a code's folder raises. Codes about texts are raised by a verification, for which the folder holds `texts`.
fn raised(code: &Code) -> Report {
    let folder = root().join("fixtures/invalid").join(code.name);
    let texts = folder.join("texts");
    if texts.is_dir() {
        verify(&Validation::new(), [&folder], &texts).unwrap().report
    } else {
        validate(&[&folder], &Levels::default()).unwrap()
    }
}

fn rendered(report: &Report, code: &Code, renderer: &str) -> String {
    let folder = format!("{}/", root().join("fixtures/invalid").join(code.name).display());
    written(Renderer::by_name(renderer).unwrap(), report, Style::default()).replace(&folder, "")
}

#[test]
fn codes_pages_and_folders_are_the_same() {
    let codes = codes();
    assert_eq!(codes, names(&Path::new(env!("CARGO_MANIFEST_DIR")).join("docs"), ".md"));
    assert_eq!(codes, names(&root().join("fixtures/invalid"), ""));
    let snapshots = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots")).unwrap();
    let snapshots: BTreeSet<String> =
        snapshots.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let expected: BTreeSet<String> = codes.iter().map(|code| format!("diagnostic@{code}.snap")).collect();
    assert_eq!(snapshots, expected, "a snapshot without its test, or the reverse");
    let all = catalogue::all();
    assert_eq!(all.len(), codes.len(), "two codes have one name");
}

#[test]
fn every_folder_raises_its_code_and_no_other() {
    for code in catalogue::all() {
        let report = raised(code);
        let found: BTreeSet<&str> = report.diagnostics().iter().map(|diagnostic| diagnostic.code.name).collect();
        assert_eq!(found, BTreeSet::from([code.name]));
    }
}

#[test]
fn every_diagnostic_is_as_it_was() {
    for code in catalogue::all() {
        insta::with_settings!({ snapshot_suffix => code.name, omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!("diagnostic", rendered(&raised(code), code, "json"));
        });
    }
}

#[test]
fn every_page_has_texts_that_code_scanning_takes() {
    for code in catalogue::all() {
        for text in [code.summary(), code.explanation()] {
            assert!((1..=1024).contains(&text.chars().count()), "{}: {text}", code.name);
        }
        assert!(code.explanation().starts_with(code.summary()), "{}", code.name);
        assert!(!code.advice().is_empty() && code.body().contains(code.advice()), "{}", code.name);
    }
}

#[test]
fn every_page_shows_its_example_and_what_it_raises() {
    let schema = jsonschema::validator_for(&schema::for_file()).unwrap();
    for code in catalogue::all() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(format!("{}.md", code.name));
        let page = fs::read_to_string(&path).unwrap();
        let heading = format!("# {}\n\n", code.name);
        let text =
            page.strip_prefix(&heading).unwrap_or_else(|| panic!("{} is not headed `{}`", path.display(), heading));
        assert!(text.lines().next().is_some_and(|summary| summary.ends_with('.')), "{}: no summary", code.name);
        for section in ["\n## Example\n", "\n## What to do\n"] {
            assert!(page.contains(section), "{}: no section {section:?}", code.name);
        }

        let mut blessed = replace_block(&page, "text", rendered(&raised(code), code, "full").trim_end());
        if let Some(file) = named_file(&page) {
            let content = fs::read_to_string(root().join("fixtures/invalid").join(code.name).join(&file)).unwrap();
            blessed = replace_block(&blessed, "json", content.trim_end());
        }
        blessed = beside_schemas(&blessed, code, &schema);
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, &blessed).unwrap();
        } else {
            assert_eq!(page, blessed, "{}: run with BLESS=1 to rewrite the example", code.name);
        }
    }
}

/// The page with a sentence before its example if the schemas let that pass, and without it if not. What is no JSON has no
/// schema.
fn beside_schemas(page: &str, code: &Code, schema: &Validator) -> String {
    let folder = root().join("fixtures/invalid").join(code.name);
    let record = fs::read(folder.join("record.json")).unwrap();
    let command = if folder.join("texts").is_dir() { "verify" } else { "validate" };
    let sentence = format!("A JSON Schema cannot say this: only `standpoint {command}` looks for it.\n\n");
    let is_beyond = serde_json::from_slice(&record).is_ok_and(|record| schema.is_valid(&record));
    let says = if is_beyond { &*sentence } else { "" };
    page.replacen(&sentence, "", 1).replacen("## Example\n", &format!("{says}## Example\n"), 1)
}

/// The file that the page names in the line before its block of JSON.
fn named_file(page: &str) -> Option<String> {
    let before = page.split("```json\n").next().filter(|before| before.len() < page.len())?;
    let line = before.trim_end().lines().last()?;
    Some(line.split('`').nth(1).unwrap_or_else(|| panic!("{line:?} names no file")).to_owned())
}

/// The page with the first block of a language filled anew.
fn replace_block(page: &str, language: &str, content: &str) -> String {
    let opening = format!("```{language}\n");
    let start = page.find(&opening).unwrap_or_else(|| panic!("no block of {language} in\n{page}")) + opening.len();
    let end = start + page[start..].find("```").unwrap();
    format!("{}{content}\n{}", &page[..start], &page[end..])
}
