//! Words of citations, for which their spans are found.

use standpoint_model::Citation;
use standpoint_report::{Change, Finding};
use standpoint_validate::{Entry, Submission, catalogue::UNLOCATED_WORDS};

use crate::{Occurrences, Places, find, texts::TextsOfSources};

/// How many of several places are shown.
const SHOWN: usize = 5;

/// A finding for every citation with words: it puts the span in their place, or says why none can be put there.
pub(crate) fn locate(submission: &Submission, texts: &TextsOfSources<'_>, findings: &mut Vec<Finding>) {
    for entry in submission.entries() {
        for (pointer, citation) in entry.citations().filter(|(_, citation)| citation.words.is_some()) {
            findings.extend(located(entry, &format!("{pointer}/words"), citation, texts));
        }
    }
}

fn located(entry: &Entry, pointer: &str, citation: &Citation, texts: &TextsOfSources<'_>) -> Option<Finding> {
    let words = citation.words.as_ref()?.as_str();
    let place = entry.value(pointer);
    let finding = |message: String| Finding::new(UNLOCATED_WORDS, place.clone(), message);
    if citation.span.is_some() {
        let message = "the citation has its span, and the words beside it still".to_owned();
        let help = "remove `words`: the dataset copies no more of a source than it must";
        return Some(finding(message).help(help).repair(place.clone(), Change::Remove));
    }
    let source = &citation.source;
    let Some(text) = texts.get(source.as_str()) else {
        let help =
            "`standpoint source FILE` makes a record of a source with its text; put the text into the folder too";
        return Some(finding(format!("the text of `{source}`, in which the words stand, is not there")).help(help));
    };
    Some(match find(text, words) {
        Occurrences::Once(found) => finding(format!("the words stand at {found}"))
            .help("`--fix` puts the span in their place")
            .repair(place.clone(), found.as_field()),
        Occurrences::Several(places) => {
            finding(format!("the words stand {} times in the text of `{source}`", places.count())).help(which(&places))
        }
        Occurrences::Nowhere(nearest) => {
            let help = match nearest {
                Some(found) => format!("the nearest words are at {found}"),
                None => "copy the words from the text".into(),
            };
            finding(format!("the text of `{source}` does not contain these words")).help(help)
        }
    })
}

/// Asks which of several places is meant, with what to write for each.
fn which(places: &Places<'_>) -> String {
    let mut lines = vec!["put more of the words around them in brackets:".to_owned()];
    for (index, found) in places.iter().take(SHOWN).enumerate() {
        lines.push(match places.told_apart(index) {
            Some(words) => format!("`{words}`"),
            None => found.to_string(),
        });
    }
    if places.count() > SHOWN {
        lines.push(format!("and {} more", places.count() - SHOWN));
    }
    lines.join("\n  ")
}
