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

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn friends_and_adversaries_say_that_they_contradict_one_another() {
        RULE.finds(
            r#"
            {"id":"relationship/a","type":"ally"}
            {"id":"relationship/b","type":"adversary"}
                                          ^^^^^^^^^^^ unlinked-contradiction: this says `adversary` where `relationship/a` says `ally` of the same two actors
            {"id":"relationship/c","type":"adversary","subject":"actor/b","object":"actor/a"}
            {"id":"relationship/d","type":"partner","subject":"actor/b","object":"actor/a"}
                                          ^^^^^^^^^ unlinked-contradiction
            {"id":"relationship/retracted","type":"adversary","status":"retracted"}
            {"id":"relationship/linked","type":"adversary","basis":{"tensions":[{"with":"relationship/a","how":"contrasts"}]}}
            "#,
        );
    }

    #[test]
    fn postures_that_go_together_contradict_nothing() {
        RULE.finds(
            r#"
            {"id":"relationship/a","type":"ally"}
            {"id":"relationship/b","type":"partner"}
            {"id":"relationship/c","type":"rival"}
            {"id":"relationship/d","type":"adversary","subject":"actor/b","object":"actor/c"}
            {"id":"relationship/e","type":"rival","subject":"actor/b","object":"actor/c"}
            {"id":"relationship/f","type":"adversary","subject":"actor/b","object":"actor/a"}
            {"id":"relationship/self","type":"ally","subject":"actor/d","object":"actor/d"}
            {"id":"relationship/self-too","type":"adversary","subject":"actor/d","object":"actor/d"}
            "#,
        );
    }

    #[test]
    fn postures_of_different_things_contradict_nothing() {
        RULE.finds(
            r#"
            {"id":"relationship/a","type":"ally","description":"Against Rome."}
            {"id":"relationship/b","type":"adversary","description":"Over the passes."}
            {"id":"relationship/c","type":"adversary","description":"Against Rome."}
                                          ^^^^^^^^^^^ unlinked-contradiction: `relationship/a`
            {"id":"relationship/d","type":"partner","description":"Over the passes."}
                                          ^^^^^^^^^ unlinked-contradiction: `relationship/b`
            {"id":"relationship/e","type":"ally","subject":"actor/b","object":"actor/a","description":"Against Rome."}
            {"id":"relationship/f","type":"adversary","subject":"actor/b","object":"actor/a"}
                                          ^^^^^^^^^^^ unlinked-contradiction
            "#,
        );
    }

    #[test]
    fn postures_change() {
        RULE.finds(
            r#"
            {"id":"relationship/a1","type":"ally","when":"2014/"}
            {"id":"relationship/a2","type":"adversary","when":"2016/"}
            {"id":"relationship/h1","type":"ally","subject":"actor/h","when":"2014/.."}
            {"id":"relationship/h2","type":"adversary","subject":"actor/h","when":"2016"}
            {"id":"relationship/c1","type":"ally","subject":"actor/c","when":"2016/"}
            {"id":"relationship/c2","type":"adversary","subject":"actor/c","when":"2014/.."}
            {"id":"relationship/d1","type":"ally","subject":"actor/d","when":"2014"}
            {"id":"relationship/d2","type":"adversary","subject":"actor/d","when":"2016"}
            {"id":"relationship/e1","type":"ally","subject":"actor/e","when":"2014/2018"}
            {"id":"relationship/e2","type":"adversary","subject":"actor/e","when":"2016/"}
                                           ^^^^^^^^^^^ unlinked-contradiction
            {"id":"relationship/f1","type":"ally","subject":"actor/f","when":"2014/"}
            {"id":"relationship/f2","type":"adversary","subject":"actor/f","when":"2010/2015"}
                                           ^^^^^^^^^^^ unlinked-contradiction
            {"id":"relationship/g1","type":"ally","subject":"actor/g","when":"2014/.."}
            {"id":"relationship/g2","type":"adversary","subject":"actor/g","when":"2014-06/.."}
                                           ^^^^^^^^^^^ unlinked-contradiction
            "#,
        );
    }
}
