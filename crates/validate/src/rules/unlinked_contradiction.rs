//! Postures that contradict one another say so.

use standpoint_model::Relationship;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    rules::{
        contradiction::linked,
        relation::Group,
        rule::{Check, Rule},
        time::may_overlap,
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("unlinked-contradiction", Level::Error, include_str!("../../docs/unlinked-contradiction.md")),
    check: Check::Groups,
};

pub(super) fn check([subject, object]: &[&str; 2], group: &Group<'_>, findings: &mut Vec<Finding>) {
    if subject == object {
        return;
    }
    let mut earlier: Vec<(&Entry, &Relationship)> = Vec::new();
    for (entry, relationship) in group.of::<Relationship>() {
        for (other_entry, other) in &earlier {
            if other.r#type != relationship.r#type
                && may_overlap(other.when.as_ref(), relationship.when.as_ref())
                && !linked(other_entry, entry)
            {
                findings.push(
                    Finding::new(
                        &RULE.code,
                        entry.value("/type"),
                        format!(
                            "this says `{}` where `{}` says `{}` of the same two actors, and neither names the other",
                            relationship.r#type, other.id, other.r#type
                        ),
                    )
                    .related(other_entry.value("/type"), "the other one")
                    .help(
                        "if the sources disagree, name each in the `contradicts` of the other; if one posture came \
                         after the other, give both a `when`",
                    ),
                );
            }
        }
        earlier.push((entry, relationship));
    }
}
