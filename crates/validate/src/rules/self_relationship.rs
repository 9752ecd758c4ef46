//! No actor has a relationship with itself.

use standpoint_model::Relationship;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Slot},
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("self-relationship", Level::Error, include_str!("../../docs/self-relationship.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(relationship) = entry.current::<Relationship>() else { return };
    if relationship.subject.as_str() == relationship.object.as_str() {
        findings.push(
            Finding::new(
                &RULE.code,
                entry.value("/object"),
                format!("`{}` is the subject and the object of one relationship", relationship.object),
            )
            .related(entry.value("/subject"), "the subject")
            .help("name the other actor"),
        );
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.is_current() && record.field(Slot::Subject) == record.field(Slot::Object)
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_actor_has_a_relationship_with_itself() {
        RULE.finds(
            r#"
            {"id":"relationship/a","subject":"actor/a","object":"actor/a"}
                                                                ^^^^^^^^^ self-relationship: `actor/a` is the subject and the object of one relationship
            {"id":"relationship/b","subject":"actor/a","object":"actor/b"}
            {"id":"relationship/retracted","subject":"actor/a","object":"actor/a","status":"retracted"}
            "#,
        );
    }
}
