//! The text of a file with one more record.

use std::{ops::Range, path::Path};

use serde_json::Value;
use standpoint_model::Record;
use standpoint_validate::Texts;

use crate::layout::laid_out;

/// A text, and the bytes of it that are the new record.
pub(super) struct Inserted {
    pub(super) text: String,
    pub(super) bytes: Range<usize>,
}

/// The text of a file with a record behind its last one. A file of one record that is no list becomes one.
pub(super) fn inserted(texts: &Texts, file: usize, record: &Record) -> Inserted {
    let text = texts.files[file].text();
    let value = value_of(record);
    let last = texts.records.iter().filter(|record| record.file == file).map(|record| record.bytes.clone()).next_back();
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    if texts.files[file].is_by_lines() {
        let before = text.trim_end();
        let gap = if before.is_empty() { "" } else { line_end };
        return put(&format!("{before}{gap}"), &value.to_string(), line_end);
    }
    let is_list = text.trim_start().starts_with('[');
    let Some(last) = last else {
        let open = text.find('[').filter(|_| is_list).map_or(text.len(), |at| at + 1);
        let (before, after) = text.split_at(open);
        let after = if is_list { after.trim_start() } else { after };
        return put(&format!("{before}{line_end}  "), &pretty(&value, "  ", line_end), &format!("{line_end}{after}"));
    };
    let (before, after) = text.split_at(last.end);
    let gap_start = text[..last.start].trim_end().len();
    let gap = if is_list { &text[gap_start..last.start] } else { line_end };
    let indent = gap.rsplit_once('\n').map_or("", |(_, indent)| indent);
    let written = laid_out(&text[last.clone()], &value, indent);
    if is_list {
        put(&format!("{before},{gap}"), &written, after)
    } else {
        let (lead, single) = before.split_at(last.start);
        put(&format!("{lead}[{line_end}{single},{line_end}"), &written, &format!("{line_end}]{after}"))
    }
}

/// The text of a new file: a line, if its name says that records are lines, or else a list.
pub(super) fn of_new_file(path: &Path, record: &Record) -> Inserted {
    let value = value_of(record);
    if is_lines(path) { put("", &value.to_string(), "\n") } else { put("[\n  ", &pretty(&value, "  ", "\n"), "\n]\n") }
}

fn put(before: &str, record: &str, after: &str) -> Inserted {
    Inserted { text: format!("{before}{record}{after}"), bytes: before.len()..before.len() + record.len() }
}

/// A record always makes a value: its serialization is derived.
fn value_of(record: &Record) -> Value {
    serde_json::to_value(record).unwrap_or_default()
}

fn pretty(value: &Value, indent: &str, line_end: &str) -> String {
    format!("{value:#}").replace('\n', &format!("{line_end}{indent}"))
}

/// A new file holds a record a line if its name says so.
fn is_lines(path: &Path) -> bool {
    let name = path.to_string_lossy().to_lowercase();
    let name = name.trim_end_matches(".gz").trim_end_matches(".zst");
    [".ndjson", ".jsonl"].iter().any(|ending| name.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use standpoint_validate::{Input, Validation};

    use super::*;

    fn with_one_more(name: &'static str, text: &'static str) -> String {
        let record = serde_json::from_str(r#"{"kind":"source","id":"source/b","title":"B","type":"other"}"#).unwrap();
        let texts = Validation::new().texts([Input::bytes(name, text)]).unwrap();
        let Inserted { text, bytes } = inserted(&texts, 0, &record);
        assert_eq!(serde_json::from_str::<Record>(&text[bytes]).unwrap(), record);
        text
    }

    #[test]
    fn a_record_stands_behind_the_last_one_and_looks_like_it() {
        for (name, old, new) in [
            (
                "a.json",
                "[\n  { \"kind\": \"x\", \"id\": [1] }\n]\n",
                "[\n  { \"kind\": \"x\", \"id\": [1] },\n  { \"kind\": \"source\", \"id\": \"source/b\", \"title\": \"B\", \"type\": \"other\" }\n]\n",
            ),
            (
                "a.json",
                "[\n\t{\n\t\t\"kind\": \"x\"\n\t}\n]",
                "[\n\t{\n\t\t\"kind\": \"x\"\n\t},\n\t{\n\t\t\"kind\": \"source\",\n\t\t\"id\": \"source/b\",\n\t\t\"title\": \"B\",\n\t\t\"type\": \"other\"\n\t}\n]",
            ),
            (
                "a.ndjson",
                "{\"kind\":\"x\"}",
                "{\"kind\":\"x\"}\n{\"kind\":\"source\",\"id\":\"source/b\",\"title\":\"B\",\"type\":\"other\"}\n",
            ),
            (
                "a.json",
                "{\n  \"kind\": \"x\"\n}\n",
                "[\n{\n  \"kind\": \"x\"\n},\n{\n  \"kind\": \"source\",\n  \"id\": \"source/b\",\n  \"title\": \"B\",\n  \"type\": \"other\"\n}\n]\n",
            ),
            (
                "a.json",
                "[]\n",
                "[\n  {\n    \"kind\": \"source\",\n    \"id\": \"source/b\",\n    \"title\": \"B\",\n    \"type\": \"other\"\n  }\n]\n",
            ),
        ] {
            assert_eq!(with_one_more(name, old), new, "{name}: {old}");
        }
    }
}
