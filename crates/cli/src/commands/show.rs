//! `standpoint show`

use std::io::{self, Write};

use standpoint_export::Screen;
use standpoint_model::{Kind, Record};
use standpoint_validate::{did_you_mean_id, printable};

use super::export;
use crate::{arguments::Show, failure::Failure, outcome::Outcome, settings::Settings, terminal};

/// How wide a page is where there is no terminal.
const WIDTH: usize = 80;

/// Prints a record. Of one that is not there, standard error says which is most like it.
pub(super) fn run(arguments: &Show) -> Result<Outcome, Failure> {
    let Some((id, paths)) = arguments.paths_and_id.split_last().filter(|(_, paths)| !paths.is_empty()) else {
        return Err(Failure::NothingToShow);
    };
    let id = id.to_string_lossy();
    let settings = Settings::of_paths(paths, &arguments.levels)?;
    let Some(dataset) = export::dataset(&settings, arguments.allow_invalid, "shown")? else {
        return Ok(Outcome::Findings);
    };
    let Some(record) = dataset.resolve(&id) else {
        let mut err = io::stderr().lock();
        writeln!(err, "there is no record `{}`", printable(&id))?;
        let ids = || dataset.all_records().iter().map(Record::id);
        // An id is most likely misspelt in its name.
        let kind = Kind::of_id(&id);
        let of_kind = ids().filter(|id| Kind::of_id(id) == kind);
        if let Some(help) = did_you_mean_id(&id, of_kind).or_else(|| did_you_mean_id(&id, ids())) {
            writeln!(err, "{help}")?;
        }
        return Ok(Outcome::Findings);
    };
    let mut out = io::stdout().lock();
    let width = arguments.width.or_else(|| terminal::width(&out)).unwrap_or(WIDTH);
    let screen = Screen { width, color: terminal::color(&out), evidence: arguments.evidence };
    out.write_all(standpoint_export::show(&dataset, record, screen).as_bytes())?;
    out.flush()?;
    Ok(Outcome::Clean)
}
