//! Postures that contradict one another say so.

use std::collections::BTreeMap;

use standpoint_model::{Family, Relationship};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::{entry::Entry, view::Submission},
    rules::{
        contradiction::linked,
        rule::{Check, Rule},
        time::may_overlap,
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("unlinked-contradiction", Level::Error, include_str!("../../docs/unlinked-contradiction.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    let mut postures: BTreeMap<(&str, &str), Vec<(&Entry, &Relationship)>> = BTreeMap::new();
    for (entry, relationship) in submission.of::<Relationship>() {
        if relationship.r#type.rule().family == Family::Posture && relationship.subject != relationship.object {
            let pair = (relationship.subject.as_str(), relationship.object.as_str());
            let earlier = postures.entry(pair).or_default();
            for (other_entry, other) in earlier.iter() {
                if other.r#type != relationship.r#type
                    && may_overlap(other.when.as_ref(), relationship.when.as_ref())
                    && !linked(other_entry, entry)
                {
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
                            "if the sources disagree, name each in the `contradicts` of the other; if one posture came \
                             after the other, give both a `when`",
                        ),
                    );
                }
            }
            earlier.push((entry, relationship));
        }
    }
}
