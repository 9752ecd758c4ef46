//! `standpoint rename`, `standpoint retract` and `standpoint fmt`

use std::io::{self, Write};

use standpoint_edit::{Edited, EditedFile};
use standpoint_validate::printable;

use crate::{
    arguments::{Fmt, Rename, Retract},
    failure::Failure,
    interrupt::Interrupt,
    outcome::Outcome,
    summary::counted,
};

pub(super) fn rename(arguments: &Rename) -> Result<Outcome, Failure> {
    let Rename { old, new, edit } = arguments;
    let edited = standpoint_edit::rename(&edit.paths, old, new)?;
    write(&edited, edit.dry_run, &format!("`{old}` is `{new}` now"))
}

pub(super) fn retract(arguments: &Retract) -> Result<Outcome, Failure> {
    let Retract { id, why, edit } = arguments;
    let edited = standpoint_edit::retract(&edit.paths, id, why)?;
    write(&edited, edit.dry_run, &format!("`{id}` is retracted"))
}

pub(super) fn fmt(arguments: &Fmt) -> Result<Outcome, Failure> {
    let Fmt { edit, check } = arguments;
    let edited = standpoint_edit::format(&edit.paths)?;
    write(&edited, edit.dry_run || *check, "all records are in one form")
}

/// Writes what changes, and tells which files do; `done` is what is so then.
pub(super) fn write(edited: &Edited, dry_run: bool, done: &str) -> Result<Outcome, Failure> {
    if !dry_run {
        // A signal to end waits until the files are whole.
        Interrupt::default().hold_back();
        edited.write()?;
    }
    let mut out = io::stdout().lock();
    let changed: Vec<&EditedFile> = edited.files().iter().filter(|file| file.is_changed()).collect();
    for file in &changed {
        writeln!(out, "{}", printable(&file.path().to_string_lossy()))?;
    }
    let files = counted(changed.len(), "file");
    match (changed.is_empty(), dry_run) {
        (true, _) => writeln!(out, "{done}; nothing had to change")?,
        (false, true) => writeln!(out, "{files} would change; nothing was written")?,
        (false, false) => writeln!(out, "{done}; {} changed in {files}", counted(edited.records(), "record"))?,
    }
    out.flush()?;
    Ok(if dry_run && !changed.is_empty() { Outcome::Findings } else { Outcome::Clean })
}
