//! No two actors have one code.

use std::collections::BTreeMap;

use standpoint_model::{Actor, Code as ActorCode};

use crate::{
    Code, Level,
    finding::Finding,
    rules::{Rule, distinct},
    submission::{Entry, Submission},
};

pub(super) static RULE: Rule = Rule {
    code: Code { name: "shared-code", level: Level::Error, page: include_str!("../../docs/shared-code.md") },
    check,
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    let mut seen: BTreeMap<&ActorCode, (&Entry, String)> = BTreeMap::new();
    for (entry, actor) in distinct::<Actor>(submission) {
        for (index, code) in actor.codes.iter().enumerate() {
            let pointer = format!("/codes/{index}/value");
            if let Some((first, at)) = seen.get(code) {
                findings.push(
                    Finding::new(
                        &RULE.code,
                        entry.value(pointer),
                        format!(
                            "`{}` has the code `{}` of the scheme `{}` already",
                            first.record.id(),
                            code.value,
                            code.scheme
                        ),
                    )
                    .related(first.value(at.clone()), "it is given here first")
                    .help("if both are one actor, make one record of them; if not, correct one code"),
                );
            } else {
                seen.insert(code, (entry, pointer));
            }
        }
    }
}
