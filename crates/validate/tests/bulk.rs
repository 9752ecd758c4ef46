//! Of a large dataset only what may be wrong is kept. What is found is the same as if everything were.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

mod written;

use std::{
    collections::BTreeSet,
    fmt::Write as _,
    fs,
    io::Write as _,
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use proptest::{prelude::*, sample::Index, test_runner::Config};
use serde_json::Value;
use standpoint_model::{Kind, Record, generate};
use standpoint_validate::{Error, Input, Level, Progress, Renderer, Report, Style, Validation};

use crate::written::written;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// The report as it is when everything is kept, and when only what is suspect is, on one thread and on three.
fn reports(path: &Path) -> [Report; 3] {
    let bulk = |threads| Validation::new().in_memory_limit(0).threads(threads).run([path]).unwrap();
    [Validation::new().in_memory_limit(u64::MAX).run([path]).unwrap(), bulk(1), bulk(3)]
}

/// All that is found. How much of the text around it is shown may differ.
fn rendered(report: &Report) -> String {
    written(Renderer::by_name("json").unwrap(), report, Style::default())
}

fn assert_same(path: &Path) {
    let [kept, one, three] = reports(path);
    assert_alike(&rendered(&kept), &rendered(&one));
    assert_alike(&rendered(&one), &rendered(&three));
}

#[track_caller]
fn assert_alike(one: &str, other: &str) {
    let differ = one.lines().zip(other.lines()).position(|(one, other)| one != other);
    let about = |text: &str| {
        let from = differ.map_or(text.lines().count(), |line| line).saturating_sub(12);
        text.lines().skip(from).take(30).collect::<Vec<_>>().join("\n")
    };
    assert!(one == other, "one has\n{}\n\nthe other has\n{}", about(one), about(other));
}

/// Records must be asked what they are called, of which no more than the id is known in a large dataset.
#[test]
fn a_name_in_the_place_of_an_id_leads_to_the_same_record() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("records.ndjson");
    let basis = r#""basis":{"modality":"stated","evidence":[{"source":"source/s","locator":"1"}]}"#;
    let actor =
        |id: &str, name: &str| format!(r#"{{"kind":"actor","id":"{id}","type":"network","name":"{name}",{basis}}}"#);
    let tie = |nth: u8, object: &str| {
        format!(
            r#"{{"kind":"relationship","id":"relationship/r{nth}","subject":"actor/b","object":"{object}","type":"rival",{basis}}}"#
        )
    };
    let records = [
        actor("actor/nf", "Northern Front"),
        actor("actor/b", "Brigade"),
        tie(1, "NORTHERN FRONT"),
        tie(2, "Southern Front"),
        tie(3, "Brigade"),
    ];
    fs::write(&path, records.join("\n")).unwrap();
    assert_same(&path);
    let [report, ..] = reports(&path);
    let helps: Vec<&str> = report.diagnostics().iter().filter_map(|found| found.help.as_deref()).collect();
    assert!(helps.contains(&"did you mean `actor/nf`?") && helps.contains(&"did you mean `actor/b`?"), "{helps:?}");
    assert!(helps.iter().any(|help| help.contains("or add it: `actor/southern-front`")), "{helps:?}");
}

/// Of records that share an id the first one counts, whatever the others say.
#[test]
fn twins_that_differ_give_the_same_report() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("records.ndjson");
    // Each record has another sort of twin, before it or at the end.
    let mut turns = (0..5).flat_map(|sort| [(sort, false), (sort, true)]).cycle();
    for rule in fs::read_dir(root().join("fixtures/invalid")).unwrap() {
        let rule = rule.unwrap().path();
        let Ok(loaded) = Validation::new().load([&rule]) else { continue };
        let records: Vec<Value> = loaded.records().iter().map(|record| serde_json::to_value(record).unwrap()).collect();
        for (nth, twin) in records.iter().enumerate() {
            let mut refused = twin.clone();
            refused["colour"] = "red".into();
            let mut bare = twin.clone();
            let fields = bare.as_object_mut().unwrap();
            fields.retain(|field, _| !matches!(field.as_str(), "when" | "text" | "country" | "within" | "overlaps"));
            let mut of_another_type = twin.clone();
            of_another_type["type"] = other_type(twin).into();
            let mut contradicting = twin.clone();
            contradicting["basis"]["tensions"] = records
                .iter()
                .filter(|other| other["kind"] == twin["kind"] && other["id"] != twin["id"])
                .map(|other| serde_json::json!({ "with": other["id"], "how": "contradicts" }))
                .collect();
            let mut earlier = twin.clone();
            earlier["when"] = "1999".into();
            let (sort, at_the_end) = turns.next().unwrap();
            let other = &[refused, bare, of_another_type, contradicting, earlier][sort];
            let mut all = records.clone();
            all.insert(if at_the_end { records.len() } else { nth }, other.clone());
            fs::write(&path, lines(&all, 2)).unwrap();
            assert_same(&path);
        }
    }
}

