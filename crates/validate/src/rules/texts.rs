//! The prose and the names in a record.

use std::fmt;

use standpoint_model::{Manifest, Record, Text};

use crate::dataset::entry::Entry;

/// Takes texts, each with the JSON Pointer to it.
type Visit<'v> = dyn FnMut(fmt::Arguments<'_>, &Text) + 'v;

/// Gives `visit` every text of a record and the JSON Pointer to it, but for what citations copy from their source, which is
/// what it is.
pub(super) fn visit_texts(entry: &Entry, visit: &mut Visit<'_>) {
    let record = &entry.record;
    for (name, text) in own_texts(record) {
        if let Some(text) = text {
            visit(format_args!("/{name}"), text);
        }
    }
    visit_lists(record, visit);
    for (index, alias) in record.aliases().iter().enumerate() {
        visit(format_args!("/aliases/{index}/text"), &alias.text);
    }
    for (index, code) in record.codes().iter().enumerate() {
        visit(format_args!("/codes/{index}/value"), &code.value);
    }
    for (index, coding) in record.codings().iter().enumerate() {
        visit(format_args!("/codings/{index}/value"), &coding.value);
        if let Some(version) = &coding.version {
            visit(format_args!("/codings/{index}/version"), version);
        }
    }
    for (index, condition) in record.conditions().iter().enumerate() {
        if let Some(words) = &condition.words {
            visit(format_args!("/conditions/{index}/words"), words);
        }
    }
    for (place, citation) in entry.citations() {
        if let Some(locator) = &citation.locator {
            visit(format_args!("{place}/locator"), locator);
        }
    }
    if let Some(basis) = record.basis() {
        for (index, reading) in basis.readings.iter().enumerate() {
            visit(format_args!("/basis/readings/{index}/why"), &reading.why);
        }
        for (index, tension) in basis.tensions.iter().enumerate() {
            if let Some(note) = &tension.note {
                visit(format_args!("/basis/tensions/{index}/note"), note);
            }
        }
    }
    for (index, waiver) in record.waivers().iter().enumerate() {
        visit(format_args!("/allow/{index}/why"), &waiver.why);
    }
}

/// The texts in fields of the record itself and of its objects, as far as the record has them.
fn own_texts(record: &Record) -> Vec<(&'static str, Option<&Text>)> {
    let mut texts = match record {
        Record::Dataset(dataset) => vec![
            ("title", Some(&dataset.title)),
            ("description", dataset.description.as_ref()),
            ("publisher", Some(&dataset.publisher)),
        ],
        Record::Source(source) => vec![
            ("title", Some(&source.title)),
            ("publisher", source.publisher.as_ref()),
            ("rights", source.rights.as_ref()),
        ],
        Record::Actor(actor) => vec![("name", Some(&actor.name)), ("description", actor.description.as_ref())],
        Record::Place(place) => vec![("name", Some(&place.name))],
        Record::Event(event) => vec![("title", Some(&event.title)), ("description", event.description.as_ref())],
        Record::Relationship(tie) => vec![("role", tie.role.as_ref()), ("description", tie.description.as_ref())],
        Record::Interest(interest) => vec![("title", Some(&interest.title)), ("summary", interest.summary.as_ref())],
        Record::Issue(issue) => vec![
            ("title", Some(&issue.title)),
            ("question", issue.question.as_ref()),
            ("scale/from/words", issue.scale.as_ref().map(|scale| &scale.from.words)),
            ("scale/to/words", issue.scale.as_ref().map(|scale| &scale.to.words)),
        ],
        Record::Position(position) => vec![
            ("text", Some(&position.text)),
            ("label", position.label.as_ref()),
            ("at/words", position.at.as_ref().and_then(|at| at.words())),
            ("salience/words", position.salience.as_ref().and_then(|salience| salience.words())),
        ],
        Record::Observation(observation) => {
            vec![("population", observation.population.as_ref()), ("value/words", observation.value.words())]
        }
        Record::Statement(statement) => vec![("text", Some(&statement.text))],
        Record::Identity(identity) => vec![("by", identity.by.as_ref())],
    };
    texts.push(("note", record.note()));
    texts
}

/// The texts in lists that one kind has.
fn visit_lists(record: &Record, visit: &mut Visit<'_>) {
    match record {
        Record::Dataset(Manifest { includes, .. }) => {
            for (index, included) in includes.iter().enumerate() {
                let texts = [
                    ("title", Some(&included.title)),
                    ("description", included.description.as_ref()),
                    ("publisher", Some(&included.publisher)),
                    ("note", included.note.as_ref()),
                ];
                for (name, text) in texts {
                    if let Some(text) = text {
                        visit(format_args!("/includes/{index}/{name}"), text);
                    }
                }
            }
        }
        Record::Source(source) => {
            for (index, author) in source.authors.iter().enumerate() {
                visit(format_args!("/authors/{index}"), author);
            }
            for (index, section) in source.sections.iter().enumerate() {
                visit(format_args!("/sections/{index}/title"), &section.title);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use standpoint_model::generate;

    use super::*;
    use crate::diagnose::schema::texts_of;

    proptest! {
        /// A field that is added to the model is not forgotten.
        #[test]
        fn every_text_of_the_schema_is_visited(record in generate::record()) {
            let mut visited = BTreeSet::new();
            let json = serde_json::to_value(&record).unwrap();
            let texts = texts_of(record.kind(), &json).into_iter();
            let entry = Entry { record, document: 0, bytes: 0..0, is_first: true };
            visit_texts(&entry, &mut |pointer, _| _ = visited.insert(pointer.to_string()));
            let is_copied = |pointer: &String| {
                pointer.ends_with("/quote") || (pointer.contains("/evidence/") && pointer.ends_with("/words"))
            };
            prop_assert_eq!(texts.filter(|pointer| !is_copied(pointer)).collect::<BTreeSet<_>>(), visited);
        }
    }
}
