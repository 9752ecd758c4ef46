//! Nothing has a name twice.

use standpoint_model::{self as model, AliasType, Kind, LanguageTag};
use standpoint_report::{Change, Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    diagnose::names::folded,
    recognise::{Alias, Sketch},
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
    let aliases = entry.record.aliases();
    if !entry.record.status().is_current() {
        return;
    }
    let repeats = repeats(aliases.iter().enumerate(), |(_, alias)| Some(spelling(alias)));
    findings.extend(repeats.map(|((first, original), (again, alias))| {
        let message = "this alias is given already";
        let finding = report(entry.value(place(again)), message, entry.value(place(first)), "here");
        // Of two spellings, nobody knows which is right.
        let all = entry.value(format!("/aliases/{again}"));
        if alias == original { finding.repair(all, Change::Remove) } else { finding }
    }));
    // Other types say something of the name itself: that it is an abbreviation, or what an actor calls itself.
    let mut others = aliases.iter().enumerate().filter(|(_, alias)| alias.r#type == AliasType::Alternative);
    let Some(name) = entry.record.name().filter(|_| !aliases.is_empty()).map(folded) else { return };
    if let Some((index, _)) = others.find(|(_, alias)| folded(&alias.text) == name) {
        let field = if matches!(entry.record.kind(), Kind::Actor | Kind::Place) { "/name" } else { "/title" };
        let message = "this is no other name, but the name under which it is listed";
        findings.push(report(entry.value(place(index)), message, entry.value(field), "the name"));
    }
}

/// Wider than `check`: it looks past spaces and languages, and does not compare titles, which seldom have other forms.
pub(super) fn doubt(record: &Sketch) -> bool {
    let has_title = !matches!(record.kind, Some(Kind::Actor | Kind::Place));
    let mut others = record.aliases.iter().filter(|alias| alias.r#type == Some(AliasType::Alternative));
    let is_name = |alias: &Alias| has_title || alias.text == record.name;
    record.is_current() && (others.any(is_name) || any_twice(&record.aliases, |alias| (alias.text, alias.r#type)))
}

/// An alias in whatever case it is written.
fn spelling(alias: &model::Alias) -> (String, Option<&LanguageTag>, AliasType) {
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
                                                             ^^^^^^ repeated-alias: but the name under which it is listed
            {"id":"event/e","title":"Raid","aliases":[{"text":"raid","type":"alternative"},{"text":"Raid","type":"former"}]}
                                                              ^^^^^^ repeated-alias: but the name under which it is listed
            {"id":"actor/c","name":"Reds","aliases":[{"text":"Reds","type":"abbreviation"},{"text":"Blues","type":"alternative"}]}
            {"id":"actor/retracted","name":"Reds","aliases":[{"text":"Reds","type":"alternative"},{"text":"Reds","type":"alternative"}],"status":"retracted"}
            "#,
        );
    }
}