/// A type that records of this kind have, but not this one.
fn other_type(record: &Value) -> &'static str {
    match (record["kind"].as_str(), record["type"].as_str()) {
        (Some("actor"), Some("individual")) => "state",
        (Some("actor"), _) => "individual",
        (Some("place"), Some("country")) => "city",
        (Some("place"), _) => "country",
        (Some("event"), Some("killing")) => "attack",
        (Some("event"), _) => "killing",
        (Some("source"), _) => "report",
        _ => "alliance",
    }
}

#[test]
fn what_nothing_is_wrong_with_is_read_once() {
    for folder in ["fixtures/iskp", "fixtures/example"] {
        let once = |progress: Progress| {
            assert_eq!(progress.pass, 0, "{folder} is read again");
            ControlFlow::Continue(())
        };
        let report = Validation::new().in_memory_limit(0).watch(&once).run(&[root().join(folder)]).unwrap();
        assert_eq!(codes(&report), [""; 0]);
    }
}

#[test]
fn every_folder_of_the_fixtures_gives_the_same_report() {
    let invalid = fs::read_dir(root().join("fixtures/invalid")).unwrap().map(|entry| entry.unwrap().path());
    let invalid = invalid.filter(|path| path.is_dir());
    let others = ["fixtures/iskp", "fixtures/example"].map(|path| root().join(path));
    for folder in invalid.chain(others) {
        assert_same(&folder);
    }
}

/// A source whose record has so many bytes as a line.
fn line(number: usize, length: usize) -> String {
    let line =
        |title: &str| format!(r#"{{"kind":"source","id":"source/s{number}","title":"{title}","type":"report"}}"#);
    line(&"a".repeat(length - line("").len()))
}

/// The reports are the same on files of these names and contents.
fn assert_same_files(files: &[(&str, &[u8])]) -> Report {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    assert_same(folder.path());
    Validation::new().in_memory_limit(0).run([folder.path()]).unwrap()
}

fn codes(report: &Report) -> Vec<&str> {
    report.diagnostics().iter().map(|diagnostic| diagnostic.code.name).collect()
}

#[test]
fn encodings_and_ends_of_lines_give_the_same_report() {
    let good = line(1, 200);
    let bad = good.replace("report", "rapport").replace("s1", "ǧ");
    let lines = format!("{good}\n\n{bad}\r\n \t\r\n{{}}");
    let marked = format!("\u{FEFF}{lines}");
    let utf16: Vec<u8> = lines.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf16_marked: Vec<u8> = marked.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let latin: Vec<u8> =
        format!("{good}\n{bad}\n{{}}\n").chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(0xFF)).collect();
    let mixed =
        [&latin[..], b"\xFF\xFE\xFF", lines.as_bytes(), b"\n\xE2\x82\n", good.as_bytes(), b"\n\xF0\x9F"].concat();
    let texts: [&[u8]; 13] = [
        lines.as_bytes(),
        marked.as_bytes(),
        &utf16,
        &utf16_marked,
        &latin,
        &mixed,
        b"",
        b" \n\r\n\t",
        "\u{FEFF}".as_bytes(),
        "\u{FEFF}\n \n".as_bytes(),
        b"\x0C\n",
        b"\xEF\xBB",
        b"{\n \"a\": [\n\xBD\n]\n}\n",
    ];
    for text in texts {
        let lines = assert_same_files(&[("a.ndjson", text), ("b.json", good.as_bytes())]);
        assert_eq!(lines.documents().len(), 2);
        assert_same_files(&[("a.json", text)]);
    }
    assert_eq!(codes(&assert_same_files(&[("a.ndjson", &utf16)])), ["not-utf8"]);
    assert_eq!(codes(&assert_same_files(&[("a.ndjson", b"\n")])), ["empty-file"]);
    let marked = assert_same_files(&[("a.ndjson", marked.as_bytes())]);
    assert_eq!(codes(&marked), ["byte-order-mark", "invalid-id", "unknown-value", "missing-kind"]);
    let lost = assert_same_files(&[("a.ndjson", &mixed)]);
    assert_eq!((codes(&lost).iter().filter(|code| **code == "not-utf8").count(), lost.records()), (4, 2));
}

