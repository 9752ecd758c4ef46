//! `standpoint export`

use std::{
    io,
    path::{Path, PathBuf},
};

use standpoint_export::{Losses, Records};
use standpoint_validate::Validation;

use crate::{
    arguments::{Export, LossReport},
    failure::Failure,
    losses,
    outcome::Outcome,
    readable,
    settings::Settings,
    told::Cost,
};

/// Writes a dataset that is valid. Of one that is not, the findings go to standard error and nothing is written,
/// unless whatever can be read of it is wanted.
pub(super) fn run(arguments: &Export) -> Result<Outcome, Failure> {
    if arguments.template {
        return template(arguments);
    }
    let (losses, cost) = if arguments.stream {
        let paths = standpoint_validate::expand(&arguments.paths)?;
        spare_inputs(arguments, &paths, None)?;
        let records = Validation::new().records(&paths)?;
        let losses = write(arguments, Records::stream(records.map(|record| record.map_err(io::Error::other))))
            .map_err(|failure| with_places(failure, &paths))?;
        (losses, Cost::default())
    } else {
        let settings = Settings::of_paths(&arguments.paths, &arguments.levels)?;
        spare_inputs(arguments, &settings.paths, settings.config.as_deref())?;
        // What a program reads stands alone, and says what the errors cost.
        let is_for_people = arguments.losses != LossReport::Json;
        let Some(readable) = readable::load(&settings, arguments.allow_invalid, "exported", is_for_people)? else {
            return Ok(Outcome::Findings);
        };
        (write(arguments, Records::of(&readable.dataset))?, readable.cost)
    };
    losses::write(arguments.format, &losses, cost, arguments.losses, &mut io::stderr().lock())?;
    Ok(Outcome::Clean)
}

/// Writes a workbook to fill in.
fn template(arguments: &Export) -> Result<Outcome, Failure> {
    if arguments.format.name != "xlsx" {
        return Err(Failure::NoTemplate(arguments.format.name));
    }
    if let Some(output) = &arguments.output {
        standpoint_export::write_template(output)?;
    }
    Ok(Outcome::Clean)
}

/// Refuses to write over a file that is read, and what would be read with the others the next time.
fn spare_inputs(arguments: &Export, paths: &[PathBuf], config: Option<&Path>) -> Result<(), Failure> {
    let Some(output) = &arguments.output else { return Ok(()) };
    let (standard_input, named): (Vec<PathBuf>, Vec<PathBuf>) =
        paths.iter().cloned().partition(|path| path == Path::new("-"));
    let mut inputs = standpoint_validate::record_files(&named)?;
    // The system has a path for what a shell may have taken from a file.
    inputs.extend(standard_input.first().map(|_| PathBuf::from("/dev/stdin")));
    inputs.extend(config.map(PathBuf::from));
    standpoint_export::spare_inputs(output, &inputs)?;
    if standpoint_validate::is_record_file(output) {
        standpoint_export::spare_folders(output, &named)?;
    }
    Ok(())
}

fn write(arguments: &Export, records: Records<'_>) -> Result<Losses, Failure> {
    let records = records.public(arguments.readers.public());
    Ok(match &arguments.output {
        Some(path) => standpoint_export::export(arguments.format, records, path)?,
        None => arguments.format.write_to(records, io::stdout().lock()).map_err(|error| match error.get_ref() {
            // Not what the system answered, but what somebody of us says.
            Some(_) => Failure::Content(error),
            None => Failure::Output(error),
        })?,
    })
}

/// Where the records stand that have one id, if that is why a stream could not be exported.
fn with_places(failure: Failure, paths: &[PathBuf]) -> Failure {
    let Some(id) = failure.duplicate_id() else { return failure };
    match Validation::new().places(paths, id) {
        Ok(places) => {
            let places: Vec<_> = places.iter().map(|(path, line)| format!("{}:{line}", path.display())).collect();
            Failure::Duplicate { places: places.join(", "), failure: Box::new(failure) }
        }
        Err(_) => failure,
    }
}
