//! Quantities in words.

use standpoint_model::{Edtf, Estimate, Measure, Observation, Unit, UnitSystem};

use super::{
    line::{Line, Piece, at, joined, strong, words},
    words::title,
};

/// How many or how much, with its unit: "about 180", "40 %", "2,000 EUR", "12 houses".
pub(crate) fn value(observation: &Observation) -> String {
    with_unit(&observation.value, observation.unit().as_ref())
}

/// An estimate with its unit. Words that give no number have none.
pub(super) fn with_unit(value: &Estimate, unit: Option<&Unit>) -> String {
    match unit.and_then(told).filter(|_| value.has_number()) {
        Some(unit) => format!("{value} {unit}"),
        None => value.to_string(),
    }
}

/// A unit as it stands after a number. Persons and pieces go without saying.
fn told(unit: &Unit) -> Option<String> {
    match (unit.system(), unit.as_str()) {
        (UnitSystem::Persons, _) | (UnitSystem::Ucum, "1") => None,
        (UnitSystem::Percent, _) => Some("%".into()),
        (UnitSystem::Currency, unit) => Some(unit.into()),
        (UnitSystem::Ucum, unit) => {
            let things = unit.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
            Some(things.map_or_else(|| unit.to_owned(), |things| things.replace('_', " ")))
        }
    }
}

/// A quantity with what it counts and, unless the reader knows it already, when it held.
pub(crate) fn figure<'a>(observation: &'a Observation, known: Option<&Edtf>) -> Line<'a> {
    let value = strong(value(observation));
    let whom = whom(observation);
    let mut line = match (observation.measure, &observation.population) {
        (Measure::Other, Some(population)) => vec![Piece::Text(population.as_str()), words(": "), value],
        (measure, _) if whom.is_empty() => vec![words(title(measure.as_str()) + ": "), value],
        (measure, _) => {
            let mut line = vec![words(title(measure.as_str()) + ": "), value, words(" (")];
            line.extend(whom);
            line.push(words(")"));
            line
        }
    };
    line.extend(at(observation.when.as_ref().filter(|when| Some(*when) != known)));
    line
}

/// A quantity below a heading that says what is counted.
pub(crate) fn amount(observation: &Observation) -> Line<'_> {
    let mut line = vec![strong(value(observation))];
    let whom = whom(observation);
    if !whom.is_empty() {
        line.push(words(" "));
    }
    line.extend(whom);
    line.extend(at(observation.when.as_ref()));
    line
}

/// Of whom or of what: "guards off duty; of the party River Guard".
fn whom(observation: &Observation) -> Line<'_> {
    let mut line: Line<'_> = observation.population.iter().map(|text| Piece::Text(text.as_str())).collect();
    if !observation.of.is_empty() {
        line.push(words(if line.is_empty() { "of " } else { "; of the party " }));
        line.extend(joined(observation.of.iter().map(|id| vec![Piece::Record(id.as_str())]), ", "));
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_told_where_they_do_not_go_without_saying() {
        let told = |json: &str, unit: Option<&str>| {
            let unit = unit.map(|unit| Unit::new(unit).unwrap());
            with_unit(&serde_json::from_str(json).unwrap(), unit.as_ref())
        };
        assert_eq!(told(r#"{"best":180,"approximate":true}"#, Some("persons")), "about 180");
        assert_eq!(told(r#"{"best":40}"#, Some("percent")), "40 %");
        assert_eq!(told(r#"{"low":1000,"high":2000}"#, Some("EUR")), "1,000–2,000 EUR");
        assert_eq!(told(r#"{"best":12}"#, Some("{burnt_houses}")), "12 burnt houses");
        assert_eq!(told(r#"{"words":"dozens"}"#, Some("percent")), "“dozens”");
    }
}
