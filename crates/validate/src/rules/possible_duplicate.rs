//! One happening is one record.

use standpoint_model::Event;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    rules::relation::Relation as _,
    rules::{
        contradiction::linked,
        relation::Group,
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
    let Some((first, original)) = events.next() else { return };
    for (entry, event) in events {
        let is_known = names(event, original) || names(original, event) || linked(first, entry);
        if is_known
            || first_common(first, entry) != Some(*meeting)
            || Fact::of(&first.record) == Fact::of(&entry.record)
        {
            continue;
        }
        let message = format!("`{}` is of the same type, day, place and party", first.record.id());
        findings.push(
            Finding::new(&RULE.code, entry.id(), message)
                .related(first.id(), "the other one")
                .help("if both are one happening, make one record of them; if not, nothing needs to be done"),
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

fn names(event: &Event, other: &Event) -> bool {
    event.follows.contains(&other.id) || event.part_of.as_ref() == Some(&other.id)
}
