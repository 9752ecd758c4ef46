//! `standpoint cite`

use std::{
    io::{self, Read, Write},
    path::Path,
};

use standpoint_model::{Id, Source};
use standpoint_sources::{SourceText, find, read_source_text};

use crate::{
    arguments::Cite,
    cited::{Choice, citation, the_one},
    failure::Failure,
    outcome::Outcome,
};

/// Prints the citation on standard output, ready to paste; what there is to say about it on standard error.
pub(super) fn run(arguments: &Cite) -> Result<Outcome, Failure> {
    let source: Id<Source> =
        arguments.source.parse().map_err(|error| Failure::Source(arguments.source.clone(), error))?;
    let text = read_source_text(&arguments.text_file)?;
    let mut out = io::stdout().lock();
    let mut notes = io::stderr().lock();
    if let Some(file) = &arguments.lines {
        return cite_lines(&source, &text, &read(file)?, &mut out, &mut notes);
    }
    let words = match arguments.words.as_deref().unwrap_or_default() {
        "-" => read(Path::new("-"))?,
        words => words.to_owned(),
    };
    let Some(found) = the_one(find(&text, &words), Choice::ByNumber(arguments.occurrence), &mut notes)? else {
        return Ok(Outcome::Findings);
    };
    writeln!(notes, "{found}")?;
    writeln!(out, "{}", serde_json::to_string_pretty(&citation(&source, &text, found))?)?;
    Ok(Outcome::Clean)
}

/// A citation a line, for each line that has words.
fn cite_lines(
    source: &Id<Source>,
    text: &SourceText,
    lines: &str,
    out: &mut impl Write,
    notes: &mut impl Write,
) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Clean;
    for (number, words) in (1..).zip(lines.lines()).filter(|(_, words)| !words.trim().is_empty()) {
        let mut note = Vec::new();
        if let Some(found) = the_one(find(text, words), Choice::ByNumber(None), &mut note)? {
            writeln!(out, "{}", serde_json::to_string(&citation(source, text, found))?)?;
        } else {
            write!(notes, "line {number}: ")?;
            notes.write_all(&note)?;
            outcome = Outcome::Findings;
        }
    }
    Ok(outcome)
}

/// A text that somebody typed or piped.
fn read(file: &Path) -> Result<String, Failure> {
    if file == Path::new("-") {
        let mut words = String::new();
        io::stdin().read_to_string(&mut words).map_err(Failure::Input)?;
        return Ok(words);
    }
    Ok(read_source_text(file)?.as_str().to_owned())
}
