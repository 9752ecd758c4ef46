//! The table of formats names all there is.

use std::{collections::BTreeSet, fs, path::Path};

use standpoint_export::{FORMATS, Format};

#[test]
fn names_are_unique_and_sorted() {
    assert!(FORMATS.windows(2).all(|pair| pair[0].name < pair[1].name));
}

#[test]
fn names_and_extensions_suit_a_command_line_and_a_file_name() {
    for format in FORMATS {
        let plain = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        assert!(plain(format.name), "{format:?}");
        assert!(plain(format.extension), "{format:?}");
        assert!(format.media_type.split_once('/').is_some(), "{format:?}");
        assert!(std::ptr::eq(Format::by_name(format.name).unwrap(), format));
    }
}

#[test]
fn each_format_has_a_page_and_each_page_a_format() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let pages: BTreeSet<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let expected: BTreeSet<String> = FORMATS.iter().map(|format| format!("{}.md", format.name)).collect();
    assert_eq!(pages, expected);
    for format in FORMATS {
        assert!(format.docs.starts_with(&format!("# {}\n", format.name)), "{}", format.name);
        for section in ["\n## What it holds\n", "\n## What it cannot carry\n"] {
            assert!(format.docs.contains(section), "{}: {section}", format.name);
        }
    }
}

#[test]
fn each_format_has_its_snapshots_and_no_other_is_left() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports/snapshots");
    let snapshots: BTreeSet<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let canonical = FORMATS.iter().map(|format| (format!("canonical__iskp_{}", format.name), format.extension));
    let sample = [("json__sample_json", "json"), ("json__sample_ndjson", "ndjson"), ("markdown__sample", "md")];
    let expected: BTreeSet<String> = canonical
        .chain(sample.map(|(name, extension)| (name.to_owned(), extension)))
        .flat_map(|(name, extension)| [format!("exports__{name}.snap"), format!("exports__{name}.snap.{extension}")])
        .collect();
    assert_eq!(snapshots, expected, "a snapshot without its test, or the reverse");
}
