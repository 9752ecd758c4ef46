//! A relationship joins actors of the types that its type allows.

use standpoint_model::{Actor, ActorType, Relationship};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::view::Submission,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("illegal-endpoint", Level::Error, include_str!("../../docs/illegal-endpoint.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    for (entry, relationship) in submission.of::<Relationship>() {
        let rule = relationship.r#type.rule();
        let ends = [("subject", &relationship.subject, rule.subjects), ("object", &relationship.object, rule.objects)];
        for (end, id, allowed) in ends {
            let Some(actor) = submission.get::<Actor>(id.as_str()) else {
                continue;
            };
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
