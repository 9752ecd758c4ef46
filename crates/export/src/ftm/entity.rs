//! One entity of `FollowTheMoney`.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde::Serialize;
use standpoint_model::{Citation, Edtf, Kind};

use super::clean;
use crate::bounds;

#[derive(Serialize)]
pub(super) struct Entity {
    id: String,
    schema: &'static str,
    properties: BTreeMap<&'static str, Vec<String>>,
    /// The property that takes what there is no property for.
    #[serde(skip)]
    lines: &'static str,
    /// How many bytes a text may have.
    #[serde(skip)]
    most: usize,
}

/// The id of the entity that a record becomes. `FollowTheMoney` has no slash in ids, and takes what comes before a full
/// stop for the whole id: the rest signs it for the dataset that it comes from.
pub(super) fn id_of(record: &str) -> String {
    record.replace('/', "-")
}

/// The id of the entity that the part of a record becomes which is the one at `at` of its kind. The ids of records have
/// no two hyphens together.
pub(super) fn id_of_part(record: &Entity, part: &str, at: usize) -> String {
    format!("{}--{part}-{at}", record.id)
}

impl Entity {
    /// A thing, which has notes.
    pub(super) fn thing(schema: &'static str, id: String, most: usize) -> Self {
        Self { id, schema, properties: BTreeMap::new(), lines: "notes", most }
    }

    /// A link between things, which has a description.
    pub(super) fn link(schema: &'static str, id: String, most: usize) -> Self {
        Self { lines: "description", ..Self::thing(schema, id, most) }
    }

    pub(super) fn id(&self) -> &str {
        &self.id
    }

    /// Whether other entities can be about it.
    pub(super) fn is_thing(&self) -> bool {
        self.lines == "notes"
    }

    /// A value that `FollowTheMoney` leaves as it is: an id, a date, a code, a word.
    pub(super) fn add(&mut self, property: &'static str, value: impl Into<String>) {
        self.properties.entry(property).or_default().push(value.into());
    }

    /// Keeps each value of a property once, where it came first.
    pub(super) fn finish(mut self) -> Self {
        for values in self.properties.values_mut().filter(|values| values.len() > 1) {
            let mut seen = BTreeSet::new();
            let mut is_new: VecDeque<bool> = values.iter().map(|value| seen.insert(value.as_str())).collect();
            values.retain(|_| is_new.pop_front().unwrap_or_default());
        }
        self
    }

    pub(super) fn text(&mut self, property: &'static str, text: &str) {
        let text = if self.leaves_out(text) { String::new() } else { clean::text(text) };
        if !text.is_empty() {
            self.add(property, text);
        }
    }

    /// A text that must not be empty.
    pub(super) fn text_or_id(&mut self, property: &'static str, text: &str) {
        self.text(property, text);
        if !self.properties.contains_key(property) {
            self.add(property, self.id.clone());
        }
    }

    /// A name, which must not be empty. Where a name may not be written as it is, it stands in a line too.
    pub(super) fn name(&mut self, property: &'static str, name: &str) {
        let known = if self.leaves_out(name) { String::new() } else { clean::name(name) };
        if known != clean::text(name) {
            self.line("Name", name);
        }
        let known = if known.is_empty() { self.id.clone() } else { known };
        self.add(property, known);
    }

    /// What there is no property for. The label stands even where nothing of the text is left.
    pub(super) fn line(&mut self, label: &str, text: &str) {
        let text = if self.leaves_out(text) { String::new() } else { clean::text(text) };
        let line = if text.is_empty() { format!("{label}:") } else { format!("{label}: {text}") };
        self.add(self.lines, line);
    }

    /// A line for a value that a record may have.
    pub(super) fn optional_line(&mut self, label: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.line(label, value);
        }
    }

    fn leaves_out(&self, text: &str) -> bool {
        text.len() > self.most
    }

    /// The entity of a record. None can refer to itself.
    pub(super) fn refer(&mut self, property: &'static str, label: &str, record: &str) {
        let id = id_of(record);
        if id == self.id { self.line(label, record) } else { self.add(property, id) }
    }

    /// The record that a note is about. It cannot be a relationship, nor the note.
    pub(super) fn about(&mut self, about: &str) {
        if Kind::of_id(about) == Some(Kind::Relationship) {
            self.line("About", about);
        } else {
            self.refer("entity", "About", about);
        }
    }

    /// When something was, within its first and its last day.
    pub(super) fn when(&mut self, when: &Edtf) {
        self.dates(clean::days(when), when);
    }

    /// When something held, which is not said to have begun or ended unless an interval has that end.
    pub(super) fn held(&mut self, when: &Edtf) {
        let ends = bounds::ends(when).map(|end| Some(clean::plain_date(&end?)?.to_owned()));
        self.dates(ends, when);
    }

    fn dates(&mut self, ends: [Option<String>; 2], when: &Edtf) {
        for (property, date) in ["startDate", "endDate"].into_iter().zip(ends) {
            if let Some(date) = date {
                self.add(property, date);
            }
        }
        if let Some(date) = clean::plain_date(when) {
            self.add("date", date);
        }
        self.line("When", when.as_str());
    }

    pub(super) fn evidence<'c>(&mut self, evidence: impl IntoIterator<Item = &'c Citation>) {
        for citation in evidence {
            self.refer("proof", "Source", citation.source.as_str());
            if let Some(locator) = &citation.locator {
                self.line(&format!("Place in {}", citation.source), locator.as_str());
            }
            if let Some(words) = &citation.words {
                self.line(&format!("Words to be found in {}", citation.source), words.as_str());
            }
            if let Some(quote) = &citation.quote {
                self.line(&format!("Quotation from {}", citation.source), quote.as_str());
            }
        }
    }
}
