//! No record is given twice under two ids, and no two records say the same on other grounds.

use hashbrown::{HashMap, HashSet};
use serde_json::Value;
use standpoint_model::{Actor, Edtf, Estimate, Id, Measure, Observation, Record, Text};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    rules::{
        decided::is_decided,
        possible_duplicate::{self, are_told_apart},
        relation::Group,
        relations::Fact,
        repeats::repeats,
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("duplicate-fact", Level::Error, include_str!("../../docs/duplicate-fact.md")),
    check: Check::Groups,
};

pub(super) fn check(_: &Fact<'_>, group: &Group<'_>, findings: &mut Vec<Finding>) {
    // A record whose id came before is a mistake of its own.
    let current: Vec<&Entry> = group.current().filter(|entry| entry.is_first).collect();
    let figures = figures(group);
    let copies: Vec<(&Entry, &Entry)> = repeats(current.iter().copied(), |entry| content(&entry.record))
        .filter(|(first, again)| !have_different_figures(&figures, first, again) && !is_decided(group, first, again))
        .collect();
    findings.extend(copies.iter().map(|(first, again)| {
        let message = format!("`{}` is `{}` once more, under another id", again.record.id(), first.record.id());
        Finding::new(&RULE.code, again.id(), message)
            .related(first.id(), "the other one")
            .help("remove one of the two, and name the other wherever it was named")
    }));
    let copies: HashSet<&str> = copies.into_iter().map(|(_, again)| again.record.id()).collect();
    let Some((first, others)) = current.split_first() else { return };
    let others = others.iter().filter(|entry| {
        !copies.contains(entry.record.id()) && !are_told_apart(first, entry) && !is_decided(group, first, entry)
    });
    findings.extend(others.map(|entry| {
        let message = format!("`{}` says the same", first.record.id());
        Finding::new(&possible_duplicate::RULE.code, entry.id(), message).related(first.id(), "the other one").help(
            "if both are one, keep one of the two and give it the evidence and the standpoints of both; if not, write \
             down what tells them apart",
        )
    }));
}

/// All that a record holds but its id and its waivers.
fn content(record: &Record) -> Option<String> {
    let mut content = serde_json::to_value(record).ok()?;
    let fields = content.as_object_mut()?;
    fields.remove("id");
    fields.remove("allow");
    if let Record::Relationship(tie) = record
        && tie.r#type.rule().symmetric
    {
        let mut ends = [tie.subject.as_str(), tie.object.as_str()];
        ends.sort_unstable();
        fields.insert("subject".into(), Value::from(ends[0]));
        fields.insert("object".into(), Value::from(ends[1]));
    }
    Some(content.to_string())
}

/// A figure that is counted of an event.
type Figure<'a> = (Measure, &'a [Id<Actor>], Option<&'a Text>, &'a Estimate, Option<&'a Edtf>);

/// Whether something is counted of both of two events, and not the same: then they are two.
fn have_different_figures(figures: &HashMap<&str, HashSet<Figure<'_>>>, one: &Entry, other: &Entry) -> bool {
    let of = |event: &Entry| figures.get(event.record.id());
    of(one).zip(of(other)).is_some_and(|(one, other)| one != other)
}

