//! No total is exceeded by figures that are contained in it.
//!
//! Parts may overlap: civilians and women. They are added up only where they count the people of different actors, or are the
//! killed and the injured of casualties.

use hashbrown::HashSet;
use standpoint_model::{Amount, Measure, Observation};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    rules::{
        contradiction::linked,
        relation::Group,
        rule::{Check, Rule},
        time::may_overlap,
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("parts-above-total", Level::Warning, include_str!("../../docs/parts-above-total.md")),
    check: Check::Groups,
};

const HELP: &str = "correct the figure that is wrong, or the `part_of` that names another total; where sources disagree, say so in \
                    the `tensions` of one";

pub(super) fn check(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Some((whole, total)) = group.named::<Observation>(id).filter(|(entry, _)| entry.record.status().is_current())
    else {
        return;
    };
    let value = &total.value;
    let Some(most) = value.high().or(value.best()).filter(|_| !value.is_approximate()) else { return };
    let is_part = |(entry, part): &(&Entry, &Observation)| {
        part.part_of.as_ref() == Some(&total.id)
            && part.id != total.id
            && part.unit() == total.unit()
            && may_overlap(part.when.as_ref(), total.when.as_ref())
            && !linked(entry, whole)
    };
    let parts: Vec<(&Entry, &Observation)> = group.distinct::<Observation>().filter(is_part).collect();
    let above = |message: String, entry: &Entry| {
        Finding::new(&RULE.code, entry.value("/value"), message).related(whole.value("/value"), "the total").help(HELP)
    };
    let before = findings.len();
    for (entry, part) in &parts {
        if least(part).is_some_and(|least| least > most) {
            findings.push(above(format!("this is more than the {most} of `{id}`, of which it is a part"), entry));
        }
    }
    if findings.len() > before {
        return;
    }
    for apart in [by_actors(&parts), by_harm(total, &parts)] {
        let sum: f64 = apart.iter().filter_map(|(_, part)| least(part)).map(Amount::get).sum();
        if let (Some((entry, _)), true) = (apart.last(), sum > most.get()) {
            let message = format!("with the other parts of `{id}` this makes {sum}, which is more than its {most}");
            let others = apart[..apart.len() - 1].iter();
            let finding = above(message, entry);
            findings.push(
                others.fold(finding, |finding, (other, _)| finding.related(other.value("/value"), "another part")),
            );
            return;
        }
    }
}

/// The least that a part says, unless it is approximate.
fn least(part: &Observation) -> Option<Amount> {
    let value = &part.value;
    value.low().or(value.best()).filter(|_| !value.is_approximate())
}

/// The parts that count the people of actors whom no part before them counts, in one measure and at one time.
fn by_actors<'a>(parts: &[(&'a Entry, &'a Observation)]) -> Vec<(&'a Entry, &'a Observation)> {
    let mut counted = HashSet::new();
    let Some((_, first)) = parts.iter().find(|(_, part)| !part.of.is_empty()) else { return Vec::new() };
    let is_alike = |part: &Observation| {
        part.measure == first.measure && part.when == first.when && part.population.is_none() && !part.of.is_empty()
    };
    let mut apart = Vec::new();
    for &(entry, part) in parts.iter().filter(|(_, part)| is_alike(part)) {
        if part.of.iter().all(|actor| !counted.contains(actor)) {
            apart.push((entry, part));
        }
        counted.extend(&*part.of);
    }
    apart
}

