//! Every source is cited.

use standpoint_model::{Entity as _, Source, Status};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    rules::{
        relation::Group,
        rule::{Check, Rule},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("uncited-source", Level::Error, include_str!("../../docs/uncited-source.md")),
    check: Check::Groups,
};

pub(super) fn check(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let own = group.named::<Source>(id).filter(|(_, source)| source.status == Status::Current);
    let Some((entry, _)) = own.filter(|_| group.is_complete() && !group.refusals().cite_nothing) else { return };
    let cites = |entry: &Entry| {
        let reports =
            Source::from_record(&entry.record).is_some_and(|source| source.reports.iter().any(|it| it.as_str() == *id));
        reports || entry.citations().any(|(_, citation)| citation.source.as_str() == *id)
    };
    if !group.entries().any(cites) && !group.refusals().named.contains(*id) {
        findings.push(
            Finding::new(&RULE.code, entry.id(), format!("no record cites `{id}`"))
                .help("cite it where it is evidence, or remove it")
                .unnamed(id),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn every_source_is_cited() {
        RULE.finds(
            r#"
            {"id":"source/a"}
                  ^^^^^^^^^^ uncited-source: no record cites `source/a`
            {"id":"source/b"}
            {"id":"source/c"}
            {"id":"source/retracted","status":"retracted"}
            {"id":"event/b","basis":{"evidence":[{"source":"source/b"}]},"status":"retracted"}
            {"id":"event/c","basis":{"standpoints":[{"holder":"actor/a","evidence":[{"source":"source/c"}]}]}}
            {"id":"source/only-mentioned"}
                  ^^^^^^^^^^^^^^^^^^^^^^^ uncited-source
            {"id":"statement/s","mentions":["source/only-mentioned"]}
            "#,
        );
    }

    #[test]
    fn what_is_refused_may_cite_it() {
        RULE.finds(
            r#"
            {"id":"source/a"}
            {"id":"event/a","type":"party","basis":{"evidence":[{"source":"source/a"}]}}
                                   ^^^^^^^ unknown-value
            "#,
        );
    }

    #[test]
    fn what_is_refused_may_cite_anything_if_it_cites_nothing() {
        RULE.finds(
            r#"
            {"id":"source/a"}
            {"id":"event/a","basis":{"evidence":[]}}
                                                ^^ empty-list
            "#,
        );
    }

    #[test]
    fn what_cannot_be_read_may_cite_it() {
        RULE.finds(
            r#"
            {"id":"source/a"}
            {x}
             ^ invalid-json
            "#,
        );
    }

    #[test]
    fn a_source_that_another_reports_is_cited() {
        RULE.finds(
            r#"
            {"id":"source/paper"}
            {"id":"source/list","reports":["source/paper"]}
            {"id":"event/e","basis":{"evidence":[{"source":"source/list"}]}}
            {"id":"event/f","conditions":[{"words":"If it rains.","evidence":[{"source":"source/plan"}]}]}
            {"id":"source/plan"}
            "#,
        );
    }
}
