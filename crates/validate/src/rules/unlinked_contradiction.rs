//! Postures that contradict one another say so.

use standpoint_model::{Relationship, RelationshipType};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    rules::{
        contradiction::linked,
        relation::Group,
        rule::{Check, Rule},
        time::{gives_way, may_overlap},
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
            if may_contradict(other, relationship) && !linked(other_entry, entry) {
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
                        "if the sources disagree, say so in the `tensions` of one of the two; if one posture came after \
                         the other, give both a `when`",
                    ),
                );
            }
        }
        earlier.push((entry, relationship));
    }
}

/// Whether the two cannot both be true of one thing at one time, as far as they say.
///
/// Who competes with a partner or an ally is both; who fights one is not. Postures that are described in different words
/// are of different things.
fn may_contradict(one: &Relationship, other: &Relationship) -> bool {
    let is_friendly = |tie: &Relationship| matches!(tie.r#type, RelationshipType::Ally | RelationshipType::Partner);
    let is_hostile = |tie: &Relationship| tie.r#type == RelationshipType::Adversary;
    let (when, then) = (one.when.as_ref(), other.when.as_ref());
    (is_friendly(one) && is_hostile(other) || is_hostile(one) && is_friendly(other))
        && one.description.as_ref().zip(other.description.as_ref()).is_none_or(|(one, other)| one == other)
        && may_overlap(when, then)
        && !gives_way(when, then)
        && !gives_way(then, when)
}
