//! What is not public is left out of what is made to be shown, and of the rest if that is asked for.

use std::fs;

use standpoint_export::{FORMATS, Losses, Records, export};
use standpoint_model::{Dataset, Handling, Kind, Record};
use walkdir::WalkDir;

use crate::sample::{self, dataset_of};

/// The sample with a source, and what one record says, for the makers alone.
fn partly_closed() -> Dataset {
    let mut records = sample::dataset().all_records().to_vec();
    for record in &mut records {
        match record {
            Record::Statement(statement) if statement.id.as_str() == "statement/cruelty" => {
                statement.handling = Handling::Closed;
            }
            Record::Source(source) if source.id.as_str() == "source/withdrawn" => {
                source.handling = Handling::Restricted;
            }
            _ => {}
        }
    }
    dataset_of(records)
}

/// What is closed, and what rests on the restricted source alone.
const KEPT_BACK: [&str; 4] = ["statement/cruelty", "held to be cruel", "A forged letter", "Nobody was there to see"];

/// What is lost of an export, and whether it holds any of these texts.
fn exported(format: &standpoint_export::Format, public: Option<bool>) -> (Losses, bool) {
    let (parent, dataset) = (tempfile::tempdir().unwrap(), partly_closed());
    let out = parent.path().join("out");
    let losses = export(format, Records::of(&dataset).public(public), &out).unwrap();
    let files = WalkDir::new(&out).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let holds =
        |bytes: &[u8]| KEPT_BACK.iter().any(|text| bytes.windows(text.len()).any(|part| part == text.as_bytes()));
    let holds = files.map(|file| fs::read(file.path()).unwrap()).any(|bytes| holds(&bytes));
    (losses, holds)
}

#[test]
fn what_is_made_to_be_shown_holds_nothing_that_is_not_public() {
    for format in FORMATS {
        let (losses, holds) = exported(format, None);
        assert_eq!(losses.not_public().is_empty(), !format.public, "{}", format.name);
        assert!(!(format.public && holds), "{}", format.name);
    }
}

#[test]
fn any_format_can_be_asked_for_what_is_public_alone_or_for_all() {
    for format in FORMATS {
        let (losses, holds) = exported(format, Some(true));
        let counts: Vec<(Kind, usize)> = losses.not_public().iter().map(|(kind, count)| (*kind, *count)).collect();
        assert_eq!(counts, [(Kind::Source, 1), (Kind::Statement, 2)], "{}", format.name);
        assert_eq!((holds, losses.shortened()), (false, 0), "{}", format.name);
        let (losses, _) = exported(format, Some(false));
        assert!(losses.not_public().is_empty(), "{}", format.name);
    }
}

#[test]
fn what_a_format_holds_that_is_not_public_is_counted() {
    for format in FORMATS {
        let (losses, _) = exported(format, Some(false));
        // Some formats hold no sources or no statements, and count all that they were given nonetheless.
        let held: Vec<(Kind, usize)> = losses.held().iter().map(|(kind, count)| (*kind, *count)).collect();
        assert_eq!(held, [(Kind::Source, 1), (Kind::Statement, 1)], "{}", format.name);
        assert!(exported(format, Some(true)).0.held().is_empty(), "{}", format.name);
    }
}

#[test]
fn words_that_name_what_is_left_out_are_found() {
    let given_away = |hidden: &str, title: &str| {
        let mut records = sample::dataset().all_records().to_vec();
        for record in &mut records {
            match record {
                Record::Source(source) if source.id.as_str() == "source/withdrawn" => {
                    source.handling = Handling::Closed;
                    source.title = standpoint_model::Text::new(hidden).unwrap();
                }
                Record::Event(event) if event.id.as_str() == "event/withdrawal" => {
                    event.title = standpoint_model::Text::new(title).unwrap();
                }
                _ => {}
            }
        }
        let (dataset, mut bytes) = (dataset_of(records), Vec::new());
        let ndjson = standpoint_export::Format::by_name("ndjson").unwrap();
        let records = Records::of(&dataset).public(true);
        let losses = ndjson.write_to(records, &mut bytes).unwrap();
        losses.given_away().iter().map(|given| (given.record.clone(), given.name.clone())).collect::<Vec<_>>()
    };
    let found = vec![("event/withdrawal".to_owned(), "Minutes of Oster".to_owned())];
    assert_eq!(given_away("Minutes of Oster", "As the minutes, of OSTER, have it"), found);
    assert!(given_away("Minutes of Oster", "As the minutes of Osterby have it").is_empty());
    // What a public record is called too, what stands in a vocabulary, and what is too short gives nothing away.
    assert!(given_away("Northern Front", "A raid of the Northern Front").is_empty());
    assert!(given_away("Report", "A raid").is_empty());
    assert!(given_away("UN", "A raid of the UN").is_empty());
}

#[test]
fn each_page_of_a_format_says_what_becomes_of_what_is_not_public() {
    for format in FORMATS {
        assert!(format.docs.contains("not public"), "{}", format.name);
    }
}
