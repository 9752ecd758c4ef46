//! Input that no contributor means to send: a clear finding or a clear error each time, no panic, nothing lost.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

mod written;

use std::{
    fs,
    io::{Read, Write},
    path::Path,
};

use standpoint_validate::{
    Error, Input, InvalidError, Levels, Renderer, Report, Style, Validation, catalogue, validate,
};
use tempfile::TempDir;

use crate::written::written;

/// A manifest, so that nothing but the input at hand is wrong.
const MANIFEST: &str = r#"{"kind":"dataset","id":"dataset/test","format":"0.2","title":"Test","version":"1.0.0","license":"CC0-1.0","publisher":"Test","base_iri":"https://example.org/","created":"2023"}"#;
const SOURCE: &str = r#"{"kind":"source","id":"source/page","title":"A page","type":"web-page"}"#;

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("manifest.json"), MANIFEST).unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

fn report(files: &[(&str, &[u8])]) -> Report {
    let folder = folder(files);
    let report = validate(&[folder.path()], &Levels::default()).unwrap();
    for renderer in standpoint_validate::RENDERERS {
        // Whatever the input, every form can show what is wrong with it.
        let text = written(renderer, &report, Style::default().color(true).width(80).all(true));
        assert!(report.diagnostics().iter().all(|diagnostic| text.contains(diagnostic.code.name)));
    }
    report
}

fn codes(files: &[(&str, &[u8])]) -> Vec<&'static str> {
    report(files).diagnostics().iter().map(|diagnostic| diagnostic.code.name).collect()
}

fn line_and_column(report: &Report, index: usize) -> (usize, usize) {
    let location = report.diagnostics()[index].location.as_ref().unwrap();
    let at = report.documents()[location.document].line_column(location.bytes.start);
    (at.line, at.column)
}

#[test]
fn empty_files() {
    assert_eq!(codes(&[("a.json", b"")]), ["empty-file"]);
    assert_eq!(codes(&[("a.ndjson", b" \n\r\n\t")]), ["empty-file"]);
    assert_eq!(report(&[("a.json", b" [ ] ")]).diagnostics(), []);
}

#[test]
fn a_byte_order_mark_is_reported_and_the_records_are_read() {
    let report = report(&[("a.json", format!("\u{FEFF}[{SOURCE}]").as_bytes())]);
    let codes: Vec<_> = report.diagnostics().iter().map(|diagnostic| diagnostic.code.name).collect();
    assert_eq!(codes, ["byte-order-mark", "uncited-source"]);
    assert_eq!(report.records(), 2);
}

#[test]
fn utf16_in_either_order_with_and_without_a_mark() {
    let little: Vec<u8> = "{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = "{}".encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [[&[0xFF, 0xFE], &little[..]].concat(), [&[0xFE, 0xFF], &big[..]].concat(), little, big] {
        let report = report(&[("a.json", &bytes)]);
        assert_eq!(report.diagnostics()[0].code.name, "not-utf8");
        assert!(!report.is_complete());
    }
}

#[test]
fn invalid_utf8_in_the_middle_is_pointed_at() {
    let report = report(&[("a.ndjson", b"{}\n{\"na\xC3\xA9me\": \"a\xFFb\"}")]);
    let codes: Vec<_> = report.diagnostics().iter().map(|diagnostic| diagnostic.code.name).collect();
    assert_eq!(codes, ["missing-kind", "not-utf8"]);
    assert_eq!(line_and_column(&report, 1), (2, 13));
}

