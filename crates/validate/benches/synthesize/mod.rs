//! Large datasets, made of a small one.

use std::{
    collections::HashSet,
    io::{self, Write},
};

use serde_json::Value;

/// Repeats the records of `lines`, one a line, until there are `number` of them or, so that the last copy is whole, a few
/// more. The same input always gives the same output.
///
/// Each copy has ids, names, schemes of codes and texts of sources of its own and names the records of its own copy, so
/// that a dataset in which nothing is found stays one. The manifest stands once.
pub(crate) fn write(lines: &str, number: usize, out: &mut impl Write) -> io::Result<()> {
    let (manifest, records): (Vec<Value>, Vec<Value>) = lines
        .lines()
        .map(serde_json::from_str)
        .collect::<Result<Vec<Value>, _>>()?
        .into_iter()
        .partition(|record| record["kind"] == "dataset");
    let ids: HashSet<&str> = records.iter().filter_map(|record| record["id"].as_str()).collect();
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
