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

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_position_lies_on_the_scale_of_its_issue() {
        RULE.finds(
            r#"
            {"id":"issue/i","scale":{"from":{"value":1},"to":{"value":0}}}
            {"id":"position/a","at":{"best":25}}
                                    ^^^^^^^^^^^ off-scale: 25 does not lie on the scale of `issue/i`, which goes from 0 to 1
            {"id":"position/b","at":{"low":0.5,"high":2}}
                                    ^^^^^^^^^^^^^^^^^^^^ off-scale: 2 does not lie
            {"id":"position/c","at":{"best":0.25}}
            {"id":"position/ends","at":{"low":0,"high":1}}
            {"id":"position/nowhere"}
            {"id":"position/retracted","at":{"best":25},"status":"retracted"}
            {"id":"issue/i"}
            "#,
        );
    }

    #[test]
    fn where_there_is_no_scale_nothing_lies_on_it() {
        RULE.finds(
            r#"
            {"id":"issue/i"}
            {"id":"position/a","at":{"best":25}}
                                    ^^^^^^^^^^^ off-scale: `issue/i` has no scale on which this could lie
            {"id":"position/b","at":{"words":"more than before"}}
            {"id":"position/c"}
            {"id":"issue/j","scale":{"from":{"value":20},"to":{"value":30}}}
            {"id":"position/d","issue":"issue/j","at":{"best":25}}
            {"id":"position/e","issue":"issue/j","at":{"best":10}}
                                                      ^^^^^^^^^^^ off-scale: 10 does not lie
            "#,
        );
    }
}
