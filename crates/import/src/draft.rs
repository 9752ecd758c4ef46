//! Tables to records in the making.

use std::collections::{HashMap, HashSet};

use serde_json::Value;
use standpoint_model::{Kind, RecordId};
use standpoint_report::{Finding, Place};

use crate::{
    cell::{Cell, Content},
    codes::{MISPLACED_ROW, UNREADABLE_CELL},
    column::{Column, Target},
    header::{Header, Headers},
    names::Names,
    node::{Node, Step},
    subject::{List, Subject},
    table::{Row, Table},
    value,
};

/// A record in the making, and the row that it comes from.
#[derive(Debug)]
pub(crate) struct Draft {
    /// Its id, as far as there is one.
    pub(crate) id: String,
    pub(crate) node: Node,
    pub(crate) place: Place,
    /// Whether nobody can tell what some cell of it says.
    pub(crate) is_unreadable: bool,
}

/// All records that tables speak of.
#[derive(Debug, Default)]
pub(crate) struct Drafts {
    pub(crate) all: Vec<Draft>,
    /// The first record of each id.
    by_id: HashMap<String, usize>,
    pub(crate) findings: Vec<Finding>,
}

/// The records of the dataset that those of the tables join, by their ids.
pub(crate) type Existing = HashMap<String, Value>;

