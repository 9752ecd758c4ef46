//! A language has its shortest code.

use isolang::Language;
use standpoint_model::{Actor, LanguageTag, Source};
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
    let mut check = |tag: &LanguageTag, place: &dyn Fn() -> Place| {
        if let Some(shorter) = shorter(tag.as_str()) {
            let message = format!("the language of `{tag}` has a code of two letters");
            findings.push(Finding::new(&RULE.code, place(), message).help(format!("write `{shorter}`")));
        }
    };
    if let Some(tag) = entry.current::<Source>().and_then(|source| source.language.as_ref()) {
        check(tag, &|| entry.value("/language"));
    }
    for (index, alias) in entry.current::<Actor>().iter().flat_map(|actor| actor.aliases.iter().enumerate()) {
        if let Some(tag) = &alias.language {
            check(tag, &|| entry.value(format!("/aliases/{index}/language")));
        }
    }
}

/// Wider than `check`: many languages have no code of two letters.
pub(super) fn doubt(record: &Sketch) -> bool {
    record.is_current() && record.languages.contains(&3)
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
            {"id":"source/a","language":"eng"}
                                        ^^^^^ long-language-code: write `en`
            {"id":"actor/a","aliases":[{"text":"X"},{"text":"Y","language":"fas-AF"}]}
                                                                           ^^^^^^^^ long-language-code: write `fa-AF`
            {"id":"actor/b","aliases":[{"text":"X","language":"prs"},{"text":"Y","language":"en-GB"}]}
            {"id":"source/b","language":"haz"}
            {"id":"source/c","language":"en"}
            {"id":"source/d","language":"eng","status":"retracted"}
            {"id":"actor/c","aliases":[{"text":"X","language":"eng"}],"status":"retracted"}
            "#,
        );
    }
}
