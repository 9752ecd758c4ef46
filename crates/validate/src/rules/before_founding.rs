//! No actor is there before it came into being.

use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    contradiction::linked,
    lifetime::{Turn, foundings, visit_signs},
    relation::Group,
    rule::{Check, Rule},
    time::before,
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("before-founding", Level::Warning, include_str!("../../docs/before-founding.md")),
    check: Check::Groups,
};

pub(super) fn check(actor: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let turns = foundings(actor, group);
    let [(first, _), ..] = turns[..] else { return };
    for entry in group.current() {
        visit_signs(entry, |id, when, pointer| {
            // Where it came into being more than once, before all of them.
            let is_before = |(founding, founded): &Turn| before(Some(when), *founded) && !linked(entry, founding);
            if id == *actor && turns.iter().all(is_before) {
                let message = format!("this is about a time before `{actor}` came into being");
                findings.push(
                    Finding::new(&RULE.code, entry.value(pointer.to_string()), message)
                        .related(first.value("/when"), "when it did")
                        .help("name its forerunner, or correct the date that is wrong; where sources disagree, link the records"),
                );
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn nobody_is_met_before_the_first_founding() {
        RULE.finds(
            r#"
            {"id":"event/one","type":"formation","when":"2014","participants":[{"actor":"actor/a","role":"subject"}]}
            {"id":"event/two","type":"formation","when":"2016","participants":[{"actor":"actor/a","role":"subject"}]}
            {"id":"event/before","when":"2013","participants":[{"actor":"actor/b"},{"actor":"actor/a"}]}
                                                                                            ^^^^^^^^^ before-founding: before `actor/a` came into being
            {"id":"event/retracted","when":"2013","participants":[{"actor":"actor/a"}],"status":"retracted"}
            {"id":"event/perhaps","when":"2013/2014","participants":[{"actor":"actor/a"}]}
            {"id":"event/between","when":"2015","participants":[{"actor":"actor/a"}]}
            "#,
        );
    }

    #[test]
    fn only_foundings_that_stand_and_are_dated_count() {
        RULE.finds(
            r#"
            {"id":"event/retracted","type":"formation","when":"2014","participants":[{"actor":"actor/a","role":"subject"}],"status":"retracted"}
            {"id":"event/linked","type":"formation","when":"2014","participants":[{"actor":"actor/b","role":"subject"}],"basis":{"tensions":[{"with":"event/before"}]}}
            {"id":"event/dated","type":"formation","when":"2014","participants":[{"actor":"actor/c","role":"subject"}]}
            {"id":"event/undated","type":"formation","participants":[{"actor":"actor/c","role":"subject"}]}
            {"id":"event/before","when":"2013","participants":[{"actor":"actor/a"},{"actor":"actor/b"},{"actor":"actor/c"}]}
            "#,
        );
    }

    #[test]
    fn what_forms_nobody_founds_nobody() {
        RULE.finds(
            r#"
            {"id":"actor/p","type":"individual"}
            {"id":"event/appointment","type":"formation","when":"2014","participants":[{"actor":"actor/p","role":"subject"},{"actor":"actor/a"}]}
            {"id":"event/move","type":"movement","when":"2014","participants":[{"actor":"actor/b","role":"subject"}]}
            {"id":"event/before","when":"2013","participants":[{"actor":"actor/p"},{"actor":"actor/a"},{"actor":"actor/b"}]}
            "#,
        );
    }
}
