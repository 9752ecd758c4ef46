//! The tables read back.

use std::path::Path;

use csv::{ReaderBuilder, StringRecord};
use serde_json::Value;

use super::{cell::unmarked, package::file_name};
use crate::{
    ImportError,
    import::read_to_string,
    tables::{Back, ColumnType, Table},
};

pub(super) fn read(folder: &Path) -> Result<Vec<Value>, ImportError> {
    let mut back = Back::default();
    // Who writes tables by hand writes those that have rows.
    let is_there = |table: &Table| folder.join(file_name(table)).exists();
    let tables: Vec<(usize, &'static Table)> =
        Table::all().iter().enumerate().filter(|(_, table)| is_there(table)).collect();
    if tables.is_empty() {
        return Err(ImportError::Empty { path: folder.into() });
    }
    for (index, table) in tables {
        read_table(&folder.join(file_name(table)), index, table, &mut back)?;
    }
    back.into_records().map_err(|(index, error)| ImportError::Malformed {
        path: folder.join(file_name(&Table::all()[index])),
        message: error.to_string(),
    })
}

fn read_table(path: &Path, index: usize, table: &'static Table, back: &mut Back) -> Result<(), ImportError> {
    let malformed = |message| ImportError::Malformed { path: path.into(), message };
    let text = read_to_string(path)?;
    // Spreadsheets put a mark of byte order before what they save.
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let mut reader = ReaderBuilder::new().from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| malformed(error.to_string()))?;
    let places = places(header, table).map_err(malformed)?;
    for row in reader.records() {
        let row = row.map_err(|error| malformed(error.to_string()))?;
        let cells: Vec<&str> = places
            .iter()
            .zip(&table.columns)
            .map(|(place, column)| {
                let cell = place.and_then(|place| row.get(place)).unwrap_or_default();
                match column.r#type {
                    ColumnType::Text | ColumnType::Word(_) => unmarked(cell),
                    ColumnType::Integer | ColumnType::Number | ColumnType::Boolean | ColumnType::Day => cell,
                }
            })
            .collect();
        back.add(index, &cells).map_err(|error| {
            let line = row.position().map_or(0, csv::Position::line);
            malformed(format!("line {line}: {error}"))
        })?;
    }
    Ok(())
}

/// Where each column of `table` stands in a file with this header.
fn places(header: &StringRecord, table: &Table) -> Result<Vec<Option<usize>>, String> {
    if let Some(name) = header.iter().find(|name| table.columns.iter().all(|column| column.name != *name)) {
        return Err(format!("there is no column `{name}` in the table `{}`", table.name));
    }
    let places = table.columns.iter().map(|column| {
        let place = header.iter().position(|name| name == column.name);
        if place.is_none() && column.required {
            return Err(format!("the column `{}` is missing", column.name));
        }
        Ok(place)
    });
    places.collect()
}
