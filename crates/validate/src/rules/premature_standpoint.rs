//! Nobody takes a position on an event before it.

use standpoint_model::{Event, Stance};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Standpoint},
    rules::{
        rule::{Check, Rule},
        time::{before, days_before},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("premature-standpoint", Level::Warning, include_str!("../../docs/premature-standpoint.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(event) = entry.current::<Event>() else { return };
    for (index, standpoint) in event.basis.standpoints.iter().enumerate() {
        // A claim of responsibility is no position but a deed: `impossible-chronology`.
        let position = standpoint.stance != Stance::ClaimsResponsibility;
        if position && before(standpoint.when.as_ref(), event.when.as_ref()) {
            let message = format!("`{}` took this position before the event", standpoint.holder);
            findings.push(
                Finding::new(&RULE.code, entry.value(format!("/basis/standpoints/{index}/when")), message)
                    .related(entry.value("/when"), "when the event came")
                    .help(
                        "correct the date that is wrong; a position on what was still to come belongs in a `statement`",
                    ),
            );
        }
    }
}

/// Wider than `check`: days too far away to be told apart count as before one another.
pub(super) fn doubt(record: &Sketch) -> bool {
    let is_position = |standpoint: &&Standpoint| standpoint.stance != Some(Stance::ClaimsResponsibility);
    let mut positions = record.standpoints.iter().filter(is_position);
    record.is_current() && positions.any(|position| days_before(position.when, record.when))
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn nobody_takes_a_position_on_an_event_before_it() {
        RULE.finds(
            r#"
            {"id":"event/a","when":"2020","basis":{"standpoints":[{"holder":"actor/a","stance":"claims-responsibility","when":"2019"},{"holder":"actor/b","stance":"denies","when":"2019"}]}}
                                                                                                                                                                                   ^^^^^^ premature-standpoint: `actor/b` took this position before the event
            {"id":"event/b","when":"2020","basis":{"standpoints":[{"holder":"actor/a","stance":"denies","when":"2019/2020"},{"holder":"actor/b","stance":"denies"}]}}
            {"id":"event/c","when":"2020","basis":{"standpoints":[{"holder":"actor/a","stance":"denies"},{"holder":"actor/b","stance":"asserts","when":"2019"}]}}
                                                                                                                                                       ^^^^^^ premature-standpoint
            {"id":"event/undated","basis":{"standpoints":[{"holder":"actor/a","stance":"denies","when":"2019"}]}}
            {"id":"event/retracted","when":"2020","basis":{"standpoints":[{"holder":"actor/a","stance":"denies","when":"2019"}]},"status":"retracted"}
            {"id":"relationship/r","when":"2020","basis":{"standpoints":[{"holder":"actor/a","stance":"denies","when":"2019"}]}}
            "#,
        );
    }
}
