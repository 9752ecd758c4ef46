//! `standpoint export`

use std::{
    collections::BTreeMap,
    io::{self, Write},
    path::{Path, PathBuf},
};

use standpoint_export::{Format, Losses, Records};
use standpoint_model::{Dataset, Kind};
use standpoint_validate::{Level, RENDERERS, Validation};

use crate::{
    arguments::{Export, LossReport},
    failure::Failure,
    outcome::Outcome,
    report,
    settings::Settings,
    summary, terminal,
};

/// Writes a dataset that is valid. Of one that is not, the findings go to standard error and nothing is written,
/// unless whatever can be read of it is wanted.
pub(super) fn run(arguments: &Export) -> Result<Outcome, Failure> {
    if arguments.template {
        return template(arguments);
    }
    let losses = if arguments.stream {
        let paths = standpoint_validate::expand(&arguments.paths)?;
        spare_inputs(arguments, &paths, None)?;
        let records = Validation::new().records(&paths)?;
        write(arguments, Records::stream(records.map(|record| record.map_err(io::Error::other))))
            .map_err(|failure| with_places(failure, &paths))?
    } else {
        let settings = Settings::of_paths(&arguments.paths, &arguments.levels)?;
        spare_inputs(arguments, &settings.paths, settings.config.as_deref())?;
        let Some(dataset) = dataset(&settings, arguments.allow_invalid, "exported")? else {
            return Ok(Outcome::Findings);
        };
        write(arguments, Records::of(&dataset))?
    };
    write_losses(arguments.format, &losses, arguments.losses, &mut io::stderr().lock())?;
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

/// What may be exported or shown of what was submitted; nothing, if that is refused. `done` says what would have been
/// done.
pub(super) fn dataset(settings: &Settings, allow_invalid: bool, done: &str) -> Result<Option<Dataset>, Failure> {
    let loaded = Validation::new().levels(settings.levels.clone()).load(&settings.paths)?;
    if loaded.report.is_valid() {
        return Ok(Some(loaded.into_dataset()?));
    }
    let mut err = io::stderr().lock();
    let style = terminal::style(&err, false);
    report::write(&loaded.report, settings, &RENDERERS[0], style, &mut err)?;
    if !allow_invalid {
        writeln!(err, "nothing was {done}; with `--allow-invalid` whatever can be read is {done}")?;
        return Ok(None);
    }
    let errors = summary::counted(loaded.report.count(Level::Error), "error");
    let part = loaded.into_readable_part()?;
    let records = summary::counted(part.dataset.all_records().len(), "record");
    writeln!(err, "{records} {done} with {errors}")?;
    let consequences = [
        (part.left_out, "record", "left out, for they could not be read"),
        (part.renamed, "record", "given an id with a number, for another has theirs"),
        (part.dangling, "id", "named that no record has"),
    ];
    for (count, thing, consequence) in consequences.into_iter().filter(|(count, ..)| *count > 0) {
        writeln!(err, "  {} {consequence}", summary::counted(count, thing))?;
    }
    Ok(Some(part.dataset))
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

fn write_losses(format: &Format, losses: &Losses, report: LossReport, err: &mut impl Write) -> Result<(), Failure> {
    match report {
        LossReport::Text => {
            write_not_public(losses, err)?;
            write_given_away(losses, err)?;
            write_held(losses, err)?;
            if !losses.is_empty() {
                writeln!(err, "{} values that `{}` does not carry:", losses.total(), format.name)?;
            }
            for (why, fields) in by_reason(losses) {
                let total: u64 = fields.iter().map(|(_, count)| count).sum();
                writeln!(err, "  {total:>6}  {why}")?;
                write_fields(&fields, err)?;
            }
        }
        LossReport::Json => {
            let lost = losses
                .iter()
                .map(|(field, lost)| serde_json::json!({ "field": field, "count": lost.count, "why": lost.why }));
            let report = serde_json::json!({
                "format": format.name,
                "given_away": losses.given_away().iter().map(|named| serde_json::json!({ "record": named.record, "name": named.name })).collect::<Vec<_>>(),
                "held": by_name(losses.held()),
                "not_public": by_name(losses.not_public()),
                "shortened": losses.shortened(),
                "total": losses.total(),
                "lost": lost.collect::<Vec<_>>(),
            });
            writeln!(err, "{report}")?;
        }
        LossReport::None => {}
    }
    Ok(())
}

fn by_name(counts: &BTreeMap<Kind, usize>) -> BTreeMap<&str, usize> {
    counts.iter().map(|(kind, &count)| (kind.as_str(), count)).collect()
}

/// "3 records (1 source, 2 positions)"; nothing, if there are none.
fn by_kind(counts: &BTreeMap<Kind, usize>) -> Option<String> {
    let kinds: Vec<String> = counts.iter().map(|(kind, &count)| summary::counted(count, kind.as_str())).collect();
    let all = summary::counted(counts.values().sum(), "record");
    (!kinds.is_empty()).then(|| format!("{all} ({})", kinds.join(", ")))
}

/// How many records the export holds that not everybody may see.
fn write_held(losses: &Losses, err: &mut impl Write) -> io::Result<()> {
    let Some(held) = by_kind(losses.held()) else { return Ok(()) };
    writeln!(err, "holds what not everybody may see: {held}; `--public` leaves it out, and what rests on it alone")
}

/// How many of the records whose words give something away are listed.
const NAMED: usize = 10;

/// Which records name, in their words, what is left out.
fn write_given_away(losses: &Losses, err: &mut impl Write) -> io::Result<()> {
    let named = losses.given_away();
    if named.is_empty() {
        return Ok(());
    }
    let times = summary::counted(named.len(), "time");
    writeln!(
        err,
        "warning: the words of what is exported name what is left out, {times}; read them before you publish it"
    )?;
    for given in named.iter().take(NAMED) {
        writeln!(err, "  {} names “{}”", given.record, standpoint_model::printable(&given.name))?;
    }
    match named.len().checked_sub(NAMED) {
        Some(more @ 1..) => writeln!(err, "  and {more} more; `--losses json` lists them all"),
        _ => Ok(()),
    }
}

/// How many records not everybody may see, and how many others say less for it.
fn write_not_public(losses: &Losses, err: &mut impl Write) -> io::Result<()> {
    let Some(left_out) = by_kind(losses.not_public()) else { return Ok(()) };
    writeln!(err, "left out, for not everybody may see it: {left_out}")?;
    if losses.shortened() > 0 {
        writeln!(err, "  {} without what names them", summary::counted(losses.shortened(), "other"))?;
    }
    Ok(())
}

/// What was lost by the reason why, the reasons and the fields in the order of the fields.
fn by_reason(losses: &Losses) -> Vec<(&str, Vec<(&str, u64)>)> {
    let mut reasons: Vec<(&str, Vec<(&str, u64)>)> = Vec::new();
    for (field, lost) in losses.iter() {
        let entry = (field, lost.count);
        match reasons.iter_mut().find(|(why, _)| *why == lost.why) {
            Some((_, fields)) => fields.push(entry),
            None => reasons.push((lost.why, vec![entry])),
        }
    }
    reasons
}

/// The fields with their counts, in lines of a length that can be read.
fn write_fields(fields: &[(&str, u64)], err: &mut impl Write) -> io::Result<()> {
    let mut line = String::new();
    for (field, count) in fields {
        let entry = format!("{field} {count}");
        if !line.is_empty() && line.len() + entry.len() > 100 {
            writeln!(err, "          {line}")?;
            line.clear();
        }
        let comma = if line.is_empty() { "" } else { ", " };
        line.push_str(comma);
        line.push_str(&entry);
    }
    writeln!(err, "          {line}")
}
