//! A record in a terminal: within its width, without commands to it, in the words of the other pages.

use proptest::prelude::*;
use standpoint_export::{Screen, show};
use standpoint_model::{Dataset, generate};
use textwrap::core::display_width;

use crate::{canonical, sample};

const PLAIN: Screen = Screen { width: 80, color: false, evidence: false };

fn shown(dataset: &Dataset, id: &str, screen: Screen) -> String {
    show(dataset, dataset.resolve(id).unwrap(), screen)
}

/// Fails unless each record of `dataset`, shown in any way, is harmless and fits.
fn assert_fits(dataset: &Dataset) {
    for record in dataset.all_records() {
        for (width, color) in [(20, false), (60, true), (80, false), (120, true)] {
            let text = show(dataset, record, Screen { width, color, evidence: color });
            for line in text.lines() {
                assert!(display_width(line) <= width, "{} at {width}: {line:?}", record.id());
                assert_eq!(line, line.trim_end(), "{} at {width}", record.id());
            }
            let is_command = |c: char| c.is_control() && c != '\n' && !(color && c == '\u{1B}');
            let reverses = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
            assert!(!text.contains(|c| is_command(c) || reverses(c)), "{} at {width}: {text:?}", record.id());
            assert!(!text.contains("\n\n\n") && text.ends_with('\n'), "{} at {width}:\n{text}", record.id());
        }
    }
}

#[test]
fn the_profile_of_the_canonical_dataset() {
    let dataset = canonical::dataset();
    insta::assert_binary_snapshot!("iskp.txt", shown(&dataset, "actor/iskp", PLAIN).into_bytes());
    assert_fits(&dataset);
}

#[test]
fn a_list_names_no_claim_without_its_signs() {
    let dataset = canonical::dataset();
    let text = shown(&dataset, "actor/iskp", Screen { width: 1000, ..PLAIN });
    let named = text.split("NAMED BY").nth(1).unwrap();
    let line = named.lines().find(|line| line.contains("event/rocket-fire-claimed-into-tajikistan")).unwrap();
    assert!(line.ends_with("[alleged] [≠ CONTESTED] [read in]"), "{line}");
    let answer = shown(&dataset, "event/uzbek-warplanes-cross-border", Screen { width: 1000, ..PLAIN });
    let before = answer.lines().find(|line| line.contains("Rockets that ISKP said it fired from Hairatan")).unwrap();
    assert!(before.contains("[alleged] [≠ CONTESTED]"), "{answer}");
    assert!(text.contains("Allies        None listed by the source “Islamic State - Khorasan Province”\n"), "{text}");
    let taliban = shown(&dataset, "actor/taliban", PLAIN);
    assert!(taliban.contains("Allies        None recorded\n"), "{taliban}");
}

#[test]
fn every_kind_of_record() {
    let dataset = sample::dataset();
    let screen = Screen { evidence: true, ..PLAIN };
    let all: Vec<String> = dataset.all_records().iter().map(|record| show(&dataset, record, screen)).collect();
    insta::assert_binary_snapshot!("sample.txt", all.join("\n────────\n\n").into_bytes());
}

#[test]
fn colour_is_for_those_who_want_it() {
    let dataset = canonical::dataset();
    let colored = shown(&dataset, "event/rocket-fire-claimed-toward-termez", Screen { color: true, ..PLAIN });
    assert!(colored.contains("\u{1B}[1m\u{1B}[31m[≠ CONTESTED]\u{1B}[0m"), "{colored:?}");
    assert!(!shown(&dataset, "event/rocket-fire-claimed-toward-termez", PLAIN).contains('\u{1B}'));
}

#[test]
fn evidence_is_for_those_who_ask_for_it() {
    let dataset = canonical::dataset();
    let words = |screen| shown(&dataset, "actor/iskp", screen).split_whitespace().collect::<Vec<_>>().join(" ");
    let (with, without) = (words(Screen { evidence: true, ..PLAIN }), words(PLAIN));
    for word in ["characters 13–46", "observation/iskp-fighters-2021", "What the table rests on"] {
        assert!(with.contains(word) && !without.contains(word), "{word}");
    }
}

#[test]
fn hostile_texts_are_harmless() {
    let long = "x".repeat(10_000);
    let texts = [
        "red \u{9b}31m",
        "\u{202e}gnirts\u{2066}",
        "two\n\nparagraphs\tand a tab",
        "\u{2028}",
        &long,
        "呼羅珊省 🏳 e\u{301}",
    ];
    let mut texts = texts.into_iter().cycle();
    let dataset = sample::with_texts(|_| format!("a {}", texts.next().unwrap()));
    assert_fits(&dataset);
    let text = shown(&dataset, "actor/front", PLAIN);
    assert!(text.contains("\\u{9b}31m") || text.contains("\\u{202e}"), "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_record_fits(records in generate::dataset()) {
        assert_fits(&sample::dataset_of(records));
    }
}
