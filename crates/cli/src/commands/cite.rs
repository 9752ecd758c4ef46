//! `standpoint cite`

use std::io::{self, Write};

use standpoint_model::{Citation, Id, Source};
use standpoint_validate::{Found, Occurrences, find, read_source_text};

use crate::{arguments::Cite, failure::Failure, outcome::Outcome};

/// Prints the citation on standard output, ready to paste; what there is to say about it on standard error.
pub(super) fn run(arguments: &Cite) -> Result<Outcome, Failure> {
    let source: Id<Source> =
        arguments.source.parse().map_err(|error| Failure::Source(arguments.source.clone(), error))?;
    let text = read_source_text(&arguments.text_file)?;
    let mut notes = io::stderr().lock();
    let found = match find(&text, &arguments.words) {
        Occurrences::Once(found) if arguments.occurrence.is_none_or(|nth| nth == 1) => found,
        Occurrences::Once(_) => {
            writeln!(notes, "the words stand only once in the text")?;
            return Ok(Outcome::Findings);
        }
        Occurrences::Several(mut all) => match arguments.occurrence.and_then(|nth| nth.checked_sub(1)) {
            Some(index) if index < all.len() => all.swap_remove(index),
            _ => {
                writeln!(notes, "the words stand {} times in the text:", all.len())?;
                for (nth, found) in (1..).zip(&all) {
                    writeln!(notes, "  {nth}. {}", shown(found))?;
                }
                writeln!(notes, "give more of the words around them, or `--occurrence N`")?;
                return Ok(Outcome::Findings);
            }
        },
        Occurrences::Nowhere(nearest) => {
            writeln!(notes, "the words do not stand in the text as they are")?;
            if let Some(found) = nearest {
                writeln!(notes, "the nearest match is {}", shown(&found))?;
            }
            return Ok(Outcome::Findings);
        }
    };
    writeln!(notes, "{}", shown(&found))?;
    let mut citation = Citation::new(source);
    citation.span = Some(found.span);
    let mut out = io::stdout().lock();
    writeln!(out, "{}", serde_json::to_string_pretty(&citation)?)?;
    Ok(Outcome::Clean)
}

fn shown(found: &Found) -> String {
    let (before, after) = &found.context;
    format!("{}–{}: {before}[{}]{after}", found.span.start(), found.span.end(), found.text)
}
