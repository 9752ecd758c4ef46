//! The description of the tables, as a Frictionless data package.

use serde_json::{Map, Value, json};
use standpoint_model::Manifest;

use crate::tables::{Column, ColumnType, ForeignKey, Table};

pub(super) const FILE_NAME: &str = "datapackage.json";

/// The name of the file of a table.
pub(super) fn file_name(table: &Table) -> String {
    format!("{}.csv", table.name)
}

/// How cells are written, for whoever opens the package.
const CELLS: &str = "An empty cell is a value that is absent; no value is empty. A text that begins with =, +, -, @, \
    a tab or a carriage return, or with apostrophes before one of them, has one more apostrophe before it, which is not \
    part of it and keeps a spreadsheet from taking it for a formula. Dates have none.";

/// What `datapackage.json` holds.
pub(super) fn package(manifest: Option<&Manifest>) -> Value {
    let mut package = manifest.map(about).unwrap_or_default();
    package.insert("profile".into(), "tabular-data-package".into());
    let description = match package.get("description").and_then(Value::as_str) {
        Some(description) => format!("{description}\n\n{CELLS}"),
        None => CELLS.into(),
    };
    package.insert("description".into(), description.into());
    package.insert("resources".into(), Table::all().iter().map(resource).collect());
    Value::Object(package)
}

/// What the manifest says of the dataset.
fn about(manifest: &Manifest) -> Map<String, Value> {
    let mut about = Map::new();
    about.insert("name".into(), manifest.id.slug().into());
    about.insert("title".into(), manifest.title.as_str().into());
    if let Some(description) = &manifest.description {
        about.insert("description".into(), description.as_str().into());
    }
    about.insert("version".into(), json!(manifest.version));
    about.insert("licenses".into(), json!([{ "name": manifest.license }]));
    about.insert("contributors".into(), json!([{ "title": manifest.publisher, "role": "publisher" }]));
    about
}

fn resource(table: &Table) -> Value {
    json!({
        "name": table.name,
        "profile": "tabular-data-resource",
        "description": table.description,
        "path": file_name(table),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {
            "delimiter": ",", "lineTerminator": "\n", "quoteChar": "\"", "doubleQuote": true, "skipInitialSpace": false,
            "header": true,
        },
        "schema": {
            "fields": table.columns.iter().map(field).collect::<Value>(),
            "missingValues": [""],
            "primaryKey": table.key().iter().map(|column| &column.name).collect::<Vec<_>>(),
            "foreignKeys": table.foreign_keys.iter().map(|key| foreign_key(key, table)).collect::<Value>(),
        },
    })
}

fn field(column: &Column) -> Value {
    let mut constraints = Map::new();
    if column.required {
        constraints.insert("required".into(), true.into());
    }
    let r#type = match column.r#type {
        ColumnType::Word(vocabulary) => {
            constraints.insert("enum".into(), vocabulary.words.iter().map(|known| known.word.as_str()).collect());
            "string"
        }
        ColumnType::Text => "string",
        ColumnType::Integer => "integer",
        ColumnType::Number => "number",
        ColumnType::Boolean => "boolean",
        ColumnType::Day => "date",
    };
    let mut field = json!({ "name": column.name, "type": r#type, "description": column.description });
    if !constraints.is_empty() {
        field["constraints"] = constraints.into();
    }
    field
}

fn foreign_key(key: &ForeignKey, table: &Table) -> Value {
    // A table is called by no name in its own keys.
    let resource = if key.table == table.name { "" } else { &key.table };
    json!({ "fields": key.columns, "reference": { "resource": resource, "fields": key.refers_to } })
}
