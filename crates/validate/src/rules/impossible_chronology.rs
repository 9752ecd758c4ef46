//! Nothing comes before what it must come after.

use standpoint_model::{Event, Kind, Manifest, Position, Record, Source, Stance};
use standpoint_report::{Code, Finding, Level, Place};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Standpoint},
    rules::{
        relation::Group,
        rule::{Check, Rule},
        time::{before, days_before},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("impossible-chronology", Level::Error, include_str!("../../docs/impossible-chronology.md")),
    check: Check::Record(check),
};

fn finding(place: Place, message: impl Into<String>, other: Place, what: &str) -> Finding {
    Finding::new(&RULE.code, place, message)
        .related(other, what)
        .help("correct the date that is wrong; where the source is vague, write a vaguer one")
}

/// What a record by itself cannot say.
fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    if let Some(manifest) = entry.current::<Manifest>()
        && before(manifest.modified.as_ref(), Some(&manifest.created))
    {
        let message = "the dataset was changed before it was made";
        findings.push(finding(entry.value("/modified"), message, entry.value("/created"), "when it was made"));
    }
    if let Some(source) = entry.current::<Source>()
        && before(source.accessed.as_ref(), source.published.as_ref())
    {
        let message = "the source was read before it was published";
        findings.push(finding(entry.value("/accessed"), message, entry.value("/published"), "when it was published"));
    }
    if let Some(event) = entry.current::<Event>() {
        for (index, standpoint) in event.basis.standpoints.iter().enumerate() {
            let claims = standpoint.stance == Stance::ClaimsResponsibility;
            if claims && before(standpoint.when.as_ref(), event.when.as_ref()) {
                let place = entry.value(format!("/basis/standpoints/{index}/when"));
                let message = "responsibility was claimed before the event";
                findings.push(finding(place, message, entry.value("/when"), "when the event came"));
            }
        }
    }
}

/// The same by their days; wider where these are too far away to be told apart.
pub(super) fn doubt(record: &Sketch) -> bool {
    let claims = |standpoint: &&Standpoint| standpoint.stance == Some(Stance::ClaimsResponsibility);
    let claimed_before = || record.standpoints.iter().filter(claims).any(|claim| days_before(claim.when, record.when));
    record.is_current()
        && (days_before(record.modified, record.created)
            || days_before(record.accessed, record.published)
            || (record.is(Kind::Event) && claimed_before()))
}

