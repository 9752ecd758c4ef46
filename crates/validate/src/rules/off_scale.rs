//! A position lies on the scale of its issue.

use standpoint_model::{Amount, Estimate, Issue, Position};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    rules::{
        relation::Group,
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("off-scale", Level::Warning, include_str!("../../docs/off-scale.md")),
    check: Check::Groups,
};

pub(super) fn check(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Some((other, issue)) = group.named::<Issue>(id) else { return };
    for (entry, position) in group.of::<Position>() {
        let Some(at) = position.at.as_ref().filter(|at| at.has_number()) else { continue };
        let Some(scale) = &issue.scale else {
            let message = format!("`{id}` has no scale on which this could lie");
            findings.push(finding(entry, message, other, "/title").help(
                "give the issue its `scale`, with what each end stands for; if the source has none, leave `at` out",
            ));
            continue;
        };
        let (from, to) = (scale.from.value.min(scale.to.value), scale.from.value.max(scale.to.value));
        if let Some(amount) = figures(at).find(|amount| !(from..=to).contains(amount)) {
            let message = format!("{amount} does not lie on the scale of `{id}`, which goes from {from} to {to}");
            findings.push(
                finding(entry, message, other, "/scale")
                    .help("write the number in the unit of the scale, or correct the end of the scale that is wrong"),
            );
        }
    }
}

fn figures(at: &Estimate) -> impl Iterator<Item = Amount> {
    [at.low(), at.best(), at.high()].into_iter().flatten()
}

fn finding(entry: &Entry, message: String, issue: &Entry, field: &str) -> Finding {
    Finding::new(&RULE.code, entry.value("/at"), message).related(issue.value(field), "the issue")
}
