//! What is only planned, or was called off, has not happened.

use standpoint_model::{Event, Observation, Occurrence};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::{
        relation::Group,
        relations::is_toll,
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("plan-as-fact", Level::Warning, include_str!("../../docs/plan-as-fact.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(event) = entry.current::<Event>() else { return };
    if event.occurrence == Occurrence::Happened {
        return;
    }
    let mut report = |field: &str, says: &str, advice: &str| {
        let message = format!("this event {}, and `{field}` says {says}", state(event));
        findings.push(
            Finding::new(&RULE.code, entry.value(format!("/{field}")), message)
                .related(entry.value("/occurrence"), "here")
                .help(format!("{advice}; if the event happened, leave `occurrence` out")),
        );
    };
    if event.when.is_some() {
        report("when", "at what time it happened", "the time for which it is or was planned is `due`");
    }
    if event.outcome.is_some() {
        report("outcome", "what came of it", "leave the `outcome` out");
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.is_current() && record.has_not_happened() && (record.when.is_some() || record.has_outcome)
}

/// What other records say of the event as of one that happened.
pub(super) fn check_event(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Some((other, event)) = group.named::<Event>(id) else { return };
    if event.occurrence == Occurrence::Happened {
        return;
    }
    let mut report = |entry: &Entry, pointer: String, what: &str, help: &str| {
        let message = format!("`{id}` {}, and {what}", state(event));
        findings.push(
            Finding::new(&RULE.code, entry.value(pointer), message)
                .related(other.value("/occurrence"), "the event")
                .help(format!("{help}; if the event happened, leave out its `occurrence`")),
        );
    };
    for (entry, observation) in group.of::<Observation>() {
        if observation.about.as_str() == *id && is_toll(observation.measure) {
            let what = format!("this is a number of `{}` of it", observation.measure);
            report(entry, "/about".into(), &what, "name the event that is meant");
        }
    }
    // That something was called off may well have consequences.
    let is_planned = event.occurrence == Occurrence::Planned;
    for (entry, later) in group.of::<Event>().filter(|(_, later)| is_planned && later.id != event.id) {
        if let Some(index) = later.follows.iter().position(|earlier| earlier.as_str() == *id) {
            let help = "what is to come after a plan has a condition of the type `after`";
            report(entry, format!("/follows/{index}"), "this event is said to follow it", help);
        }
        if let Some(index) = later.caused_by.iter().position(|cause| cause.as_str() == *id) {
            let help = "if the plan itself was the cause, name the event in which it became known";
            report(entry, format!("/caused_by/{index}"), "it is said to have caused this event", help);
        }
    }
}

/// How an event stands that has not happened.
fn state(event: &Event) -> &'static str {
    if event.occurrence == Occurrence::CalledOff { "was called off" } else { "is only planned" }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_plan_has_neither_a_time_nor_an_outcome() {
        RULE.finds(
            r#"
            {"id":"event/a","occurrence":"planned","when":"2020","outcome":"failed"}
                                                          ^^^^^^ plan-as-fact: this event is only planned, and `when` says at what time it happened
                                                                           ^^^^^^^^ plan-as-fact: this event is only planned, and `outcome` says what came of it
            {"id":"event/b","occurrence":"called-off","when":"2020","due":"2020"}
                                                             ^^^^^^ plan-as-fact: the time for which it is or was planned is `due`
            {"id":"event/plan","occurrence":"planned","due":"2030"}
            {"id":"event/done","when":"2020","due":"2020","outcome":"failed"}
            {"id":"event/retracted","occurrence":"planned","when":"2020","status":"retracted"}
            "#,
        );
    }

    #[test]
    fn nothing_has_come_of_a_plan() {
        RULE.finds(
            r#"
            {"id":"event/plan","occurrence":"planned"}
            {"id":"event/after","follows":["event/done","event/plan"]}
                                                        ^^^^^^^^^^^^ plan-as-fact: `event/plan` is only planned, and this event is said to follow it
            {"id":"event/effect","when":"2020","caused_by":["event/plan"]}
                                                            ^^^^^^^^^^^^ plan-as-fact: it is said to have caused this event
            {"id":"observation/toll","about":"event/plan","measure":"killed"}
                                             ^^^^^^^^^^^^ plan-as-fact: this is a number of `killed` of it
            {"id":"observation/expected","about":"event/plan","measure":"participants","when":"2020"}
            {"id":"event/part","part_of":"event/plan","when":"2020"}
            {"id":"event/itself","occurrence":"planned","follows":["event/itself"]}
            {"id":"event/part-of-it","part_of":"event/itself","when":"2020"}
            {"id":"event/retracted","follows":["event/plan"],"status":"retracted"}
            {"id":"event/done"}
            {"id":"event/called-off","occurrence":"called-off"}
            {"id":"event/protest","caused_by":["event/called-off"],"follows":["event/called-off"]}
            {"id":"observation/none","about":"event/called-off","measure":"injured"}
                                             ^^^^^^^^^^^^^^^^^^ plan-as-fact: was called off, and this is a number of `injured` of it
            "#,
        );
    }

    #[test]
    fn of_two_events_with_one_id_the_first_counts() {
        RULE.finds(
            r#"
            {"id":"event/a"}
            {"id":"event/a","occurrence":"planned"}
            {"id":"event/b","occurrence":"planned"}
            {"id":"event/b"}
            {"id":"event/after","follows":["event/a","event/b"]}
                                                     ^^^^^^^^^ plan-as-fact
            "#,
        );
    }
}
