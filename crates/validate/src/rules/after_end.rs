//! No actor is there after it merged into another or was killed.

use standpoint_model::Kind;
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    contradiction::linked,
    lifetime::{Turn, ends, visit_signs},
    relation::Group,
    rule::{Check, Rule},
    time::before,
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("after-end", Level::Warning, include_str!("../../docs/after-end.md")),
    check: Check::Groups,
};

pub(super) fn check(actor: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let turns = ends(actor, group);
    for entry in group.current() {
        visit_signs(entry, |id, when, pointer| {
            let passed = |(end, ended): &&Turn| before(*ended, Some(when)) && !linked(entry, end);
            if let Some((end, _)) = turns.iter().find(passed).filter(|_| id == *actor) {
                let how = if end.record.kind() == Kind::Event { "was killed" } else { "merged into another" };
                let message = format!("this is about a time after `{actor}` {how}");
                findings.push(
                    Finding::new(&RULE.code, entry.value(pointer.to_string()), message)
                        .related(end.value("/when"), "when that was")
                        .help("name its successor, or correct the date that is wrong; where sources disagree, link the records"),
                );
            }
        });
    }
}
