//! No part of a toll is above the whole.
//!
//! Only figures that rest on the same source are compared.

use hashbrown::{HashMap, HashSet};
use standpoint_model::{Actor, Amount, Id, Measure, Observation};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    diagnose::names::folded,
    rules::{
        contradiction::linked,
        relation::Group,
        relations::is_number,
        rule::{Check, Rule},
        time::may_overlap,
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("part-above-whole", Level::Warning, include_str!("../../docs/part-above-whole.md")),
    check: Check::Groups,
};

const HELP: &str = "correct the figure that is wrong, or let the `of` or the `population` of each say who is counted; \
                    where the source contradicts itself, say so in the `tensions` of one";

/// What is counted, and of whom.
type Counted<'a> = (Measure, Counting<'a>);

/// Of whom something is counted: whose they are, and who they are besides. What is counted of nobody in particular is counted
/// of all.
type Counting<'a> = (&'a [Id<Actor>], Option<String>);

const OF_ALL: Counting<'static> = (&[], None);

/// A figure about an event.
#[derive(Clone, Copy)]
struct Figure<'a> {
    entry: &'a Entry,
    observation: &'a Observation,
}

pub(super) fn check(_: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let mut by_source: HashMap<&str, Vec<Figure>> = HashMap::new();
    let mut order = Vec::new();
    for (entry, observation) in group.distinct::<Observation>().filter(|(_, figure)| is_number(figure.unit.as_ref())) {
        let mut sources: Vec<&str> =
            observation.basis.evidence.iter().map(|citation| citation.source.as_str()).collect();
        sources.sort_unstable();
        sources.dedup();
        for source in sources {
            let figures = by_source.entry(source).or_insert_with(|| {
                order.push(source);
                Vec::new()
            });
            figures.push(Figure { entry, observation });
        }
    }
    let mut reported = HashSet::new();
    for source in order {
        for (part, finding) in excesses(&by_source[source]) {
            if reported.insert(part.observation.id.as_str()) {
                findings.push(finding);
            }
        }
    }
}

/// Every figure that is above one of which it is a part, or makes up one with another that is.
fn excesses<'a>(figures: &[Figure<'a>]) -> Vec<(Figure<'a>, Finding)> {
    // The least of several is the one that is exceeded first.
    let mut wholes: HashMap<Counted<'_>, (Amount, Figure)> = HashMap::new();
    let mut injured: HashMap<Counting<'_>, (Amount, Figure)> = HashMap::new();
    for figure in figures {
        if let Some(most) = figure.most() {
            let least = wholes.entry(figure.counted()).or_insert((most, *figure));
            if most < least.0 {
                *least = (most, *figure);
            }
        }
        if let Some(least) = figure.least().filter(|_| figure.observation.measure == Measure::Injured) {
            injured.insert(figure.counted().1, (least, *figure));
        }
    }
    let mut found = Vec::new();
    for part in figures {
        let Some(least) = part.least() else { continue };
        let (measure, some) = part.counted();
        for whole in part.wholes() {
            let Some((most, whole)) = wholes.get(&whole) else { continue };
            if least > *most && part.may_contradict(whole) {
                let message =
                    format!("this is more than the {most} of `{}`, of which it is a part", whole.observation.id);
                found.push((*part, part.finding(message).related(whole.entry.value("/value"), "the whole").help(HELP)));
                break;
            }
            let Some((others, other)) = injured.get(&some).filter(|_| measure == Measure::Killed) else {
                continue;
            };
            let exceeds = whole.observation.measure == Measure::Casualties && least.get() + others.get() > most.get();
            if exceeds && part.may_contradict(whole) && other.may_contradict(whole) {
                let message =
                    format!("killed and injured are more than the {most} of `{}`, who are both", whole.observation.id);
                let finding = part.finding(message).related(other.entry.value("/value"), "the injured");
                found.push((*part, finding.related(whole.entry.value("/value"), "the whole").help(HELP)));
                break;
            }
        }
    }
    found
}

