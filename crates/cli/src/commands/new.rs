//! `standpoint new`

use std::{
    io::{self, Write},
    path::PathBuf,
};

use standpoint_edit::add;
use standpoint_validate::{RENDERERS, Validation, printable};

use crate::{
    arguments::{New, NewOptions},
    draft::Draft,
    failure::Failure,
    outcome::Outcome,
    settings::Settings,
    terminal,
};

/// Makes the record of what was given and answered, shows it, and writes it if it is valid.
pub(super) fn run(arguments: &New) -> Result<Outcome, Failure> {
    let settings = Settings::of(&arguments.input)?;
    let validation = Validation::new().levels(settings.levels.clone());
    let dataset = validation.load(&settings.paths)?.into_readable_part()?.dataset;
    let NewOptions { into, dry_run, sources, .. } = &arguments.options;
    let texts = sources.clone().or_else(|| texts_beside(&settings.paths));
    let mut draft = Draft::new(arguments, &dataset, texts);
    let Some(record) = draft.record()? else { return refused() };
    writeln!(io::stdout(), "{}", serde_json::to_string_pretty(&record)?)?;
    let addition = add(&validation, &settings.paths, &record, into.as_deref())?;
    let style = terminal::style(&io::stderr(), true);
    RENDERERS[0].write(addition.report(), style, &mut io::stderr().lock())?;
    let path = printable(&addition.path().to_string_lossy());
    if !addition.is_valid() {
        return refused();
    }
    if *dry_run {
        writeln!(io::stderr(), "it would be written to `{path}`; nothing was written")?;
        return Ok(Outcome::Clean);
    }
    if !draft.is_confirmed(&path)? {
        return refused();
    }
    addition.write()?;
    writeln!(io::stderr(), "written to `{path}`")?;
    Ok(Outcome::Clean)
}

fn refused() -> Result<Outcome, Failure> {
    writeln!(io::stderr(), "nothing was written")?;
    Ok(Outcome::Findings)
}

/// The folder for texts beside the records, if there is one.
fn texts_beside(paths: &[PathBuf]) -> Option<PathBuf> {
    let first = paths.first()?;
    let folder = if first.is_dir() { first.as_path() } else { first.parent()? };
    Some(folder.join(standpoint_sources::TEXTS_FOLDER)).filter(|folder| folder.is_dir())
}