#[test]
fn ten_thousand_nested_lists() {
    let deep = [vec![b'['; 10_000], vec![b']'; 10_000]].concat();
    assert_eq!(codes(&[("a.json", &deep)]), ["nested-too-deep"]);
    assert_eq!(codes(&[("a.ndjson", &deep)]), ["nested-too-deep"]);
    assert_eq!(codes(&[("a.json", &vec![b'['; 10_000])]), ["nested-too-deep"]);
    let inside = format!(r#"{{"kind":"source","id":"source/a","title":{}}}"#, String::from_utf8(deep).unwrap());
    assert_eq!(codes(&[("a.json", inside.as_bytes())]), ["nested-too-deep"]);
}

#[test]
fn a_decompression_bomb_ends_soon() {
    // One line without end, and nothing but brackets that open: a few thousand bytes as they are sent.
    for byte in [b'a', b'[', b' '] {
        let bomb = zstd::encode_all(std::io::repeat(byte).take(100 << 20), 1).unwrap();
        assert!(bomb.len() < 20_000);
        for below in [0, u64::MAX] {
            let folder = folder(&[("a.ndjson.zst", &bomb)]);
            let error = Validation::new().in_memory_limit(below).run([folder.path()]).unwrap_err();
            assert!(matches!(error, Error::RecordTooLong { offset: 0, limit: 0x100_0000, .. }), "{error}");
        }
    }
}

#[test]
fn a_record_of_very_many_values_is_an_error() {
    let values = |count: usize| format!("{{\"kind\":\"source\",\"a\":[0{}]}}", " ,0".repeat(count));
    for (name, before, behind) in
        [("a.json", "[{},", "]"), ("a.json", " ", ""), ("a.ndjson", "{}\n", "\n"), ("a.json", "[", "")]
    {
        for (count, is_too_many) in [(131_000, false), (132_000, true)] {
            let input = Input::bytes(name, format!("{before}{}{behind}", values(count)));
            for limit in [0, u64::MAX] {
                let report = Validation::new().in_memory_limit(limit).run([&input]);
                match report {
                    Ok(_) => assert!(!is_too_many, "{name}"),
                    Err(Error::TooManyValues { offset, .. }) => {
                        assert!(is_too_many && offset == before.len(), "{name}");
                    }
                    Err(error) => panic!("{error}"),
                }
            }
        }
    }
}

#[test]
fn what_is_wrong_with_very_many_long_records_is_not_all_kept() {
    let line = format!("{{\"note\":\"{}\"}}\n", "a".repeat(1 << 20));
    let report = |count: usize| {
        let validation = Validation::new().max_findings_per_code(100).in_memory_limit(0);
        validation.run([Input::bytes("a.ndjson", line.repeat(count))])
    };
    assert!(report(10).is_ok());
    assert!(matches!(report(33), Err(Error::TooMuchWrong { .. })));
}

#[test]
fn a_number_of_ten_thousand_digits() {
    let digits = "9".repeat(10_000);
    let text = format!(
        r#"{{"kind":"source","id":"source/a","title":"A","type":"report","text":{{"sha256":"","length":{digits}}}}}"#
    );
    assert_eq!(codes(&[("a.json", text.as_bytes())]), ["number-out-of-range"]);
    let fraction = text.replace(&digits, &format!("0.{}", "3".repeat(10_000)));
    assert_eq!(codes(&[("a.json", fraction.as_bytes())]), ["invalid-format", "wrong-type"]);
    let exponent = text.replace(&digits, "1e999999999");
    assert_eq!(codes(&[("a.json", exponent.as_bytes())]), ["number-out-of-range"]);
}

/// What was meant is looked for among thousands of names, which must not take the longer the longer the text is: an hour
/// for this one.
#[test]
fn a_whole_text_in_place_of_a_code() {
    for words in ["islamic republic of ", "12 may 2021 to ", "a", "actor/a-"] {
        let text = words.repeat(1_000_000 / words.len());
        for (field, code) in [
            ("country", "unknown-country"),
            ("language", "unknown-language"),
            ("type", "unknown-value"),
            ("published", "invalid-date"),
            ("id", "invalid-id"),
        ] {
            let mut record: serde_json::Value = serde_json::from_str(SOURCE).unwrap();
            if matches!(field, "country" | "language") {
                (record["kind"], record["id"]) = ("place".into(), "place/page".into());
            }
            record[field] = text.as_str().into();
            let folder = folder(&[("a.json", record.to_string().as_bytes())]);
            let report = validate(&[folder.path()], &Levels::default()).unwrap();
            let found: Vec<&str> = report.diagnostics().iter().map(|diagnostic| diagnostic.code.name).collect();
            assert!(found.contains(&code), "{field}: {found:?}");
        }
    }
}

#[test]
fn a_lone_surrogate() {
    let text = SOURCE.replace("A page", r"A \ud800 page");
    assert_eq!(codes(&[("a.json", text.as_bytes())]), ["invalid-json"]);
}

#[test]
fn a_duplicate_key_is_found_at_any_depth_and_the_rest_is_checked() {
    let text = SOURCE.replace("\"title\"", "\"title\":\"B\",\"title\"").replace("web-page", "wep-page");
    assert_eq!(codes(&[("a.json", text.as_bytes())]), ["duplicate-key", "unknown-value"]);
    let nested = SOURCE.replace('}', r#","text":{"length":1,"length":2,"sha256":""}}"#);
    assert_eq!(codes(&[("a.json", nested.as_bytes())]), ["duplicate-key", "invalid-format"]);
}

#[test]
fn a_trailing_comma() {
    let report = report(&[("a.json", format!("[\n{SOURCE},\n]").as_bytes())]);
    assert_eq!(report.diagnostics()[0].code.name, "invalid-json");
    assert_eq!(line_and_column(&report, 0), (2, SOURCE.chars().count() + 1));
    assert_eq!(codes(&[("a.ndjson", format!("{SOURCE},\n").as_bytes())]), ["invalid-json"]);
}

#[test]
fn records_a_line_in_a_json_file() {
    let report = report(&[("a.json", format!("{SOURCE}\n{SOURCE}\n").as_bytes())]);
    assert_eq!(report.diagnostics()[0].code.name, "invalid-json");
    assert!(report.diagnostics()[0].help.as_ref().unwrap().contains(".ndjson"));
}

#[test]
fn two_records_with_one_id_in_two_files() {
    let report = report(&[("a.json", SOURCE.as_bytes()), ("b.ndjson", SOURCE.as_bytes())]);
    let duplicate = report.diagnostics().iter().find(|diagnostic| diagnostic.code.name == "duplicate-id").unwrap();
    let path = |document: usize| report.documents()[document].path().file_name().unwrap().to_str().unwrap();
    assert_eq!(path(duplicate.location.as_ref().unwrap().document), "b.ndjson");
    assert_eq!(path(duplicate.related[0].location.document), "a.json");
}

#[test]
fn a_broken_line_does_not_hide_the_others() {
    let text = format!("{{\n{SOURCE}\n{{\"kind\":\"sorce\",\"id\":\"source/b\",\"title\":\"B\",\"type\":\"book\"}}\n");
    let report = report(&[("a.ndjson", text.as_bytes())]);
    let codes: Vec<_> = report.diagnostics().iter().map(|diagnostic| diagnostic.code.name).collect();
    assert_eq!(codes, ["invalid-json", "unknown-kind"]);
    assert_eq!(report.records(), 2);
}

#[test]
fn values_that_are_no_records() {
    assert_eq!(codes(&[("a.json", b"[1, \"two\", null, [], true]")]), ["not-a-record"; 5]);
    assert_eq!(codes(&[("a.json", b"[{}, {\"kind\": 1}]")]), ["missing-kind", "unknown-kind"]);
}

#[test]
fn compressed_files() {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gzip.write_all(SOURCE.as_bytes()).unwrap();
    let gzip = gzip.finish().unwrap();
    let zstandard = zstd::encode_all(SOURCE.as_bytes(), 0).unwrap();
    assert_eq!(codes(&[("a.json.gz", &gzip), ("b.ndjson.zst", &zstandard)]), ["uncited-source", "duplicate-id"]);

    for (name, bytes) in [("a.json.gz", SOURCE.as_bytes()), ("a.json.gz", &gzip[..12]), ("a.json.zst", &zstandard[..9])]
    {
        let folder = folder(&[(name, bytes)]);
        let error = validate(&[folder.path()], &Levels::default()).unwrap_err();
        assert!(matches!(&error, Error::Read { path, .. } if path.ends_with(name)), "{error}");
    }
}

#[test]
fn paths_that_cannot_be_read() {
    let folder = TempDir::new().unwrap();
    let error = |path: &Path| validate(&[path], &Levels::default()).unwrap_err();

    let missing = folder.path().join("missing.json");
    assert!(error(&missing).to_string().contains("missing.json"));

    assert!(matches!(error(folder.path()), Error::NothingToRead { .. }));

    let text = folder.path().join("notes.txt");
    fs::write(&text, SOURCE).unwrap();
    assert!(matches!(error(&text), Error::NotRecords { .. }));
    assert!(matches!(error(folder.path()), Error::NothingToRead { .. }));
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_back() {
    let folder = folder(&[]);
    std::os::unix::fs::symlink(folder.path(), folder.path().join("loop")).unwrap();
    let error = validate(&[folder.path()], &Levels::default()).unwrap_err();
    assert!(matches!(error, Error::LinkLoop { .. }), "{error}");

    let broken = TempDir::new().unwrap();
    std::os::unix::fs::symlink(broken.path().join("nothing"), broken.path().join("a.json")).unwrap();
    assert!(matches!(validate(&[broken.path()], &Levels::default()).unwrap_err(), Error::Read { .. }));
}

#[cfg(unix)]
#[test]
fn a_path_without_permission() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("a.json", SOURCE.as_bytes())]);
    let file = folder.path().join("a.json");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).unwrap();
    // An administrator may read everything, so that there is nothing to see.
    if fs::File::open(&file).is_err() {
        let error = validate(&[folder.path()], &Levels::default()).unwrap_err();
        assert!(matches!(&error, Error::Read { path, .. } if *path == file), "{error}");
    }
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
}

