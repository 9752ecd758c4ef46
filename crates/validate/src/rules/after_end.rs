//! No actor is there after it merged into another or was killed.

use standpoint_model::Kind;
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    contradiction::linked,
    lifetime::{Turn, ends, visit_signs},
    relation::Group,
    rule::{Check, Rule},
    time::before,
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("after-end", Level::Warning, include_str!("../../docs/after-end.md")),
    check: Check::Groups,
};

pub(super) fn check(actor: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let turns = ends(actor, group);
    for entry in group.current() {
        visit_signs(entry, |id, when, pointer| {
            let passed = |(end, ended): &&Turn| before(*ended, Some(when)) && !linked(entry, end);
            if let Some((end, _)) = turns.iter().find(passed).filter(|_| id == *actor) {
                let how = if end.record.kind() == Kind::Event { "was killed" } else { "merged into another" };
                let message = format!("this is about a time after `{actor}` {how}");
                findings.push(
                    Finding::new(&RULE.code, entry.value(pointer.to_string()), message)
                        .related(end.value("/when"), "when that was")
                        .help("name its successor, or correct the date that is wrong; where sources disagree, link the records"),
                );
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn nobody_is_met_after_merging_into_another() {
        RULE.finds(
            r#"
            {"id":"relationship/merger","type":"merged-into","when":"2016"}
            {"id":"event/part","when":"2018","participants":[{"actor":"actor/a"},{"actor":"actor/a","role":"subject"}]}
                                                                      ^^^^^^^^^ after-end: after `actor/a` merged into another
            {"id":"event/target","when":"2018","participants":[{"actor":"actor/a","role":"target"}]}
                                                                        ^^^^^^^^^ after-end
            {"id":"relationship/subject","when":"2018","subject":"actor/a"}
                                                                 ^^^^^^^^^ after-end
            {"id":"relationship/object","when":"2018","subject":"actor/b","object":"actor/a"}
                                                                                   ^^^^^^^^^ after-end
            {"id":"observation/strength","when":"2018","about":"actor/a","measure":"members"}
                                                               ^^^^^^^^^ after-end
            {"id":"event/told","basis":{"standpoints":[{"holder":"actor/a","when":"2018"}]}}
                                                                 ^^^^^^^^^ after-end
            {"id":"event/at-the-end","when":"2016-05","participants":[{"actor":"actor/a"}]}
            {"id":"event/retracted","when":"2018","participants":[{"actor":"actor/a"}],"status":"retracted"}
            {"id":"relationship/split","when":"2018","type":"split-from"}
            {"id":"relationship/drawn","when":"2018","type":"drawn-from"}
            {"id":"relationship/again","when":"2018","type":"merged-into","object":"actor/c"}
            "#,
        );
    }

    #[test]
    fn a_killing_ends_a_person_and_no_group() {
        RULE.finds(
            r#"
            {"id":"actor/a","type":"individual"}
            {"id":"actor/b","type":"individual"}
            {"id":"event/killing","type":"killing","when":"2016","participants":[{"actor":"actor/a","role":"victim"},{"actor":"actor/g","role":"victim"},{"actor":"actor/b","role":"leader"}]}
            {"id":"event/attack","when":"2016","participants":[{"actor":"actor/b","role":"victim"}]}
            {"id":"event/later","when":"2018","participants":[{"actor":"actor/a","role":"leader"},{"actor":"actor/b","role":"leader"},{"actor":"actor/g"}]}
                                                                       ^^^^^^^^^ after-end: after `actor/a` was killed
            "#,
        );
    }

    #[test]
    fn only_an_end_that_is_sure_ends_anybody() {
        RULE.finds(
            r#"
            {"id":"relationship/alleged","type":"merged-into","when":"2016","basis":{"modality":"alleged"}}
            {"id":"relationship/denied","type":"merged-into","when":"2016","subject":"actor/b","basis":{"standpoints":[{"holder":"actor/x","stance":"denies"}]}}
            {"id":"relationship/linked","type":"merged-into","when":"2016","subject":"actor/c","basis":{"tensions":[{"with":"event/later"}]}}
            {"id":"relationship/retracted","type":"merged-into","when":"2016","subject":"actor/d","status":"retracted"}
            {"id":"relationship/undated","type":"merged-into","subject":"actor/e"}
            {"id":"relationship/inferred","type":"merged-into","when":"2016","subject":"actor/f","basis":{"modality":"inferred","standpoints":[{"holder":"actor/x"}]}}
            {"id":"event/later","when":"2018","participants":[{"actor":"actor/a"},{"actor":"actor/b"},{"actor":"actor/c"},{"actor":"actor/d"},{"actor":"actor/e"},{"actor":"actor/f"}]}
                                                                                                                                                                           ^^^^^^^^^ after-end
            {"id":"actor/p","type":"individual"}
            {"id":"event/killing","type":"killing","when":"2016","participants":[{"actor":"actor/p","role":"victim"}],"basis":{"modality":"reported"}}
            {"id":"event/seen","when":"2018","participants":[{"actor":"actor/p","role":"leader"}]}
            "#,
        );
    }
}
