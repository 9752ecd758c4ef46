//! What is counted has a name.

use standpoint_model::{Measure, Observation};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("unexplained-measure", Level::Error, include_str!("../../docs/unexplained-measure.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(observation) = entry.current::<Observation>() else { return };
    if observation.measure == Measure::Other && observation.population.is_none() {
        findings.push(
            Finding::new(&RULE.code, entry.value("/measure"), "nothing says what was counted")
                .help("say it in `population`, such as `\"population\": \"schools closed\"`"),
        );
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.is_current() && record.measure == Some(Measure::Other) && record.population.is_none()
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn what_is_counted_has_a_name() {
        RULE.finds(
            r#"
            {"id":"observation/a","measure":"other"}
                                            ^^^^^^^ unexplained-measure: nothing says what was counted
            {"id":"observation/b","measure":"other","population":"schools"}
            {"id":"observation/c","measure":"killed"}
            {"id":"observation/retracted","measure":"other","status":"retracted"}
            "#,
        );
    }
}
