//! The prose and the names in a record.

use std::fmt;

use standpoint_model::{Basis, Citation, Record, Text};

/// Gives `visit` every text of a record and the JSON Pointer to it, but for quotes, which are what they are.
pub(super) fn visit_texts(record: &Record, visit: &mut dyn FnMut(fmt::Arguments<'_>, &Text)) {
    let mut field = |name: &str, text: Option<&Text>| {
        if let Some(text) = text {
            visit(format_args!("/{name}"), text);
        }
    };
    match record {
        Record::Dataset(dataset) => {
            field("title", Some(&dataset.title));
            field("description", dataset.description.as_ref());
            field("publisher", Some(&dataset.publisher));
        }
        Record::Source(source) => {
            field("title", Some(&source.title));
            field("publisher", source.publisher.as_ref());
            field("rights", source.rights.as_ref());
        }
        Record::Actor(actor) => {
            field("name", Some(&actor.name));
            field("description", actor.description.as_ref());
        }
        Record::Place(place) => field("name", Some(&place.name)),
        Record::Event(event) => field("title", Some(&event.title)),
        Record::Relationship(tie) => field("description", tie.description.as_ref()),
        Record::Interest(interest) => {
            field("title", Some(&interest.title));
            field("summary", Some(&interest.summary));
        }
        Record::Observation(observation) => field("population", observation.population.as_ref()),
        Record::Statement(statement) => field("text", Some(&statement.text)),
    }
    field("note", record.note());
    if let Record::Actor(actor) = record {
        for (index, alias) in actor.aliases.iter().enumerate() {
            visit(format_args!("/aliases/{index}/text"), &alias.text);
        }
        for (index, code) in actor.codes.iter().enumerate() {
            visit(format_args!("/codes/{index}/value"), &code.value);
        }
    }
    if let Some(basis) = record.basis() {
        visit_locators(basis, visit);
    }
    for (index, waiver) in record.waivers().iter().enumerate() {
        visit(format_args!("/allow/{index}/why"), &waiver.why);
    }
}

fn visit_locators(basis: &Basis, visit: &mut dyn FnMut(fmt::Arguments<'_>, &Text)) {
    let mut locators = |around: fmt::Arguments<'_>, evidence: &[Citation]| {
        for (index, citation) in evidence.iter().enumerate() {
            if let Some(locator) = &citation.locator {
                visit(format_args!("{around}/evidence/{index}/locator"), locator);
            }
        }
    };
    locators(format_args!("/basis"), &basis.evidence);
    for (index, standpoint) in basis.standpoints.iter().enumerate() {
        locators(format_args!("/basis/standpoints/{index}"), &standpoint.evidence);
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
            visit_texts(&record, &mut |pointer, _| _ = visited.insert(pointer.to_string()));
            let json = serde_json::to_value(&record).unwrap();
            let texts = texts_of(record.kind(), &json).into_iter().filter(|pointer| !pointer.ends_with("/quote"));
            prop_assert_eq!(texts.collect::<BTreeSet<_>>(), visited);
        }
    }
}
