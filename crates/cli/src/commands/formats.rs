//! `standpoint formats`

use std::io::{self, Write};

use standpoint_export::{FORMATS, Format};

use crate::{arguments::Formats, failure::Failure, outcome::Outcome};

pub(super) fn run(arguments: &Formats) -> Result<Outcome, Failure> {
    let mut out = io::stdout().lock();
    match arguments.format {
        Some(format) => out.write_all(format.docs.as_bytes())?,
        None => FORMATS.iter().try_for_each(|format| writeln!(out, "{}", line(format)))?,
    }
    out.flush()?;
    Ok(Outcome::Clean)
}

fn line(format: &Format) -> String {
    let shape = if format.extension.is_empty() { "a folder".into() } else { format!(".{}", format.extension) };
    let carries = if format.losses.is_empty() { "loses nothing" } else { "counts what it loses" };
    let back = if format.read.is_some() { ", reads back" } else { "" };
    let public = if format.public { ", public alone" } else { "" };
    format!("{:<9} {:<9} {}; {carries}{back}{public}", format.name, shape, format.summary)
}
