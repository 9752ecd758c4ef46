//! No actor has a name twice.

use standpoint_model::{Actor, Alias, AliasType, LanguageTag};

use crate::{
    Code, Level,
    finding::Finding,
    rules::{Check, Rule, names::folded, repeats::repeats},
    submission::Entry,
};

pub(super) static RULE: Rule = Rule {
    code: Code { name: "repeated-alias", level: Level::Error, page: include_str!("../../docs/repeated-alias.md") },
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let mut report = |place, message: &str, first, what: &str| {
        findings.push(Finding::new(&RULE.code, place, message).related(first, what).help("remove this alias"));
    };
    let place = |index| format!("/aliases/{index}/text");
    let Some(actor) = entry.current::<Actor>() else { return };
    for ((first, _), (again, _)) in repeats(actor.aliases.iter().enumerate(), |(_, alias)| Some(spelling(alias))) {
        report(entry.value(place(again)), "this alias is given already", entry.value(place(first)), "here");
    }
    // Other types say something of the name itself: that it is an abbreviation, or what the actor calls itself.
    let mut others = actor.aliases.iter().enumerate().filter(|(_, alias)| alias.r#type == AliasType::Alternative);
    if let Some((index, _)) = others.find(|(_, alias)| folded(&alias.text) == folded(&actor.name)) {
        let message = "this is no other name, but the name of the actor";
        report(entry.value(place(index)), message, entry.value("/name"), "the name");
    }
}

/// An alias in whatever case it is written.
fn spelling(alias: &Alias) -> (String, Option<&LanguageTag>, AliasType) {
    (folded(&alias.text), alias.language.as_ref(), alias.r#type)
}
