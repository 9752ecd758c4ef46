//! No actor has a name twice.

use standpoint_model::{Actor, Alias, AliasType, LanguageTag};
use standpoint_report::{Change, Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    diagnose::names::folded,
    recognise::Sketch,
    rules::{
        repeats::{any_twice, repeats},
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("repeated-alias", Level::Error, include_str!("../../docs/repeated-alias.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let report = |place, message: &str, first, what: &str| {
        Finding::new(&RULE.code, place, message).related(first, what).help("remove this alias")
    };
    let place = |index| format!("/aliases/{index}/text");
    let Some(actor) = entry.current::<Actor>() else { return };
    let repeats = repeats(actor.aliases.iter().enumerate(), |(_, alias)| Some(spelling(alias)));
    findings.extend(repeats.map(|((first, original), (again, alias))| {
        let message = "this alias is given already";
        let finding = report(entry.value(place(again)), message, entry.value(place(first)), "here");
        // Of two spellings, nobody knows which is right.
        let all = entry.value(format!("/aliases/{again}"));
        if alias == original { finding.repair(all, Change::Remove) } else { finding }
    }));
    // Other types say something of the name itself: that it is an abbreviation, or what the actor calls itself.
    let mut others = actor.aliases.iter().enumerate().filter(|(_, alias)| alias.r#type == AliasType::Alternative);
    if let Some((index, _)) = others.find(|(_, alias)| folded(&alias.text) == folded(&actor.name)) {
        let message = "this is no other name, but the name of the actor";
        findings.push(report(entry.value(place(index)), message, entry.value("/name"), "the name"));
    }
}

/// Wider than `check`: it looks past spaces and languages.
pub(super) fn doubt(record: &Sketch) -> bool {
    let mut others = record.aliases.iter().filter(|alias| alias.r#type == Some(AliasType::Alternative));
    record.is_current() && (others.any(|alias| alias.text == record.name) || any_twice(&record.aliases, |alias| *alias))
}

/// An alias in whatever case it is written.
fn spelling(alias: &Alias) -> (String, Option<&LanguageTag>, AliasType) {
    (folded(&alias.text), alias.language.as_ref(), alias.r#type)
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_actor_has_a_name_twice() {
        RULE.finds(
            r#"
            {"id":"actor/a","aliases":[{"text":"X","type":"translation"},{"text":"x","type":"translation"},{"text":"X","type":"former"},{"text":"X","type":"translation","language":"en"}]}
                                                                                 ^^^ repeated-alias: this alias is given already
            {"id":"actor/b","name":"Reds","aliases":[{"text":"REDS","type":"alternative"}]}
                                                             ^^^^^^ repeated-alias: but the name of the actor
            {"id":"actor/c","name":"Reds","aliases":[{"text":"Reds","type":"abbreviation"},{"text":"Blues","type":"alternative"}]}
            {"id":"actor/retracted","name":"Reds","aliases":[{"text":"Reds","type":"alternative"},{"text":"Reds","type":"alternative"}],"status":"retracted"}
            "#,
        );
    }
}
