//! The files read back.

use std::{
    error::Error,
    ffi::OsStr,
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
    let files = files(folder)?;
    let mut records = Vec::new();
    for shape in Shape::all() {
        let numbers = files.iter().filter(|(kind, _)| *kind == shape.kind).map(|(_, number)| *number);
        // One that is missing before the last is found missing when it is opened.
        for number in 1..=numbers.max().unwrap_or_default() {
            let path = folder.join(file_name::of(shape.kind, number));
            records.extend(read_file(&path, shape)?);
        }
    }
    Ok(records)
}

/// The files that are there, by kind and number. A folder need not have all kinds, but a file that is of none has perhaps lost
/// its name, and with it its records.
fn files(folder: &Path) -> Result<Vec<(Kind, usize)>, ImportError> {
    let failed = |cause| ImportError::Read { path: folder.into(), cause };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_none_or(|extension| extension != "parquet") {
            continue;
        }
        let Some(file) = path.file_name().and_then(OsStr::to_str).and_then(file_name::parsed) else {
            let message = "no kind of record has this name, such as `actor.parquet` or `event-2.parquet`".into();
            return Err(ImportError::Malformed { path, message });
        };
        files.push(file);
    }
    Ok(files)
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