impl Drafts {
    /// What tables say of records. A record that is in the dataset already stays as it is where no column speaks of it.
    pub(crate) fn of(tables: &[Table], existing: &Existing) -> Self {
        let mut drafts = Self::default();
        let headers = Headers::of(tables, &mut drafts.findings);
        let names = names(tables, &headers, existing);
        for (table, header) in tables.iter().zip(&headers.all) {
            if let Some(header @ Header { subject: Subject::Records(_), .. }) = header {
                for row in &table.rows {
                    drafts.add_record(table, header, row, existing, &names);
                }
            }
        }
        let mut lists: Vec<(&Table, &Header, &'static List)> = Vec::new();
        for (table, header) in tables.iter().zip(&headers.all) {
            if let Some(header @ Header { subject: Subject::Items(list), .. }) = header {
                lists.push((table, header, list));
            }
        }
        // What lies within an item comes after the item.
        lists.sort_by_key(|(.., list)| list.way.len());
        for (table, header, list) in lists {
            Items { table, header, list, names: &names, places: HashSet::new(), last: HashMap::new() }
                .add_to(&mut drafts, existing);
        }
        drafts
    }

    fn add_record(&mut self, table: &Table, header: &Header, row: &Row, existing: &Existing, names: &Names) {
        // A row that stands beside all columns has no record; a finding tells of its cells.
        if header.cells(None, row).all(|(_, cell, _)| cell.is_none()) {
            return;
        }
        let (kind, id) = (header.kind_of(row), header.id_of(row));
        let place = table.place_of_row(row);
        if let Some((id, first)) = id.as_ref().and_then(|id| Some((id, *self.by_id.get(id)?))) {
            self.findings.push(
                Finding::new(&MISPLACED_ROW, place, format!("another row is the record `{id}` already"))
                    .help("make one row of the two, or give one another id")
                    .related(self.all[first].place.clone(), "the other one"),
            );
            return;
        }
        let mut node = match id.as_ref().and_then(|id| existing.get(id)) {
            Some(record) => Node::of(record.clone(), None),
            None => Node::empty(),
        };
        if let Some(cell) = header.kind_cell(row).filter(|_| kind.is_none()) {
            node.put(&field("kind"), Node::Value(cell.content.text().into(), Some(table.place(&cell.bytes))));
        }
        if let Some(kind) = kind {
            node.put(&field("kind"), Node::Value(kind.as_str().into(), None));
        }
        for (_, cell, says) in header.cells(kind, row) {
            if let Some(Column::Value(target)) = says {
                forget_old_citation(&mut node, cell, target, table, names);
            }
        }
        let mut is_unreadable = false;
        for (column, cell, says) in header.cells(kind, row) {
            match says {
                Some(Column::Value(target)) if is_own_id(target) => {}
                Some(Column::Value(target)) => {
                    is_unreadable |= !self.put(table, &mut node, &target.steps, cell, target, names);
                }
                Some(_) => {}
                // Another kind has the column; a validation says so.
                None => {
                    if let Some(cell) = cell.filter(|_| kind.is_some() && header.is_known(column)) {
                        let value = Node::Value(cell.content.text().trim().into(), Some(table.place(&cell.bytes)));
                        node.put(&field(header.name(column)), value);
                    }
                }
            }
        }
        if let Some(cell) = header.id_cell(row) {
            let place = table.place(&cell.bytes);
            match unreadable_id(&cell.content) {
                Some((message, help)) => {
                    self.findings.push(Finding::new(&UNREADABLE_CELL, place, message).help(help));
                    return;
                }
                None => node.put(&field("id"), Node::Value(id.clone().unwrap_or_default().into(), Some(place))),
            }
        }
        let id = id.unwrap_or_default();
        if !id.is_empty() {
            self.by_id.insert(id.clone(), self.all.len());
        }
        self.all.push(Draft { id, node, place, is_unreadable });
    }

    /// Has a record say what a cell says; what a blank one says is that there is no such value. Whether the cell can be read.
    fn put(
        &mut self,
        table: &Table,
        node: &mut Node,
        steps: &[Step],
        cell: Option<&Cell>,
        target: &Target,
        names: &Names,
    ) -> bool {
        let Some(cell) = cell else {
            node.remove(steps);
            return true;
        };
        let place = table.place(&cell.bytes);
        match value::read(cell, target, table.writer, names) {
            Ok(value) => {
                node.put(steps, Node::of(value, Some(&place)));
                true
            }
            Err(unreadable) => {
                // The field is there, so that nobody misses it.
                node.put(steps, Node::Value(cell.content.text().into(), Some(place.clone())));
                let finding = Finding::new(&UNREADABLE_CELL, place, unreadable.message);
                self.findings.push(finding.maybe_help(unreadable.help));
                false
            }
        }
    }

    /// The record that has an item: one of the tables, or one of the dataset.
    fn owner(&mut self, id: &str, place: &Place, existing: &Existing) -> Option<usize> {
        if let Some(index) = self.by_id.get(id) {
            return Some(*index);
        }
        let node = Node::of(existing.get(id)?.clone(), None);
        self.by_id.insert(id.to_owned(), self.all.len());
        self.all.push(Draft { id: id.to_owned(), node, place: place.clone(), is_unreadable: false });
        Some(self.all.len() - 1)
    }
}

fn field(name: &str) -> [Step; 1] {
    [Step::Field(name.to_owned())]
}

/// Takes away what a row makes old in a citation of the dataset: all of it if the row cites another source, for its span is in the
/// old one; its span and its quote if the row has words, for they are of other words.
fn forget_old_citation(node: &mut Node, cell: Option<&Cell>, target: &Target, table: &Table, names: &Names) {
    let [citation @ .., Step::Field(name)] = &target.steps[..] else { return };
    if !matches!(citation.last(), Some(Step::Item(_))) {
        return;
    }
    match (name.as_str(), cell) {
        ("source", _) => {
            let cited = cell.and_then(|cell| value::read(cell, target, table.writer, names).ok());
            let is_same =
                matches!((node.at(&target.steps), cited), (Some(Node::Value(old, _)), Some(new)) if *old == new);
            if !is_same {
                node.remove(citation);
            }
        }
        ("words", Some(_)) => {
            for old in ["span", "quote"] {
                node.remove(&[citation, &field(old)].concat());
            }
        }
        _ => {}
    }
}

fn is_own_id(target: &Target) -> bool {
    target.steps == field("id")
}

/// Why a cell cannot be an id, and what to do, if a spreadsheet made something else of it.
fn unreadable_id(content: &Content) -> Option<(String, String)> {
    let made = match content {
        Content::Text(_) => return None,
        Content::Unreadable(why) => return Some((why.clone(), "write the id".into())),
        Content::Number(_) => "number",
        Content::Boolean(_) => "truth value",
        Content::Date(_) => "date",
    };
    let message = format!("a spreadsheet made a {made} of this id, {}", content.text());
    Some((
        message,
        "format the column as text and type the id again, with its kind, as in `actor/northern-front`".into(),
    ))
}

/// The records that cells may name.
fn names(tables: &[Table], headers: &Headers, existing: &Existing) -> Names {
    let mut names = Names::default();
    for record in existing.values() {
        names.add_record(record);
    }
    for (table, header) in tables.iter().zip(&headers.all) {
        let Some(header @ Header { subject: Subject::Records(_), .. }) = header else { continue };
        for row in &table.rows {
            let Some(id) = header.id_of(row).filter(|id| RecordId::new(id).is_ok()) else { continue };
            let called: Vec<String> = ["name", "title"]
                .iter()
                .filter_map(|name| Some(row.cell(header.column(name)?)?.content.text()))
                .collect();
            names.add(&id, called.iter().map(String::as_str));
        }
    }
    names
}

/// The rows of a table of items, on their way into records.
struct Items<'t> {
    table: &'t Table,
    header: &'t Header,
    list: &'static List,
    names: &'t Names,
    /// The records and positions of which there are rows already.
    places: HashSet<(usize, Vec<usize>)>,
    /// The last positions of the lists that were begun, by the record and the positions that they lie in.
    last: HashMap<(usize, Vec<usize>), usize>,
}