#[test]
fn places_are_right_after_characters_of_several_bytes() {
    let text = SOURCE.replace("A page", "Ǧaznī 🏔 ghazni").replace("web-page", "web-pag");
    let report = report(&[("a.json", text.as_bytes())]);
    let before = text.split("\"web-pag\"").next().unwrap();
    assert_eq!(line_and_column(&report, 0), (1, before.chars().count() + 1));
    let full = written(Renderer::by_name("full").unwrap(), &report, Style::default());
    assert!(full.contains("^^^^^^^^^"), "{full}");
}

#[test]
fn ten_thousand_findings_are_all_counted() {
    let lines = "{}\n".repeat(10_000);
    let report = report(&[("a.ndjson", lines.as_bytes())]);
    let errors = report.count(standpoint_validate::Level::Error);
    assert_eq!((errors, report.diagnostics().len(), report.more()["missing-kind"]), (10_000, 1_000, 9_000));
}

#[test]
fn a_file_named_twice_is_read_once() {
    let folder = folder(&[("a.json", SOURCE.as_bytes())]);
    let file = folder.path().join("a.json");
    let report = validate(&[folder.path(), &file, &file], &Levels::default()).unwrap();
    assert_eq!((report.documents().len(), report.records()), (2, 2));
}

#[cfg(unix)]
#[test]
fn a_file_name_that_is_not_text() {
    use std::os::unix::ffi::OsStrExt;
    let folder = folder(&[]);
    fs::write(folder.path().join(std::ffi::OsStr::from_bytes(b"a\xFF\x1B[31m\n.json")), "{}").unwrap();
    let report = validate(&[folder.path()], &Levels::default()).unwrap();
    for renderer in standpoint_validate::RENDERERS {
        assert!(written(renderer, &report, Style::default()).contains("missing-kind"), "{}", renderer.name);
    }
    let concise = written(Renderer::by_name("concise").unwrap(), &report, Style::default());
    assert_eq!(concise.lines().count(), 1);
    assert!(!concise.contains('\u{1B}'));
}

