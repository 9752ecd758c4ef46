//! The files read back.

use std::{
    fs::{self, File},
    io,
    path::Path,
};

use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use serde_json::Value;
use standpoint_model::{
    Kind,
    shape::{Field, Form, Shape},
};

use super::file_name;
use crate::{ImportError, bounds};

pub(super) fn read(folder: &Path) -> Result<Vec<Value>, ImportError> {
    let mut records = Vec::new();
    for shape in Shape::all() {
        for number in 1..=files_of(shape.kind, folder)? {
            let path = folder.join(file_name(shape.kind, number));
            let file = open(&path).map_err(|cause| ImportError::Read { path: path.clone(), cause })?;
            read_file(file, shape, &mut records)
                .map_err(|error| ImportError::Malformed { path, message: error.to_string() })?;
        }
    }
    Ok(records)
}

/// How many files of a kind there should be, by their numbers. One that is missing is found missing when it is opened.
fn files_of(kind: Kind, folder: &Path) -> Result<usize, ImportError> {
    let failed = |cause| ImportError::Read { path: folder.into(), cause };
    let mut last = 1;
    for entry in fs::read_dir(folder).map_err(failed)? {
        let name = entry.map_err(failed)?.file_name();
        let number = name.to_str().and_then(|name| {
            name.strip_prefix(kind.as_str())?.strip_prefix('-')?.strip_suffix(".parquet")?.parse().ok()
        });
        last = last.max(number.unwrap_or_default());
    }
    Ok(last)
}

#[expect(clippy::disallowed_methods, reason = "an import is no submission; its files are read here alone")]
fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}

fn read_file(file: File, shape: &Shape, records: &mut Vec<Value>) -> Result<(), Box<dyn std::error::Error>> {
    for batch in ParquetRecordBatchReaderBuilder::try_new(file)?.build()? {
        let rows: Vec<Value> = serde_arrow::from_record_batch(&batch?)?;
        for mut record in rows {
            prune(&mut record, shape.fields());
            record["kind"] = shape.kind.as_str().into();
            records.push(record);
        }
    }
    Ok(())
}

/// Leaves out what a record does not say: what is absent, and the bounds of dates, which follow from them.
fn prune(row: &mut Value, fields: &[Field]) {
    let Value::Object(values) = row else { return };
    values.retain(|_, value| !value.is_null() && value.as_array().is_none_or(|items| !items.is_empty()));
    for field in fields {
        match (&field.r#type.form, values.get_mut(&field.name)) {
            (Form::Object(object), Some(Value::Array(items))) => {
                for item in items {
                    prune(item, &object.fields);
                }
            }
            (Form::Object(object), Some(value)) => prune(value, &object.fields),
            (Form::Date, _) => {
                for (suffix, _) in bounds::COLUMNS {
                    values.remove(&bounds::column_name(&field.name, suffix));
                }
            }
            _ => {}
        }
    }
}
