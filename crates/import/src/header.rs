//! What the columns of a table say.

use std::collections::{BTreeMap, BTreeSet};

use standpoint_model::{
    Kind,
    shape::{Form, Object, Shape},
};
use standpoint_report::Finding;
use standpoint_validate::nearest_word;

use crate::{
    cell::Cell,
    codes::{REPEATED_COLUMN, UNKNOWN_COLUMN, UNKNOWN_TABLE},
    column::Column,
    names::own_id,
    subject::{Subject, plain},
    table::{Row, Table},
};

/// What the columns of each table say; of one that says nothing, none.
#[derive(Debug)]
pub(crate) struct Headers {
    pub(crate) all: Vec<Option<Header>>,
}

/// What the columns of a table say.
#[derive(Debug)]
pub(crate) struct Header {
    pub(crate) subject: Subject,
    /// The names of the columns, by their places.
    names: BTreeMap<usize, String>,
    /// What they say of records of each kind; of items, of none.
    columns: BTreeMap<Option<Kind>, BTreeMap<usize, Column>>,
}

impl Headers {
    pub(crate) fn of(tables: &[Table], findings: &mut Vec<Finding>) -> Self {
        Self { all: tables.iter().map(|table| Header::of(table, findings)).collect() }
    }
}

impl Header {
    fn of(table: &Table, findings: &mut Vec<Finding>) -> Option<Self> {
        let names: BTreeMap<usize, String> =
            table.header.iter().map(|cell| (cell.column, plain(&cell.content.text()))).collect();
        // A table without rows says nothing, whatever it is called.
        if table.rows.is_empty() {
            return None;
        }
        let place = table.place(&table.header.first().map_or(0..0, |cell| cell.bytes.clone()));
        let has = |name: &str| names.values().any(|other| other == name);
        let subject = match Subject::of(&table.name) {
            Some(Subject::NoData) => return None,
            Some(subject) => subject,
            None if table.header.is_empty() || has("kind") || has("id") => Subject::Records(None),
            None => {
                findings.push(unknown_table(table, place));
                return None;
            }
        };
        let mut header = Self { subject, names, columns: BTreeMap::new() };
        let kinds: BTreeSet<Option<Kind>> = match subject {
            Subject::Items(_) => BTreeSet::from([None]),
            _ => table.rows.iter().map(|row| header.kind_of(row)).collect(),
        };
        for kind in kinds {
            let columns = header.names.iter().filter_map(|(at, name)| Some((*at, header.column_of(kind, name)?)));
            let columns = columns.collect();
            header.columns.insert(kind, columns);
        }
        header.tell_repeated(table, findings);
        header.tell_unknown(table, findings);
        Some(header)
    }

    fn column_of(&self, kind: Option<Kind>, name: &str) -> Option<Column> {
        match (self.subject, kind) {
            (Subject::Items(list), _) => Column::of_item(name, list),
            (_, Some(kind)) => Column::of_record(name, &Shape::of(kind).object),
            (_, None) => (name == "kind").then_some(Column::Kind),
        }
    }

    /// Tells of columns that say what others before them say, and leaves them out.
    fn tell_repeated(&mut self, table: &Table, findings: &mut Vec<Finding>) {
        let mut repeated: BTreeMap<usize, usize> = BTreeMap::new();
        for columns in self.columns.values() {
            let of_columns = columns.iter().filter(|(_, column)| **column != Column::Derived);
            let seen: Vec<(&usize, &Column)> = of_columns.collect();
            for (nth, (at, column)) in seen.iter().enumerate() {
                if let Some((first, _)) = seen[..nth].iter().find(|(_, other)| column.overlaps(other)) {
                    repeated.insert(**at, **first);
                }
            }
        }
        for (at, first) in repeated {
            self.columns.values_mut().for_each(|columns| drop(columns.remove(&at)));
            let [Some(cell), Some(other)] = [at, first].map(|at| table.header.iter().find(|cell| cell.column == at))
            else {
                continue;
            };
            let message = format!("`{}` says the same as another column", cell.content.text().trim());
            findings.push(
                Finding::new(&REPEATED_COLUMN, table.place(&cell.bytes), message)
                    .help("keep one of them; several values have numbers behind the name, as in `source 2`")
                    .related(table.place(&other.bytes), "the other one"),
            );
            self.names.remove(&at);
        }
    }

