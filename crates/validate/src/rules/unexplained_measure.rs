//! What is counted has a name.

use standpoint_model::{Measure, Observation};

use crate::{Code, Level, finding::Finding, rules::Rule, submission::Submission};

pub(super) static RULE: Rule = Rule {
    code: Code {
        name: "unexplained-measure",
        level: Level::Error,
        page: include_str!("../../docs/unexplained-measure.md"),
    },
    check,
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    for (entry, observation) in submission.of::<Observation>() {
        if observation.measure == Measure::Other && observation.population.is_none() {
            findings.push(
                Finding::new(&RULE.code, entry.value("/measure"), "nothing says what was counted")
                    .help("say it in `population`, such as `\"population\": \"schools closed\"`"),
            );
        }
    }
}
