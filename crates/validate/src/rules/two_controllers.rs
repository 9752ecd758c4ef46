//! A place is in the power of one party at a time.

use standpoint_model::Relationship;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    rules::{
        contradiction::linked,
        relation::Group,
        relations::Tenure,
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("two-controllers", Level::Note, include_str!("../../docs/two-controllers.md")),
    check: Check::Groups,
};

pub(super) fn check(tenure: &Tenure<'_>, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Tenure::Control(place) = tenure else { return };
    let mut earlier: Vec<(&Entry, &Relationship)> = Vec::new();
    for (entry, tie) in group.distinct::<Relationship>() {
        let rival = earlier
            .iter()
            .find(|(other, holder)| tie.when == holder.when && tie.subject != holder.subject && !linked(entry, other));
        if let Some((other, holder)) = rival {
            let message = format!("`{}` is said to control `{place}` at the same time", holder.subject);
            findings.push(
                Finding::new(&RULE.code, entry.value("/subject"), message).related(other.value("/subject"), "the other one").help(
                    "if the sources disagree, say so in the `tensions` of one; if each holds a part of it, give each part a \
                     record; if they hold it together, nothing needs to be done",
                ),
            );
        }
        earlier.push((entry, tie));
    }
}
