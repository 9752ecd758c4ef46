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
