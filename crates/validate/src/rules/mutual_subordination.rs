//! No actor is the part, the branch or the offspring of itself, by way of another or of several.

use standpoint_model::{Relationship, RelationshipType};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    rules::{
        contradiction::linked,
        cycle::{Cycle, Edge, cycles},
        relation::Group,
        relations::Lead,
        rule::{Check, Rule},
        time::may_overlap,
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("mutual-subordination", Level::Warning, include_str!("../../docs/mutual-subordination.md")),
    check: Check::Groups,
};

pub(super) fn check(_: &(RelationshipType, [&str; 2]), group: &Group<'_>, findings: &mut Vec<Finding>) {
    let mut earlier: Vec<(&Entry, &Relationship)> = Vec::new();
    for (entry, tie) in group.distinct::<Relationship>().filter(|(_, tie)| tie.subject.as_str() != tie.object.as_str())
    {
        let opposite = earlier.iter().find(|(other_entry, other)| {
            other.subject.as_str() == tie.object.as_str()
                && may_overlap(tie.when.as_ref(), other.when.as_ref())
                && !linked(entry, other_entry)
        });
        if let Some((other_entry, other)) = opposite {
            findings.push(
                Finding::new(
                    &RULE.code,
                    entry.value("/type"),
                    format!("`{}` says `{}` of the same two actors, the other way round", other.id, tie.r#type),
                )
                .related(other_entry.value("/type"), "the other one")
                .help("exchange `subject` and `object` in the one that is wrong; if one came after the other, give both a `when`"),
            );
        }
        earlier.push((entry, tie));
    }
}

/// Rings of three or more.
pub(super) fn check_rings(lead: &Lead, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Lead::Tie(r#type) = lead else { return };
    let edges = group.distinct::<Relationship>().map(|(entry, tie)| Edge {
        entry,
        from: tie.subject.as_str(),
        to: tie.object.as_str(),
        pointer: "/type".into(),
    });
    for ring in cycles(edges).iter().filter(|ring| ring.entries().len() > 2 && is_closed(ring)) {
        let message = format!("`{type}` leads in a ring: {}", ring.path());
        let help = "exchange `subject` and `object` in the one that is wrong, or remove it; if one state followed the \
                    other, give each its `when`";
        findings.push(ring.finding(&RULE.code, message, help));
    }
}

/// Whether all ties of a ring may hold at one time, and none says that it contradicts another.
fn is_closed(ring: &Cycle<'_>) -> bool {
    let may_hold_together =
        |one: &Entry, other: &Entry| may_overlap(one.record.when(), other.record.when()) && !linked(one, other);
    ring.entries()
        .enumerate()
        .all(|(index, one)| ring.entries().skip(index + 1).all(|other| may_hold_together(one, other)))
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_two_actors_are_part_of_one_another() {
        RULE.finds(
            r#"
            {"id":"relationship/one","type":"member-of"}
            {"id":"relationship/two","type":"member-of","subject":"actor/b","object":"actor/a"}
                                            ^^^^^^^^^^^ mutual-subordination: `relationship/one` says `member-of` of the same two actors, the other way round
            {"id":"relationship/three","type":"split-from","subject":"actor/c","when":"2014"}
            {"id":"relationship/four","type":"split-from","subject":"actor/b","object":"actor/c"}
                                             ^^^^^^^^^^^^ mutual-subordination
            "#,
        );
    }

    #[test]
    fn ties_that_may_both_hold_are_left_alone() {
        RULE.finds(
            r#"
            {"id":"relationship/early","type":"member-of","when":"2014"}
            {"id":"relationship/late","type":"member-of","subject":"actor/b","object":"actor/a","when":"2016"}
            {"id":"relationship/of-another-type","type":"affiliate-of","subject":"actor/b","object":"actor/a"}
            {"id":"relationship/linked","type":"drawn-from","basis":{"tensions":[{"with":"relationship/opposite"}]}}
            {"id":"relationship/opposite","type":"drawn-from","subject":"actor/b","object":"actor/a"}
            {"id":"relationship/rival","type":"rival"}
            {"id":"relationship/rival-too","type":"rival","subject":"actor/b","object":"actor/a"}
            {"id":"relationship/coordinated","type":"coordinated-with"}
            {"id":"relationship/coordinated-too","type":"coordinated-with","subject":"actor/b","object":"actor/a"}
            {"id":"relationship/retracted","type":"split-from","status":"retracted"}
            {"id":"relationship/stands","type":"split-from","subject":"actor/b","object":"actor/a"}
            {"id":"relationship/again","type":"split-from","subject":"actor/b","object":"actor/a"}
            {"id":"relationship/itself","type":"member-of","subject":"actor/c","object":"actor/c"}
            {"id":"relationship/itself-too","type":"member-of","subject":"actor/c","object":"actor/c"}
            "#,
        );
    }

    #[test]
    fn no_actor_is_part_of_itself_by_a_detour() {
        RULE.finds(
            r#"
            {"id":"relationship/ab","type":"affiliate-of"}
                                           ^^^^^^^^^^^^^^ mutual-subordination: `affiliate-of` leads in a ring: `actor/a` → `actor/b` → `actor/c` → `actor/a`
            {"id":"relationship/bc","type":"affiliate-of","subject":"actor/b","object":"actor/c"}
            {"id":"relationship/ca","type":"affiliate-of","subject":"actor/c","object":"actor/a"}
            {"id":"relationship/d","type":"member-of","subject":"actor/d","object":"actor/e","when":"2014"}
                                          ^^^^^^^^^^^ mutual-subordination
            {"id":"relationship/e","type":"member-of","subject":"actor/e","object":"actor/f"}
            {"id":"relationship/f","type":"member-of","subject":"actor/f","object":"actor/d","when":"2014"}
            "#,
        );
    }

    #[test]
    fn rings_that_hold_at_no_one_time_are_left_alone() {
        RULE.finds(
            r#"
            {"id":"relationship/ab","type":"member-of","when":"2014"}
            {"id":"relationship/bc","type":"member-of","subject":"actor/b","object":"actor/c"}
            {"id":"relationship/ca","type":"member-of","subject":"actor/c","object":"actor/a","when":"2016"}
            {"id":"relationship/de","type":"affiliate-of","subject":"actor/d","object":"actor/e","basis":{"tensions":[{"with":"relationship/fd"}]}}
            {"id":"relationship/ef","type":"affiliate-of","subject":"actor/e","object":"actor/f"}
            {"id":"relationship/fd","type":"affiliate-of","subject":"actor/f","object":"actor/d"}
            {"id":"relationship/gh","type":"drawn-from","subject":"actor/g","object":"actor/h"}
            {"id":"relationship/hi","type":"drawn-from","subject":"actor/h","object":"actor/i"}
            {"id":"relationship/ig","type":"drawn-from","subject":"actor/i","object":"actor/g","status":"retracted"}
            {"id":"relationship/jk","type":"affiliate-of","subject":"actor/j","object":"actor/k"}
            {"id":"relationship/kl","type":"affiliate-of","subject":"actor/k","object":"actor/l"}
            {"id":"relationship/kl","type":"affiliate-of","subject":"actor/l","object":"actor/j"}
            {"id":"relationship/ig-otherwise","type":"split-from","subject":"actor/i","object":"actor/g"}
            "#,
        );
    }
}
