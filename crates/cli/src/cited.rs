//! Citations of words that somebody gives.

use std::{
    io::{self, Write},
    num::NonZero,
};

use standpoint_model::{Citation, Id, Source, Text};
use standpoint_sources::{Found, Occurrences, Places, SourceText};

/// How many of the places where words stand are listed.
const LISTED: usize = 10;

/// How somebody says which of several places is meant.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Choice {
    /// By more of the words, in brackets.
    ByWords,
    /// By `--occurrence` as well, if it was given.
    ByNumber(Option<NonZero<usize>>),
}

/// The place that is meant. If it cannot be told, `notes` says why.
pub(crate) fn the_one(
    occurrences: Occurrences<'_>,
    choice: Choice,
    notes: &mut impl Write,
) -> io::Result<Option<Found>> {
    match (occurrences, choice) {
        (Occurrences::Once(_), Choice::ByNumber(Some(nth))) if nth.get() > 1 => {
            writeln!(notes, "the words stand only once in the text; there is no place {nth}")?;
        }
        (Occurrences::Once(found), _) => return Ok(Some(found)),
        (Occurrences::Several(places), choice) => {
            if let Choice::ByNumber(Some(nth)) = choice
                && let Some(found) = places.get(nth.get() - 1)
            {
                return Ok(Some(found));
            }
            list(&places, choice, notes)?;
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

fn list(places: &Places<'_>, choice: Choice, notes: &mut impl Write) -> io::Result<()> {
    let count = places.count();
    match choice {
        Choice::ByNumber(Some(nth)) => {
            writeln!(notes, "the words stand {count} times in the text; there is no place {nth}:")?;
        }
        _ => writeln!(notes, "the words stand {count} times in the text:")?,
    }
    for (nth, found) in (1..).zip(places.iter()).take(LISTED) {
        writeln!(notes, "  {nth}. {found}")?;
    }
    if count > LISTED {
        writeln!(notes, "  and {} more", count - LISTED)?;
    }
    match (places.told_apart(0), choice) {
        (Some(first), Choice::ByNumber(_)) => {
            writeln!(notes, "give `--occurrence N`, or more of the words in brackets: for the first, `{first}`")
        }
        (Some(first), Choice::ByWords) => {
            writeln!(notes, "give more of the words in brackets: for the first, `{first}`")
        }
        (None, Choice::ByNumber(_)) => writeln!(notes, "give `--occurrence N`"),
        (None, Choice::ByWords) => writeln!(notes, "give other words"),
    }
}

/// The citation; if the text has pages, with the page for people.
pub(crate) fn citation(source: &Id<Source>, text: &SourceText, found: Found) -> Citation {
    let page = usize::try_from(found.span.start()).ok().and_then(|start| text.page(start));
    let locator = page.and_then(|page| Text::new(&format!("page {page}")).ok());
    let mut citation = Citation::new(source.clone());
    citation.span = Some(found.span);
    citation.locator = locator;
    citation
}