/// What is counted of the events of a group.
fn figures<'g>(group: &Group<'g>) -> HashMap<&'g str, HashSet<Figure<'g>>> {
    let mut figures: HashMap<&str, HashSet<Figure<'_>>> = HashMap::new();
    for observation in group.beside().filter(|entry| entry.is_first).filter_map(Entry::current::<Observation>) {
        let Observation { about, measure, of, population, value, when, .. } = observation;
        let figure = (*measure, of.as_slice(), population.as_ref(), value, when.as_ref());
        figures.entry(about.as_str()).or_default().insert(figure);
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn what_is_the_same_but_for_its_id_and_its_waivers_is_one_record() {
        RULE.finds(
            r#"
            {"id":"event/a","title":"Raid","places":[]}
            {"id":"event/b","title":"Raid","places":[]}
                  ^^^^^^^^^ duplicate-fact: `event/b` is `event/a` once more
            {"id":"event/c","title":"Raid","places":[],"allow":[{"code":"bare-event","why":"Nothing is known."}]}
                  ^^^^^^^^^ duplicate-fact: `event/c` is `event/a` once more
            {"id":"event/d","title":"Ambush"}
            {"id":"event/e","title":"Raid","places":[],"status":"retracted"}
            {"id":"event/a","title":"Raid","places":[]}
            "#,
        );
    }

    #[test]
    fn what_says_the_same_on_other_grounds_may_be_one() {
        RULE.finds(
            r#"
            {"id":"event/a","title":"Raid","when":"2020","outcome":"failed"}
            {"id":"event/b","title":"Raid","when":"2020"}
                  ^^^^^^^^^ possible-duplicate: `event/a` says the same
            {"id":"event/c","title":"Raid","when":"2020"}
                  ^^^^^^^^^ duplicate-fact: `event/c` is `event/b` once more
            {"id":"event/d","title":"Raid","when":"2020","outcome":"partial","follows":["event/a"]}
            {"id":"event/e","title":"Raid","when":"2020","outcome":"partial","part_of":"event/a"}
            {"id":"event/f","title":"Raid","when":"2020","outcome":"partial","basis":{"tensions":[{"with":"event/a"}]}}
            {"id":"event/g","title":"Raid","when":"2020","type":"clash"}
            {"id":"event/h","title":"Raid","when":"2021"}
            {"id":"event/i","title":"Raid","when":"2020","places":[{"place":"place/p"}]}
            {"id":"event/j","title":"Raid","when":"2020","participants":[{"actor":"actor/a"}]}
            "#,
        );
    }

    #[test]
    fn events_of_which_different_figures_are_counted_are_two() {
        RULE.finds(
            r#"
            {"id":"event/a","title":"Raid"}
            {"id":"event/b","title":"Raid"}
                  ^^^^^^^^^ possible-duplicate: `event/a` says the same
            {"id":"event/c","title":"Raid"}
                  ^^^^^^^^^ duplicate-fact: `event/c` is `event/a` once more
            {"id":"event/d","title":"Raid"}
                  ^^^^^^^^^ duplicate-fact: `event/d` is `event/a` once more
            {"id":"observation/a","about":"event/a","value":{"best":3}}
            {"id":"observation/b","about":"event/b","value":{"best":4}}
            {"id":"observation/c","about":"event/c","value":{"best":3}}
            {"id":"observation/retracted","about":"event/d","value":{"best":4},"status":"retracted"}
            {"id":"observation/c","about":"event/c","value":{"best":5}}
            "#,
        );
    }

    #[test]
    fn every_kind_that_says_anything_may_say_it_twice() {
        RULE.finds(
            r#"
            {"id":"relationship/a","type":"coordinated-with"}
            {"id":"relationship/b","type":"coordinated-with","subject":"actor/b","object":"actor/a"}
                  ^^^^^^^^^^^^^^^^ duplicate-fact
            {"id":"relationship/c","type":"rival"}
            {"id":"relationship/d","type":"rival","subject":"actor/b","object":"actor/a"}
            {"id":"interest/a","rank":1,"summary":"Peace"}
            {"id":"interest/b","rank":2,"summary":"Peace"}
                  ^^^^^^^^^^^^ possible-duplicate
            {"id":"observation/a","about":"actor/a","measure":"members"}
            {"id":"observation/b","about":"actor/a","measure":"members"}
                  ^^^^^^^^^^^^^^^ duplicate-fact
            {"id":"statement/a","text":"They are brave."}
            {"id":"statement/b","text":"They are brave."}
                  ^^^^^^^^^^^^^ duplicate-fact
            {"id":"actor/c","name":"Reds"}
            {"id":"actor/d","name":"Reds"}
            "#,
        );
    }

    #[test]
    fn records_that_an_identity_names_are_decided() {
        RULE.finds(
            r#"
            {"id":"event/a","title":"Raid"}
            {"id":"event/b","title":"Raid"}
            {"id":"event/c","title":"Raid","outcome":"failed"}
            {"id":"event/d","title":"Raid","outcome":"partial"}
                  ^^^^^^^^^ possible-duplicate: `event/a` says the same
            {"id":"identity/ab","members":["event/a","event/b"],"verdict":"different"}
            {"id":"identity/ac","members":["event/c","event/a"],"verdict":"unsure"}
            "#,
        );
    }
}
