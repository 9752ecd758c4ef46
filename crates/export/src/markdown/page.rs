//! The page as it grows.

use std::collections::BTreeSet;

use standpoint_model::{Dataset, Edtf, Record};

use super::{escape::escape, grounds, line::line};
use crate::prose::{self, Row};

/// How deep a list goes: remarks on remarks on remarks stand at the end of the page.
const DEEPEST: usize = 4;

/// A page of Markdown, and which records it has told of.
pub(super) struct Page<'a> {
    pub(super) dataset: &'a Dataset,
    text: String,
    in_list: bool,
    shown: BTreeSet<&'a str>,
}

impl<'a> Page<'a> {
    pub(super) fn new(dataset: &'a Dataset) -> Self {
        Self { dataset, text: String::new(), in_list: false, shown: BTreeSet::new() }
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    fn block(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.in_list = false;
    }

    pub(super) fn heading(&mut self, level: usize, text: &str) {
        self.block();
        self.text.push_str(&"#".repeat(level));
        self.text.push(' ');
        self.text.push_str(text);
        self.text.push('\n');
    }

    pub(super) fn paragraph(&mut self, text: &str) {
        self.block();
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// An item of a list; `depth` is 0 for the outermost.
    pub(super) fn item(&mut self, depth: usize, text: &str) {
        if !self.in_list {
            self.block();
            self.in_list = true;
        }
        self.text.push_str(&"  ".repeat(depth));
        self.text.push_str("- ");
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// A table whose columns may differ in length.
    pub(super) fn table<const N: usize>(&mut self, titles: [&str; N], columns: &[Vec<String>; N]) {
        self.block();
        self.row(&titles);
        self.row(&["---"; N]);
        for at in 0..columns.iter().map(Vec::len).max().unwrap_or_default() {
            self.row(&columns.each_ref().map(|column| column.get(at).map_or("", String::as_str)));
        }
    }

    fn row(&mut self, cells: &[&str]) {
        self.text.push_str("| ");
        self.text.push_str(&cells.join(" | "));
        self.text.push_str(" |\n");
    }

    /// The fields of a record, an item each.
    pub(super) fn rows(&mut self, depth: usize, record: &Record) {
        self.rows_of(depth, own_rows(self.dataset, record));
    }

    /// Fields as items. Conditions stand with what they rest on, in [`Page::details`].
    pub(super) fn rows_of<'r>(&mut self, depth: usize, rows: impl IntoIterator<Item = Row<'r>>) {
        for row in rows.into_iter().filter(|row| row.field != "conditions") {
            self.row_of(depth, &row);
        }
    }

    /// A field as an item, marked if the dataset read it into its source.
    pub(super) fn row_of(&mut self, depth: usize, row: &Row<'_>) {
        let says = line(self.dataset, &row.says);
        let read_in = if row.readings.is_empty() { "" } else { " *(read in)*" };
        self.item(depth, &format!("{}: {says}{read_in}", row.term));
    }

    /// One fact as an item: `text`, how the source puts it, its citations; below it who takes which position on the
    /// record called `id`, what contradicts it or stands in contrast to it, and its note.
    pub(super) fn fact(&mut self, depth: usize, text: &str, id: &'a str) {
        let support = self.support(id);
        self.item(depth, &format!("{text}{support}"));
        self.details(depth + 1, id);
    }

    /// How the source puts what the record called `id` says, and where it says it.
    pub(super) fn support(&self, id: &str) -> String {
        grounds::support(self.dataset, id)
    }

    /// Its codes and what else all kinds may have, who says what of a record, its tensions, readings and note, and the evidence of its conditions, as items. The record
    /// counts as told of.
    pub(super) fn details(&mut self, depth: usize, id: &'a str) {
        self.shown.insert(id);
        let dataset = self.dataset;
        let Some(record) = dataset.resolve(id) else {
            return;
        };
        for row in prose::shared_rows(record) {
            self.row_of(depth, &row);
        }
        if let Some(basis) = record.basis() {
            for standpoint in &basis.standpoints {
                self.item(depth, &grounds::standpoint(dataset, basis, standpoint));
            }
        }
        for (says, condition) in prose::conditions(record.conditions()).into_iter().zip(record.conditions()) {
            let citations = grounds::citations(dataset, &condition.evidence);
            self.item(depth, &format!("Condition: {}{citations}", line(dataset, &says)));
        }
        if let Record::Statement(_) | Record::Observation(_) = record {
            let more = |row: &Row<'_>| ["caused_by", "part_of"].contains(&row.field);
            for row in prose::rows(dataset, record).iter().filter(|row| more(row)) {
                self.row_of(depth, row);
            }
        }
        for tension in prose::tensions(dataset, record) {
            self.item(depth, &line(dataset, &tension));
        }
        for reading in record.basis().into_iter().flat_map(|basis| &basis.readings) {
            self.item(depth, &format!("The dataset reads this in: {}", line(dataset, &prose::reading(reading))));
        }
        for (identity, _) in prose::identities(dataset, id) {
            self.item(depth, &line(dataset, &identity));
        }
        if let Some(note) = record.note() {
            self.item(depth, &format!("Note: {}", escape(note.as_str())));
        }
    }

    /// The figures and statements about a record, as items, and those about these in turn. `known` is the date that the
    /// reader knows already.
    pub(super) fn remarks(&mut self, depth: usize, id: &str, known: Option<&Edtf>) {
        for (says, record) in prose::remarks(self.dataset, id, known) {
            let is_new = !self.has_shown(record.id());
            self.fact(depth, &line(self.dataset, &says), record.id());
            if is_new && depth < DEEPEST {
                self.remarks(depth + 1, record.id(), record.when());
            }
        }
    }

    /// Whether the page has told of the record called `id`.
    pub(super) fn has_shown(&self, id: &str) -> bool {
        self.shown.contains(id)
    }
}

/// The fields of a record but those that records of all kinds may have, which are among its details.
pub(super) fn own_rows<'a>(dataset: &'a Dataset, record: &'a Record) -> Vec<Row<'a>> {
    let shared = prose::shared_rows(record).len();
    let mut rows = prose::rows(dataset, record);
    rows.truncate(rows.len() - shared);
    rows
}
