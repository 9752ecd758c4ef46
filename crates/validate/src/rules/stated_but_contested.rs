//! What a source says in its own voice, nobody denies in it.

use standpoint_model::Modality;

use crate::{Code, Level, finding::Finding, rules::Rule, submission::Submission};

pub(super) static RULE: Rule = Rule {
    code: Code {
        name: "stated-but-contested",
        level: Level::Note,
        page: include_str!("../../docs/stated-but-contested.md"),
    },
    check,
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    for entry in &submission.entries {
        let Some(basis) = entry.record.basis().filter(|basis| basis.modality == Modality::Stated) else { continue };
        let against = basis.standpoints.iter().position(|position| !position.stance.is_for());
        let Some(index) = against.filter(|_| entry.record.note().is_none()) else { continue };
        let position = &basis.standpoints[index];
        findings.push(
            Finding::new(
                &RULE.code,
                entry.value("/basis/modality"),
                format!("the record is stated as a fact, and `{}` {} it", position.holder, position.stance),
            )
            .related(entry.value(format!("/basis/standpoints/{index}/stance")), "the position against it")
            .help("where the source only passes on what somebody says, the modality is `reported` or `alleged`; where it does not, a `note` says so"),
        );
    }
}
