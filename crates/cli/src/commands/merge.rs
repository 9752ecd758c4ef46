//! `standpoint merge` and `standpoint split`

use std::io::{self, Write};

use standpoint_validate::{Input, printable};

use crate::{
    arguments::{Merge, Split},
    failure::Failure,
    interrupt::Interrupt,
    outcome::Outcome,
    summary::counted,
};

/// Writes datasets as one, and tells what there is for people to decide.
pub(super) fn merge(arguments: &Merge) -> Result<Outcome, Failure> {
    let merged = standpoint_edit::merge(arguments.datasets.iter().map(|path| vec![Input::path(path)]))?;
    // A signal to end waits until the folder is whole.
    Interrupt::default().hold_back();
    merged.write(&arguments.output)?;
    let mut out = io::stdout().lock();
    let folder = printable(&arguments.output.to_string_lossy());
    writeln!(out, "{} in `{folder}`", counted(merged.records().count(), "record"))?;
    if merged.kept_apart() > 0 {
        let ids = counted(merged.kept_apart(), "id");
        writeln!(out, "{ids} said different things and stand apart: decide on each `identity` whether both are one")?;
    }
    out.flush()?;
    Ok(Outcome::Clean)
}

/// Writes the parts of a dataset, each into a folder of its own.
pub(super) fn split(arguments: &Split) -> Result<Outcome, Failure> {
    let (datasets, between) = standpoint_edit::split([&arguments.dataset])?;
    Interrupt::default().hold_back();
    standpoint_edit::write_split(&datasets, &arguments.output)?;
    let mut out = io::stdout().lock();
    for dataset in &datasets {
        writeln!(out, "{}: {}", dataset.name(), counted(dataset.records().len(), "record"))?;
    }
    if between > 0 {
        writeln!(out, "left behind, as of none of them: {}", counted(between, "record"))?;
    }
    out.flush()?;
    Ok(Outcome::Clean)
}
