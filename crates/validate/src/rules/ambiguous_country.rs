//! A place lies in one country or extends over several.

use standpoint_model::Place;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("ambiguous-country", Level::Error, include_str!("../../docs/ambiguous-country.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(place) = entry.current::<Place>() else { return };
    let finding = |message: &str| Finding::new(&RULE.code, entry.value("/overlaps"), message);
    match (place.country, place.overlaps.as_slice()) {
        (Some(_), [_, ..]) => findings.push(
            finding("the place has a `country`, and extends over several too")
                .related(entry.value("/country"), "the one country")
                .help("remove one of the two: `country` is for a place that lies in one, or is one"),
        ),
        (None, [country]) => findings.push(
            finding("the place extends over one country alone").help(format!("write `\"country\": \"{country}\"`")),
        ),
        _ => {}
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.is_current() && matches!((record.country, record.overlaps.len()), (Some(_), 1..) | (None, 1))
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_place_lies_in_one_country_or_extends_over_several() {
        RULE.finds(
            r#"
            {"id":"place/a","country":"AFG","overlaps":["AFG","PAK"]}
                                                       ^^^^^^^^^^^^^ ambiguous-country: has a `country`, and extends over several too
            {"id":"place/b","overlaps":["AFG"]}
                                       ^^^^^^^ ambiguous-country: write `"country": "AFG"`
            {"id":"place/c","overlaps":["AFG","PAK"]}
            {"id":"place/d","country":"AFG"}
            {"id":"place/e","country":"AFG","overlaps":["AFG","PAK"],"status":"retracted"}
            "#,
        );
    }
}
