//! How strong an actor is, is said of a time.

use standpoint_model::Observation;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::{
        misplaced_measure::is_strength,
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("undated-strength", Level::Note, include_str!("../../docs/undated-strength.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(observation) = entry.current::<Observation>() else { return };
    if is_strength(observation.measure) && observation.when.is_none() {
        findings.push(
            Finding::new(&RULE.code, entry.value("/measure"), "nothing says when the actor was of this strength")
                .help("add `when`, as vague as the source has it"),
        );
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.is_current() && record.measure.is_some_and(is_strength) && record.when.is_none()
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn the_strength_of_an_actor_is_of_a_time() {
        RULE.finds(
            r#"
            {"id":"observation/a","about":"actor/a","measure":"fighters"}
                                                              ^^^^^^^^^^ undated-strength
            {"id":"observation/b","about":"actor/b","measure":"members"}
                                                              ^^^^^^^^^ undated-strength
            {"id":"observation/c","about":"actor/a","measure":"fighters","when":"2020"}
            {"id":"observation/d","about":"actor/a","measure":"attacks"}
            {"id":"observation/retracted","about":"actor/a","measure":"fighters","status":"retracted"}
            "#,
        );
    }
}
