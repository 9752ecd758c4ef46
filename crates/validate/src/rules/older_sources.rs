//! No report is older than what it reports.

use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    dated_fact::dated_facts,
    relation::Group,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("older-sources", Level::Warning, include_str!("../../docs/older-sources.md")),
    check: Check::Groups,
};

pub(super) fn check(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    // If no source at all is late enough, that has a finding of its own.
    let facts = group.current().flat_map(dated_facts).filter(|fact| fact.earlier_source(group).is_none());
    // A fact is told once, of the first of its reports.
    let mut later = facts.filter_map(|fact| {
        let (_, place) = fact.earlier_report(group).filter(|(source, _)| source.id.as_str() == *id)?;
        Some((fact, place))
    });
    if let Some((fact, place)) = later.next() {
        let others = match later.count() {
            0 => String::new(),
            1 => ", and so did another thing that it reports".into(),
            count => format!(", and so did {count} other things that it reports"),
        };
        let message = format!("`{}` came after this report of it{others}", fact.entry.record.id());
        findings.push(
            Finding::new(&RULE.code, place, message)
                .related(fact.place(), "when it came")
                .help("correct the date that is wrong: often a month is, or the day and the month are exchanged"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_report_is_older_than_what_it_reports() {
        RULE.finds(
            r#"
            {"id":"source/list","type":"dataset","accessed":"2022"}
            {"id":"source/report","published":"2021-03-05"}
                                              ^^^^^^^^^^^^ older-sources: `event/e` came after this report of it
            {"id":"event/e","when":"2021-05-03","basis":{"evidence":[{"source":"source/list"},{"source":"source/report"}]}}
            "#,
        );
    }

    #[test]
    fn one_finding_tells_of_a_report() {
        RULE.finds(
            r#"
            {"id":"source/list","type":"dataset","accessed":"2022"}
            {"id":"source/two","published":"2021-03-05"}
                                           ^^^^^^^^^^^^ older-sources: `event/a` came after this report of it, and so did another thing that it reports
            {"id":"source/three","published":"2021-03-05"}
                                             ^^^^^^^^^^^^ older-sources: `event/c` came after this report of it, and so did 2 other things that it reports
            {"id":"event/a","when":"2021-05-03","basis":{"evidence":[{"source":"source/list"},{"source":"source/two"},{"source":"source/three"}]}}
            {"id":"event/b","when":"2021-05-03","basis":{"evidence":[{"source":"source/list"},{"source":"source/two"}]}}
            {"id":"event/c","when":"2021-03-07","basis":{"evidence":[{"source":"source/list"},{"source":"source/three"}]}}
            {"id":"event/d","when":"[2021-05-01..2021-05-03]","basis":{"evidence":[{"source":"source/list"},{"source":"source/three"}]}}
            {"id":"event/e","basis":{"standpoints":[{"holder":"actor/a","when":"2021-05-03","evidence":[{"source":"source/list"},{"source":"source/three"}]}]}}
            "#,
        );
    }

    #[test]
    fn dates_that_may_be_of_one_day_are_left_alone() {
        RULE.finds(
            r#"
            {"id":"source/list","type":"dataset","accessed":"2022"}
            {"id":"source/report","published":"2021-03-05"}
            {"id":"event/the-next-day","when":"2021-03-06","basis":{"evidence":[{"source":"source/list"},{"source":"source/report"}]}}
            {"id":"event/the-day-before","when":"2021-03-04","basis":{"evidence":[{"source":"source/list"},{"source":"source/report"}]}}
            {"id":"event/uncertain","when":"2021-05-03?","basis":{"evidence":[{"source":"source/list"},{"source":"source/report"}]}}
            {"id":"event/about","when":"2021-05~","basis":{"evidence":[{"source":"source/list"},{"source":"source/report"}]}}
            {"id":"event/open","when":"../2021-05-03","basis":{"evidence":[{"source":"source/list"},{"source":"source/report"}]}}
            {"id":"event/retracted","when":"2021-05-03","basis":{"evidence":[{"source":"source/list"},{"source":"source/report"}]},"status":"retracted"}
            {"id":"source/about","published":"2021-03~"}
            {"id":"event/of-a-vague-report","when":"2021-05-03","basis":{"evidence":[{"source":"source/list"},{"source":"source/about"}]}}
            "#,
        );
    }

    #[test]
    fn reports_need_to_be_older_all_of_them_and_the_collection_young() {
        RULE.finds(
            r#"
            {"id":"source/list","type":"dataset","accessed":"2022"}
            {"id":"source/report","published":"2021-03-05"}
            {"id":"source/later","published":"2021-05-04"}
            {"id":"source/undated"}
            {"id":"event/a","when":"2021-05-03","basis":{"evidence":[{"source":"source/list"},{"source":"source/report"},{"source":"source/later"}]}}
            {"id":"event/b","when":"2021-05-03","basis":{"evidence":[{"source":"source/list"},{"source":"source/report"},{"source":"source/undated"}]}}
            {"id":"event/after-the-list-too","when":"2023","basis":{"evidence":[{"source":"source/list"},{"source":"source/report"}]}}
                                                    ^^^^^^ later-than-source
            "#,
        );
    }
}
