//! Writes a large dataset to standard output: `synthesize RECORDS.ndjson N` repeats the records until there are N or, so
//! that the last copy is whole, a few more.
//!
//! Each copy has ids, names, schemes of codes and texts of sources of its own and names the records of its own copy, so
//! that a dataset in which nothing is found stays one. The manifest stands once. The same input always gives the same output.
#![allow(clippy::print_stderr, clippy::disallowed_methods, reason = "an example prints and reads a file")]

use std::{
    collections::HashSet,
    fs,
    io::{self, BufWriter, Write},
    process::ExitCode,
};

use serde_json::Value;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.as_slice() {
        [path, number] => number.parse().map_err(io::Error::other).and_then(|number| synthesize(path, number)),
        _ => Err(io::Error::other("usage: synthesize RECORDS.ndjson N")),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn synthesize(path: &str, number: usize) -> io::Result<()> {
    let text = fs::read_to_string(path)?;
    let (manifest, records): (Vec<Value>, Vec<Value>) = text
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<Vec<Value>, _>>()?
        .into_iter()
        .partition(|record| record["kind"] == "dataset");
    let ids: HashSet<&str> = records.iter().filter_map(|record| record["id"].as_str()).collect();
    let mut out = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    for record in &manifest {
        writeln!(out, "{record}")?;
    }
    let copies = number.saturating_sub(manifest.len()).div_ceil(records.len().max(1));
    for copy in 1..=copies {
        for record in &records {
            let mut record = record.clone();
            rename("", &mut record, &ids, copy);
            writeln!(out, "{record}")?;
        }
    }
    out.flush()
}

/// Gives what each id, name, scheme and text of a source below `field` should have alone the number of its copy.
fn rename(field: &str, value: &mut Value, ids: &HashSet<&str>, copy: usize) {
    match value {
        Value::String(text) => {
            if ["scheme", "name", "url"].contains(&field) || ids.contains(text.as_str()) {
                *text = format!("{text}-copy-{copy}");
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| rename(field, item, ids, copy)),
        Value::Object(fields) => {
            fields.iter_mut().for_each(|(field, value)| rename(field, value, ids, copy));
            // What has a digest and a length is the text of a source.
            if fields.contains_key("length")
                && let Some(Value::String(digest)) = fields.get_mut("sha256")
            {
                digest.replace_range(..16, &format!("{copy:016x}"));
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