    /// Tells of columns that no row has a field for, and of cells that are in no column.
    fn tell_unknown(&self, table: &Table, findings: &mut Vec<Finding>) {
        for cell in &table.header {
            let Some(name) = self.names.get(&cell.column).filter(|_| !self.is_known(cell.column)) else { continue };
            let message = format!("no record here has a field for the column `{}`", cell.content.text().trim());
            let known = self.known_names();
            let nearest = nearest_word(name, known.iter().map(String::as_str));
            let help = nearest.map_or_else(
                || "take the column out, or leave it out with `--allow unknown-column`".to_owned(),
                |name| format!("did you mean `{name}`? `--allow unknown-column` leaves the column out"),
            );
            findings.push(Finding::new(&UNKNOWN_COLUMN, table.place(&cell.bytes), message).help(help));
        }
        let mut told = BTreeSet::new();
        let named: BTreeSet<usize> = table.header.iter().map(|cell| cell.column).collect();
        for cell in table.rows.iter().flat_map(|row| &row.cells).filter(|cell| !named.contains(&cell.column)) {
            if told.insert(cell.column) {
                let message = "this cell stands in a column without a name";
                let help = "name the column, or clear the cell; a text with a separator in it needs quotation marks";
                findings.push(Finding::new(&UNKNOWN_COLUMN, table.place(&cell.bytes), message).help(help));
            }
        }
    }

    /// The names that columns of this table may have.
    fn known_names(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        if let Subject::Items(list) = self.subject {
            names.extend([format!("{}_id", list.kind), "item".into(), "value".into()]);
            if let Form::Object(object) = &list.field.r#type.form {
                add_names(object, &mut names);
            }
        }
        for kind in self.columns.keys().flatten() {
            let object = &Shape::of(*kind).object;
            add_names(object, &mut names);
            if let Some(Form::Object(basis)) = object.field("basis").map(|basis| &basis.r#type.form) {
                add_names(basis, &mut names);
            }
            names.extend(["source", "words", "span", "page", "locator", "quote"].map(str::to_owned));
        }
        names
    }

    /// Whether rows of some kind have a field for a column.
    pub(crate) fn is_known(&self, column: usize) -> bool {
        self.columns.values().any(|columns| columns.contains_key(&column))
    }

    /// The name of a column.
    pub(crate) fn name(&self, column: usize) -> &str {
        self.names.get(&column).map_or("", String::as_str)
    }

    /// The place of the column of this name.
    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.names.iter().find(|(_, other)| *other == name).map(|(at, _)| *at)
    }

    pub(crate) fn id_cell<'r>(&self, row: &'r Row) -> Option<&'r Cell> {
        row.cell(self.column("id")?)
    }

    pub(crate) fn kind_cell<'r>(&self, row: &'r Row) -> Option<&'r Cell> {
        row.cell(self.column("kind")?)
    }

    /// The kind of the record that a row is: the one that it says, that of the table, or that of its id.
    pub(crate) fn kind_of(&self, row: &Row) -> Option<Kind> {
        if let Some(cell) = self.kind_cell(row) {
            let word = plain(&cell.content.text());
            return Kind::ALL.iter().copied().find(|kind| word == kind.as_str() || word == kind.plural());
        }
        match self.subject {
            Subject::Records(Some(kind)) => Some(kind),
            _ => Kind::of_id(self.id_cell(row)?.content.text().trim()),
        }
    }

    /// The id of the record that a row is, if it says one.
    pub(crate) fn id_of(&self, row: &Row) -> Option<String> {
        let text = self.id_cell(row)?.content.text();
        let text = text.trim();
        Some(self.kind_of(row).map_or_else(|| text.to_owned(), |kind| own_id(kind, text)))
    }

    /// The columns with the cells of a row and what they say of a record of this kind.
    pub(crate) fn cells<'h, 'r>(
        &'h self,
        kind: Option<Kind>,
        row: &'r Row,
    ) -> impl Iterator<Item = (usize, Option<&'r Cell>, Option<&'h Column>)> {
        let columns = self.columns.get(&kind);
        self.names.keys().map(move |at| (*at, row.cell(*at), columns.and_then(|columns| columns.get(at))))
    }

    /// The cell of a row in the column that says this of an item.
    pub(crate) fn cell_of<'r>(&self, row: &'r Row, says: &Column) -> Option<&'r Cell> {
        let columns = self.columns.get(&None)?;
        let (at, _) = columns.iter().find(|(_, column)| *column == says)?;
        row.cell(*at)
    }
}

fn add_names(object: &Object, names: &mut Vec<String>) {
    names.extend(object.fields.iter().map(|field| field.name.clone()).filter(|name| name != "$schema"));
}

fn unknown_table(table: &Table, place: standpoint_report::Place) -> Finding {
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
    let nearest = nearest_word(&plain(&table.name), kinds.iter().copied());
    let meant = nearest.map_or_else(String::new, |kind| format!("did you mean `{kind}`? "));
    let message = format!("the table `{}` is called after no kind of record", table.name);
    let help = format!(
        "{meant}call it after one of {}, or give it a column `kind`; `--allow unknown-table` leaves it out",
        kinds.join(", ")
    );
    Finding::new(&UNKNOWN_TABLE, place, message).help(help)
}
