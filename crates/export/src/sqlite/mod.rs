//! One database of `SQLite`.

mod quoted;
mod views;

use std::{fmt::Write as _, io, path::Path};

use rusqlite::{
    Connection, Statement, ToSql, Transaction,
    ffi::SQLITE_CONSTRAINT_PRIMARYKEY,
    params_from_iter,
    types::{ToSqlOutput, ValueRef},
};
use standpoint_model::{DuplicateIdError, Record};

use self::quoted::quoted;
use crate::{
    Format, Records, Write,
    tables::{Cell, Column, ColumnType, Table, write_rows},
};

pub(crate) const FORMAT: Format = Format {
    name: "sqlite",
    summary: "a database of tables with keys, a text search and views: Datasette, SQL",
    extension: "db",
    media_type: "application/vnd.sqlite3",
    docs: include_str!("../../docs/sqlite.md"),
    losses: &[],
    streams: true,
    public: false,
    write: Write::File(write),
    read: None,
};

/// The file is moved to its place when it is complete, so that it needs no journal. Foreign keys are kept by whoever
/// opens it; a record may come before the one that it names.
const SETTINGS: &str = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;";

fn write(records: Records<'_>, path: &Path) -> io::Result<()> {
    let mut connection = Connection::open(path).map_err(io::Error::other)?;
    connection.execute_batch(SETTINGS).map_err(io::Error::other)?;
    let transaction = connection.transaction().map_err(io::Error::other)?;
    transaction.execute_batch(&definitions()).map_err(io::Error::other)?;
    insert(records, &transaction)?;
    transaction.execute_batch(&views::views()).map_err(io::Error::other)?;
    transaction.commit().map_err(io::Error::other)?;
    connection.close().map_err(|(_, error)| io::Error::other(error))
}

fn insert(records: Records<'_>, transaction: &Transaction<'_>) -> io::Result<()> {
    let statements = Table::all().iter().map(|table| transaction.prepare(&insertion(table)));
    let mut statements: Vec<Statement<'_>> = statements.collect::<Result<_, _>>().map_err(io::Error::other)?;
    for record in records {
        let record = record?;
        write_rows(&record, |table, cells| {
            let inserted = statements[table].execute(params_from_iter(cells));
            inserted.map(drop).map_err(|error| refused(error, &record))
        })?;
    }
    Ok(())
}

/// Why a row of `record` was not inserted. The key of a list is within that of its record, so only ids can stand twice.
fn refused(error: rusqlite::Error, record: &Record) -> io::Error {
    match error.sqlite_extended_error_code() {
        Some(SQLITE_CONSTRAINT_PRIMARYKEY) => io::Error::other(DuplicateIdError { id: record.id().to_owned() }),
        _ => io::Error::other(error),
    }
}

impl ToSql for Cell<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Cell::Absent => ToSqlOutput::Borrowed(ValueRef::Null),
            Cell::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Cell::Boolean(truth) => (*truth).into(),
            // Whole numbers of records have at most 53 bits.
            Cell::Integer(number) => i64::try_from(*number).unwrap_or(i64::MAX).into(),
            Cell::Number(number) => (*number).into(),
        })
    }
}

fn insertion(table: &Table) -> String {
    let places = vec!["?"; table.columns.len()].join(", ");
    format!("INSERT INTO {} VALUES ({places})", quoted(&table.name))
}

fn definitions() -> String {
    Table::all().iter().map(definition).collect()
}

fn definition(table: &Table) -> String {
    let mut sql = format!("CREATE TABLE {} (\n", quoted(&table.name));
    for column in &table.columns {
        let _ = writeln!(sql, "  {},", column_definition(column));
    }
    for key in &table.foreign_keys {
        let (columns, refers_to) = (list(&key.columns), list(&key.refers_to));
        let _ = writeln!(sql, "  FOREIGN KEY ({columns}) REFERENCES {} ({refers_to}) {DEFERRED},", quoted(&key.table));
    }
    let key: Vec<String> = table.key().iter().map(|column| column.name.clone()).collect();
    let _ = writeln!(sql, "  PRIMARY KEY ({})\n) {};", list(&key), options(table));
    sql
}

/// Items of lists are small, and their key is most of them; a record may hold long texts.
fn options(table: &Table) -> &'static str {
    if table.key_length > 1 { "STRICT, WITHOUT ROWID" } else { "STRICT" }
}

/// Whoever adds records may add them in any order.
const DEFERRED: &str = "DEFERRABLE INITIALLY DEFERRED";

fn column_definition(column: &Column) -> String {
    let name = quoted(&column.name);
    let (r#type, check) = match column.r#type {
        ColumnType::Text | ColumnType::Word(_) | ColumnType::Day => ("TEXT", String::new()),
        ColumnType::Integer => ("INTEGER", String::new()),
        ColumnType::Number => ("REAL", String::new()),
        ColumnType::Boolean => ("INTEGER", format!(" CHECK ({name} IN (0, 1))")),
    };
    let not_null = if column.required { " NOT NULL" } else { "" };
    format!("{name} {type}{not_null}{check}")
}

fn list(names: &[String]) -> String {
    names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ")
}