impl Items<'_> {
    fn add_to(mut self, drafts: &mut Drafts, existing: &Existing) {
        // A table that is there says all of the lists of the records that are there.
        if let [way] = &self.list.way[..] {
            let steps: Vec<Step> = way.iter().map(|name| Step::Field((*name).to_owned())).collect();
            for (index, draft) in drafts.all.iter_mut().enumerate() {
                if Kind::of_id(&draft.id) == Some(self.list.kind) {
                    draft.node.remove(&steps);
                    self.last.insert((index, Vec::new()), 0);
                }
            }
        }
        for row in &self.table.rows {
            if let Err(finding) = self.add_row(row, drafts, existing) {
                drafts.findings.push(*finding);
            }
        }
    }

    fn add_row(&mut self, row: &Row, drafts: &mut Drafts, existing: &Existing) -> Result<(), Box<Finding>> {
        let place = self.table.place_of_row(row);
        let misplaced =
            |message: String, help: String| Box::new(Finding::new(&MISPLACED_ROW, place.clone(), message).help(help));
        let owner = self.header.cell_of(row, &Column::Owner);
        let id = owner.map(|cell| self.names.id(&[self.list.kind], &cell.content.text()));
        let Some(id) = id else {
            let help = format!("write the id of the record that it belongs to in the column `{}_id`", self.list.kind);
            return Err(misplaced("this row belongs to no record".into(), help));
        };
        let Some(index) = drafts.owner(&id, &place, existing) else {
            let help = format!("correct the id, or add the record to the table `{}`", self.list.kind);
            return Err(misplaced(format!("this row belongs to `{id}`, and there is no such record"), help));
        };
        let outer = self.list.way.len() - 1;
        let mut positions = Vec::new();
        for depth in 0..outer {
            positions.push(self.position(row, depth)?.unwrap_or(1));
        }
        let mut steps = steps(&self.list.way[..outer], &positions);
        if outer > 0 && drafts.all[index].node.at(&steps).is_none_or(|item| item.is_empty()) {
            let names: Vec<&str> = self.list.way[..outer].iter().flatten().copied().collect();
            let message = format!(
                "this row belongs to item {} of `{}` of `{id}`, and there is no such item",
                positions[outer - 1],
                names.join("_")
            );
            return Err(misplaced(message, "correct the numbers, or add the item to its table".into()));
        }
        steps.extend(self.list.way[outer].iter().map(|name| Step::Field((*name).to_owned())));
        let own = self.position(row, outer)?;
        let last = self.last.entry((index, positions.clone())).or_insert_with(|| {
            drafts.all[index].node.remove(&steps);
            0
        });
        let own = own.unwrap_or(*last + 1);
        *last = own.max(*last);
        positions.push(own);
        if !self.places.insert((index, positions)) {
            let message = format!("another row is item {own} of this list of `{id}`");
            return Err(misplaced(
                message,
                "give each item of a list its own number, or leave the column `item` out".into(),
            ));
        }
        steps.push(Step::Item(own));
        let mut node = std::mem::replace(&mut drafts.all[index].node, Node::empty());
        let mut is_unreadable = false;
        for (_, cell, says) in self.header.cells(None, row) {
            if let Some(Column::Value(target)) = says {
                let steps = [&steps[..], &target.steps].concat();
                is_unreadable |= !drafts.put(self.table, &mut node, &steps, cell, target, self.names);
            }
        }
        drafts.all[index].node = node;
        drafts.all[index].is_unreadable |= is_unreadable;
        Ok(())
    }

    /// The position that a row has in the list of this depth, if it says one.
    fn position(&self, row: &Row, depth: usize) -> Result<Option<usize>, Box<Finding>> {
        let Some(cell) = self.header.cell_of(row, &Column::Position(depth)) else { return Ok(None) };
        let text = cell.content.text();
        let number = text.trim().trim_end_matches(".0").parse().ok().filter(|position| *position > 0);
        let wrong = || {
            let place = self.table.place(&cell.bytes);
            let message = format!("`{}` is no place in a list", text.trim());
            Box::new(
                Finding::new(&UNREADABLE_CELL, place, message).help("number the items from 1, or leave the column out"),
            )
        };
        number.map(Some).ok_or_else(wrong)
    }
}

/// The steps from a record to an item: the fields of each list on the way, and the position in it.
fn steps(way: &[Vec<&'static str>], positions: &[usize]) -> Vec<Step> {
    let mut steps = Vec::new();
    for (fields, position) in way.iter().zip(positions) {
        steps.extend(fields.iter().map(|name| Step::Field((*name).to_owned())));
        steps.push(Step::Item(*position));
    }
    steps
}
