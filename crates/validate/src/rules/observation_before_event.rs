//! What an event brought about is not counted before it.

use standpoint_model::{Event, Measure, Observation};
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    relation::Group,
    rule::{Check, Rule},
    time::before,
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable(
        "observation-before-event",
        Level::Error,
        include_str!("../../docs/observation-before-event.md"),
    ),
    check: Check::Groups,
};

pub(super) fn check(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Some((other, event)) = group.named::<Event>(id) else { return };
    let effects = group.of::<Observation>().filter(|(_, observation)| is_effect(observation.measure));
    for (entry, _) in effects.filter(|(_, observation)| {
        observation.about.as_str() == *id && before(observation.when.as_ref(), event.when.as_ref())
    }) {
        findings.push(
            Finding::new(&RULE.code, entry.value("/when"), format!("this was counted before `{id}` came about"))
                .related(other.value("/when"), "when the event came")
                .help("correct the date that is wrong, or name the event that is meant"),
        );
    }
}

/// Whether an event brings about what is counted, rather than find it there.
fn is_effect(measure: Measure) -> bool {
    match measure {
        Measure::Killed
        | Measure::Injured
        | Measure::Casualties
        | Measure::Missing
        | Measure::Detained
        | Measure::Abducted
        | Measure::Released
        | Measure::Displaced
        | Measure::Votes
        | Measure::Munitions
        | Measure::MunitionsArrived
        | Measure::Attacks
        | Measure::Damage => true,
        Measure::Fighters
        | Measure::Members
        | Measure::Participants
        | Measure::Population
        | Measure::Approval
        | Measure::Weapons
        | Measure::Events
        | Measure::Funds
        | Measure::Ransom
        | Measure::Territory
        | Measure::Capability
        | Measure::Duration
        | Measure::Distance
        | Measure::Other => false,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn what_an_event_brought_about_is_not_counted_before_it() {
        RULE.finds(
            r#"
            {"id":"event/e","when":"2020"}
            {"id":"observation/a","when":"2019"}
                                         ^^^^^^ observation-before-event: this was counted before `event/e` came about
            {"id":"observation/b","when":"2020-01"}
            {"id":"observation/c"}
            {"id":"observation/retracted","when":"2019","status":"retracted"}
            {"id":"event/undated"}
            {"id":"observation/d","about":"event/undated","when":"2019"}
            {"id":"event/e","when":"2018"}
            "#,
        );
    }

    #[test]
    fn what_was_there_before_may_be_counted_before() {
        RULE.finds(
            r#"
            {"id":"event/e","when":"2020"}
            {"id":"observation/injured","measure":"injured","when":"2019"}
                                                                   ^^^^^^ observation-before-event
            {"id":"observation/casualties","measure":"casualties","when":"2019"}
                                                                         ^^^^^^ observation-before-event
            {"id":"observation/missing","measure":"missing","when":"2019"}
                                                                   ^^^^^^ observation-before-event
            {"id":"observation/detained","measure":"detained","when":"2019"}
                                                                     ^^^^^^ observation-before-event
            {"id":"observation/abducted","measure":"abducted","when":"2019"}
                                                                     ^^^^^^ observation-before-event
            {"id":"observation/released","measure":"released","when":"2019"}
                                                                     ^^^^^^ observation-before-event
            {"id":"observation/displaced","measure":"displaced","when":"2019"}
                                                                       ^^^^^^ observation-before-event
            {"id":"observation/votes","measure":"votes","when":"2019"}
                                                               ^^^^^^ observation-before-event
            {"id":"observation/munitions","measure":"munitions","when":"2019"}
                                                                       ^^^^^^ observation-before-event
            {"id":"observation/munitions-arrived","measure":"munitions-arrived","when":"2019"}
                                                                                       ^^^^^^ observation-before-event
            {"id":"observation/attacks","measure":"attacks","when":"2019"}
                                                                   ^^^^^^ observation-before-event
            {"id":"observation/damage","measure":"damage","when":"2019"}
                                                                 ^^^^^^ observation-before-event
            {"id":"observation/fighters","measure":"fighters","when":"2019"}
            {"id":"observation/members","measure":"members","when":"2019"}
            {"id":"observation/population","measure":"population","when":"2019"}
            {"id":"observation/funds","measure":"funds","when":"2019"}
            {"id":"observation/other","measure":"other","when":"2019"}
            "#,
        );
    }
}