/// Of casualties, the first figure of all killed and of all injured.
fn by_harm<'a>(total: &Observation, parts: &[(&'a Entry, &'a Observation)]) -> Vec<(&'a Entry, &'a Observation)> {
    let of_all = |measure: Measure| {
        let is_it = |part: &Observation| {
            part.measure == measure
                && part.of == total.of
                && part.population == total.population
                && part.when == total.when
        };
        parts.iter().find(|(_, part)| is_it(part)).copied()
    };
    if total.measure == Measure::Casualties {
        [Measure::Killed, Measure::Injured].into_iter().filter_map(of_all).collect()
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_part_is_above_its_total() {
        RULE.finds(
            r#"
            {"id":"observation/all","value":{"best":20}}
            {"id":"observation/part","part_of":"observation/all","value":{"low":24,"high":30}}
                                                                         ^^^^^^^^^^^^^^^^^^^^ parts-above-total: this is more than the 20 of `observation/all`, of which it is a part
            {"id":"observation/range","about":"actor/a","measure":"members","value":{"low":10,"high":20}}
            {"id":"observation/some","about":"actor/b","measure":"members","part_of":"observation/range","value":{"best":21}}
                                                                                                                 ^^^^^^^^^^^ parts-above-total: more than the 20 of `observation/range`
            {"id":"observation/as-many","about":"actor/c","measure":"members","part_of":"observation/range","value":{"best":20}}
            "#,
        );
    }

    #[test]
    fn parts_that_do_not_overlap_add_up() {
        RULE.finds(
            r#"
            {"id":"observation/all","value":{"best":20}}
            {"id":"observation/a","of":["actor/a"],"part_of":"observation/all","value":{"best":12}}
            {"id":"observation/b","of":["actor/b"],"part_of":"observation/all","value":{"best":12}}
                                                                                       ^^^^^^^^^^^ parts-above-total: with the other parts of `observation/all` this makes 24, which is more than its 20
            {"id":"observation/harmed","measure":"casualties","value":{"best":20}}
            {"id":"observation/killed","part_of":"observation/harmed","value":{"best":12}}
            {"id":"observation/injured","measure":"injured","part_of":"observation/harmed","value":{"best":9}}
                                                                                                   ^^^^^^^^^^ parts-above-total: this makes 21
            "#,
        );
    }

    #[test]
    fn parts_that_may_overlap_are_not_added_up() {
        RULE.finds(
            r#"
            {"id":"observation/all","value":{"best":20}}
            {"id":"observation/civilians","population":"civilians","part_of":"observation/all","value":{"best":12}}
            {"id":"observation/women","population":"women","part_of":"observation/all","value":{"best":12}}
            {"id":"observation/a","of":["actor/a"],"part_of":"observation/all","value":{"best":12}}
            {"id":"observation/a-and-b","of":["actor/b","actor/a"],"part_of":"observation/all","value":{"best":15}}
            {"id":"observation/b-too","of":["actor/b"],"part_of":"observation/all","value":{"best":14}}
            {"id":"observation/c-later","of":["actor/c"],"part_of":"observation/all","value":{"best":12},"when":"2020"}
            {"id":"observation/d-some","of":["actor/d"],"population":"women","part_of":"observation/all","value":{"best":12}}
            {"id":"observation/e-injured","of":["actor/e"],"measure":"injured","part_of":"observation/all","value":{"best":12}}
            {"id":"observation/f","of":["actor/f"],"part_of":"observation/all","value":{"best":8}}
            "#,
        );
    }

    #[test]
    fn figures_that_are_vague_or_of_other_things_are_left_alone() {
        RULE.finds(
            r#"
            {"id":"observation/all","value":{"best":20},"when":"2020"}
            {"id":"observation/about","part_of":"observation/all","value":{"best":24,"approximate":true}}
            {"id":"observation/perhaps-less","part_of":"observation/all","value":{"low":18,"high":30}}
            {"id":"observation/later","part_of":"observation/all","value":{"best":24},"when":"2021"}
            {"id":"observation/in-percent","part_of":"observation/all","unit":"percent","value":{"best":24}}
            {"id":"observation/linked","part_of":"observation/all","value":{"best":24},"basis":{"tensions":[{"with":"observation/all"}]}}
            {"id":"observation/retracted","part_of":"observation/all","value":{"best":24},"status":"retracted"}
            {"id":"observation/about-twenty","value":{"best":20,"approximate":true}}
            {"id":"observation/more","part_of":"observation/about-twenty","value":{"best":24}}
            {"id":"observation/gone","value":{"best":20},"status":"retracted"}
            {"id":"observation/of-that","part_of":"observation/gone","value":{"best":24}}
            {"id":"observation/all","value":{"best":2}}
            "#,
        );
    }
}
