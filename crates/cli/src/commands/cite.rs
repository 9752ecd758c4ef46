//! `standpoint cite`

use std::{
    io::{self, Read, Write},
    num::NonZero,
    path::Path,
};

use standpoint_model::{Citation, Id, Source, Text};
use standpoint_sources::{Found, Occurrences, Places, SourceText, find, read_source_text};

use crate::{arguments::Cite, failure::Failure, outcome::Outcome};

/// How many of the places where words stand are listed.
const LISTED: usize = 10;

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
    let Some(found) = the_one(find(&text, &words), arguments.occurrence, &mut notes)? else {
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
        if let Some(found) = the_one(find(text, words), None, &mut note)? {
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

/// The place that is meant. If it cannot be told, `notes` says why.
fn the_one(
    occurrences: Occurrences<'_>,
    nth: Option<NonZero<usize>>,
    notes: &mut impl Write,
) -> io::Result<Option<Found>> {
    match (occurrences, nth) {
        (Occurrences::Once(found), None | Some(NonZero::<usize>::MIN)) => return Ok(Some(found)),
        (Occurrences::Once(_), Some(nth)) => {
            writeln!(notes, "the words stand only once in the text; there is no place {nth}")?;
        }
        (Occurrences::Several(places), nth) => {
            let found = nth.and_then(|nth| places.get(nth.get() - 1));
            if found.is_some() {
                return Ok(found);
            }
            list(&places, nth, notes)?;
        }
        (Occurrences::Nowhere(nearest), _) => {
            writeln!(notes, "the text does not contain these words")?;
            if let Some(found) = nearest {
                writeln!(notes, "the nearest match is {found}")?;
            }
        }
    }
    Ok(None)
}

fn list(places: &Places<'_>, nth: Option<NonZero<usize>>, notes: &mut impl Write) -> io::Result<()> {
    let count = places.count();
    match nth {
        Some(nth) => writeln!(notes, "the words stand {count} times in the text; there is no place {nth}:")?,
        None => writeln!(notes, "the words stand {count} times in the text:")?,
    }
    for (nth, found) in (1..).zip(places.iter()).take(LISTED) {
        writeln!(notes, "  {nth}. {found}")?;
    }
    if count > LISTED {
        writeln!(notes, "  and {} more", count - LISTED)?;
    }
    match places.told_apart(0) {
        Some(first) => {
            writeln!(notes, "give `--occurrence N`, or more of the words in brackets: for the first, `{first}`")
        }
        None => writeln!(notes, "give `--occurrence N`"),
    }
}

/// The citation; if the text has pages, with the page for people.
fn citation(source: &Id<Source>, text: &SourceText, found: Found) -> Citation {
    let page = usize::try_from(found.span.start()).ok().and_then(|start| text.page(start));
    let locator = page.and_then(|page| Text::new(&format!("page {page}")).ok());
    let mut citation = Citation::new(source.clone());
    citation.span = Some(found.span);
    citation.locator = locator;
    citation
}
