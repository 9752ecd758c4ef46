//! `standpoint import`

use std::{
    collections::HashMap,
    io::{self, Write},
    path::PathBuf,
};

use standpoint_edit::{Diff, RecordDiff};
use standpoint_export::{Format, Records};
use standpoint_import::{Fate, Imported, ImportedRow, Tables};
use standpoint_model::{Dataset, Record};
use standpoint_validate::{Input, Level, printable};

use crate::{
    arguments::{Import, ImportFormat},
    failure::Failure,
    interrupt::Interrupt,
    outcome::Outcome,
    settings::Settings,
    summary::counted,
    terminal,
};

pub(super) fn run(arguments: &Import) -> Result<Outcome, Failure> {
    if let Some(output) = &arguments.output {
        standpoint_export::spare_inputs(output, &[&arguments.path])?;
    }
    let tables = match arguments.from {
        ImportFormat::Csv => Tables::csv(&arguments.path)?,
        ImportFormat::Workbook => Tables::workbook(&arguments.path)?,
        ImportFormat::Map if arguments.into.is_empty() => return Err(Failure::OnlyInto),
        ImportFormat::Map => Tables::geojson(&arguments.path)?,
        ImportFormat::Export(format) => {
            if let Some(option) = option_of_tables(arguments) {
                return Err(Failure::OnlyTables(option));
            }
            write(arguments, &format.read(&arguments.path)?)?;
            return Ok(Outcome::Clean);
        }
    };
    let given = if arguments.into.is_empty() { std::slice::from_ref(&arguments.path) } else { &arguments.into[..] };
    let settings = Settings::of_paths(given, &arguments.levels)?;
    let into: &[PathBuf] = if arguments.into.is_empty() { &[] } else { &settings.paths };
    let inputs: Vec<Input> = into.iter().map(Input::path).collect();
    let imported = tables.import(&settings.levels, &inputs)?;
    let format = arguments.findings.format;
    let style = terminal::style(&io::stderr(), arguments.findings.all);
    format.write(imported.report(), style, &mut io::stderr().lock())?;
    if arguments.dry_run {
        write_rows(&imported, &mut io::stdout().lock())?;
        return Ok(if imported.is_valid() { Outcome::Clean } else { Outcome::Findings });
    }
    if !imported.is_valid() && !arguments.allow_invalid {
        if !format.for_machines {
            let errors = counted(imported.report().count(Level::Error), "error");
            let help = "`--allow-invalid` takes the records that can be read";
            writeln!(io::stderr(), "{errors}; nothing was written. {help}")?;
        }
        return Ok(Outcome::Findings);
    }
    if !into.is_empty() {
        return put(into, &imported);
    }
    let records: Vec<Record> = imported.rows().iter().filter_map(|row| row.record.clone()).collect();
    if records.is_empty() {
        if !format.for_machines {
            writeln!(io::stderr(), "no record can be read, so nothing was written")?;
        }
        return Ok(Outcome::Findings);
    }
    write(arguments, &Dataset::new(records).map_err(standpoint_validate::InvalidError::from)?)?;
    Ok(Outcome::Clean)
}

/// The first of the options that was given, and is about tables.
fn option_of_tables(arguments: &Import) -> Option<&'static str> {
    let given = [
        (!arguments.into.is_empty(), "--into"),
        (arguments.dry_run, "--dry-run"),
        (arguments.allow_invalid, "--allow-invalid"),
    ];
    given.into_iter().find(|(is_given, _)| *is_given).map(|(_, option)| option)
}

/// Writes the records, a record a line.
fn write(arguments: &Import, dataset: &Dataset) -> Result<(), Failure> {
    let records = Records::of(dataset);
    match &arguments.output {
        Some(path) => standpoint_export::export(&Format::NDJSON, records, path)?,
        None => Format::NDJSON.write_to(records, io::stdout().lock())?,
    };
    Ok(())
}

/// Puts new and changed records into the files of the dataset.
fn put(into: &[PathBuf], imported: &Imported) -> Result<Outcome, Failure> {
    let is_for_it = |row: &&ImportedRow| matches!(row.fate, Fate::New | Fate::Changed);
    let records: Vec<Record> = imported.rows().iter().filter(is_for_it).filter_map(|row| row.record.clone()).collect();
    let put = standpoint_edit::put(into, &records)?;
    // A signal to end waits until the files are whole.
    Interrupt::default().hold_back();
    put.write()?;
    let mut out = io::stdout().lock();
    for path in put.paths() {
        writeln!(out, "{}", printable(&path.to_string_lossy()))?;
    }
    writeln!(out, "{}; written", counts(imported))?;
    out.flush()?;
    Ok(Outcome::Clean)
}

/// Says of each record what becomes of it, and of one that changes how.
fn write_rows(imported: &Imported, out: &mut impl Write) -> Result<(), Failure> {
    let diffs = diffs(imported)?;
    for row in imported.rows() {
        writeln!(out, "{:<10} {}  {}", row.fate, printable(&row.place()), printable(&row.id))?;
        for change in
            diffs.get(&row.id).filter(|_| row.fate == Fate::Changed).into_iter().flat_map(|diff| &diff.changes)
        {
            writeln!(out, "    {}: {}", change.meaning, printable(&change.text))?;
        }
    }
    writeln!(out, "{}; nothing was written", counts(imported))?;
    out.flush()?;
    Ok(())
}

/// How the records change that do.
fn diffs(imported: &Imported) -> Result<HashMap<String, RecordDiff>, Failure> {
    let changed = || imported.rows().iter().filter(|row| row.fate == Fate::Changed && row.before.is_some());
    let lines = |record: fn(&ImportedRow) -> &Option<Record>| {
        let lines = changed().map(|row| serde_json::to_string(record(row)));
        lines.collect::<Result<Vec<_>, _>>().map(|lines| [Input::bytes("records.ndjson", lines.join("\n"))])
    };
    if changed().next().is_none() {
        return Ok(HashMap::new());
    }
    let diff = Diff::of(lines(|row| &row.before)?, lines(|row| &row.record)?)?;
    Ok(diff.records.into_iter().map(|diff| (diff.id.clone(), diff)).collect())
}

/// "3 records: 1 new, 2 changed".
fn counts(imported: &Imported) -> String {
    let of = |fate: Fate| (imported.rows().iter().filter(|row| row.fate == fate).count(), fate);
    let fates = [Fate::New, Fate::Changed, Fate::Same, Fate::Unreadable].map(of);
    let fates: Vec<String> = fates
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, fate)| format!("{count} {}", fate.as_str()))
        .collect();
    if fates.is_empty() {
        return "no records".into();
    }
    format!("{}: {}", counted(imported.rows().len(), "record"), fates.join(", "))
}
