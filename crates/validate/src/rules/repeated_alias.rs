//! No actor has a name twice.

use standpoint_model::{Actor, AliasType};

use crate::{
    Code, Level,
    finding::{Change, Finding},
    rules::{Check, Rule, repeats::repeats},
    submission::Entry,
};

pub(super) static RULE: Rule = Rule {
    code: Code { name: "repeated-alias", level: Level::Error, page: include_str!("../../docs/repeated-alias.md") },
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let report = |place, message: &str, first, what: &str| {
        Finding::new(&RULE.code, place, message).related(first, what).help("remove this alias")
    };
    let place = |index| format!("/aliases/{index}/text");
    let Some(actor) = entry.current::<Actor>() else { return };
    for ((first, _), (again, _)) in repeats(actor.aliases.iter().enumerate(), |(_, alias)| Some(alias)) {
        let message = "this alias is given already";
        let finding = report(entry.value(place(again)), message, entry.value(place(first)), "here");
        findings.push(finding.repair(entry.value(format!("/aliases/{again}")), Change::Remove));
    }
    // Other types say something of the name itself: that it is an abbreviation, or what the actor calls itself.
    let mut others = actor.aliases.iter().enumerate().filter(|(_, alias)| alias.r#type == AliasType::Alternative);
    if let Some((index, _)) = others.find(|(_, alias)| alias.text == actor.name) {
        let message = "this is no other name, but the name of the actor";
        findings.push(report(entry.value(place(index)), message, entry.value("/name"), "the name"));
    }
}
