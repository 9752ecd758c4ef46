//! `standpoint cite`, and `validate --fix --sources`: from words to citations.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

mod common;

use std::{fs, process::Output};

use common::{err, out, root, standpoint, standpoint_in};

const TEXT: &str = "fixtures/example/sources/report.txt";

fn cite_reading(input: &str, arguments: &[&str]) -> Output {
    let arguments = [&["cite", "--source", "source/arland-report"], arguments].concat();
    standpoint_in(&root(), input.as_bytes(), &arguments)
}

#[test]
fn words_come_from_standard_input_with_line_ends_and_curly_marks() {
    let cited = cite_reading("“400 to 600\nfighters”", &[TEXT, "-"]);
    assert_eq!((cited.status.code(), out(&cited)), (Some(1), ""));
    let cited = cite_reading("400 to 600\nFighters\n", &[TEXT, "-"]);
    assert_eq!(cited.status.code(), Some(0), "{}", err(&cited));
    assert!(out(&cited).contains("\"start\": 464"), "{}", out(&cited));
}

#[test]
fn a_file_of_lines_is_cited_line_by_line() {
    let cited = cite_reading("in early 2015\n\nHighland League\n400 to 600\n", &["--lines", "-", TEXT]);
    assert_eq!(cited.status.code(), Some(1));
    assert_eq!(out(&cited).lines().count(), 2);
    for line in out(&cited).lines() {
        let citation: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(citation["source"], "source/arland-report");
    }
    assert!(err(&cited).starts_with("line 3: the words stand 3 times in the text:\n  1. "), "{}", err(&cited));
}

#[test]
fn a_place_that_there_is_not_is_told_and_ten_places_are_enough() {
    let cite = |words: &str, nth: &str| cite_reading("", &["--occurrence", nth, TEXT, words]);
    assert_eq!(err(&cite("in early 2015", "2")), "the words stand only once in the text; there is no place 2\n");
    let third = cite("Highland League", "99");
    assert!(err(&third).starts_with("the words stand 3 times in the text; there is no place 99:\n"), "{}", err(&third));
    assert_eq!(cite("Highland League", "0").status.code(), Some(2));

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("text.txt");
    fs::write(&path, "the front ".repeat(19_077)).unwrap();
    let often = standpoint(&["cite", "--source", "source/x", path.to_str().unwrap(), "front"]);
    assert_eq!(often.status.code(), Some(1));
    assert_eq!(err(&often).lines().count(), 13, "{}", err(&often));
    assert!(err(&often).contains("  and 19067 more\ngive `--occurrence N`"), "{}", err(&often));
}

#[test]
fn a_text_with_pages_is_cited_with_the_page() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("text.txt");
    fs::write(&path, "One page.\n\u{C}Another page.\n").unwrap();
    let cited = standpoint(&["cite", "--source", "source/x", path.to_str().unwrap(), "another"]);
    let citation: serde_json::Value = serde_json::from_slice(&cited.stdout).unwrap();
    assert_eq!((&citation["locator"], &citation["span"]["start"]), (&"page 2".into(), &11.into()));
}

#[test]
fn what_cite_proposes_for_one_of_several_places_is_what_it_takes() {
    let several = cite_reading("", &[TEXT, "Highland League"]);
    let proposed = err(&several).trim_end().trim_end_matches('`').rsplit('`').next().unwrap();
    let once = cite_reading("", &[TEXT, proposed]);
    assert_eq!(once.status.code(), Some(0), "{proposed}: {}", err(&once));
    let first = cite_reading("", &["--occurrence", "1", TEXT, "Highland League"]);
    assert_eq!(out(&once), out(&first));
}

#[test]
fn a_fix_with_sources_puts_spans_in_the_place_of_words() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("records.json");
    let records = fs::read_to_string(root().join("fixtures/example/records.json")).unwrap();
    let mut records: serde_json::Value = serde_json::from_str(&records).unwrap();
    let citation =
        records.as_array_mut().unwrap().iter_mut().find_map(|record| record.pointer_mut("/basis/evidence/0")).unwrap();
    let before = citation.clone();
    let text: Vec<char> = fs::read_to_string(root().join(TEXT)).unwrap().chars().collect();
    let bound = |name: &str| usize::try_from(before["span"][name].as_u64().unwrap()).unwrap();
    let words: String = text[bound("start")..bound("end")].iter().collect();
    *citation = serde_json::json!({ "source": before["source"], "words": words.to_uppercase() });
    fs::write(&data, serde_json::to_string_pretty(&records).unwrap()).unwrap();
    let data = data.to_str().unwrap();

    assert!(out(&standpoint(&["validate", data])).contains("warning[unlocated-words]"));
    let fixed = standpoint(&["validate", data, "--fix", "--sources", "fixtures/example/sources"]);
    assert_eq!(fixed.status.code(), Some(0), "{}{}", out(&fixed), err(&fixed));
    assert!(out(&fixed).contains("1 fix made in 1 file"), "{}", out(&fixed));
    let fixed: serde_json::Value = serde_json::from_str(&fs::read_to_string(data).unwrap()).unwrap();
    let citations = fixed.as_array().unwrap().iter().filter_map(|record| record.pointer("/basis/evidence/0"));
    assert!(citations.into_iter().any(|citation| *citation == before));
}
