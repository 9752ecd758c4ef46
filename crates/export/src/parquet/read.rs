//! The files read back.

use std::{
    error::Error,
    fs::{self, File},
    path::Path,
};

use parquet::arrow::arrow_reader::{ArrowReaderOptions, ParquetRecordBatchReaderBuilder};
use serde_json::Value;
use standpoint_model::{
    Kind,
    shape::{Field, Form, Shape},
};

use super::file_name;
use crate::{
    ImportError, bounds,
    failure::unless_it_panics,
    import::{LARGEST, open},
};

pub(super) fn read(folder: &Path) -> Result<Vec<Value>, ImportError> {
    let mut records = Vec::new();
    for shape in Shape::all() {
        for number in 1..=files_of(shape.kind, folder)? {
            let path = folder.join(file_name::of(shape.kind, number));
            records.extend(read_file(&path, shape)?);
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
        let number = name.to_str().and_then(|name| file_name::number(name, kind));
        last = last.max(number.unwrap_or_default());
    }
    Ok(last)
}

fn read_file(path: &Path, shape: &Shape) -> Result<Vec<Value>, ImportError> {
    let file = open(path)?;
    let malformed = |message: String| ImportError::Malformed { path: path.into(), message };
    // The library trusts numbers in the file which it later asserts something of, or divides by.
    match unless_it_panics(|| rows(file, shape)) {
        Some(Ok(Some(records))) => Ok(records),
        Some(Ok(None)) => Err(ImportError::TooLarge { path: path.into(), limit: LARGEST }),
        Some(Err(error)) => Err(malformed(error.to_string())),
        None => Err(malformed("it is damaged, or no file of Parquet as it should be".into())),
    }
}

/// The records of a file, unless they are too many for the memory.
fn rows(file: File, shape: &Shape) -> Result<Option<Vec<Value>>, Box<dyn Error>> {
    // The types of Parquet are enough. Those of Arrow, which a file may have too, need not agree with them.
    let options = ArrowReaderOptions::new().with_skip_arrow_metadata(true);
    let (mut records, mut size) = (Vec::new(), 0);
    for batch in ParquetRecordBatchReaderBuilder::try_new_with_options(file, options)?.build()? {
        let batch = batch?;
        size += batch.get_array_memory_size() as u64;
        if size > LARGEST {
            return Ok(None);
        }
        let rows: Vec<Value> = serde_arrow::from_record_batch(&batch)?;
        for mut record in rows {
            prune(&mut record, shape.fields());
            record["kind"] = shape.kind.as_str().into();
            records.push(record);
        }
    }
    Ok(Some(records))
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
