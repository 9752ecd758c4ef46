//! Spans find their place again in a text that was re-saved, re-wrapped or corrected, and take no lookalike.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use std::fs;

use serde_json::{Value, json};
use standpoint_model::Span;
use standpoint_sources::{fix_anchors, reanchor, verify};
use standpoint_validate::{Report, Validation, sha256};
use tempfile::TempDir;

/// A text of many paragraphs on one line each, with words that stand in it several times.
fn text() -> String {
    let places = ["Velm", "Orr", "Tann", "Kest", "Mirr", "Dole"];
    let paragraph = |number: usize| {
        let (here, there) = (places[number % 6], places[(number + 1) % 6]);
        format!(
            "On day {number} the Northern Front took the bridge at {here}, and the ministry denied it. Its café stayed open. \
             The Front put its losses at {} fighters, and then withdrew to the hills above {there} before the night of day {number}.",
            number * 7 + 3
        )
    };
    (1..=12).map(paragraph).collect::<Vec<_>>().join("\n\n") + "\n"
}

/// The spans of the text: sentences, stretches of them, and words that stand everywhere.
fn spans(text: &str) -> Vec<(usize, usize)> {
    let mut spans = Vec::new();
    for (at, paragraph) in text.match_indices("On day ").map(|(at, _)| (at, text[at..].lines().next().unwrap())) {
        let mut cite = |words: &str| {
            let start = at + paragraph.find(words).unwrap();
            spans.push((start, start + words.len()));
        };
        cite(&paragraph[..paragraph.find(", and").unwrap()]);
        cite("the Northern Front");
        cite("Its café stayed open.");
        let losses = paragraph.find("The Front put").unwrap();
        cite(&paragraph[losses..]);
    }
    spans
}

fn span(text: &str, (start, end): (usize, usize)) -> Value {
    let count = |bytes: usize| text[..bytes].chars().count();
    json!({ "start": count(start), "end": count(end), "sha256": sha256(&text[start..end]) })
}

/// A dataset that cites these spans of the text, and an empty folder for texts.
fn dataset(text: &str, spans: &[(usize, usize)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("texts")).unwrap();
    fs::create_dir_all(folder.path().join("data")).unwrap();
    let mut records = vec![
        json!({"kind":"dataset","id":"dataset/test","format":"0.2","title":"Test","version":"1.0.0","license":"CC0-1.0","publisher":"Test","base_iri":"https://example.org/","created":"2023"}),
        json!({"kind":"source","id":"source/report","title":"A report","type":"report","text":{"sha256":sha256(text),"length":text.chars().count()},
            "sections":[{"title":"All","span":span(text, (0, text.trim_end().len()))}]}),
    ];
    for (number, bytes) in spans.iter().enumerate() {
        records.push(json!({"kind":"event","id":format!("event/e{number}"),"type":"attack","title":format!("Event {number}"),
            "when":(1900 + number).to_string(),"basis":{"modality":"reported","evidence":[{"source":"source/report","span":span(text, *bytes)}]}}));
    }
    let lines: Vec<String> = records.iter().map(Value::to_string).collect();
    fs::write(folder.path().join("data/records.ndjson"), lines.join("\n") + "\n").unwrap();
    folder
}

/// How many of the spans of the citations fit the new text once what can be moved was, and what each cites then.
fn moved(folder: &TempDir, new: &str) -> (Vec<(String, bool)>, Report) {
    fs::write(folder.path().join("texts/report.txt"), new).unwrap();
    let (data, texts) = (folder.path().join("data"), folder.path().join("texts"));
    let fixed = fix_anchors(&Validation::new(), [&data], &texts).unwrap();
    fixed.write().unwrap();
    let lines = fs::read_to_string(data.join("records.ndjson")).unwrap();
    let chars: Vec<char> = new.chars().collect();
    let cited = lines.lines().filter_map(|line| {
        let record: Value = serde_json::from_str(line).unwrap();
        let span: Span = serde_json::from_value(record.pointer("/basis/evidence/0/span")?.clone()).unwrap();
        let bound = |bound: u64| usize::try_from(bound).unwrap().min(chars.len());
        let words: String = chars[bound(span.start())..bound(span.end())].iter().collect();
        let fits = sha256(&words) == *span.sha256();
        Some((words, fits))
    });
    (cited.collect(), fixed.report().clone())
}

