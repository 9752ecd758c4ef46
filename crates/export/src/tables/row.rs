//! Records as rows.

use std::{borrow::Cow, io};

use serde_json::{Map, Number, Value};
use standpoint_model::{Day, Record};

use super::{Origin, RECORD, Table};
use crate::bounds::Bounds;

/// What stands in a column of a row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell<'a> {
    Absent,
    Text(Cow<'a, str>),
    Number(Cow<'a, Number>),
    Boolean(bool),
}

/// Gives each row of `record` to `write`, with the index of its table, a row before those that hang on it.
pub(crate) fn write_rows(
    record: &Record,
    mut write: impl FnMut(usize, &[Cell<'_>]) -> io::Result<()>,
) -> io::Result<()> {
    let value = serde_json::to_value(record)?;
    let mut rows = Rows { key: vec![cell(value.get("id"))], cells: Vec::new(), write: &mut write };
    rows.add(RECORD, &value)?;
    rows.add(Table::of(record.kind()), &value)
}

struct Rows<'a, 'w> {
    /// That of the row which is written.
    key: Vec<Cell<'a>>,
    /// Kept for its allocation.
    cells: Vec<Cell<'a>>,
    write: &'w mut dyn FnMut(usize, &[Cell<'_>]) -> io::Result<()>,
}

impl<'a> Rows<'a, '_> {
    fn add(&mut self, index: usize, row: &'a Value) -> io::Result<()> {
        let table = &Table::all()[index];
        self.cells.clear();
        for column in &table.columns {
            let cell = match &column.origin {
                Origin::Key(place) => self.key[*place].clone(),
                Origin::Value(path) => cell(at(row, path)),
                Origin::Earliest(path) => day(bounds(row, path).earliest),
                Origin::Latest(path) => day(bounds(row, path).latest),
                Origin::DatePrec(path) => {
                    bounds(row, path).date_prec.map_or(Cell::Absent, |prec| Cell::integer(prec.into()))
                }
            };
            self.cells.push(cell);
        }
        (self.write)(index, &self.cells)?;
        for &child in &table.children {
            let items = at(row, &Table::all()[child].path).and_then(Value::as_array);
            for (position, item) in (1..).zip(items.into_iter().flatten()) {
                self.key.push(Cell::integer(position));
                self.add(child, item)?;
                self.key.pop();
            }
        }
        Ok(())
    }
}

impl Cell<'_> {
    fn integer(integer: u64) -> Self {
        Self::Number(Cow::Owned(integer.into()))
    }
}

/// What `path` leads to.
fn at<'a>(value: &'a Value, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, field| value.get(field))
}

fn cell(value: Option<&Value>) -> Cell<'_> {
    match value {
        Some(Value::String(text)) => Cell::Text(Cow::Borrowed(text)),
        Some(Value::Number(number)) => Cell::Number(Cow::Borrowed(number)),
        Some(Value::Bool(truth)) => Cell::Boolean(*truth),
        // Lists and objects have columns and tables of their own.
        None | Some(Value::Null | Value::Array(_) | Value::Object(_)) => Cell::Absent,
    }
}

fn bounds(row: &Value, path: &[&str]) -> Bounds {
    at(row, path).and_then(Value::as_str).map(Bounds::of).unwrap_or_default()
}

fn day<'a>(day: Option<Day>) -> Cell<'a> {
    day.map_or(Cell::Absent, |day| Cell::Text(day.to_string().into()))
}

/// Puts `value` where `path` leads to, with the objects on the way.
pub(super) fn put(target: &mut Value, path: &[&'static str], value: Value) {
    let mut target = target;
    for &field in path {
        if target.is_null() {
            *target = Value::Object(Map::new());
        }
        target = &mut target[field];
    }
    *target = value;
}
