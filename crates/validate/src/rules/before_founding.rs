//! No actor is there before it came into being.

use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    contradiction::linked,
    lifetime::{Turn, foundings, visit_signs},
    relation::Group,
    rule::{Check, Rule},
    time::before,
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("before-founding", Level::Warning, include_str!("../../docs/before-founding.md")),
    check: Check::Groups,
};

pub(super) fn check(actor: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let turns = foundings(actor, group);
    let [(first, _), ..] = turns[..] else { return };
    for entry in group.current() {
        visit_signs(entry, |id, when, pointer| {
            // Where it came into being more than once, before all of them.
            let is_before = |(founding, founded): &Turn| before(Some(when), *founded) && !linked(entry, founding);
            if id == *actor && turns.iter().all(is_before) {
                let message = format!("this is about a time before `{actor}` came into being");
                findings.push(
                    Finding::new(&RULE.code, entry.value(pointer.to_string()), message)
                        .related(first.value("/when"), "when it did")
                        .help("name its forerunner, or correct the date that is wrong; where sources disagree, link the records"),
                );
            }
        });
    }
}
