//! No share is more than the whole.

use standpoint_model::{Amount, Dimension, Estimate, Measure, Observation, Position};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, ordered},
    rules::{
        misfit_unit::is_share,
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("share-above-whole", Level::Error, include_str!("../../docs/share-above-whole.md")),
    check: Check::Record(check),
};

/// All of it, in percent.
const WHOLE: f64 = 100.0;

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let mut look_at = |pointer: &str, estimate: &Estimate| {
        let figures = [("low", estimate.low()), ("best", estimate.best()), ("high", estimate.high())];
        let above =
            |(name, figure): (&'static str, Option<Amount>)| Some((name, figure.filter(|it| it.get() > WHOLE)?));
        if let Some((name, figure)) = figures.into_iter().find_map(above) {
            findings.push(
                Finding::new(
                    &RULE.code,
                    entry.value(format!("{pointer}/{name}")),
                    format!("{figure} percent is more than all"),
                )
                .help("correct the number; if it is a number of persons or things and no share, correct the `unit`"),
            );
        }
    };
    if let Some(observation) = entry.current::<Observation>() {
        let is_percent = observation.unit.as_ref().is_some_and(is_share);
        if is_percent && is_of_a_whole(observation.measure) {
            look_at("/value", &observation.value);
        }
    }
    if let Some(salience) = entry.current::<Position>().and_then(|position| position.salience.as_ref()) {
        look_at("/salience", salience);
    }
}

/// Wider than `check`: a sketch knows neither the numbers of the salience nor what a unit measures.
pub(super) fn doubt(record: &Sketch) -> bool {
    let is_above = || record.figures().into_iter().flatten().any(|figure| figure > ordered(WHOLE));
    record.is_current()
        && (record.has_salience || (record.measure.is_some_and(is_of_a_whole) && record.unit.is_some() && is_above()))
}

/// Whether a share of it is one of all that there is. Of other things percent may tell of growth.
fn is_of_a_whole(measure: Measure) -> bool {
    matches!(measure.dimension(), Dimension::Persons | Dimension::Area)
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_share_is_more_than_the_whole() {
        RULE.finds(
            r#"
            {"id":"observation/a","measure":"votes","unit":"percent","value":{"low":90,"high":100.5}}
                                                                                              ^^^^^ share-above-whole: 100.5 percent is more than all
            {"id":"observation/b","measure":"territory","unit":"percent","value":{"low":101,"high":102}}
                                                                                        ^^^ share-above-whole
            {"id":"observation/c","measure":"territory","unit":"%","value":{"best":120}}
                                                                                   ^^^ share-above-whole: 120 percent
            {"id":"observation/d","measure":"votes","unit":"%{cast}","value":{"best":120}}
                                                                                     ^^^ share-above-whole
            {"id":"position/p","salience":{"best":120}}
                                                  ^^^ share-above-whole: 120 percent
            "#,
        );
    }

    #[test]
    fn what_is_no_share_may_be_any_number() {
        RULE.finds(
            r#"
            {"id":"observation/all","measure":"votes","unit":"percent","value":{"best":100}}
            {"id":"observation/growth","measure":"funds","unit":"percent","value":{"best":250}}
            {"id":"observation/persons","measure":"votes","value":{"best":250}}
            {"id":"observation/area","measure":"territory","unit":"km2","value":{"best":250}}
            {"id":"observation/retracted","measure":"votes","unit":"percent","value":{"best":250},"status":"retracted"}
            {"id":"position/all","salience":{"best":100},"at":{"best":250}}
            {"id":"position/retracted","salience":{"best":250},"status":"retracted"}
            "#,
        );
    }
}
