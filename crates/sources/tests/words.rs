//! Words give way to their spans, all at once; if a place cannot be told, the finding says what to write.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use std::fs;

use standpoint_sources::{fix, verify};
use standpoint_validate::{Fixed, Validation, sha256};
use tempfile::TempDir;

const TEXT: &str =
    "The Front took the bridge at\r\ndawn. The Front then left the bridge.\r\nIt “never” re-\r\nturned.\r\n";

/// A folder with the text in `texts`, and records in `data` that cite it by these citations.
fn dataset(citations: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("texts")).unwrap();
    fs::create_dir_all(folder.path().join("data")).unwrap();
    fs::write(folder.path().join("texts/report.txt"), TEXT).unwrap();
    let mut lines = vec![
        r#"{"kind":"dataset","id":"dataset/test","format":"0.2","title":"Test","version":"1.0.0","license":"CC0-1.0","publisher":"Test","base_iri":"https://example.org/","created":"2023"}"#.to_owned(),
        format!(
            r#"{{"kind":"source","id":"source/report","title":"A report","type":"report","text":{{"sha256":"{}","length":{}}}}}"#,
            sha256(TEXT),
            TEXT.chars().count()
        ),
    ];
    for (number, citation) in citations.iter().enumerate() {
        lines.push(format!(
            r#"{{"kind":"event","id":"event/e{number}","type":"attack","title":"Event {number}","when":"{}","basis":{{"modality":"stated","evidence":[{citation}]}}}}"#,
            2000 + number
        ));
    }
    fs::write(folder.path().join("data/records.ndjson"), lines.join("\n") + "\n").unwrap();
    folder
}

fn fixed(folder: &TempDir) -> Fixed {
    fix(&Validation::new(), [folder.path().join("data")], &folder.path().join("texts")).unwrap()
}

/// The messages and helps about words.
fn told(fixed: &Fixed) -> Vec<String> {
    let diagnostics =
        fixed.report().diagnostics().iter().filter(|diagnostic| diagnostic.code.name == "unlocated-words");
    diagnostics.map(|it| format!("{}: {}", it.message, it.help.as_deref().unwrap_or_default())).collect()
}

#[test]
fn all_spans_are_put_in_at_once_and_stand_where_the_words_do() {
    let folder = dataset(&[
        r#"{"source":"source/report","words":"the bridge at dawn"}"#,
        r#"{ "source": "source/report", "words": "It \"never\" returned" }"#,
        r#"{"source":"source/report","words":"[dawn. ]The Front"}"#,
    ]);
    let fixed = fixed(&folder);
    assert_eq!((told(&fixed), fixed.files()[0].fixes()), (vec![], 3));
    fixed.write().unwrap();
    let written = fs::read_to_string(folder.path().join("data/records.ndjson")).unwrap();
    let cited = ["the bridge at\r\ndawn", "It “never” re-\r\nturned", "The Front then"];
    for words in cited.map(|words| words.trim_end_matches(" then")) {
        let byte = if words == "The Front" { TEXT.find("The Front then") } else { TEXT.find(words) }.unwrap();
        let start = TEXT[..byte].chars().count();
        let end = start + words.chars().count();
        let spaced = format!(r#""span": {{ "start": {start}, "end": {end}, "sha256": "{}" }}"#, sha256(words));
        let compact = spaced.replace(' ', "");
        assert!(written.contains(&compact) || written.contains(&spaced), "{words}: {written}");
    }
    assert!(written.contains(r#"{ "source": "source/report", "span": { "start""#) && !written.contains("words"));
    let verification = verify(&Validation::new(), [folder.path().join("data")], &folder.path().join("texts")).unwrap();
    assert_eq!((verification.checked, verification.report.diagnostics().len()), (3, 0));
}

#[test]
fn words_whose_place_cannot_be_told_stay_and_the_finding_says_what_to_write() {
    let folder = dataset(&[
        r#"{"source":"source/report","words":"The Front"}"#,
        r#"{"source":"source/report","words":"the brigde at dawn"}"#,
        r#"{"source":"source/report","words":"nothing of the kind"}"#,
        r#"{"source":"source/report","words":"the bridge"}"#,
    ]);
    let fixed = fixed(&folder);
    assert!(fixed.files().is_empty());
    assert_eq!(
        told(&fixed),
        [
            "the words stand 2 times in the text of `source/report`: put more of the words around them in brackets:\n  `The Front[ took]`\n  `The Front[ then]`",
            "the text of `source/report` does not contain these words: the nearest words are at 15–35: The Front took [the bridge at dawn.] The Front then left the bridge.",
            "the text of `source/report` does not contain these words: copy the words from the text",
            "the words stand 2 times in the text of `source/report`: put more of the words around them in brackets:\n  `the bridge[ at]`\n  `the bridge[. It]`",
        ]
    );
}

#[test]
fn without_the_text_the_words_stay() {
    let folder = dataset(&[r#"{"source":"source/report","words":"The Front took"}"#]);
    fs::write(folder.path().join("texts/report.txt"), "Another text.").unwrap();
    let fixed = fixed(&folder);
    assert!(fixed.files().is_empty());
    assert!(told(&fixed)[0].starts_with("the text of `source/report`, in which the words stand, is not there"));
    assert_eq!(fixed.report().codes()["unlocated-words"], 1);
}

#[test]
fn words_beside_their_span_are_removed() {
    let span = format!(r#""span":{{"start":0,"end":9,"sha256":"{}"}}"#, sha256("The Front"));
    let folder = dataset(&[&format!(r#"{{"source":"source/report","words":"The Front",{span}}}"#)]);
    let fixed = fixed(&folder);
    assert_eq!(told(&fixed), Vec::<String>::new());
    assert!(!String::from_utf8_lossy(fixed.files()[0].content()).contains("words"));
}
