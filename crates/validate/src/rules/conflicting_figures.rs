//! Figures that exclude one another say so.

use standpoint_model::Observation;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    rules::{
        contradiction::linked,
        relation::Group,
        relations::{Quantity, bounds},
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("conflicting-figures", Level::Note, include_str!("../../docs/conflicting-figures.md")),
    check: Check::Groups,
};

pub(super) fn check(_: &Quantity<'_>, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let mut earlier: Vec<(&Entry, &Observation)> = Vec::new();
    // What lies between these is excluded by none of the earlier ones, of which there may be very many.
    let (mut highest_least, mut lowest_most) = (0, u64::MAX);
    for (entry, figure) in group.distinct::<Observation>() {
        let Some((least, most)) = bounds(&figure.value) else { continue };
        let may_conflict = least > lowest_most || most.is_some_and(|most| most < highest_least);
        highest_least = highest_least.max(least);
        lowest_most = lowest_most.min(most.unwrap_or(u64::MAX));
        if !may_conflict {
            earlier.push((entry, figure));
            continue;
        }
        let conflicting = earlier.iter().find(|(other_entry, other)| {
            exclude(figure, other) && have_no_source_in_common(figure, other) && !linked(entry, other_entry)
        });
        if let Some((other_entry, other)) = conflicting {
            let message = format!("`{}` says {} of the same", other.id, other.value);
            findings.push(
                Finding::new(&RULE.code, entry.value("/value"), message)
                    .related(other_entry.value("/value"), "the other one")
                    .help(
                        "if the sources disagree, nothing needs to be done; if they count different things, let `of`, `population` or \
                         `when` say so",
                    ),
            );
        }
        earlier.push((entry, figure));
    }
}

/// Whether one is certainly more than the other.
fn exclude(one: &Observation, other: &Observation) -> bool {
    let bounds = bounds(&one.value).zip(bounds(&other.value));
    bounds.is_some_and(|((least, most), (other_least, other_most))| {
        other_most.is_some_and(|most| least > most) || most.is_some_and(|most| other_least > most)
    })
}

fn have_no_source_in_common(one: &Observation, other: &Observation) -> bool {
    let cites = |source: &str| other.basis.evidence.iter().any(|citation| citation.source.as_str() == source);
    !one.basis.evidence.iter().any(|citation| cites(citation.source.as_str()))
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn figures_of_two_sources_that_exclude_one_another_are_linked() {
        RULE.finds(
            r#"
            {"id":"observation/a","value":{"best":3}}
            {"id":"observation/b","value":{"best":4},"basis":{"evidence":[{"source":"source/wire"}]}}
                                          ^^^^^^^^^^ conflicting-figures: `observation/a` says 3 of the same
            {"id":"observation/c","about":"event/f","value":{"low":3,"high":5}}
            {"id":"observation/d","about":"event/f","value":{"low":6},"basis":{"evidence":[{"source":"source/wire"}]}}
                                                            ^^^^^^^^^ conflicting-figures
            {"id":"observation/e","about":"event/g","value":{"low":6}}
            {"id":"observation/f","about":"event/g","value":{"low":3,"high":5},"basis":{"evidence":[{"source":"source/wire"}]}}
                                                            ^^^^^^^^^^^^^^^^^^ conflicting-figures
            "#,
        );
    }

    #[test]
    fn a_figure_is_told_against_the_first_that_it_excludes() {
        RULE.finds(
            r#"
            {"id":"observation/a","value":{"best":5}}
            {"id":"observation/b","value":{"best":4},"basis":{"evidence":[{"source":"source/wire"}]}}
                                          ^^^^^^^^^^ conflicting-figures: `observation/a`
            {"id":"observation/c","value":{"best":5},"basis":{"evidence":[{"source":"source/list"}]}}
                                          ^^^^^^^^^^ conflicting-figures: `observation/b`
            {"id":"observation/d","value":{"low":4,"high":5},"basis":{"evidence":[{"source":"source/book"}]}}
            "#,
        );
    }

    #[test]
    fn figures_that_may_agree_are_left_alone() {
        RULE.finds(
            r#"
            {"id":"observation/a","value":{"best":3}}
            {"id":"observation/b","value":{"best":4,"approximate":true},"basis":{"evidence":[{"source":"source/wire"}]}}
            {"id":"observation/c","about":"event/f","value":{"low":3,"high":5}}
            {"id":"observation/d","about":"event/f","value":{"best":5},"basis":{"evidence":[{"source":"source/wire"}]}}
            {"id":"observation/e","about":"event/g","value":{"low":3,"best":4}}
            {"id":"observation/f","about":"event/g","value":{"best":9},"basis":{"evidence":[{"source":"source/wire"}]}}
            {"id":"observation/g","about":"event/h","value":{"best":4,"high":9}}
            {"id":"observation/h","about":"event/h","value":{"best":1},"basis":{"evidence":[{"source":"source/wire"}]}}
            "#,
        );
    }

    #[test]
    fn figures_of_other_things_and_those_that_are_explained_are_left_alone() {
        RULE.finds(
            r#"
            {"id":"observation/a","value":{"best":3},"when":"2020"}
            {"id":"observation/later","value":{"best":4},"when":"2021","basis":{"evidence":[{"source":"source/b"}]}}
            {"id":"observation/injured","value":{"best":4},"when":"2020","measure":"injured","basis":{"evidence":[{"source":"source/c"}]}}
            {"id":"observation/soldiers","value":{"best":2},"when":"2020","population":"soldiers","basis":{"evidence":[{"source":"source/d"}]}}
            {"id":"observation/linked","value":{"best":4},"when":"2020","basis":{"evidence":[{"source":"source/e"}],"tensions":[{"with":"observation/a"}]}}
            {"id":"observation/retracted","value":{"best":5},"when":"2020","basis":{"evidence":[{"source":"source/f"}]},"status":"retracted"}
            {"id":"observation/a","value":{"best":6},"when":"2020","basis":{"evidence":[{"source":"source/g"}]}}
            {"id":"observation/same-source","about":"event/f","value":{"best":3},"basis":{"evidence":[{"source":"source/b"},{"source":"source/c"}]}}
            {"id":"observation/as-that","about":"event/f","value":{"best":4},"basis":{"evidence":[{"source":"source/a"},{"source":"source/c"}]}}
            "#,
        );
    }

    #[test]
    fn figures_of_other_people_and_in_other_units_are_left_alone() {
        RULE.finds(
            r#"
            {"id":"observation/a","of":["actor/a"],"value":{"best":3}}
            {"id":"observation/b","of":["actor/b"],"value":{"best":4},"basis":{"evidence":[{"source":"source/wire"}]}}
            {"id":"observation/c","measure":"damage","unit":"USD","value":{"best":3}}
            {"id":"observation/d","measure":"damage","unit":"EUR","value":{"best":4},"basis":{"evidence":[{"source":"source/wire"}]}}
            {"id":"observation/e","measure":"damage","value":{"words":"heavy"}}
            {"id":"observation/f","of":["actor/a"],"value":{"best":5},"basis":{"evidence":[{"source":"source/wire"}]}}
                                                           ^^^^^^^^^^ conflicting-figures: `observation/a` says 3
            "#,
        );
    }
}
