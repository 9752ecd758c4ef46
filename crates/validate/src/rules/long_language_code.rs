//! A language has its shortest code.

use isolang::Language;
use standpoint_model::{LanguageTag, Record};
use standpoint_report::{Code, Finding, Level, Place};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("long-language-code", Level::Warning, include_str!("../../docs/long-language-code.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    if !entry.record.status().is_current() {
        return;
    }
    let mut check = |tag: &LanguageTag, place: &dyn Fn() -> Place| {
        if let Some(shorter) = shorter(tag.as_str()) {
            let message = format!("the language of `{tag}` has a code of two letters");
            findings.push(Finding::new(&RULE.code, place(), message).help(format!("write `{shorter}`")));
        }
    };
    if let Some(tag) = language(&entry.record) {
        check(tag, &|| entry.value("/language"));
    }
    if let Record::Source(source) = &entry.record {
        for (index, tag) in source.languages.iter().enumerate() {
            check(tag, &|| entry.value(format!("/languages/{index}")));
        }
    }
    for (index, alias) in entry.record.aliases().iter().enumerate() {
        if let Some(tag) = &alias.language {
            check(tag, &|| entry.value(format!("/aliases/{index}/language")));
        }
    }
}

/// Wider than `check`: many languages have no code of two letters.
pub(super) fn doubt(record: &Sketch) -> bool {
    record.is_current() && record.languages.contains(&3)
}

/// The language in which a record gives its names and words.
fn language(record: &Record) -> Option<&LanguageTag> {
    match record {
        Record::Dataset(record) => record.language.as_ref(),
        Record::Actor(record) => record.language.as_ref(),
        Record::Place(record) => record.language.as_ref(),
        Record::Event(record) => record.language.as_ref(),
        Record::Relationship(record) => record.language.as_ref(),
        Record::Interest(record) => record.language.as_ref(),
        Record::Issue(record) => record.language.as_ref(),
        Record::Position(record) => record.language.as_ref(),
        Record::Observation(record) => record.language.as_ref(),
        Record::Statement(record) => record.language.as_ref(),
        Record::Source(_) | Record::Identity(_) => None,
    }
}

/// The tag with the code of two letters that its language has in ISO 639, for the one of three that it begins with.
fn shorter(tag: &str) -> Option<String> {
    let (code, rest) = tag.split_once('-').map_or((tag, ""), |(code, _)| (code, &tag[code.len()..]));
    let language = Language::from_639_3(&code.to_lowercase())?;
    Some(format!("{}{rest}", language.to_639_1()?))
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_language_has_its_shortest_code() {
        RULE.finds(
            r#"
            {"id":"source/a","languages":["en","eng"]}
                                               ^^^^^ long-language-code: write `en`
            {"id":"actor/a","aliases":[{"text":"X"},{"text":"Y","language":"fas-AF"}]}
                                                                           ^^^^^^^^ long-language-code: write `fa-AF`
            {"id":"dataset/d","language":"fra"}
                                         ^^^^^ long-language-code
            {"id":"event/e","language":"eng","aliases":[{"text":"X","language":"eng"}]}
                                       ^^^^^ long-language-code
                                                                               ^^^^^ long-language-code
            {"id":"position/p","language":"eng"}
                                          ^^^^^ long-language-code
            {"id":"actor/b","aliases":[{"text":"X","language":"prs"},{"text":"Y","language":"en-GB"}]}
            {"id":"source/b","languages":["haz"]}
            {"id":"source/retracted","languages":["eng"],"status":"retracted"}
            {"id":"actor/retracted","aliases":[{"text":"X","language":"eng"}],"status":"retracted"}
            "#,
        );
    }
}
