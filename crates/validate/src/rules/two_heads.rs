//! A body has one head at a time.

use standpoint_model::Relationship;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    rules::{
        contradiction::linked,
        relation::Group,
        relations::Tenure,
        rule::{Check, Rule},
        time::{gives_way, may_overlap},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("two-heads", Level::Note, include_str!("../../docs/two-heads.md")),
    check: Check::Groups,
};

pub(super) fn check(tenure: &Tenure<'_>, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Tenure::Head(body) = tenure else { return };
    let mut earlier: Vec<(&Entry, &Relationship)> = Vec::new();
    for (entry, tie) in group.distinct::<Relationship>().filter(|(_, tie)| !tie.former) {
        let rival = earlier.iter().find(|(other, tenure)| may_hold_at_once(tie, tenure) && !linked(entry, other));
        if let Some((other, holder)) = rival {
            let message = format!("`{}` is the head of `{body}` too, at a time that may be the same", holder.subject);
            findings.push(
                Finding::new(&RULE.code, entry.value("/subject"), message).related(other.value("/subject"), "the other one").help(
                    "give each the `when` of its tenure, or mark the one that is over as `former`; where sources disagree, \
                     say so in the `tensions` of one; if both lead it together, nothing needs to be done",
                ),
            );
        }
        earlier.push((entry, tie));
    }
}

/// Whether two may be heads at one time, of one post as far as the records say.
fn may_hold_at_once(one: &Relationship, other: &Relationship) -> bool {
    let (when, then) = (one.when.as_ref(), other.when.as_ref());
    one.subject != other.subject
        && one.role.as_ref().zip(other.role.as_ref()).is_none_or(|(one, other)| one == other)
        && may_overlap(when, then)
        && !gives_way(when, then)
        && !gives_way(then, when)
}
