//! What an actor has is counted for an actor.

use standpoint_model::{Kind, Measure, Observation};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("misplaced-measure", Level::Warning, include_str!("../../docs/misplaced-measure.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(observation) = entry.current::<Observation>() else { return };
    if is_strength(observation.measure) && observation.about.kind() == Kind::Event {
        findings.push(
            Finding::new(
                &RULE.code,
                entry.value("/measure"),
                format!("an event has no {} of its own", observation.measure),
            )
            .related(entry.value("/about"), "the event")
            .help("name the actor whom they belong to, and give the number its `when`"),
        );
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.is_current() && record.measure.is_some_and(is_strength) && record.counted_event().is_some()
}

/// Whether a measure says how strong an actor is.
pub(super) fn is_strength(measure: Measure) -> bool {
    matches!(measure, Measure::Fighters | Measure::Members)
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn the_strength_of_an_actor_is_not_of_an_event() {
        RULE.finds(
            r#"
            {"id":"observation/a","measure":"fighters"}
                                            ^^^^^^^^^^ misplaced-measure: an event has no fighters of its own
            {"id":"observation/b","measure":"members"}
                                            ^^^^^^^^^ misplaced-measure
            {"id":"observation/c","measure":"attacks"}
            {"id":"observation/d","measure":"fighters","about":"actor/a"}
            {"id":"observation/e","measure":"fighters","status":"retracted"}
            "#,
        );
    }
}
