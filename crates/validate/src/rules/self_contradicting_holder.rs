//! Nobody both stands behind a record and against it.

use standpoint_model::Edtf;

use crate::{Code, Level, finding::Finding, rules::Rule, submission::Submission};

pub(super) static RULE: Rule = Rule {
    code: Code {
        name: "self-contradicting-holder",
        level: Level::Error,
        page: include_str!("../../docs/self-contradicting-holder.md"),
    },
    check,
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    for entry in &submission.entries {
        let Some(basis) = entry.record.basis() else { continue };
        for (index, against) in basis.standpoints.iter().enumerate().filter(|(_, position)| !position.stance.is_for()) {
            let changed = |when: &Option<Edtf>| when.is_some() && against.when.is_some() && *when != against.when;
            let behind = basis.standpoints.iter().position(|position| {
                position.holder == against.holder && position.stance.is_for() && !changed(&position.when)
            });
            if let Some(other) = behind {
                findings.push(
                    Finding::new(
                        &RULE.code,
                        entry.value(format!("/basis/standpoints/{index}/stance")),
                        format!("`{}` stands behind this record and against it", against.holder),
                    )
                    .related(entry.value(format!("/basis/standpoints/{other}/stance")), "the other position")
                    .help("if the holder changed position, give each position its `when`; if not, remove one"),
                );
            }
        }
    }
}
