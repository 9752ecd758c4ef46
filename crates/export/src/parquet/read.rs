//! The files read back.

use std::{fs::File, io, path::Path};

use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use serde_json::Value;

use super::file_name;
use crate::{
    ImportError, bounds,
    shape::{Field, Shape, Type},
};

pub(super) fn read(folder: &Path) -> Result<Vec<Value>, ImportError> {
    let mut records = Vec::new();
    for shape in Shape::all() {
        let path = folder.join(file_name(shape.kind));
        let file = open(&path).map_err(|cause| ImportError::Read { path: path.clone(), cause })?;
        read_file(file, shape, &mut records)
            .map_err(|error| ImportError::Malformed { path, message: error.to_string() })?;
    }
    Ok(records)
}

#[expect(clippy::disallowed_methods, reason = "an import is no submission; its files are read here alone")]
fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}

fn read_file(file: File, shape: &Shape, records: &mut Vec<Value>) -> Result<(), Box<dyn std::error::Error>> {
    for batch in ParquetRecordBatchReaderBuilder::try_new(file)?.build()? {
        let rows: Vec<Value> = serde_arrow::from_record_batch(&batch?)?;
        for mut record in rows {
            prune(&mut record, &shape.fields);
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
        match (&field.r#type, values.get_mut(&field.name)) {
            (Type::Object(object), Some(Value::Array(items))) => {
                for item in items {
                    prune(item, &object.fields);
                }
            }
            (Type::Object(object), Some(value)) => prune(value, &object.fields),
            (Type::Date, _) => {
                for (suffix, _) in bounds::COLUMNS {
                    values.remove(&bounds::column_name(&field.name, suffix));
                }
            }
            _ => {}
        }
    }
}