/// A list of sources that is larger than a block, on one line or on many, and what stands behind the last of them.
fn list(between: &str, end: &[u8]) -> Vec<u8> {
    let sources: Vec<String> = (0..3000).map(|number| line(number, 100)).collect();
    [format!("\n[{}", sources.join(between)).as_bytes(), end].concat()
}

#[test]
fn lists_of_more_than_a_block_give_the_same_report() {
    let refused = line(3000, 100).replace("report", "rapport");
    let tail = format!(", {refused} , {{\"ä\": 1}}]\n");
    for between in [",", ", ", "\n,", " ,\n\n  "] {
        let report = assert_same_files(&[("a.json", &list(between, tail.as_bytes()))]);
        assert_eq!((codes(&report), report.records()), (vec!["unknown-value", "missing-kind"], 3000));
        let at = report.diagnostics()[1].location.as_ref().unwrap();
        let text = String::from_utf8(list(between, tail.as_bytes())).unwrap();
        let before = &text[..at.bytes.start];
        let last = before.rsplit('\n').next().unwrap();
        let place = report.documents()[0].line_column(at.bytes.start);
        assert_eq!((place.line, place.column), (before.matches('\n').count() + 1, last.chars().count() + 1));
    }
}

#[test]
fn of_a_list_that_breaks_off_what_stands_before_is_read() {
    let cases: [(&[u8], &str, usize); 12] = [
        // Nobody knows whether the last one is complete.
        (b"", "add `]`", 2999),
        (b",", "add `]`", 3000),
        (b", {\"kind\": [", "add `]}]`", 3000),
        (b", {\"kind\": \"source", "close the text", 3000),
        (b", {\"kind\": \"source},\n{}]", "close it with `\"` before the line ends", 3000),
        (b"}", "to close what is open", 2999),
        (b"], {}", "another record follows", 3000),
        (b"]]", "closes nothing", 3000),
        (b"] \n\n,\n", "a comma behind the record", 3000),
        (b"\n]\xE2\x82\xC0", "not UTF-8", 3000),
        (b", \"\xFF", "not UTF-8", 3000),
        (b",]", "a comma too many", 3000),
    ];
    for between in [",", ",\n"] {
        for (end, told, records) in cases {
            let report = assert_same_files(&[("a.json", &list(between, end))]);
            assert_eq!((report.diagnostics().len(), report.records()), (1, records), "{}", end.escape_ascii());
            let found = &report.diagnostics()[0];
            let text = format!("{} {}", found.message, found.help.as_deref().unwrap_or_default());
            assert!(text.contains(told), "{}: {text}", end.escape_ascii());
            assert!(!report.is_complete());
        }
    }
}

#[test]
fn an_item_that_is_no_text_is_all_that_is_lost() {
    let report = assert_same_files(&[("a.json", &list(",", b",\"\xFF\xFF\",{}]"))]);
    assert_eq!((codes(&report), report.records()), (vec!["not-utf8", "missing-kind"], 3000));
    let at = report.diagnostics()[1].location.as_ref().unwrap().bytes.start;
    assert_eq!(report.documents()[0].line_column(at).column, at, "the bytes before it are one character each");
}

#[test]
fn a_line_that_is_no_text_is_all_that_is_lost() {
    let lines = [line(1, 200).as_bytes(), b"\n\"\xFF\"\n", line(2, 200).as_bytes()].concat();
    let report = assert_same_files(&[("a.ndjson", &lines)]);
    assert_eq!((codes(&report), report.records()), (vec!["not-utf8"], 2));
    let location = report.diagnostics()[0].location.as_ref().unwrap();
    let at = report.documents()[0].line_column(location.bytes.start);
    assert_eq!((at.line, at.column, location.bytes.start), (2, 2, 202));
}

