//! Rows as records.

use std::collections::BTreeMap;

use serde_json::{Map, Number, Value};

use super::{
    catalogue::RECORD,
    table::{Column, ColumnType, Origin, Table},
};

/// The rows of all tables, as they are read back. Their order carries no meaning.
#[derive(Default)]
pub(crate) struct Back {
    /// By table, then by key.
    rows: BTreeMap<usize, BTreeMap<Key, Value>>,
}

/// The id of the record, then the positions in the lists on the way to a row.
type Key = (String, Vec<u64>);

/// Why rows are no records.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub(crate) enum BackError {
    #[error("`{column}` is empty")]
    Empty { column: &'static str },
    #[error("`{column}` is {text:?}, which is {wanted}")]
    Malformed { column: &'static str, text: String, wanted: &'static str },
    #[error("there are two rows for {key}")]
    Duplicate { key: String },
    #[error("a row for {key} hangs on no row of `{parent}`")]
    Orphan { key: String, parent: &'static str },
}

impl Back {
    /// Takes a row of the table at `index` of [`Table::all`]: the cells of its columns, an absent one empty.
    pub(crate) fn add(&mut self, index: usize, cells: &[&str]) -> Result<(), BackError> {
        // It only repeats the ids of the others.
        if index == RECORD {
            return Ok(());
        }
        let table = &Table::all()[index];
        let mut value = Value::Null;
        let mut key: Key = Default::default();
        for (column, &cell) in table.columns.iter().zip(cells) {
            if cell.is_empty() && column.required {
                return Err(BackError::Empty { column: &column.name });
            }
            match &column.origin {
                Origin::Key(0) => cell.clone_into(&mut key.0),
                Origin::Key(_) => key.1.push(position(column, cell)?),
                Origin::Value(path) if !cell.is_empty() => put(&mut value, path, parsed(column, cell)?),
                Origin::Value(_) | Origin::Earliest(_) | Origin::Latest(_) | Origin::DatePrec(_) => {}
            }
        }
        if let (true, Some(id)) = (table.path.is_empty(), value["id"].as_str()) {
            id.clone_into(&mut key.0);
        }
        let told = told(&key);
        match self.rows.entry(index).or_default().insert(key, value) {
            Some(_) => Err(BackError::Duplicate { key: told }),
            None => Ok(()),
        }
    }

    /// The records that the rows are.
    pub(crate) fn into_records(mut self) -> Result<Vec<Value>, (usize, BackError)> {
        // A table comes before those that hang on it, so that the last ones are whole.
        for (index, table) in Table::all().iter().enumerate().rev() {
            for &child in &table.children {
                let items = self.rows.remove(&child).unwrap_or_default();
                self.hang(index, &Table::all()[child], items).map_err(|error| (child, error))?;
            }
        }
        let mut records = Vec::new();
        for (index, rows) in self.rows {
            for mut record in rows.into_values() {
                record["kind"] = Table::all()[index].name.clone().into();
                records.push(record);
            }
        }
        Ok(records)
    }

    /// Puts items where they belong in the rows of their parents. They come in the order of their positions.
    fn hang(&mut self, parent: usize, child: &Table, items: BTreeMap<Key, Value>) -> Result<(), BackError> {
        let mut lists: BTreeMap<Key, Vec<Value>> = BTreeMap::new();
        for ((id, mut positions), item) in items {
            positions.pop();
            lists.entry((id, positions)).or_default().push(item);
        }
        for (key, list) in lists {
            let row = self.rows.get_mut(&parent).and_then(|rows| rows.get_mut(&key));
            let orphan = || BackError::Orphan { key: told(&key), parent: &Table::all()[parent].name };
            put(row.ok_or_else(orphan)?, &child.path, Value::Array(list));
        }
        Ok(())
    }
}

fn told((id, positions): &Key) -> String {
    positions.iter().fold(format!("`{id}`"), |told, position| format!("{told}, position {position}"))
}

fn position(column: &'static Column, cell: &str) -> Result<u64, BackError> {
    cell.parse().map_err(|_| malformed(column, cell, "no position"))
}

fn parsed(column: &'static Column, cell: &str) -> Result<Value, BackError> {
    match column.r#type {
        ColumnType::Text | ColumnType::Word(_) | ColumnType::Day => Ok(cell.into()),
        ColumnType::Integer | ColumnType::Number => {
            serde_json::from_str::<Number>(cell).map(Value::Number).map_err(|_| malformed(column, cell, "no number"))
        }
        ColumnType::Boolean => {
            cell.parse().map(Value::Bool).map_err(|_| malformed(column, cell, "neither true nor false"))
        }
    }
}

fn malformed(column: &'static Column, text: &str, wanted: &'static str) -> BackError {
    BackError::Malformed { column: &column.name, text: text.into(), wanted }
}

/// Puts `value` where `path` leads to, with the objects on the way.
fn put(target: &mut Value, path: &[&'static str], value: Value) {
    let mut target = target;
    for &field in path {
        if target.is_null() {
            *target = Value::Object(Map::new());
        }
        target = &mut target[field];
    }
    *target = value;
}
