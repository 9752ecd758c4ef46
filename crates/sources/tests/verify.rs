//! Verification compares each span with its text, and tells what of a text is covered.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use std::fs;

use serde_json::{Value, json};
use standpoint_sources::verify;
use standpoint_validate::{Input, Validation, sha256};

const TEXT: &str = "The Front\n\nProfile\n\nIt was founded in 2010.\n\nRivals\n\nRivals\n";

/// The span of the first place with these words after those before it.
fn span(after: &str, words: &str) -> Value {
    let start = TEXT.find(after).unwrap() + after.len();
    let start = start + TEXT[start..].find(words).unwrap();
    json!({ "start": start, "end": start + words.len(), "sha256": sha256(words) })
}

fn source(sections: &Value) -> Input {
    let text = json!({ "sha256": sha256(TEXT), "length": TEXT.len() });
    let source = json!({
        "kind": "source", "id": "source/page", "title": "The Front", "type": "web-page", "text": text, "sections": sections,
    });
    Input::bytes("source.json", source.to_string())
}

/// Whether a source with these sections has a span that does not fit its text, and the sentences that nothing covers.
fn verified(sections: &Value) -> (bool, Vec<String>) {
    let texts = tempfile::tempdir().unwrap();
    fs::write(texts.path().join("page.txt"), TEXT).unwrap();
    let verification = verify(&Validation::new(), [source(sections)], texts.path()).unwrap();
    let uncited = verification.coverage()[0].uncited().map(|sentence| sentence.text.clone());
    (verification.report.codes().contains_key("span-digest"), uncited.collect())
}

#[test]
fn titles_and_headings_stand_in_the_record_of_the_source() {
    let profile = json!({ "title": "Profile", "span": span("", "Profile\n\nIt was founded in 2010.") });
    let rivals = json!({ "title": "Rivals", "span": span("", "Rivals") });
    let uncited = |sections| verified(&sections).1;
    assert_eq!(uncited(json!([])), ["Profile", "It was founded in 2010.", "Rivals", "Rivals"]);
    assert_eq!(uncited(json!([profile, rivals])), ["It was founded in 2010.", "Rivals"]);
}

#[test]
fn coverage_is_told_by_section() {
    let text =
        "One\n\nIt was founded in 2010, far in the east, by\npeople who had broken away. It grew.\n\nTwo\n\nIt fell.\n";
    let texts = tempfile::tempdir().unwrap();
    fs::write(texts.path().join("page.txt"), text).unwrap();
    let section = |title: &str, words: &str| {
        let start = text.find(words).unwrap();
        json!({ "title": title, "span": { "start": start, "end": start + words.len(), "sha256": sha256(words) } })
    };
    let two = text.find("\n\nTwo").unwrap();
    let source = json!({
        "kind": "source", "id": "source/page", "title": "A page", "type": "web-page",
        "text": { "sha256": sha256(text), "length": text.len() },
        "sections": [section("One", &text[..two]), section("Two", "Two\n\nIt fell.")],
    });
    let input = Input::bytes("source.json", source.to_string());
    let verification = verify(&Validation::new(), [input], texts.path()).unwrap();
    let sections: Vec<(&str, usize, usize)> =
        verification.coverage()[0].by_section().map(|it| (it.title, it.cited, it.sentences)).collect();
    assert_eq!(sections, [("One", 1, 3), ("Two", 1, 2)]);
}

#[test]
fn the_span_of_a_section_is_compared_with_the_text() {
    let mut section = json!({ "title": "Profile", "span": span("", "Profile") });
    assert!(!verified(&json!([section])).0);
    section["span"]["start"] = json!(12);
    assert!(verified(&json!([section])).0);
}

#[test]
fn what_holds_nothing_to_encode_needs_no_citation() {
    let aside = |title: &str, words: &str| {
        let mut section = json!({ "title": title, "span": span("", words) });
        section["nothing_to_encode"] = true.into();
        section
    };
    let texts = tempfile::tempdir().unwrap();
    fs::write(texts.path().join("page.txt"), TEXT).unwrap();
    let verified = |sections: &Value| verify(&Validation::new(), [source(sections)], texts.path()).unwrap();
    let all = verified(&json!([]));
    let some = verified(&json!([aside("Heading", "Profile")]));
    let [before, after] = [&all, &some].map(|verification| &verification.coverage()[0]);
    assert_eq!((before.set_aside, after.set_aside), (0, 1));
    assert_eq!(after.sentences.len(), before.sentences.len() - 1);
    // A sentence that goes on beyond the section is not set aside.
    assert_eq!(verified(&json!([aside("Half", "It was")])).coverage()[0].set_aside, 0);
}
