//! Records as rows.

use std::{borrow::Cow, io};

use standpoint_model::{Day, Record};

use super::{
    catalogue::RECORD,
    table::{Origin, Table},
};
use crate::{
    bounds::Bounds,
    tree::{Tree, Value},
};

/// What stands in a column of a row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell<'a> {
    Absent,
    Text(Cow<'a, str>),
    Integer(u64),
    Number(f64),
    Boolean(bool),
}

/// Gives each row of `record` to `write`, with the index of its table, a row before those that hang on it.
pub(crate) fn write_rows(
    record: &Record,
    mut write: impl FnMut(usize, &[Cell<'_>]) -> io::Result<()>,
) -> io::Result<()> {
    let tree = Tree::of(record)?;
    let row = Value::Object(tree.fields());
    let mut rows = Rows { key: vec![cell(tree.fields().get("id"))], cells: Vec::new(), write: &mut write };
    rows.add(RECORD, row)?;
    rows.add(Table::of(record.kind()), row)
}

struct Rows<'a, 'w> {
    /// That of the row which is written.
    key: Vec<Cell<'a>>,
    /// Kept for its allocation.
    cells: Vec<Cell<'a>>,
    write: &'w mut dyn FnMut(usize, &[Cell<'_>]) -> io::Result<()>,
}

impl<'a> Rows<'a, '_> {
    fn add(&mut self, index: usize, row: Value<'a>) -> io::Result<()> {
        let table = &Table::all()[index];
        self.cells.clear();
        for column in &table.columns {
            let cell = match &column.origin {
                Origin::Key(place) => self.key[*place].clone(),
                Origin::Value(path) => cell(at(row, path)),
                Origin::Earliest(path) => day(bounds(row, path).earliest),
                Origin::Latest(path) => day(bounds(row, path).latest),
                Origin::DatePrec(path) => {
                    bounds(row, path).date_prec.map_or(Cell::Absent, |prec| Cell::Integer(prec.into()))
                }
            };
            self.cells.push(cell);
        }
        (self.write)(index, &self.cells)?;
        for &child in &table.children {
            let Some(Value::List(items)) = at(row, &Table::all()[child].path) else { continue };
            for (position, item) in (1..).zip(items.iter()) {
                self.key.push(Cell::Integer(position));
                self.add(child, item)?;
                self.key.pop();
            }
        }
        Ok(())
    }
}

/// What `path` leads to.
fn at<'a>(value: Value<'a>, path: &[&str]) -> Option<Value<'a>> {
    path.iter().try_fold(value, |value, field| match value {
        Value::Object(fields) => fields.get(field),
        _ => None,
    })
}

fn cell(value: Option<Value<'_>>) -> Cell<'_> {
    match value {
        Some(Value::Text(text)) => Cell::Text(text.into()),
        Some(Value::Integer(number)) => Cell::Integer(number),
        Some(Value::Number(number)) => Cell::Number(number),
        Some(Value::Boolean(truth)) => Cell::Boolean(truth),
        // Lists and objects have columns and tables of their own.
        None | Some(Value::List(_) | Value::Object(_)) => Cell::Absent,
    }
}

fn bounds(row: Value<'_>, path: &[&str]) -> Bounds {
    at(row, path).and_then(Value::as_text).map(Bounds::of).unwrap_or_default()
}

fn day<'a>(day: Option<Day>) -> Cell<'a> {
    day.map_or(Cell::Absent, |day| Cell::Text(day.to_string().into()))
}
