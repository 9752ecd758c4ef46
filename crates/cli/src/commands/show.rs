//! `standpoint show`

use std::{
    io::{self, Write},
    path::PathBuf,
};

use standpoint_export::Screen;
use standpoint_model::{Dataset, Kind, Record};
use standpoint_validate::{did_you_mean_id, printable};

use crate::{
    arguments::Show,
    failure::Failure,
    names,
    outcome::Outcome,
    readable::{self, Readable},
    settings::Settings,
    terminal,
};

/// How wide a page is where there is no terminal.
const WIDTH: usize = 80;

/// Prints a record, or the list of those that are meant or of all. Of one that is not there, standard error says which is most like
/// it.
pub(super) fn run(arguments: &Show) -> Result<Outcome, Failure> {
    let (paths, name) = paths_and_name(&arguments.paths_and_name);
    let settings = Settings::of_paths(paths, &arguments.levels)?;
    let Some(Readable { dataset, .. }) = readable::load(&settings, arguments.allow_invalid, "shown", true)? else {
        return Ok(Outcome::Findings);
    };
    let mut out = io::stdout().lock();
    let width = arguments.width.or_else(|| terminal::width(&out)).unwrap_or(WIDTH);
    let screen = Screen { width, color: terminal::color(&out), evidence: arguments.evidence };
    let text = match name.as_deref().map(|name| (name, meant(&dataset, name))) {
        None => standpoint_export::list(&dataset, dataset.records(), screen),
        Some((name, records)) => match records[..] {
            [] => return missing(&dataset, name),
            [record] => standpoint_export::show(&dataset, record, screen),
            _ => standpoint_export::list(&dataset, records, screen),
        },
    };
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(Outcome::Clean)
}

/// The last argument is an id or a name, unless it is the only one, or one of several paths that are there.
fn paths_and_name(given: &[PathBuf]) -> (&[PathBuf], Option<String>) {
    match given.split_last() {
        Some((last, paths)) if !paths.is_empty() && !last.exists() => {
            (paths, Some(last.to_string_lossy().into_owned()))
        }
        _ => (given, None),
    }
}

fn meant<'d>(dataset: &'d Dataset, name: &str) -> Vec<&'d Record> {
    if let Some(record) = dataset.resolve(name) {
        return vec![record];
    }
    standpoint_sources::search_by_name(dataset.records(), name).into_iter().map(|hit| hit.record).collect()
}

fn missing(dataset: &Dataset, name: &str) -> Result<Outcome, Failure> {
    let mut err = io::stderr().lock();
    let Some(kind) = Kind::of_id(name) else {
        names::tell_missing(dataset, dataset.records(), name, &mut err)?;
        return Ok(Outcome::Findings);
    };
    writeln!(err, "there is no record `{}`", printable(name))?;
    let ids = || dataset.all_records().iter().map(Record::id);
    // An id is most likely misspelt in its name.
    let of_kind = ids().filter(|id| Kind::of_id(id) == Some(kind));
    if let Some(help) = did_you_mean_id(name, of_kind).or_else(|| did_you_mean_id(name, ids())) {
        writeln!(err, "{help}")?;
    }
    Ok(Outcome::Findings)
}
