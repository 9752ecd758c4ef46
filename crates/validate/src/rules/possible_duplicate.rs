//! One happening is one record.

use hashbrown::HashSet;
use standpoint_model::Event;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    rules::{
        contradiction::linked,
        decided::is_decided,
        relation::{Group, Relation as _},
        relations::{Fact, Meeting, Meetings},
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("possible-duplicate", Level::Note, include_str!("../../docs/possible-duplicate.md")),
    check: Check::Groups,
};

pub(super) fn check(meeting: &Meeting<'_>, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let mut events = group.distinct::<Event>();
    let Some((first, _)) = events.next() else { return };
    // Whatever says the same as an event before it is told of as such.
    let mut facts: HashSet<_> = [Fact::of(&first.record)].into_iter().collect();
    for (entry, _) in events {
        let is_told = !facts.insert(Fact::of(&entry.record));
        let is_settled = is_decided(group, first, entry) || are_told_apart(first, entry);
        if is_told || is_settled || first_common(first, entry) != Some(*meeting) {
            continue;
        }
        let message = format!("`{}` is of the same type, day, place and party", first.record.id());
        findings.push(
            Finding::new(&RULE.code, entry.id(), message)
                .related(first.id(), "the other one")
                .help("if both are one happening, say so in an `identity`, or make one record of them; if not, nothing needs to be done"),
        );
    }
}

/// The first of several meetings that two events have in common: it speaks for all of them.
fn first_common<'a>(one: &'a Entry, other: &'a Entry) -> Option<Meeting<'a>> {
    let (mut ones, mut first) = (Vec::new(), None);
    Meetings::keys(one, &mut |meeting| ones.push(meeting));
    Meetings::keys(other, &mut |meeting| first = first.or(Some(meeting).filter(|meeting| ones.contains(meeting))));
    first
}

/// Whether the records themselves say that they are two.
pub(super) fn are_told_apart(one: &Entry, other: &Entry) -> bool {
    let events = one.current::<Event>().zip(other.current::<Event>());
    linked(one, other) || events.is_some_and(|(one, other)| names(one, other) || names(other, one))
}

fn names(event: &Event, other: &Event) -> bool {
    event.follows.contains(&other.id) || event.part_of.as_ref() == Some(&other.id)
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn one_happening_is_one_record() {
        RULE.finds(
            r#"
            {"id":"event/a","when":"2021-05-03","places":[{"place":"place/p"}],"participants":[{"actor":"actor/a","role":"initiator"},{"actor":"actor/b","role":"victim"}]}
            {"id":"event/b","when":"2021-05-03","places":[{"place":"place/p"},{"place":"place/q"}],"participants":[{"actor":"actor/a","role":"initiator"},{"actor":"actor/b","role":"victim"}]}
                  ^^^^^^^^^ possible-duplicate: `event/a` is of the same type, day, place and party
            {"id":"event/linked","when":"2021-05-03","places":[{"place":"place/p"}],"participants":[{"actor":"actor/a","role":"initiator"}],"basis":{"tensions":[{"with":"event/a"}]}}
            {"id":"event/follows","when":"2021-05-03","places":[{"place":"place/p"}],"participants":[{"actor":"actor/a","role":"initiator"}],"follows":["event/a"]}
            {"id":"event/part","when":"2021-05-03","places":[{"place":"place/p"}],"participants":[{"actor":"actor/a","role":"initiator"}],"part_of":"event/a"}
            {"id":"event/retracted","when":"2021-05-03","places":[{"place":"place/p"}],"participants":[{"actor":"actor/a","role":"initiator"}],"status":"retracted"}
            {"id":"event/a","when":"2021-05-03","places":[{"place":"place/p"}],"participants":[{"actor":"actor/a","role":"initiator"}]}
            "#,
        );
    }

    #[test]
    fn events_that_an_identity_names_are_decided() {
        RULE.finds(
            r#"
            {"id":"event/a","when":"2021-05-03","places":[{"place":"place/p"}],"participants":[{"actor":"actor/a","role":"initiator"}]}
            {"id":"event/b","when":"2021-05-03","places":[{"place":"place/p"}],"participants":[{"actor":"actor/a","role":"initiator"}],"outcome":"failed"}
            {"id":"event/c","when":"2021-05-03","places":[{"place":"place/p"}],"participants":[{"actor":"actor/a","role":"initiator"}],"outcome":"succeeded"}
                  ^^^^^^^^^ possible-duplicate: `event/a` is of the same type, day, place and party
            {"id":"identity/ab","members":["event/b","event/a"],"verdict":"different"}
            {"id":"identity/ac","members":["event/a","event/c"],"status":"retracted"}
            "#,
        );
    }

    #[test]
    fn happenings_that_differ_are_two() {
        RULE.finds(
            r#"
            {"id":"event/a","when":"2021-05-03","places":[{"place":"place/p"}],"participants":[{"actor":"actor/a","role":"initiator"}]}
            {"id":"event/type","when":"2021-05-03","places":[{"place":"place/p"}],"participants":[{"actor":"actor/a","role":"initiator"}],"type":"clash"}
            {"id":"event/when","when":"2021-05-04","places":[{"place":"place/p"}],"participants":[{"actor":"actor/a","role":"initiator"}]}
            {"id":"event/place","when":"2021-05-03","places":[{"place":"place/q"}],"participants":[{"actor":"actor/a","role":"initiator"}]}
            {"id":"event/actor","when":"2021-05-03","places":[{"place":"place/p"}],"participants":[{"actor":"actor/b","role":"initiator"}]}
            {"id":"event/role","when":"2021-05-03","places":[{"place":"place/p"}],"participants":[{"actor":"actor/a","role":"leader"}]}
            {"id":"event/month","when":"2021-05","places":[{"place":"place/r"}],"participants":[{"actor":"actor/a","role":"initiator"}]}
            {"id":"event/month-too","when":"2021-05","places":[{"place":"place/r"}],"participants":[{"actor":"actor/a","role":"initiator"}]}
            "#,
        );
    }

    #[test]
    fn what_says_the_same_is_told_of_as_that() {
        RULE.finds(
            r#"
            {"id":"event/a","title":"Raid","when":"2021-05-03","places":[{"place":"place/p"}],"participants":[{"actor":"actor/a","role":"initiator"}]}
            {"id":"event/b","title":"Ambush","when":"2021-05-03","places":[{"place":"place/p"}],"participants":[{"actor":"actor/a","role":"initiator"}]}
                  ^^^^^^^^^ possible-duplicate: of the same type
            {"id":"event/c","title":"Ambush","when":"2021-05-03","places":[{"place":"place/p"}],"participants":[{"actor":"actor/a","role":"initiator"}],"outcome":"failed"}
                  ^^^^^^^^^ possible-duplicate: `event/b` says the same
            "#,
        );
    }
}