impl<'a> Figure<'a> {
    fn counted(&self) -> Counted<'a> {
        (self.observation.measure, (&self.observation.of, self.observation.population.as_ref().map(folded)))
    }

    /// Of what it would be a part.
    fn wholes(&self) -> Vec<Counted<'a>> {
        let (measure, some) = self.counted();
        let of_all = (some != OF_ALL).then_some((measure, OF_ALL));
        let harmed = matches!(measure, Measure::Killed | Measure::Injured);
        let casualties = [OF_ALL, some].map(|some| (Measure::Casualties, some));
        of_all.into_iter().chain(casualties.into_iter().filter(|_| harmed)).collect()
    }

    /// The least that the figure says, unless it is approximate.
    fn least(&self) -> Option<Amount> {
        let value = &self.observation.value;
        value.low().or(value.best()).filter(|_| !value.is_approximate())
    }

    /// The most that the figure says, unless it is approximate.
    fn most(&self) -> Option<Amount> {
        let value = &self.observation.value;
        value.high().or(value.best()).filter(|_| !value.is_approximate())
    }

    /// Whether both were counted at times that may be one, without saying that they are in tension.
    fn may_contradict(&self, other: &Self) -> bool {
        may_overlap(self.observation.when.as_ref(), other.observation.when.as_ref()) && !linked(self.entry, other.entry)
    }

    fn finding(&self, message: String) -> Finding {
        Finding::new(&RULE.code, self.entry.value("/value"), message)
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_part_of_a_toll_is_above_the_whole() {
        RULE.finds(
            r#"
            {"id":"event/e"}
            {"id":"observation/all","value":{"best":20}}
            {"id":"observation/part","population":"civilians","value":{"best":24}}
                                                                      ^^^^^^^^^^^ part-above-whole: more than the 20 of `observation/all`, of which it is a part
            {"id":"observation/harmed","measure":"casualties","about":"event/f","value":{"low":10,"high":20}}
            {"id":"observation/killed","about":"event/f","value":{"low":21}}
                                                                 ^^^^^^^^^^ part-above-whole: the 20 of `observation/harmed`
            {"id":"observation/injured","about":"event/f","measure":"injured","value":{"best":24}}
                                                                                      ^^^^^^^^^^^ part-above-whole: the 20 of `observation/harmed`
            {"id":"observation/soldiers","measure":"casualties","about":"event/g","population":"soldiers","value":{"best":20}}
            {"id":"observation/soldiers-killed","about":"event/g","population":"Soldiers","value":{"best":24}}
                                                                                                  ^^^^^^^^^^^ part-above-whole: the 20 of `observation/soldiers`
            {"id":"observation/soldiers-injured","about":"event/g","measure":"injured","population":"soldiers","value":{"best":20}}
            "#,
        );
    }

    #[test]
    fn killed_and_injured_are_no_more_than_both() {
        RULE.finds(
            r#"
            {"id":"observation/killed","value":{"best":12}}
                                               ^^^^^^^^^^^ part-above-whole: killed and injured are more than the 20 of `observation/harmed`, who are both
            {"id":"observation/injured","measure":"injured","value":{"best":9}}
            {"id":"observation/harmed","measure":"casualties","value":{"best":20}}
            {"id":"observation/killed-elsewhere","about":"event/f","value":{"best":12}}
            {"id":"observation/injured-elsewhere","about":"event/f","measure":"injured","value":{"best":8}}
            {"id":"observation/harmed-elsewhere","about":"event/f","measure":"casualties","value":{"best":20}}
            {"id":"observation/killed-then","about":"event/g","value":{"best":12}}
            {"id":"observation/injured-then","about":"event/g","measure":"injured","value":{"best":9},"basis":{"tensions":[{"with":"observation/harmed-then"}]}}
            {"id":"observation/harmed-then","about":"event/g","measure":"casualties","value":{"best":20}}
            "#,
        );
    }

    #[test]
    fn the_least_of_several_wholes_counts() {
        RULE.finds(
            r#"
            {"id":"observation/more","value":{"best":30}}
            {"id":"observation/least","value":{"best":20}}
            {"id":"observation/most","value":{"best":40}}
            {"id":"observation/part","population":"civilians","value":{"best":24}}
                                                                      ^^^^^^^^^^^ part-above-whole: the 20 of `observation/least`
            "#,
        );
    }

    #[test]
    fn a_part_of_two_sources_is_told_of_once() {
        RULE.finds(
            r#"
            {"id":"observation/all","value":{"best":20},"basis":{"evidence":[{"source":"source/a"},{"source":"source/b"}]}}
            {"id":"observation/part","population":"civilians","value":{"best":24},"basis":{"evidence":[{"source":"source/a"},{"source":"source/b"}]}}
                                                                      ^^^^^^^^^^^ part-above-whole
            "#,
        );
    }

    #[test]
    fn figures_that_are_vague_or_of_other_things_are_left_alone() {
        RULE.finds(
            r#"
            {"id":"observation/harmed","measure":"casualties","value":{"best":20},"when":"2020"}
            {"id":"observation/perhaps-less","value":{"low":18,"high":30}}
            {"id":"observation/about","value":{"best":24,"approximate":true}}
            {"id":"observation/displaced","measure":"displaced","value":{"best":900}}
            {"id":"observation/later","value":{"best":24},"when":"2021"}
            {"id":"observation/of-another-source","value":{"best":24},"basis":{"evidence":[{"source":"source/wire"}]}}
            {"id":"observation/linked","value":{"best":24},"basis":{"tensions":[{"with":"observation/harmed"}]}}
            {"id":"observation/retracted","value":{"best":24},"status":"retracted"}
            {"id":"observation/harmed","measure":"casualties","value":{"best":2}}
            {"id":"observation/about-twenty","about":"event/f","measure":"casualties","value":{"best":20,"approximate":true}}
            {"id":"observation/more","about":"event/f","value":{"best":24}}
            {"id":"observation/of-all","about":"event/g","value":{"best":20}}
            {"id":"observation/of-all-too","about":"event/g","value":{"best":24}}
            "#,
        );
    }

    #[test]
    fn whose_the_dead_are_is_a_part_too() {
        RULE.finds(
            r#"
            {"id":"observation/all","value":{"best":20}}
            {"id":"observation/ours","of":["actor/a"],"value":{"best":24}}
                                                              ^^^^^^^^^^^ part-above-whole: more than the 20 of `observation/all`, of which it is a part
            {"id":"observation/in-percent","of":["actor/a"],"unit":"percent","value":{"best":60}}
            {"id":"observation/harmed","about":"event/f","of":["actor/a"],"measure":"casualties","value":{"best":20}}
            {"id":"observation/killed","about":"event/f","of":["actor/b"],"value":{"best":24}}
            "#,
        );
    }
}
