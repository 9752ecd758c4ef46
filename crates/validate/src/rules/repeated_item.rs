//! No list names a record, a country or a place in one role twice.

use hashbrown::HashMap;
use standpoint_model::Record;
use standpoint_report::{Change, Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::{
        fulfilled_and_breached::bears_twice,
        repeats::{any_twice, repeats},
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("repeated-item", Level::Error, include_str!("../../docs/repeated-item.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    // Of the list that is looked at, where each record is named first.
    let mut seen: HashMap<&str, usize> = HashMap::new();
    entry.record.visit_references(|id, pointer| {
        let Some(position) = pointer.position() else { return };
        if position == 0 {
            seen.clear();
        }
        let Some(first) = seen.insert(id, position) else { return };
        seen.insert(id, first);
        let at = pointer.to_string();
        let list = at.rsplit_once('/').map_or("", |(list, _)| list);
        findings.push(
            Finding::new(&RULE.code, entry.value(&*at), format!("`{id}` is in this list already"))
                .related(entry.value(format!("{list}/{first}")), "here")
                .help("remove one of the two")
                .repair(entry.value(&*at), Change::Remove),
        );
    });
    if let Record::Event(event) = &entry.record {
        let places = event.places.iter().enumerate();
        findings.extend(repeats(places, |(_, place)| Some(place)).map(|((first, _), (again, place))| {
            let at = |index| entry.value(format!("/places/{index}"));
            let message = format!("`{}` is named as {} already", place.place, place.role);
            Finding::new(&RULE.code, at(again), message)
                .related(at(first), "here")
                .help("remove one of the two")
                .repair(at(again), Change::Remove)
        }));
        let bearings = event.bears_on.iter().enumerate();
        findings.extend(repeats(bearings, |(_, bearing)| Some(bearing)).map(|((first, _), (again, bearing))| {
            let at = |index| entry.value(format!("/bears_on/{index}"));
            let message = format!("it says already that the event {} `{}`", bearing.how, bearing.position);
            Finding::new(&RULE.code, at(again), message)
                .related(at(first), "here")
                .help("remove one of the two")
                .repair(at(again), Change::Remove)
        }));
    }
    if let Record::Place(place) = &entry.record {
        let countries = place.overlaps.iter().enumerate();
        findings.extend(repeats(countries, |(_, country)| Some(country)).map(|((first, _), (again, country))| {
            let place = |index| entry.value(format!("/overlaps/{index}"));
            Finding::new(&RULE.code, place(again), format!("`{country}` is in this list already"))
                .related(place(first), "here")
                .help("remove one of the two")
        }));
    }
}

/// Wider than `check`: one holder may be in several tensions.
pub(super) fn doubt(record: &Sketch) -> bool {
    any_twice(&record.listed, |item| *item)
        || record.conditions().any(|(_, triggers)| any_twice(triggers, |trigger| *trigger))
        || bears_twice(record)
        || any_twice(&record.overlaps, |country| *country)
        || any_twice(&record.places, |place| *place)
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_list_names_anything_twice() {
        RULE.finds(
            r#"
            {"id":"event/a","places":[{"place":"place/a"},{"place":"place/b"},{"place":"place/a"},{"place":"place/a","role":"target"}]}
                                                                              ^^^^^^^^^^^^^^^^^^^ repeated-item: `place/a` is named as site already
            {"id":"event/b","follows":["event/a","event/a","event/a"],"part_of":"event/a","participants":[{"actor":"actor/a"},{"actor":"actor/a","role":"leader"}]}
                                                 ^^^^^^^^^ repeated-item: `event/a` is in this list already
                                                           ^^^^^^^^^ repeated-item
            {"id":"event/c","conditions":[{"on":["event/a","event/a"]},{"on":["event/a"]}]}
                                                           ^^^^^^^^^ repeated-item
            {"id":"event/d","bears_on":[{"position":"position/p","how":"fulfils"},{"position":"position/p","how":"fulfils"}]}
                                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ repeated-item: it says already that the event fulfils `position/p`
            {"id":"statement/s","mentions":["event/a","event/a"],"status":"retracted"}
                                                      ^^^^^^^^^ repeated-item
            {"id":"place/c","overlaps":["AFG","PAK","AFG"]}
                                                    ^^^^^ repeated-item: `AFG` is in this list already
            {"id":"place/d","overlaps":["AFG","PAK"]}
            "#,
        );
    }
}
