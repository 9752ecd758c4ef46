//! What can be read of what was submitted.

use std::io::{self, Write as _};

use standpoint_model::Dataset;
use standpoint_validate::{Level, RENDERERS, Validation};

use crate::{failure::Failure, report, settings::Settings, summary, terminal, told::Cost};

/// A dataset, and what had to be done so that it is one.
pub(crate) struct Readable {
    pub(crate) dataset: Dataset,
    pub(crate) cost: Cost,
}

/// What may be exported or shown of what was submitted; nothing, if that is refused. `done` says what would have been done. People
/// are told of errors; a program is told of those alone for which nothing is done.
pub(crate) fn load(
    settings: &Settings,
    allow_invalid: bool,
    done: &str,
    is_for_people: bool,
) -> Result<Option<Readable>, Failure> {
    let loaded = Validation::new().levels(settings.levels.clone()).load(&settings.paths)?;
    if loaded.report.is_valid() {
        return Ok(Some(Readable { dataset: loaded.into_dataset()?, cost: Cost::default() }));
    }
    let mut err = io::stderr().lock();
    if is_for_people || !allow_invalid {
        let style = terminal::style(&err, false);
        report::write(&loaded.report, settings, &RENDERERS[0], style, &mut err)?;
    }
    if !allow_invalid {
        writeln!(err, "nothing was {done}; with `--allow-invalid` whatever can be read is {done}")?;
        return Ok(None);
    }
    let errors = loaded.report.count(Level::Error);
    let part = loaded.into_readable_part()?;
    let cost = Cost { errors, left_out: part.left_out, renamed: part.renamed, dangling: part.dangling };
    if is_for_people {
        let records = summary::counted(part.dataset.all_records().len(), "record");
        writeln!(err, "{records} {done} with {}", summary::counted(errors, "error"))?;
        let consequences = [
            (cost.left_out, "record", "left out, for they could not be read"),
            (cost.renamed, "record", "given an id with a number, for another has theirs"),
            (cost.dangling, "id", "named that no record has"),
        ];
        for (count, thing, consequence) in consequences.into_iter().filter(|(count, ..)| *count > 0) {
            writeln!(err, "  {} {consequence}", summary::counted(count, thing))?;
        }
    }
    Ok(Some(Readable { dataset: part.dataset, cost }))
}
