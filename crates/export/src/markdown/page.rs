//! The page as it grows.

use std::collections::BTreeSet;

use standpoint_model::{Dataset, Edtf, Record};

use super::{
    escape::escape,
    grounds,
    line::{line, name},
    signs::signs,
};
use crate::prose;

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
        for row in prose::rows(record) {
            let says = line(self.dataset, &row.says);
            self.item(depth, &format!("{}: {says}", row.term));
        }
    }

    /// One fact as an item: `text`, how the source puts it, its citations; below it who takes which position on the
    /// record called `id`, what it is in tension with, and its note.
    pub(super) fn fact(&mut self, depth: usize, text: &str, id: &'a str) {
        let support = self.support(id);
        self.item(depth, &format!("{text}{support}"));
        self.details(depth + 1, id);
    }

    /// How the source puts what the record called `id` says, and where it says it.
    pub(super) fn support(&self, id: &str) -> String {
        self.dataset
            .resolve(id)
            .and_then(Record::basis)
            .map(|basis| grounds::support(self.dataset, basis))
            .unwrap_or_default()
    }

    /// The positions, tensions and note of a record, as items. The record counts as told of.
    pub(super) fn details(&mut self, depth: usize, id: &'a str) {
        self.shown.insert(id);
        let Some(record) = self.dataset.resolve(id) else {
            return;
        };
        if let Some(basis) = record.basis() {
            for standpoint in &basis.standpoints {
                self.item(depth, &grounds::standpoint(self.dataset, standpoint));
            }
            if !basis.contradicts.is_empty() {
                let others: Vec<String> = basis.contradicts.iter().map(|other| self.quoted(other.as_str())).collect();
                self.item(depth, &format!("In tension with {}", others.join("; ")));
            }
        }
        if let Some(note) = record.note() {
            self.item(depth, &format!("Note: {}", escape(note.as_str())));
        }
    }

    /// The name of a record in quotation marks, its signs after them.
    pub(super) fn quoted(&self, id: &str) -> String {
        let signs = self.dataset.resolve(id).and_then(Record::basis).map(signs).unwrap_or_default();
        format!("“{}”{signs}", name(self.dataset, id))
    }

    /// The figures and statements about a record, as items. `known` is the date that the reader knows already.
    pub(super) fn remarks(&mut self, depth: usize, id: &str, known: Option<&Edtf>) {
        for (says, record) in prose::remarks(self.dataset, id, known) {
            self.fact(depth, &line(self.dataset, &says), record.id());
        }
    }

    /// Whether the page has told of the record called `id`.
    pub(super) fn has_shown(&self, id: &str) -> bool {
        self.shown.contains(id)
    }
}
