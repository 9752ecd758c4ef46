//! The profile says what the records say, whatever their texts hold.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser};
use standpoint_model::{Dataset, generate};

use crate::sample::{self, export};

/// What a reader sees, and the structure without it.
fn read(page: &str) -> (String, Vec<String>) {
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION - Options::ENABLE_OLD_FOOTNOTES;
    let (mut text, mut structure) = (String::new(), Vec::new());
    for event in Parser::new_ext(page, options) {
        match event {
            Event::Text(piece) => text.push_str(&piece),
            other => {
                text.push('\n');
                structure.push(format!("{other:?}"));
            }
        }
    }
    (text, structure)
}

#[test]
fn the_page_of_the_sample() {
    insta::assert_binary_snapshot!("sample.md", export("markdown", &sample::dataset()).into_bytes());
}

#[test]
fn a_list_names_no_claim_without_its_signs() {
    let page = export("markdown", &crate::canonical::dataset());
    let differing = page.split("### Where accounts differ\n").nth(1).unwrap().split("\n#").next().unwrap();
    let lines: Vec<&str> = differing.lines().filter(|line| line.starts_with("- ")).collect();
    assert!(lines.len() > 1 && lines.iter().all(|line| line.ends_with(")*") || line.ends_with(")**")), "{differing}");
    assert!(
        differing.contains("Rockets that ISKP said it fired into Tajikistan *(alleged)* **(contested)** *(read in)*")
    );
    assert!(page.contains("| *None listed by the source “Islamic State - Khorasan Province”* |"));
    assert!(export("markdown", &crate::canonical::fixture("example")).contains("| *None recorded* |"));
}

#[test]
fn the_page_of_nothing() {
    assert_eq!(export("markdown", &Dataset::default()), "# Untitled dataset\n");
}

#[test]
fn every_text_of_every_record_that_stands_is_on_the_page() {
    let mut texts = Vec::new();
    let dataset = sample::with_texts(|_| {
        texts.push(format!("<{}>", texts.len()));
        texts[texts.len() - 1].clone()
    });
    let (page, _) = read(&export("markdown", &dataset));
    let missing: Vec<&String> = texts.iter().filter(|text| !page.contains(text.as_str())).collect();
    assert!(texts.len() > 40, "{}", texts.len());
    assert!(missing.is_empty(), "{missing:?}");
}

/// Fails unless `page` shows each text of each record of `dataset` that stands, as it is.
pub(crate) fn assert_shows_every_text(dataset: &Dataset, page: &str) {
    let (seen, structure) = read(page);
    for record in dataset.records() {
        for text in sample::shown_texts(record) {
            assert!(seen.contains(&text), "{} lacks {text:?}:\n{page}", record.id());
        }
    }
    assert!(!structure.iter().any(|event| event.contains("Html") || event.contains("Image")));
}

#[test]
fn withdrawn_records_are_left_out() {
    let page = export("markdown", &sample::dataset());
    for text in ["It was said to be kind.", "Misread.", "Forged.", "Confused with another."] {
        assert!(!page.contains(text), "{text}");
    }
    assert!(page.contains("A network that never was (withdrawn)"));
    assert!(page.contains("Withdrawn records, left out here: 3"));
}

#[test]
fn an_empty_column_is_said_to_be_empty() {
    let page = export("markdown", &sample::dataset());
    assert!(page.contains("| Allies | Partners | Rivals | Adversaries |\n"));
    assert!(page.contains(
        "| *None recorded* | *None recorded* | Government, by its own word, 2018 *(reported)* | \
         Government, 2019 onwards **(contested)** |\n"
    ));
}

/// Text that Markdown would take for something else.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = [
        "a",
        "B",
        "7",
        " ",
        "\n",
        "\n\n",
        "\t",
        "\\",
        "`",
        "```",
        "~~~",
        "*",
        "**",
        "_",
        "---",
        "===",
        "1. ",
        "- ",
        "+ ",
        "# ",
        "> ",
        "|",
        "|---|",
        "[a](b)",
        "![a](b)",
        "[^1]: ",
        "[ ] ",
        "<b>",
        "</p>",
        "<!--",
        "-->",
        "&amp;",
        "&#42;",
        "https://example.org",
        "www.example.org",
        "$x$",
        "~~x~~",
        "{#id}",
        ": ",
        "\u{a0}",
        "\u{2028}",
        "\u{feff}",
        "“",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 1..6)
        .prop_map(|pieces| pieces.concat())
        .prop_filter("blank", |text| standpoint_model::Text::new(text).is_ok())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_changes_the_structure(text in hostile()) {
        const PLAIN: &str = "QQQ";
        let (plain, plain_structure) = read(&export("markdown", &sample::with_texts(|_| PLAIN.to_owned())));
        let (page, structure) = read(&export("markdown", &sample::with_texts(|_| text.clone())));
        prop_assert_eq!(structure, plain_structure);
        prop_assert_eq!(page, plain.replace(PLAIN, &text));
    }

    #[test]
    fn a_page_shows_every_text_of_any_dataset(records in generate::dataset()) {
        let dataset = sample::dataset_of(records);
        assert_shows_every_text(&dataset, &export("markdown", &dataset));
    }
}
