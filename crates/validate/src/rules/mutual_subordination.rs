//! No two actors are each the part, the branch or the offspring of the other.
//!
//! Follows all relationships of the same type between the same two actors.

use hashbrown::HashMap;
use standpoint_model::{Family, Relationship};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::{entry::Entry, view::Submission},
    rules::{
        contradiction::linked,
        rule::{Check, Rule, distinct},
        time::may_overlap,
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("mutual-subordination", Level::Warning, include_str!("../../docs/mutual-subordination.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    let mut ties: HashMap<_, Vec<(&Entry, &Relationship)>> = HashMap::new();
    for (entry, tie) in distinct::<Relationship>(submission) {
        let rule = tie.r#type.rule();
        if rule.family != Family::Structure || rule.symmetric || tie.subject == tie.object {
            continue;
        }
        let back = ties.get(&(tie.r#type, &tie.object, &tie.subject)).into_iter().flatten();
        let opposite = back.copied().find(|(other_entry, other)| {
            may_overlap(tie.when.as_ref(), other.when.as_ref()) && !linked(entry, other_entry)
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
        ties.entry((tie.r#type, &tie.subject, &tie.object)).or_default().push((entry, tie));
    }
}
