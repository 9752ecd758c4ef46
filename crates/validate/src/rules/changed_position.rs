//! Who takes another position than before says which one it takes the place of.

use standpoint_model::Position;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    rules::{
        relation::Group,
        relations::{Held, amounts, ends},
        rule::{Check, Rule},
        time::before,
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("changed-position", Level::Note, include_str!("../../docs/changed-position.md")),
    check: Check::Groups,
};

pub(super) fn check(held: &Held<'_>, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let positions: Vec<(&Entry, &Position)> = group.distinct::<Position>().collect();
    let (Held::OnIssue([holder, on]) | Held::Answer([holder, on])) = held;
    for (entry, position) in &positions {
        let is_changed = |(_, other): &&(&Entry, &Position)| {
            let differs = match held {
                Held::OnIssue(_) => lie_apart(position, other),
                Held::Answer(_) => position.form != other.form,
            };
            differs && before(other.when.as_ref(), position.when.as_ref())
        };
        // Only the last one before it: what that one took the place of is its own matter.
        let earlier = positions.iter().filter(is_changed);
        let Some((other, last)) =
            earlier.max_by_key(|(_, other)| other.when.as_ref().and_then(|when| when.latest().day()))
        else {
            continue;
        };
        if position.answers.contains(&last.id) || last.answers.contains(&position.id) {
            continue;
        }
        let message =
            format!("`{holder}` held something else of `{on}` before, and this does not say that it changed its mind");
        findings.push(
            Finding::new(&RULE.code, entry.id(), message).related(other.id(), "what it held before").help(format!(
                "if it did, name `{}` in `answers`; if it holds both, nothing needs to be done",
                last.id
            )),
        );
    }
}

/// Whether no point of the scale is in both.
fn lie_apart(one: &Position, other: &Position) -> bool {
    let ends = |position: &Position| position.at.as_ref().map(amounts).and_then(ends);
    ends(one)
        .zip(ends(other))
        .is_some_and(|((least, most), (other_least, other_most))| most < other_least || other_most < least)
}