/// What records that have to do with another event or position cannot say.
pub(super) fn check_order(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Some(other) = group.entry(id) else { return };
    let (Record::Event(Event { when, .. }) | Record::Position(Position { when, .. })) = &other.record else { return };
    let what =
        if matches!(other.record, Record::Event(_)) { "when that event came" } else { "when that one was taken" };
    let mut report = |entry: &Entry, message| {
        findings.push(finding(entry.value("/when"), message, other.value("/when"), what));
    };
    for (entry, event) in group.of::<Event>() {
        let is_before = before(event.when.as_ref(), when.as_ref());
        for _ in event.follows.iter().filter(|earlier| earlier.as_str() == *id && is_before) {
            report(entry, format!("this event came before `{id}`, which it is said to follow"));
        }
        let is_part = event.part_of.as_ref().is_some_and(|whole| whole.as_str() == *id);
        if is_part && (is_before || before(when.as_ref(), event.when.as_ref())) {
            report(entry, format!("this event lies outside the time of `{id}`, which it is said to be part of"));
        }
    }
    for (entry, position) in group.of::<Position>() {
        if before(position.when.as_ref(), when.as_ref()) {
            if position.answers.iter().any(|answered| answered.as_str() == *id) {
                report(entry, format!("this position was taken before `{id}`, which it is said to answer"));
            }
            if position.r#in.as_ref().is_some_and(|event| event.as_str() == *id) {
                report(entry, format!("this position was taken before `{id}`, in which it is said to have been taken"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_record_says_what_comes_first() {
        RULE.finds(
            r#"
            {"id":"dataset/d","created":"2023","modified":"2022"}
                                                          ^^^^^^ impossible-chronology: the dataset was changed before it was made
            {"id":"source/s","published":"2020","accessed":"2019"}
                                                           ^^^^^^ impossible-chronology: the source was read before it was published
            {"id":"event/e","when":"2020","basis":{"standpoints":[{"holder":"actor/a","stance":"claims-responsibility","when":"2019"}]}}
                                                                                                                              ^^^^^^ impossible-chronology: responsibility was claimed before the event
            "#,
        );
    }

    #[test]
    fn dates_that_may_be_in_order_are() {
        RULE.finds(
            r#"
            {"id":"dataset/d","created":"2023","modified":"2023-01"}
            {"id":"source/s","published":"2020","accessed":"2020"}
            {"id":"source/retracted","published":"2020","accessed":"2019","status":"retracted"}
            {"id":"event/e","when":"2020","basis":{"standpoints":[{"holder":"actor/a","stance":"claims-responsibility","when":"2019/2020"},{"holder":"actor/b","stance":"denies","when":"2019"}]}}
            {"id":"event/retracted","when":"2020","basis":{"standpoints":[{"holder":"actor/a","stance":"claims-responsibility","when":"2019"}]},"status":"retracted"}
            {"id":"relationship/r","when":"2020","basis":{"standpoints":[{"holder":"actor/a","stance":"claims-responsibility","when":"2019"}]}}
            "#,
        );
    }

    #[test]
    fn events_come_after_those_that_they_follow() {
        RULE.finds(
            r#"
            {"id":"event/first","when":"2020"}
            {"id":"event/before","when":"2019","follows":["event/first"]}
                                        ^^^^^^ impossible-chronology: this event came before `event/first`, which it is said to follow
            {"id":"event/during","when":"2020-05","follows":["event/first"]}
            {"id":"event/after","when":"2021","follows":["event/first"]}
            {"id":"event/undated","follows":["event/first"]}
            {"id":"event/retracted","when":"2019","follows":["event/first"],"status":"retracted"}
            {"id":"event/follows-undated","when":"2019","follows":["event/undated"]}
            "#,
        );
    }

    #[test]
    fn parts_lie_within_the_time_of_the_whole() {
        RULE.finds(
            r#"
            {"id":"event/whole","when":"2020"}
            {"id":"event/before","when":"2019","part_of":"event/whole"}
                                        ^^^^^^ impossible-chronology: lies outside the time of `event/whole`
            {"id":"event/after","when":"2021","part_of":"event/whole"}
                                       ^^^^^^ impossible-chronology: lies outside the time of `event/whole`
            {"id":"event/during","when":"2020-05","part_of":"event/whole"}
            {"id":"event/undated","part_of":"event/whole"}
            "#,
        );
    }

    #[test]
    fn positions_come_after_those_that_they_answer_and_not_before_the_event() {
        RULE.finds(
            r#"
            {"id":"position/offer","holders":["actor/b"],"when":"2021-05-01"}
            {"id":"position/no","form":"refusal","answers":["position/offer"],"when":"2021-03-01"}
                                                                                     ^^^^^^^^^^^^ impossible-chronology: this position was taken before `position/offer`, which it is said to answer
            {"id":"position/same-month","form":"refusal","answers":["position/offer"],"when":"2021-05"}
            {"id":"position/later","form":"refusal","answers":["position/offer"],"when":"2022"}
            {"id":"position/undated","form":"refusal","answers":["position/offer"]}
            {"id":"position/of-undated","form":"refusal","answers":["position/undated"],"when":"2019"}
            {"id":"position/retracted","form":"refusal","answers":["position/offer"],"when":"2019","status":"retracted"}
            {"id":"event/talks","type":"negotiation","when":"2020"}
            {"id":"position/before","in":"event/talks","when":"2019"}
                                                              ^^^^^^ impossible-chronology: this position was taken before `event/talks`, in which
            {"id":"position/held-since","in":"event/talks","when":"2019/"}
            {"id":"position/after","in":"event/talks","when":"2021"}
            "#,
        );
    }
}
