//! A place is in the power of one party at a time.

use standpoint_model::Relationship;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    rules::{
        contradiction::linked,
        relation::Group,
        relations::Tenure,
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("two-controllers", Level::Note, include_str!("../../docs/two-controllers.md")),
    check: Check::Groups,
};

pub(super) fn check(tenure: &Tenure<'_>, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Tenure::Control(place) = tenure else { return };
    let mut earlier: Vec<(&Entry, &Relationship)> = Vec::new();
    for (entry, tie) in group.distinct::<Relationship>() {
        let rival = earlier
            .iter()
            .find(|(other, holder)| tie.when == holder.when && tie.subject != holder.subject && !linked(entry, other));
        if let Some((other, holder)) = rival {
            let message = format!("`{}` is said to control `{place}` at the same time", holder.subject);
            findings.push(
                Finding::new(&RULE.code, entry.value("/subject"), message).related(other.value("/subject"), "the other one").help(
                    "if the sources disagree, say so in the `tensions` of one; if each holds a part of it, give each part a \
                     record; if they hold it together, nothing needs to be done",
                ),
            );
        }
        earlier.push((entry, tie));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_place_is_in_the_power_of_one_party_at_a_time() {
        RULE.finds(
            r#"
            {"id":"relationship/a","type":"controls","object":"place/p","when":"2021"}
            {"id":"relationship/b","type":"controls","subject":"actor/b","object":"place/p","when":"2021"}
                                                               ^^^^^^^^^ two-controllers: `actor/a` is said to control `place/p` at the same time
            {"id":"relationship/still","type":"controls","object":"place/q","when":"2021"}
            {"id":"relationship/again","type":"controls","object":"place/q","when":"2021","role":"Governor"}
            {"id":"relationship/earlier","type":"controls","subject":"actor/c","object":"place/q","when":"2020"}
            {"id":"relationship/undated","type":"controls","subject":"actor/d","object":"place/q"}
            {"id":"relationship/undated-too","type":"controls","subject":"actor/e","object":"place/q"}
            {"id":"relationship/there","type":"operates-in","subject":"actor/b","object":"place/q","when":"2021"}
            {"id":"relationship/alleged","type":"controls","subject":"actor/b","object":"place/q","when":"2021","basis":{"modality":"alleged"}}
            {"id":"relationship/linked","type":"controls","subject":"actor/b","object":"place/q","when":"2021","basis":{"tensions":[{"with":"relationship/still"},{"with":"relationship/again"}]}}
            {"id":"relationship/retracted","type":"controls","subject":"actor/b","object":"place/q","when":"2021","status":"retracted"}
            "#,
        );
    }
}