#[test]
fn records_of_every_length_around_the_border_of_a_block_give_the_same_report() {
    // Two blocks, and a record after the first border that is found fault with.
    const BLOCK: usize = 1 << 18;
    let mut filled = String::new();
    while filled.len() < BLOCK - 1000 {
        writeln!(filled, "{}", line(filled.len(), 900)).unwrap();
    }
    for length in (BLOCK - filled.len() - 4..BLOCK - filled.len() + 3).chain([BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK]) {
        let fault = line(1, 100).replace("report", "rapport");
        let text = format!("{filled}{}\n{fault}\n{}", line(0, length), line(2, 100));
        let report = assert_same_files(&[("a.ndjson", text.as_bytes())]);
        assert_eq!(codes(&report).iter().filter(|code| **code == "unknown-value").count(), 1, "{length}");
        assert_eq!(report.records(), filled.lines().count() + 2);
    }
}

#[test]
fn compressed_files_and_many_of_them_give_the_same_report() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..300 {
        let text = format!("{}\n{}\n", line(number, 150), line(number / 2, 160).replace("report", "rapport"));
        let name = format!("{}/{number}", number % 7);
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        match number % 4 {
            0 => fs::write(path.with_extension("ndjson"), text).unwrap(),
            1 => fs::write(path.with_extension("jsonl.zst"), zstd::encode_all(text.as_bytes(), 0).unwrap()).unwrap(),
            2 => fs::write(path.with_extension("json"), format!("[{}]", text.trim().replace('\n', ","))).unwrap(),
            _ => {
                // Of several parts, as some programs write it.
                let mut bytes = Vec::new();
                for part in text.split_inclusive('\n') {
                    let mut gzip = flate2::write::GzEncoder::new(&mut bytes, flate2::Compression::fast());
                    gzip.write_all(part.as_bytes()).unwrap();
                }
                fs::write(path.with_extension("ndjson.gz"), bytes).unwrap();
            }
        }
    }
    assert_same(folder.path());
    let report = Validation::new().run([folder.path()]).unwrap();
    assert_eq!((report.documents().len(), report.codes()["unknown-value"]), (300, 300));
}

#[test]
fn a_record_that_is_too_long_is_the_same_error() {
    let (short, long) = (line(1, 3000), line(2, 3001));
    let spaced = format!("{} ", line(2, 3000));
    let array = format!("[{short},\n{long}]");
    let cases = [
        ("a.ndjson", format!("{short}\n{short}"), None),
        ("a.ndjson", format!("{short}\n{long}\n{short}\n"), Some(3001)),
        ("a.ndjson", format!("\u{FEFF}{short}\n{long}"), Some(3001)),
        ("a.ndjson", format!("{short}\n{spaced}"), Some(3001)),
        ("a.json", format!("[{short},\n  {short} ]"), None),
        ("a.json", array, Some(3003)),
        ("a.json", long, Some(0)),
    ];
    for (name, text, expected) in cases {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(name), &text).unwrap();
        for below in [0, u64::MAX] {
            let report = Validation::new().max_record_size(3000).in_memory_limit(below).run([folder.path()]);
            let offset = match report {
                Ok(_) => None,
                Err(Error::RecordTooLong { offset, limit: 3000, .. }) => Some(offset),
                Err(error) => panic!("{error}"),
            };
            assert_eq!(offset, expected, "{name}: {text}");
        }
    }
}

