//! No source tells of what came after it.

use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    dated_fact::dated_facts,
    relation::Group,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("later-than-source", Level::Warning, include_str!("../../docs/later-than-source.md")),
    check: Check::Groups,
};

pub(super) fn check(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    for fact in group.current().flat_map(dated_facts) {
        // It is told once, of the first of its sources.
        if let Some((source, place)) = fact.earlier_source(group).filter(|(source, _)| source.id.as_str() == *id) {
            let message = format!("this came after `{}`, which is said to tell of it", source.id);
            findings
                .push(Finding::new(&RULE.code, fact.place(), message).related(place, "the date of the source").help(
                "correct the date that is wrong, or cite the source that tells of it; what a source only announced has \
                         `\"occurrence\": \"planned\"`, and the time in `due`",
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_source_tells_of_what_came_after_it() {
        RULE.finds(
            r#"
            {"id":"source/s","published":"2020","accessed":"2022"}
            {"id":"event/a","when":"2021","basis":{"evidence":[{"source":"source/s"}]}}
                                   ^^^^^^ later-than-source: this came after `source/s`
            {"id":"event/b","basis":{"standpoints":[{"holder":"actor/a","when":"2021","evidence":[{"source":"source/s"}]}]}}
                                                                               ^^^^^^ later-than-source
            {"id":"event/c","when":"2020-12","basis":{"evidence":[{"source":"source/s"}]}}
            {"id":"event/sentinel","when":"9999-12-31","basis":{"evidence":[{"source":"source/s"}]}}
            {"id":"event/retracted","when":"2021","basis":{"evidence":[{"source":"source/s"}]},"status":"retracted"}
            {"id":"statement/s","when":"2021","basis":{"evidence":[{"source":"source/s"}]}}
            "#,
        );
    }

    #[test]
    fn all_sources_must_be_earlier_and_the_first_is_named() {
        RULE.finds(
            r#"
            {"id":"source/a","published":"2019"}
            {"id":"source/b","published":"2020"}
            {"id":"source/late","published":"2021"}
            {"id":"source/undated"}
            {"id":"event/a","when":"2021","basis":{"evidence":[{"source":"source/b"},{"source":"source/a"}]}}
                                   ^^^^^^ later-than-source: `source/b`
            {"id":"event/b","when":"2021","basis":{"evidence":[{"source":"source/a"},{"source":"source/late"}]}}
            {"id":"event/c","when":"2021","basis":{"evidence":[{"source":"source/a"},{"source":"source/undated"}]}}
            "#,
        );
    }

    #[test]
    fn sources_that_are_kept_up_are_as_old_as_their_last_reading() {
        RULE.finds(
            r#"
            {"id":"source/page","type":"web-page","published":"2019","accessed":"2022"}
            {"id":"source/list","type":"dataset","published":"2019","accessed":"2022"}
            {"id":"source/map","type":"gazetteer","published":"2019","accessed":"2022"}
            {"id":"source/other","type":"other","published":"2019","accessed":"2022"}
            {"id":"event/page","when":"2021"}
            {"id":"event/list","when":"2021","basis":{"evidence":[{"source":"source/list"}]}}
            {"id":"event/map","when":"2021","basis":{"evidence":[{"source":"source/map"}]}}
            {"id":"event/other","when":"2021","basis":{"evidence":[{"source":"source/other"}]}}
            {"id":"event/after-the-reading","when":"2023"}
                                                   ^^^^^^ later-than-source
            "#,
        );
    }

    #[test]
    fn the_other_date_of_a_source_counts_where_there_is_none() {
        RULE.finds(
            r#"
            {"id":"source/report","accessed":"2020"}
            {"id":"source/page","type":"web-page","published":"2020"}
            {"id":"source/sentinel","published":"9999-12-31","accessed":"2020"}
            {"id":"event/report","when":"2021","basis":{"evidence":[{"source":"source/report"}]}}
                                        ^^^^^^ later-than-source
            {"id":"event/page","when":"2021"}
                                      ^^^^^^ later-than-source
            {"id":"event/sentinel","when":"2021","basis":{"evidence":[{"source":"source/sentinel"}]}}
                                          ^^^^^^ later-than-source
            {"id":"source/kept-up","type":"web-page","accessed":"1970-01-01","published":"1965"}
            {"id":"event/kept-up","when":"1968","basis":{"evidence":[{"source":"source/kept-up"}]}}
                                         ^^^^^^ later-than-source
            "#,
        );
    }
}
