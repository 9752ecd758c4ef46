//! A unit measures what is measured.

use standpoint_model::{Dimension, Observation, Unit, UnitSystem};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("misfit-unit", Level::Warning, include_str!("../../docs/misfit-unit.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(observation) = entry.current::<Observation>() else { return };
    let measure = observation.measure;
    let Some(unit) = &observation.unit else {
        if observation.value.has_number()
            && let Some(needed) = needed(measure.dimension())
        {
            findings.push(
                Finding::new(
                    &RULE.code,
                    entry.value("/measure"),
                    format!("nothing says in what `{measure}` is measured"),
                )
                .help(format!("add a `unit`: {needed}")),
            );
        }
        return;
    };
    if let Some(fitting) = fitting(measure.dimension(), Sort::of(unit)) {
        findings.push(
            Finding::new(&RULE.code, entry.value("/unit"), format!("`{measure}` is not measured in `{unit}`"))
                .related(entry.value("/measure"), "the measure")
                .help(format!("write the number in {fitting}, or correct the measure")),
        );
    }
}

/// Wider than `check`: a sketch does not know what a unit measures.
pub(super) fn doubt(record: &Sketch) -> bool {
    let needs_unit = || record.measure.is_some_and(|measure| needed(measure.dimension()).is_some());
    record.is_current() && (record.unit.is_some() || needs_unit())
}

/// The units of what no number tells without one.
fn needed(dimension: Dimension) -> Option<&'static str> {
    match dimension {
        Dimension::Anything | Dimension::Persons | Dimension::Things => None,
        Dimension::Money | Dimension::Area | Dimension::Time | Dimension::Length => fitting(dimension, Sort::Persons),
    }
}

/// Whether a unit is that of a share of a whole, however it is written.
pub(super) fn is_share(unit: &Unit) -> bool {
    Sort::of(unit) == Sort::Share
}

/// What a unit measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Persons,
    /// A share of a whole.
    Share,
    Money,
    Area,
    Time,
    Length,
    /// Things that are counted, by an annotation.
    Pieces,
    /// Mass, volume, a rate, and whatever else.
    Other,
}

impl Sort {
    fn of(unit: &Unit) -> Self {
        match unit.system() {
            UnitSystem::Persons => Self::Persons,
            UnitSystem::Percent => Self::Share,
            UnitSystem::Currency => Self::Money,
            UnitSystem::Ucum => Self::of_ucum(unit.as_str()),
        }
    }

    fn of_ucum(unit: &str) -> Self {
        let (unit, _) = unit.split_once('{').unwrap_or((unit, ""));
        let is_metre = |unit: &str| unit.strip_suffix('m').is_some_and(|prefix| METRES.contains(&prefix));
        let is_length = |unit: &str| is_metre(unit) || LENGTHS.contains(&unit);
        match unit {
            "" | "1" => Self::Pieces,
            "%" => Self::Share,
            "ar" | "har" | "[acr_us]" => Self::Area,
            "ms" | "s" | "min" | "h" | "d" | "wk" | "mo" | "a" => Self::Time,
            _ if is_length(unit) => Self::Length,
            _ if unit.strip_suffix('2').is_some_and(is_length) => Self::Area,
            _ => Self::Other,
        }
    }
}

/// The prefixes with which metres are used, and the other units of length.
const METRES: [&str; 4] = ["", "k", "c", "m"];
const LENGTHS: [&str; 5] = ["[in_i]", "[ft_i]", "[yd_i]", "[mi_i]", "[nmi_i]"];