#[test]
fn of_very_many_findings_the_first_are_kept_and_all_are_counted() {
    let mut text = String::new();
    for number in 0..500 {
        writeln!(text, "{}\n{{}}", line(number / 2, 200).replace("report", "rapport")).unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.ndjson"), &text).unwrap();
    fs::write(folder.path().join("b.ndjson"), &text).unwrap();
    let report = |below, threads, most| {
        let validation = Validation::new().in_memory_limit(below).threads(threads).max_findings_per_code(most);
        rendered(&validation.run([folder.path()]).unwrap())
    };
    for most in [1, 7, 700] {
        let kept = report(u64::MAX, 1, most);
        assert_alike(&kept, &report(0, 1, most));
        assert_alike(&kept, &report(0, 3, most));
    }
    let report = Validation::new().max_findings_per_code(7).in_memory_limit(0).run([folder.path()]).unwrap();
    assert_eq!((report.codes()["missing-kind"], report.more()["missing-kind"]), (1000, 993));
    assert_eq!(report.count(Level::Error), report.codes().values().sum::<usize>());
    let all = Validation::new().max_findings_per_code(usize::MAX).run([folder.path()]).unwrap();
    assert_eq!((all.codes(), all.diagnostics().len()), (report.codes(), report.count(Level::Error)));
}

/// Ids that are missing get a suggestion in the order in which they are met, for the first are shown.
#[test]
fn the_first_of_very_many_missing_ids_get_a_suggestion() {
    let name = |number: usize| format!("northern-brigade-of-valley-{number}");
    let basis = r#"{"modality":"stated","evidence":[{"source":"source/s1","locator":"page 1"}]}"#;
    let place = |number: usize, within: &str| {
        let (name, within) = (name(number), format!(r#""within":"place/{within}","basis":{basis}"#));
        format!(r#"{{"kind":"place","id":"place/{name}","type":"city","name":"{name}",{within}}}"#)
    };
    // The later a place stands, the earlier in the alphabet is the one in which it lies, which is misspelt.
    let text: String =
        (0..150).rev().map(|number| place(number, &name(number).replace("thern", "tern")) + "\n").collect();
    let report = assert_same_files(&[("places.ndjson", text.as_bytes()), ("source.ndjson", line(1, 200).as_bytes())]);
    let dangling = report.diagnostics().iter().filter(|diagnostic| diagnostic.code.name == "dangling-reference");
    let is_suggested: Vec<bool> = dangling
        .map(|diagnostic| diagnostic.help.iter().any(|help| help.contains("did you mean `place/northern")))
        .collect();
    assert_eq!(is_suggested, [[true; 100].as_slice(), &[false; 50]].concat());
}

#[test]
fn a_reading_that_is_stopped_tells_what_it_found_and_how_far_it_came() {
    let folder = tempfile::tempdir().unwrap();
    let mut text = String::from("{}\n");
    while text.len() < 5 << 20 {
        writeln!(text, "{}", line(text.len(), 900)).unwrap();
    }
    fs::write(folder.path().join("a.ndjson"), &text).unwrap();
    let stop = |progress: Progress| {
        assert_eq!((progress.bytes_total, progress.pass), (Some(text.len() as u64), 0));
        ControlFlow::Break(())
    };
    let report = Validation::new().in_memory_limit(0).threads(2).watch(&stop).run([folder.path()]).unwrap();
    assert_eq!(codes(&report), ["missing-kind"]);
    let progress = report.stopped().unwrap();
    assert!((1 << 17..4 << 20).contains(&progress.bytes), "{progress:?}");
    assert!(!report.is_complete() && report.records() < text.lines().count() - 1);

    // What is suspect is not looked at again in part.
    writeln!(text, "{}\n{}", line(1, 100), line(1, 100)).unwrap();
    fs::write(folder.path().join("a.ndjson"), &text).unwrap();
    let again = |progress: Progress| if progress.pass > 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
    let report = Validation::new().in_memory_limit(0).threads(1).watch(&again).run([folder.path()]).unwrap();
    assert_eq!((codes(&report), report.records()), (vec!["missing-kind"], text.lines().count() - 1));
    assert!(report.stopped().is_some_and(|progress| progress.pass > 0));
}

/// Lines of records, some of them written otherwise than the model writes them.
fn lines(records: &[Value], odd: usize) -> String {
    let line = |(index, record): (usize, &Value)| match (index + odd) % 5 {
        0 => format!(" {record} \r\n\n"),
        1 => record.to_string().replace("\":", "\" : ").replace(",\"", " , \"") + "\n",
        _ => format!("{record}\n"),
    };
    records.iter().enumerate().map(line).collect()
}

/// Something that is done to records, and to which. The kind is drawn first and the field by itself, so that each field
/// of each kind has its turn.
#[derive(Debug, Clone)]
struct Change {
    how: How,
    kind: Index,
    record: Index,
    other: Index,
    field: Index,
}

#[derive(Debug, Clone, Copy)]
enum How {
    /// A field from another record of the same kind.
    CopyField,
    DropField,
    /// A record once more, somewhere else.
    Twin,
    /// A record once more by another name, with a field from another record of the same kind.
    Again,
    Retract,
    Redate,
    /// An id that a record names gets a letter more.
    Misspell,
    Remove,
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    use How::{Again, CopyField, DropField, Misspell, Redate, Remove, Retract, Twin};
    let hows =
        vec![CopyField, CopyField, CopyField, DropField, Twin, Again, Again, Retract, Redate, Redate, Misspell, Remove];
    let index = any::<Index>;
    let change = (prop::sample::select(hows), index(), index(), index(), index())
        .prop_map(|(how, kind, record, other, field)| Change { how, kind, record, other, field });
    prop::collection::vec(change, 1..7)
}

impl Change {
    fn apply(&self, all: &mut Vec<Value>) {
        let kinds: BTreeSet<String> =
            all.iter().filter_map(|record| record["kind"].as_str().map(str::to_owned)).collect();
        let Some(kind) = kinds.iter().nth(self.kind.index(kinds.len().max(1))) else { return };
        let of_kind: Vec<usize> = (0..all.len()).filter(|at| all[*at]["kind"] == **kind).collect();
        let (record, other) = (*self.record.get(&of_kind), all[*self.other.get(&of_kind)].clone());
        match self.how {
            How::CopyField => self.copy_field(&other, &mut all[record]),
            How::DropField => {
                if let Some(field) = self.field_of(&all[record]) {
                    all[record].as_object_mut().unwrap().remove(&field);
                }
            }
            How::Twin => all.insert(self.field.index(all.len()), other),
            How::Again => {
                let mut again = all[record].clone();
                again["id"] = format!("{}-again", again["id"].as_str().unwrap()).into();
                self.copy_field(&other, &mut again);
                all.insert(self.field.index(all.len()), again);
            }
            How::Retract => all[record]["status"] = "retracted".into(),
            How::Redate => self.redate(&mut all[record]),
            How::Misspell => rename(&mut all[record], self.field),
            How::Remove => _ = all.remove(record),
        }
    }

    fn copy_field(&self, from: &Value, to: &mut Value) {
        if let Some(field) = self.field_of(from) {
            to[&field] = from[&field].clone();
        }
    }

    fn field_of(&self, record: &Value) -> Option<String> {
        let fields = record.as_object().unwrap().keys().filter(|field| !matches!(field.as_str(), "id" | "kind"));
        let fields: Vec<&String> = fields.collect();
        (!fields.is_empty()).then(|| (*self.field.get(&fields)).clone())
    }

    /// Another date in a place where the record has one or may have one.
    fn redate(&self, record: &mut Value) {
        const DATES: &[&str] =
            &["1999", "2030", "1399", "2015-37", "2015/2019", "../2014", "2021-08-26", "[2022-04-18,2023-04-18]"];
        let date = self.other.get(DATES);
        let fields: &[&str] = match record["kind"].as_str() {
            Some("dataset") => &["created", "modified"],
            Some("source") => &["published", "accessed"],
            Some("actor" | "place" | "interest") => &[],
            _ => &["when"],
        };
        let standpoints = record.pointer("/basis/standpoints").and_then(Value::as_array).map_or(0, Vec::len);
        let at = self.field.index((fields.len() + standpoints).max(1));
        if let Some(field) = fields.get(at) {
            record[field] = (*date).into();
        } else if at < fields.len() + standpoints {
            record["basis"]["standpoints"][at - fields.len()]["when"] = (*date).into();
        }
    }
}

/// Records of which several are changed; in some, at last, one has any value anywhere.
fn changed(records: Vec<Record>) -> impl Strategy<Value = Vec<Value>> {
    let all: Vec<Value> = records.iter().map(|record| serde_json::to_value(record).unwrap()).collect();
    let mutated = (0..records.len()).prop_flat_map(move |which| generate::mutated(&records[which]));
    (Just(all), changes(), prop::option::weighted(0.3, mutated)).prop_map(|(mut all, changes, mutated)| {
        for change in &changes {
            change.apply(&mut all);
        }
        all.extend(mutated);
        all
    })
}

/// The canonical records.
fn canon() -> Vec<Value> {
    let canon = Validation::new().load(&[root().join("fixtures/iskp")]);
    canon.unwrap().records().iter().map(|record| serde_json::to_value(record).unwrap()).collect()
}

/// The canonical records, a few of them changed in what they have to do with others.
fn changed_canon() -> impl Strategy<Value = Vec<Value>> {
    let canon = canon();
    changes().prop_map(move |changes| {
        let mut all = canon.clone();
        for change in &changes {
            change.apply(&mut all);
        }
        all
    })
}

/// The canonical records, and some figures about one of its events.
fn counted_canon() -> impl Strategy<Value = Vec<Value>> {
    let canon = canon();
    let of_kind = |kind: &str| canon.iter().find(|record| record["kind"] == kind).unwrap().clone();
    let (observation, event) = (of_kind("observation"), of_kind("event"));
    let figure = (prop::sample::select(vec!["killed", "injured", "casualties"]), any::<bool>(), 1..12_u64, 1..12_u64);
    prop::collection::vec(figure, 3..6).prop_map(move |figures| {
        let mut all = canon.clone();
        for (number, (measure, is_of_soldiers, one, other)) in figures.into_iter().enumerate() {
            let value = match one.cmp(&other) {
                std::cmp::Ordering::Less => serde_json::json!({ "low": one, "high": other }),
                std::cmp::Ordering::Equal => serde_json::json!({ "best": one, "approximate": true }),
                std::cmp::Ordering::Greater => serde_json::json!({ "best": one }),
            };
            let mut record = serde_json::json!({
                "kind": "observation",
                "id": format!("observation/figure-{number}"),
                "about": event["id"],
                "measure": measure,
                "value": value,
                "basis": observation["basis"],
            });
            if is_of_soldiers {
                record["population"] = "soldiers".into();
            }
            all.push(record);
        }
        all
    })
}

/// Few actors, events and sources, and much that is said of them: names, ties, figures, claims and dates, some of it under
/// ids that others have.
fn entangled() -> impl Strategy<Value = Vec<Value>> {
    let said = (0..5_usize, 0..30_usize, 0..3_usize, 0..3_usize, 1..4_u64, 0..4_usize);
    prop::collection::vec(said, 2..14).prop_map(|said| {
        let record = |kind: &str, name: &str, fields: Value| {
            let mut record = serde_json::json!({ "kind": kind, "id": format!("{kind}/{name}") });
            record.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
            record
        };
        let source = |name: usize| {
            let when = ["2014-03-04", "2014-04-03", "2016"][name];
            let fields = serde_json::json!({ "title": "Report", "type": "news-article", "published": when });
            record("source", &format!("s{name}"), fields)
        };
        let list = serde_json::json!({ "title": "List", "type": "dataset", "accessed": "2023" });
        let mut all: Vec<Value> = (0..3).map(source).chain([record("source", "list", list)]).collect();
        for (what, id, one, other, number, more) in said {
            let id = &format!("n{id}");
            let evidence = [format!("source/s{one}"), ["source/list", "source/s1"][more % 2].to_owned()];
            let evidence = evidence.map(|source| serde_json::json!({ "source": source, "locator": "page 1" }));
            let basis = serde_json::json!({ "modality": "stated", "evidence": evidence[more % 2..] });
            let when = ["2014-03-04", "2014-04-03", "2016-01-01", "1753-01-01"][more];
            let value = [serde_json::json!({ "best": number }), serde_json::json!({ "low": number, "high": 3 })];
            all.push(match what {
                0 => {
                    let aliases = serde_json::json!([{ "text": format!("Name {other}"), "type": "translation" }]);
                    let name = format!("Name {}", number + 1);
                    let fields = serde_json::json!({ "type": "network", "name": name, "aliases": aliases, "basis": basis });
                    record("actor", &format!("a{one}"), fields)
                }
                1 => {
                    // Mostly the next one, so that there are rings.
                    let other = (one + 1 + other / 2) % 3;
                    let (one, other) = (format!("actor/a{one}"), format!("actor/a{other}"));
                    let r#type = ["member-of", "split-from"][more % 2];
                    let mut fields = serde_json::json!({ "subject": one, "object": other, "type": r#type, "basis": basis });
                    if number > 1 {
                        fields["when"] = when.into();
                    }
                    record("relationship", id, fields)
                }
                2 => {
                    let value = &value[more % 2];
                    let about = format!("event/e{other}");
                    let fields = serde_json::json!({ "about": about, "measure": "killed", "value": value, "basis": basis });
                    record("observation", id, fields)
                }
                3 => {
                    let about = format!("actor/a{other}");
                    let fields = serde_json::json!({ "about": about, "topic": "motive", "rank": number, "text": id, "basis": basis });
                    record("statement", id, fields)
                }
                _ => {
                    let fields = serde_json::json!({ "type": "attack", "title": id, "when": when, "basis": basis });
                    record("event", &format!("e{other}"), fields)
                }
            });
        }
        all
    })
}

/// Misspells one of the ids that a record names, if it names any.
fn rename(record: &mut Value, which: Index) {
    fn named<'v>(value: &'v mut Value, ids: &mut Vec<&'v mut String>) {
        match value {
            Value::String(text) if Kind::of_id(text).is_some() => ids.push(text),
            Value::Array(items) => items.iter_mut().for_each(|item| named(item, ids)),
            Value::Object(fields) => {
                fields.iter_mut().filter(|(field, _)| *field != "id").for_each(|(_, value)| named(value, ids));
            }
            _ => {}
        }
    }
    let mut ids = Vec::new();
    named(record, &mut ids);
    if !ids.is_empty() {
        let at = which.index(ids.len());
        ids[at].push('x');
    }
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, max_shrink_iters: 200, ..Config::with_cases(60) })]

    #[test]
    fn figures_of_one_event_give_the_same_report(records in counted_canon(), odd in 0_usize..5) {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.ndjson"), lines(&records, odd)).unwrap();
        assert_same(folder.path());
    }

    #[test]
    fn entangled_records_give_the_same_report(records in entangled(), odd in 0_usize..5) {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.ndjson"), lines(&records, odd)).unwrap();
        assert_same(folder.path());
    }

    #[test]
    fn a_changed_canon_gives_the_same_report(records in changed_canon(), odd in 0_usize..5) {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.ndjson"), lines(&records, odd)).unwrap();
        assert_same(folder.path());
    }
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, max_shrink_iters: 200, ..Config::with_cases(100) })]

    #[test]
    fn changed_datasets_give_the_same_report(records in generate::dataset().prop_flat_map(changed), odd in 0_usize..5) {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.ndjson"), lines(&records, odd)).unwrap();
        assert_same(folder.path());
    }

    #[test]
    fn arrays_give_the_same_report(records in generate::dataset().prop_flat_map(changed)) {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.json"), format!("{:#}", Value::Array(records))).unwrap();
        assert_same(folder.path());
    }
}

