//! `standpoint validate --fix`

use std::io::{self, Write};

use standpoint_validate::{Fixed, FixedFile};

use crate::{
    arguments::{Findings, Validate},
    failure::Failure,
    interrupt::Interrupt,
    outcome::Outcome,
    report,
    settings::Settings,
    summary, terminal,
    validation::watched,
};

/// Shows what changes, writes it unless it is only to be shown, and reports what is left.
pub(super) fn run(arguments: &Validate, settings: &Settings) -> Result<Outcome, Failure> {
    let fixed = watched(arguments, settings, |validation| match &arguments.sources {
        Some(folder) => standpoint_sources::fix(validation, &settings.paths, folder),
        None => validation.fix(&settings.paths),
    })?;
    // A program that reads the report takes nothing else on standard output.
    let Findings { format, all } = arguments.findings;
    if format.for_machines {
        let err = io::stderr();
        write_diffs(&fixed, |file| terminal::diff(file.diff(), &err), &mut err.lock())?;
    } else {
        let out = io::stdout();
        write_diffs(&fixed, |file| terminal::diff(file.diff(), &out), &mut out.lock())?;
    }
    if !arguments.dry_run {
        // A signal to end waits until the files are whole.
        Interrupt::default().hold_back();
        fixed.write_and_keep()?;
    }
    let mut out = io::stdout().lock();
    if !format.for_machines {
        writeln!(out, "{}", told(&fixed, arguments.dry_run))?;
    }
    report::write(fixed.report(), settings, format, terminal::style(&out, all), &mut out)?;
    let is_pending = arguments.dry_run && !fixed.files().is_empty();
    Ok(if is_pending { Outcome::Findings } else { fixed.report().into() })
}

fn write_diffs(fixed: &Fixed, diff: impl Fn(&FixedFile) -> Vec<u8>, out: &mut impl Write) -> io::Result<()> {
    for file in fixed.files() {
        out.write_all(&diff(file))?;
    }
    out.flush()
}

fn told(fixed: &Fixed, dry_run: bool) -> String {
    let made = match fixed.files().iter().map(FixedFile::fixes).sum() {
        1 => "1 fix".to_owned(),
        count => format!("{count} fixes"),
    };
    let files = summary::counted(fixed.files().len(), "file");
    match (fixed.files(), dry_run) {
        ([], _) if fixed.report().stopped().is_some() => "nothing was fixed".into(),
        ([], _) => "nothing to fix".into(),
        (_, true) => format!("{made} to make in {files}; nothing was written, and this would be left:"),
        (written, false) => format!("{}\n{made} made in {files}; this is left:", kept(written)),
    }
}

/// Where what the files held is kept.
pub(super) fn kept(files: &[FixedFile]) -> String {
    match files {
        [] => "no file was changed".into(),
        [file] => format!("what the file held before is kept in `{}`", file.kept().display()),
        [file, ..] => format!("what each file held before is kept beside it, as in `{}`", file.kept().display()),
    }
}
