//! A relationship joins actors of the types that its type allows.

use standpoint_model::{Actor, ActorType, Relationship};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Slot},
    rules::{
        relation::Group,
        relations::actors,
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("illegal-endpoint", Level::Error, include_str!("../../docs/illegal-endpoint.md")),
    check: Check::Record(check_kind),
};

/// Some types lead to an actor, some to a place.
fn check_kind(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(tie) = entry.current::<Relationship>() else { return };
    let (wanted, found) = (tie.r#type.rule().objects.kind(), tie.object.kind());
    if wanted != found {
        findings.push(
            Finding::new(
                &RULE.code,
                entry.value("/object"),
                format!("the object of `{}` is a record of the kind `{wanted}`, not `{found}`", tie.r#type),
            )
            .related(entry.value("/type"), "the type")
            .help(format!("name the {wanted} that is meant, or correct the `type`")),
        );
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    let object = record.named.iter().find(|named| named.slot == Slot::Object);
    let wanted = record.relationship_type().map(|r#type| r#type.rule().objects.kind());
    record.is_current() && object.map(|object| object.kind) != wanted
}

pub(super) fn check(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Some((_, actor)) = group.named::<Actor>(id) else { return };
    for (entry, relationship) in group.of::<Relationship>() {
        let rule = relationship.r#type.rule();
        let ends = [
            ("subject", relationship.subject.as_str(), rule.subjects),
            ("object", relationship.object.as_str(), actors(rule.objects)),
        ];
        for (end, _, allowed) in ends.into_iter().filter(|(_, end, _)| end == id) {
            if !allowed.contains(&actor.r#type) {
                findings.push(
                    Finding::new(
                        &RULE.code,
                        entry.value(format!("/{end}")),
                        format!(
                            "`{}` is of the type `{}`, which cannot be the {end} of `{}`",
                            id, actor.r#type, rule.r#type
                        ),
                    )
                    .help(format!("the {end} may be of the type {}", list(allowed))),
                );
            }
        }
    }
}

fn list(types: &[ActorType]) -> String {
    types.iter().map(|r#type| format!("`{type}`")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_tie_joins_actors_of_types_that_its_type_allows() {
        RULE.finds(
            r#"
            {"id":"actor/a","type":"individual"}
            {"id":"actor/b","type":"armed-group"}
            {"id":"relationship/split","type":"split-from","subject":"actor/a","object":"actor/b"}
                                                                     ^^^^^^^^^ illegal-endpoint: `actor/a` is of the type `individual`, which cannot be the subject of `split-from`
            {"id":"relationship/post","type":"holds-post","subject":"actor/b","object":"actor/b"}
                                                                    ^^^^^^^^^ illegal-endpoint: the subject may be of the type `individual`
            {"id":"relationship/under","type":"holds-post","subject":"actor/a","object":"actor/a"}
                                                                                        ^^^^^^^^^ illegal-endpoint
            {"id":"relationship/member","type":"member-of","subject":"actor/a","object":"actor/b"}
            {"id":"relationship/leader","type":"holds-post","head":true,"subject":"actor/a","object":"actor/b"}
            {"id":"relationship/retracted","type":"split-from","subject":"actor/a","object":"actor/b","status":"retracted"}
            "#,
        );
    }

    #[test]
    fn communities_are_bodies() {
        RULE.finds(
            r#"
            {"id":"actor/a","type":"population"}
            {"id":"actor/b","type":"state"}
            {"id":"relationship/member","type":"member-of"}
            {"id":"relationship/merger","type":"merged-into","subject":"actor/b","object":"actor/a"}
            {"id":"relationship/post","type":"holds-post","subject":"actor/a","object":"actor/b"}
                                                                    ^^^^^^^^^ illegal-endpoint
            "#,
        );
    }

    #[test]
    fn some_ties_lead_to_places_and_others_to_actors() {
        RULE.finds(
            r#"
            {"id":"relationship/a","type":"controls","object":"actor/b"}
                                                              ^^^^^^^^^ illegal-endpoint: the object of `controls` is a record of the kind `place`, not `actor`
            {"id":"relationship/b","type":"ally","object":"place/p"}
                                                          ^^^^^^^^^ illegal-endpoint: the object of `ally` is a record of the kind `actor`, not `place`
            {"id":"actor/p","type":"individual"}
            {"id":"relationship/c","type":"based-in","subject":"actor/p","object":"place/p"}
            {"id":"relationship/d","type":"operates-in","object":"place/p"}
            {"id":"relationship/retracted","type":"ally","object":"place/p","status":"retracted"}
            "#,
        );
    }
}