#[test]
fn what_was_not_read_cannot_be_allowed_and_is_no_dataset() {
    let text = format!("{{\n{}\n", SOURCE.replace("title", "tittle"));
    let folder = folder(&[("a.ndjson", text.as_bytes())]);
    let levels = catalogue::all().into_iter().fold(Levels::default(), Levels::allow);
    let loaded = Validation::new().levels(levels).load([folder.path()]).unwrap();
    let codes: Vec<_> = loaded.report.diagnostics().iter().map(|diagnostic| diagnostic.code.name).collect();
    assert_eq!(codes, ["invalid-json", "unknown-field"]);
    assert_eq!(loaded.into_dataset(), Err(InvalidError::Errors(2)));
}

#[test]
fn a_record_that_is_refused_does_not_get_others_blamed() {
    let basis = r#""basis":{"modality":"stated","evidence":[{"source":"source/page","locator":"1"}]}"#;
    let actor = format!(r#"{{"kind":"actor","id":"Actor/North","type":"state","name":"N",{basis}}}"#);
    let interest = format!(
        r#"{{"kind":"interest","id":"interest/a","actor":"actor/north","rank":1,"title":"A","summary":"A","category":"other",{basis}}}"#
    );
    assert_eq!(codes(&[("a.ndjson", format!("{SOURCE}\n{actor}\n{interest}").as_bytes())]), ["invalid-id"]);

    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.json"), MANIFEST.replace("dataset/test", "Dataset/test")).unwrap();
    let report = validate(&[folder.path()], &Levels::default()).unwrap();
    assert_eq!(report.diagnostics().len(), 1);
}

#[test]
fn a_trailing_comma_inside_a_list_of_records() {
    let report = report(&[("a.json", b"[{\"kind\": \"source\",}]")]);
    assert!(report.diagnostics()[0].message.contains("trailing comma"));
    assert_eq!(line_and_column(&report, 0), (1, 19));
}

#[test]
fn curly_quotation_marks_are_named() {
    let text = "{\u{201C}kind\u{201D}: \u{201C}source\u{201D}}";
    let report = report(&[("a.ndjson", text.as_bytes())]);
    assert!(report.diagnostics()[0].help.as_ref().unwrap().contains("curly"));
}
