//! A difference in words.

use std::io::{self, Write};

use serde_json::Value;
use standpoint_model::{
    Kind, Record,
    shape::{Field, Form},
};
use standpoint_validate::printable;

use super::change::{Fate, RecordDiff, Step};
use crate::markdown::escaped;

/// How a difference is written.
#[derive(Clone, Copy)]
pub(super) struct Style {
    /// The mark before a record that is new, gone, or another.
    signs: [&'static str; 3],
    /// The mark before a change in a record.
    change: &'static str,
    /// The mark around an id.
    id: &'static str,
    /// Whether signs of Markdown in a text have to be escaped.
    is_markdown: bool,
}

impl Style {
    pub(super) const TERMINAL: Self = Self { signs: ["+ ", "- ", "~ "], change: "    ", id: "", is_markdown: false };
    pub(super) const MARKDOWN: Self =
        Self { signs: ["- **new** ", "- **gone** ", "- "], change: "  - ", id: "`", is_markdown: true };

    fn text(self, text: &str) -> String {
        let text = printable(text);
        if self.is_markdown { escaped(&text) } else { text }
    }
}

pub(super) fn write(records: &[RecordDiff], step: Step, style: Style, out: &mut impl Write) -> io::Result<()> {
    if records.is_empty() {
        return writeln!(out, "both say the same");
    }
    for record in records {
        write_record(record, style, out)?;
    }
    let of = |fate: &[Fate]| records.iter().filter(|record| fate.contains(&record.fate)).count();
    let changed = of(&[Fate::Retracted, Fate::Restored, Fate::Kept]);
    let part = match step {
        Step::Major => "first",
        Step::Minor => "second",
        Step::Patch | Step::None => "third",
    };
    writeln!(
        out,
        "\n{} new, {} gone, {changed} changed; the {part} part of the version number should grow ({})",
        of(&[Fate::Added]),
        of(&[Fate::Removed]),
        step,
    )
}

fn write_record(record: &RecordDiff, style: Style, out: &mut impl Write) -> io::Result<()> {
    let RecordDiff { id, name, fate, moved_from, changes, .. } = record;
    let [added, removed, other] = style.signs;
    let (sign, what) = match fate {
        Fate::Added => (added, ""),
        Fate::Removed => (removed, ""),
        Fate::Retracted => (other, ", retracted"),
        Fate::Restored => (other, ", no longer retracted"),
        Fate::Kept => (other, ""),
    };
    let quote = style.id;
    let moved = moved_from.as_ref().map(|from| format!(", moved from {quote}{from}{quote}")).unwrap_or_default();
    writeln!(out, "{sign}{quote}{id}{quote}: {}{moved}{what}", style.text(name))?;
    for change in changes {
        writeln!(out, "{}{}: {}", style.change, change.meaning, style.text(&change.text))?;
    }
    Ok(())
}

/// What a record is called: its name, its title, its text, or what it ties together.
pub(crate) fn name(record: &Record) -> String {
    let value = serde_json::to_value(record).unwrap_or_default();
    let text = |field: &str| value.get(field).and_then(Value::as_str).map(str::to_owned);
    let join = |fields: &[&str]| fields.iter().filter_map(|field| text(field)).collect::<Vec<_>>().join(" ");
    match record.kind() {
        Kind::Relationship => join(&["subject", "type", "object"]),
        Kind::Observation => join(&["measure", "about"]),
        Kind::Identity => {
            let members = value["members"].as_array().into_iter().flatten().filter_map(Value::as_str);
            members.collect::<Vec<_>>().join(", ")
        }
        _ => text("name").or_else(|| text("title")).or_else(|| text("text")).unwrap_or_default(),
    }
}

/// A value in a few words.
pub(crate) fn summary(value: &Value, field: &Field) -> String {
    match (value, &field.r#type.form) {
        (Value::String(text), Form::Text) => format!("“{text}”"),
        (Value::Object(span), Form::Object(_)) if field.r#type.name == "Span" => {
            format!("{}–{}", span["start"], span["end"])
        }
        (Value::Object(_) | Value::Array(_), _) => {
            let mut leaves = Vec::new();
            visit(value, &mut leaves);
            leaves.join(", ")
        }
        (Value::String(text), _) => text.clone(),
        (other, _) => other.to_string(),
    }
}

/// What stands in a value, but for digests, which say nothing to people.
fn visit(value: &Value, leaves: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (_, value) in fields.iter().filter(|(name, _)| *name != "sha256") {
                visit(value, leaves);
            }
        }
        Value::Array(items) => {
            for item in items {
                visit(item, leaves);
            }
        }
        Value::String(text) => leaves.push(text.clone()),
        other => leaves.push(other.to_string()),
    }
}
