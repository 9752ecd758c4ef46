//! `standpoint migrate`

use std::io::{self, Write};

use standpoint_edit::{Migrated, Migration, Refusal};
use standpoint_validate::{Level, Renderer, Report, printable};

use crate::{
    arguments::Migrate, failure::Failure, interrupt::Interrupt, outcome::Outcome, settings::Settings, summary, terminal,
};

/// Shows what changes and writes it, or shows why nothing can be.
pub(super) fn run(arguments: &Migrate) -> Result<Outcome, Failure> {
    let settings = Settings::of(&arguments.input)?;
    let migrate = standpoint_edit::Migrate::new().levels(settings.levels).allow_invalid(arguments.allow_invalid);
    match migrate.run(&settings.paths)? {
        Migrated::Current => {
            let folder = arguments.to.as_ref().map(|folder| printable(&folder.to_string_lossy()));
            let unmade = folder.map(|folder| format!("; `{folder}` was not written")).unwrap_or_default();
            writeln!(io::stdout(), "nothing to do: these records are of format 0.2{unmade}")?;
            Ok(Outcome::Clean)
        }
        Migrated::Refused { cause, report } => refuse(arguments, cause, &report),
        Migrated::Ready(migration) => {
            if !arguments.dry_run {
                // A signal to end waits until the files are whole.
                Interrupt::default().hold_back();
            }
            match &arguments.to {
                Some(folder) if arguments.dry_run => migration.check_folder(folder, &settings.paths)?,
                Some(folder) => migration.write_to(folder, &settings.paths)?,
                None if arguments.dry_run => {}
                None => migration.write()?,
            }
            tell(arguments, &migration)?;
            Ok(if arguments.dry_run { Outcome::Findings } else { Outcome::Clean })
        }
    }
}

fn refuse(arguments: &Migrate, cause: Refusal, report: &Report) -> Result<Outcome, Failure> {
    write_report(arguments, report, "full")?;
    let help = if cause == Refusal::NotNew { "; `--allow-invalid` brings them forward as they are" } else { "" };
    writeln!(io::stderr(), "{cause}, so nothing was written{help}")?;
    Ok(Outcome::Findings)
}

/// What somebody should look at, then how often which change is made.
fn tell(arguments: &Migrate, migration: &Migration) -> Result<(), Failure> {
    let is_for_machines = write_report(arguments, migration.report(), "concise")?;
    // A program that reads the report takes nothing else on standard output.
    let mut out: Box<dyn Write> = if is_for_machines { Box::new(io::stderr()) } else { Box::new(io::stdout()) };
    for count in migration.counts() {
        writeln!(out, "{:>9}  {}", count.times, count.about)?;
    }
    let changed = migration.files().iter().filter(|file| file.is_changed()).count();
    let files = summary::counted(changed, "file");
    let done = match (&arguments.to, arguments.dry_run) {
        (_, true) => "would change; nothing was written".to_owned(),
        (None, false) => "brought to format 0.2".to_owned(),
        (Some(folder), false) => format!("brought to format 0.2 in `{}`", printable(&folder.to_string_lossy())),
    };
    let notes = match migration.report().count(Level::Note) {
        0 => String::new(),
        count => format!("; {} above, at the places as they were", summary::counted(count, "note")),
    };
    writeln!(out, "{files} {done}{notes}")?;
    out.flush()?;
    Ok(())
}

/// Writes a report in the form that was asked for, or else in `usual`. Whether the form is for machines.
fn write_report(arguments: &Migrate, report: &Report, usual: &str) -> Result<bool, Failure> {
    let mut out = io::stdout().lock();
    let Some(format) = arguments.format.or_else(|| Renderer::by_name(usual)) else { return Ok(false) };
    format.write(report, terminal::style(&out, arguments.all), &mut out)?;
    out.flush()?;
    Ok(format.for_machines)
}
