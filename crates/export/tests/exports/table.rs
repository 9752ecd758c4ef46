//! The table of formats names all there is.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::Value;
use standpoint_export::{FORMATS, Format, Write};
use standpoint_model::{Kind, schema};

use crate::canonical;

#[test]
fn names_are_unique_and_sorted() {
    assert!(FORMATS.windows(2).all(|pair| pair[0].name < pair[1].name));
}

#[test]
fn names_and_extensions_suit_a_command_line_and_a_file_name() {
    for format in FORMATS {
        let plain = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        assert!(plain(format.name), "{format:?}");
        let is_folder = matches!(format.write, Write::Folder(_));
        assert!(if is_folder { format.extension.is_empty() } else { plain(format.extension) }, "{format:?}");
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
        let page = words(format.docs);
        for loss in format.losses {
            assert!(page.contains(&words(loss.why)), "{}: {}", format.name, loss.why);
        }
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
    let (profile, talks) = (canonical::dataset(), canonical::fixture("doha"));
    let files =
        |format| canonical::files(format, &profile).into_iter().chain(canonical::files_of_talks(format, &talks));
    let canonical = FORMATS.iter().flat_map(files).map(|(name, _)| {
        let (name, extension) = name.rsplit_once('.').unwrap();
        (format!("canonical__{name}"), extension.to_owned())
    });
    let sample = [
        ("json__sample_json", "json"),
        ("json__sample_ndjson", "ndjson"),
        ("markdown__sample", "md"),
        ("show__iskp", "txt"),
        ("show__sample", "txt"),
    ];
    let expected: BTreeSet<String> = canonical
        .chain(sample.map(|(name, extension)| (name.to_owned(), extension.to_owned())))
        .flat_map(|(name, extension)| [format!("exports__{name}.snap"), format!("exports__{name}.snap.{extension}")])
        .collect();
    assert_eq!(snapshots, expected, "a snapshot without its test, or the reverse");
}

/// A text without its line breaks.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_loss_is_of_a_field_that_there_is() {
    let fields = fields();
    for format in FORMATS {
        for loss in format.losses {
            let (kind, below) = loss.field.split_once('.').unwrap_or((loss.field, ""));
            let is_field = |(of, path): &(Kind, String)| {
                (kind == "*" || kind == of.as_str())
                    && (below.is_empty() || path == below || path.starts_with(&format!("{below}.")))
            };
            assert!(fields.iter().any(is_field), "{}: {}", format.name, loss.field);
        }
    }
}

/// Every field of every kind: the kind, and the names on the way to it.
fn fields() -> Vec<(Kind, String)> {
    fn add(schema: &Value, definitions: &Value, kind: Kind, path: &str, fields: &mut Vec<(Kind, String)>) {
        if let Some(name) = schema["$ref"].as_str().and_then(|reference| reference.strip_prefix("#/$defs/")) {
            return add(&definitions[name], definitions, kind, path, fields);
        }
        if schema["type"] == "array" {
            return add(&schema["items"], definitions, kind, path, fields);
        }
        let Some(properties) = schema["properties"].as_object() else {
            return fields.push((kind, path.into()));
        };
        for (name, property) in properties {
            let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            add(property, definitions, kind, &path, fields);
        }
    }
    let mut fields = Vec::new();
    for &kind in Kind::ALL {
        let schema = schema::for_kind(kind);
        add(&schema, &schema["$defs"], kind, "", &mut fields);
    }
    fields
}
