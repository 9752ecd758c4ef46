//! What an export could not carry.

use std::collections::BTreeMap;

use serde_json::Value;
use standpoint_model::{Kind, Record};

/// Something that a format cannot carry.
#[derive(Debug, Clone, Copy)]
pub struct Loss {
    /// The field, as its kind and the names of the fields on the way, such as `event.participants.role`.
    ///
    /// All fields below it are meant too: `statement` is every field of every statement. `*` is any kind.
    pub field: &'static str,
    /// Which of its values are lost.
    pub of: Which,
    /// What is lost and why, for a reader. It stands in the documentation of the format in the same words.
    pub why: &'static str,
}

/// Which values of a field are lost.
#[derive(Debug, Clone, Copy)]
pub enum Which {
    /// All of them.
    Every,
    /// Those of which this is true, told the record and the value: a string, a number or a truth value.
    Where(fn(&Record, &Value) -> bool),
}

impl Loss {
    /// All values of `field` are lost.
    pub(crate) const fn every(field: &'static str, why: &'static str) -> Self {
        Self { field, of: Which::Every, why }
    }

    /// The values of `field` are lost of which `is_lost` is true.
    pub(crate) const fn whenever(field: &'static str, is_lost: fn(&Record, &Value) -> bool, why: &'static str) -> Self {
        Self { field, of: Which::Where(is_lost), why }
    }

    fn covers(&self, record: &Record, field: &str, value: &Value) -> bool {
        let (kind, below) = self.field.split_once('.').unwrap_or((self.field, ""));
        let rest = &field[record.kind().as_str().len()..];
        let is_field = (kind == "*" || kind == record.kind().as_str())
            && (below.is_empty()
                || rest[1..].strip_prefix(below).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')));
        is_field
            && match self.of {
                Which::Every => true,
                Which::Where(is_lost) => is_lost(record, value),
            }
    }
}

/// How many values of which fields an export could not carry.
#[derive(Debug, Clone)]
pub struct Losses {
    declared: &'static [Loss],
    counts: BTreeMap<(Kind, String), Lost>,
}

/// How many values of one field were lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lost {
    /// How many.
    pub count: u64,
    /// What is lost and why.
    pub why: &'static str,
}

impl Losses {
    pub(crate) fn of(declared: &'static [Loss]) -> Self {
        Self { declared, counts: BTreeMap::new() }
    }

    /// Whether the export carries everything.
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// What was lost, by kind and field: the kind and the names of the fields on the way, such as
    /// `event.participants.role`.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Lost)> {
        self.counts.iter().map(|((_, field), lost)| (field.as_str(), *lost))
    }

    /// The number of all values that were lost.
    pub fn total(&self) -> u64 {
        self.counts.values().map(|lost| lost.count).sum()
    }

    /// Counts what is lost of `record`.
    pub(crate) fn count(&mut self, record: &Record) {
        if self.declared.is_empty() {
            return;
        }
        // A record always serializes: its keys are strings and its numbers are finite.
        let Ok(Value::Object(fields)) = serde_json::to_value(record) else { return };
        let mut field = record.kind().as_str().to_owned();
        for (name, value) in &fields {
            // The kind is what chooses a table, a class, a schema; it is never a value to lose.
            if name != "kind" {
                self.count_below(record, &mut field, name, value);
            }
        }
    }

    fn count_below(&mut self, record: &Record, field: &mut String, name: &str, value: &Value) {
        let length = field.len();
        field.push('.');
        field.push_str(name);
        self.count_value(record, field, value);
        field.truncate(length);
    }

    fn count_value(&mut self, record: &Record, field: &mut String, value: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.count_value(record, field, item)),
            Value::Object(fields) => {
                for (name, value) in fields {
                    self.count_below(record, field, name, value);
                }
            }
            leaf => {
                if let Some(loss) = self.declared.iter().find(|loss| loss.covers(record, field, leaf)) {
                    let lost = self.counts.entry((record.kind(), field.clone()));
                    lost.or_insert(Lost { count: 0, why: loss.why }).count += 1;
                }
            }
        }
    }
}