/// The units that fit what is measured, as people say it, unless this one does.
fn fitting(dimension: Dimension, sort: Sort) -> Option<&'static str> {
    let (fits, fitting) = match dimension {
        Dimension::Anything => return None,
        Dimension::Persons => (
            matches!(sort, Sort::Persons | Sort::Share | Sort::Pieces),
            "persons, which needs no unit, or in `percent`",
        ),
        Dimension::Things => (
            matches!(sort, Sort::Pieces | Sort::Share | Sort::Other),
            "pieces, which needs no unit, or in what is counted, as in `{rockets}`",
        ),
        Dimension::Money => (matches!(sort, Sort::Money | Sort::Share), "a currency, such as `EUR`"),
        Dimension::Area => (matches!(sort, Sort::Area | Sort::Share), "a unit of area, such as `km2`, or in `percent`"),
        Dimension::Time => (sort == Sort::Time, "a unit of time, such as `d` for days or `h` for hours"),
        Dimension::Length => (sort == Sort::Length, "a unit of length, such as `km`"),
    };
    (!fits).then_some(fitting)
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_unit_measures_what_is_measured() {
        RULE.finds(
            r#"
            {"id":"observation/a","unit":"EUR"}
                                         ^^^^^ misfit-unit: `killed` is not measured in `EUR`
            {"id":"observation/b","unit":"km"}
                                         ^^^^ misfit-unit: write the number in persons
            {"id":"observation/c","measure":"munitions","unit":"persons"}
                                                               ^^^^^^^^^ misfit-unit: write the number in pieces
            {"id":"observation/d","measure":"funds","unit":"km2"}
                                                           ^^^^^ misfit-unit: write the number in a currency
            {"id":"observation/e","measure":"territory","unit":"km"}
                                                               ^^^^ misfit-unit: write the number in a unit of area
            {"id":"observation/f","measure":"duration","unit":"km"}
                                                              ^^^^ misfit-unit: write the number in a unit of time
            {"id":"observation/g","measure":"distance","unit":"d"}
                                                              ^^^ misfit-unit: write the number in a unit of length
            {"id":"observation/h","measure":"distance","unit":"percent"}
                                                              ^^^^^^^^^ misfit-unit
            {"id":"observation/retracted","unit":"EUR","status":"retracted"}
            "#,
        );
    }

    #[test]
    fn units_that_fit_are_left_alone() {
        RULE.finds(
            r#"
            {"id":"observation/none"}
            {"id":"observation/a","unit":"persons"}
            {"id":"observation/b","measure":"displaced","unit":"{families}"}
            {"id":"observation/c","measure":"votes","unit":"percent"}
            {"id":"observation/d","measure":"munitions","unit":"t"}
            {"id":"observation/e","measure":"weapons","unit":"{tanks}"}
            {"id":"observation/f","measure":"attacks","unit":"1"}
            {"id":"observation/g","measure":"funds","unit":"EUR"}
            {"id":"observation/h","measure":"ransom","unit":"percent"}
            {"id":"observation/i","measure":"territory","unit":"km2"}
            {"id":"observation/j","measure":"territory","unit":"[mi_i]2"}
            {"id":"observation/k","measure":"territory","unit":"har"}
            {"id":"observation/l","measure":"duration","unit":"d"}
            {"id":"observation/m","measure":"duration","unit":"h{working}"}
            {"id":"observation/n","measure":"distance","unit":"[nmi_i]"}
            {"id":"observation/o","measure":"damage","unit":"USD"}
            {"id":"observation/p","measure":"capability","unit":"1"}
            {"id":"observation/q","measure":"other","unit":"m3"}
            "#,
        );
    }

    #[test]
    fn money_and_land_need_a_unit() {
        RULE.finds(
            r#"
            {"id":"observation/a","measure":"funds"}
                                            ^^^^^^^ misfit-unit: nothing says in what `funds` is measured
            {"id":"observation/b","measure":"territory","value":{"low":5}}
                                            ^^^^^^^^^^^ misfit-unit: add a `unit`: a unit of area, such as `km2`, or in `percent`
            {"id":"observation/c","measure":"duration"}
                                            ^^^^^^^^^^ misfit-unit: add a `unit`: a unit of time
            {"id":"observation/d","measure":"distance"}
                                            ^^^^^^^^^^ misfit-unit
            {"id":"observation/words","measure":"ransom","value":{"words":"millions of dollars"}}
            {"id":"observation/pieces","measure":"weapons"}
            {"id":"observation/anything","measure":"damage"}
            {"id":"observation/retracted","measure":"funds","status":"retracted"}
            "#,
        );
    }

    #[test]
    fn what_is_no_unit_is_told_of_as_that() {
        RULE.finds(
            r#"
            {"id":"observation/a","measure":"votes","unit":"furlongs"}
                                                           ^^^^^^^^^^ invalid-format
            "#,
        );
    }
}