proptest! {
    #![proptest_config(Config { failure_persistence: None, max_shrink_iters: 200, ..Config::with_cases(60) })]

    /// The parts of a corpus, read apart and merged in whatever order, give the report of the whole.
    #[test]
    fn however_a_corpus_is_cut_the_report_is_the_same(
        records in changed_canon(),
        odd in 0_usize..5,
        files in 1_usize..9,
        parts in prop::collection::vec(0_usize..5, 9),
    ) {
        let texts = records.chunks(records.len().div_ceil(files).max(1)).map(|records| lines(records, odd));
        let corpus: Vec<Input> =
            texts.enumerate().map(|(number, text)| Input::bytes(format!("{number}.ndjson"), text)).collect();
        let part_of = |path: &Path| parts[path.file_stem().unwrap().to_str().unwrap().parse::<usize>().unwrap()];
        let validation = Validation::new().threads(2).max_findings_per_code(20);
        let traces = (0..5).rev().map(|part| {
            let mut traces = Vec::new();
            validation.trace(&corpus, |path| part_of(path) == part, 7, &mut traces).unwrap();
            (part.to_string(), std::io::Cursor::new(traces))
        });
        let merged = validation.run_traced(&corpus, traces).unwrap();
        let whole = validation.in_memory_limit(0).run(&corpus).unwrap();
        prop_assert_eq!(rendered(&merged), rendered(&whole));
    }
}