fn plain(words: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    words.nfc().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every span fits the new text and cites the words that it did.
fn finds_all(text: &str, new: &str) {
    finds(text, &spans(text), new);
}

fn finds(text: &str, spans: &[(usize, usize)], new: &str) {
    let (cited, report) = moved(&dataset(text, spans), new);
    assert_eq!(cited.len(), spans.len());
    for ((words, fits), (start, end)) in cited.iter().zip(spans) {
        let told = || report.diagnostics().iter().map(|it| format!("{}: {:?}", it.message, it.help)).take(9);
        assert!(fits, "{words}: {:#?}", told().collect::<Vec<_>>());
        assert_eq!(plain(words), plain(&text[*start..*end]));
    }
    let codes = report.codes();
    assert!(codes.keys().all(|code| *code != "missing-text"), "{codes:?}");
}

/// The text with lines of at most so many characters.
fn wrapped(text: &str, width: usize) -> String {
    let mut out = String::new();
    for paragraph in text.split("\n\n") {
        let mut line = 0;
        for word in paragraph.split_whitespace() {
            let length = word.chars().count();
            if line > 0 && line + 1 + length > width {
                out.push('\n');
                line = 0;
            } else if line > 0 {
                out.push(' ');
                line += 1;
            }
            out.push_str(word);
            line += length;
        }
        out.push_str("\n\n");
    }
    out.trim_end().to_owned() + "\n"
}

#[test]
fn a_text_saved_with_other_line_ends_marks_or_form_keeps_every_span() {
    use unicode_normalization::UnicodeNormalization;
    let text = text();
    finds_all(&text, &text.replace('\n', "\r\n"));
    finds_all(&text, &format!("\u{FEFF}{text}"));
    finds_all(&text, &format!("{text}\n\n"));
    finds_all(&text, text.trim_end());
    finds_all(&text, &text.nfd().collect::<String>());
    finds_all(&text.replace('\n', "\r\n"), &text);
}

#[test]
fn a_text_wrapped_anew_keeps_every_span() {
    let text = text();
    finds_all(&text, &wrapped(&text, 72));
    // Line ends stand where spaces did, so that places are the same.
    finds(&wrapped(&text, 100), &spans(&text), &text);
    finds(&wrapped(&text, 100), &spans(&text), &wrapped(&text, 64));
}

#[test]
fn a_new_paragraph_and_corrected_words_lose_only_what_they_touch() {
    let text = text();
    let new = format!("A note of the editor: the Northern Front is called the Front.\n\n{text}")
        .replace("On day 5 the Northern Front took", "On day 5 the Northern Front seized")
        .replace("losses at 73 fighters", "losses at 75 fighters")
        .replace("above Kest before the night of day 8", "above Kest before the dawn of day 8");
    let spans = spans(&text);
    let (cited, report) = moved(&dataset(&text, &spans), &new);
    let mut lost = 0;
    for ((words, fits), (start, end)) in cited.iter().zip(&spans) {
        let old = &text[*start..*end];
        if *fits {
            assert_eq!(words, old);
        } else {
            assert!(!new.contains(old), "{old}");
            lost += 1;
        }
    }
    assert_eq!(lost, 3);
    let gone: Vec<&str> = report
        .diagnostics()
        .iter()
        .filter(|it| it.message.contains("are gone"))
        .map(|it| it.help.as_deref().unwrap())
        .collect();
    // The section that is the whole text is gone with them.
    assert_eq!(gone.len(), 4);
    assert!(gone.iter().any(|help| help.contains("the Northern Front seized the bridge")), "{gone:?}");
}

#[test]
fn a_lookalike_is_never_taken() {
    // The sentence that is cited goes, and the same words stand elsewhere.
    let text = "First the Front came to the town of Velm.\nIt denied everything.\nThen the ministry answered at length.\nThe end of the report.\n";
    let sentence = |words: &str| {
        let start = text.find(words).unwrap();
        (start, start + words.len())
    };
    let spans =
        ["First the Front came to the town of Velm.", "It denied everything.", "Then the ministry answered at length."]
            .map(sentence);
    let new = text.replace("It denied everything.\n", "").replace("The end", "It denied everything.\nThe end");
    let (cited, report) = moved(&dataset(text, &spans), &new);
    assert_eq!(cited.iter().map(|(_, fits)| *fits).collect::<Vec<_>>(), [true, false, true]);
    assert!(report.diagnostics().iter().any(|it| it.message.contains("not in the order of the others")));

    // A text of the same words, which is another text.
    let (cited, report) = moved(&dataset(text, &spans), "The Front came. The ministry denied everything.\n");
    assert!(cited.iter().all(|(_, fits)| !fits));
    assert!(report.diagnostics().iter().any(|it| it.message.contains("is an edition of the text")));
}

#[test]
fn words_at_several_places_are_listed() {
    let text = "The Front.\nThe Front.\nNothing else is said here of anybody.\n";
    let end = text.find("Nothing").unwrap();
    let spans = [(0, 10), (end, text.len() - 1)];
    let new = "A line.\nThe Front.\nA line.\nThe Front.\nNothing else is said here of anybody.\n";
    let folder = dataset(text, &spans);
    fs::write(folder.path().join("texts/report.txt"), new).unwrap();
    let report = reanchor(&Validation::new(), [folder.path().join("data")], &folder.path().join("texts")).unwrap();
    let told = |words: &str| report.diagnostics().iter().find(|it| it.message.contains(words)).unwrap();
    assert!(told("stand at 2 places").help.as_deref().unwrap().contains("8–18: [The Front.]\n  27–37: [The Front.]"));
    assert!(told("this span moves from 22–59 to 38–75").fix.is_some());
}

#[test]
fn a_verification_says_what_became_of_a_missing_text() {
    let text = text();
    let spans = spans(&text);
    let folder = dataset(&text, &spans);
    let missing = |new: &str| {
        fs::write(folder.path().join("texts/report.txt"), new).unwrap();
        let verification =
            verify(&Validation::new(), [folder.path().join("data")], &folder.path().join("texts")).unwrap();
        let found = verification.report.diagnostics().iter().find(|it| it.code.name == "missing-text").unwrap();
        format!("{}; {}", found.message, found.help.as_deref().unwrap())
    };
    let windows = missing(&text.replace('\n', "\r\n"));
    assert!(
        windows.starts_with(
            "the text of `source/report` is another one now: `report.txt` is this text with Windows line ends; "
        ) && windows.contains("`standpoint reanchor`"),
        "{windows}"
    );
    let corrected = missing(&text.replace("On day 5 the", "On the fifth day the"));
    assert!(corrected.contains("`report.txt` is the nearest text: "), "{corrected}");
    assert!(missing("Another text.").starts_with("no file in `"));
}
