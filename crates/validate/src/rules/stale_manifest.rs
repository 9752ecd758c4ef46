//! A dataset is not older than what it rests on.

use standpoint_model::Source;
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    future_date::last_change,
    relation::Group,
    rule::{Check, Rule},
    time::before,
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("stale-manifest", Level::Error, include_str!("../../docs/stale-manifest.md")),
    check: Check::Groups,
};

pub(super) fn check((): &(), group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Some((manifest, dataset)) = group.manifest() else { return };
    let (field, date) = last_change(dataset);
    let mut later = group.of::<Source>().filter_map(|(entry, source)| {
        let accessed = source.accessed.as_ref().map(|date| ("/accessed", date));
        let (field, used) = accessed.or(source.published.as_ref().map(|date| ("/published", date)))?;
        before(Some(date), Some(used)).then(|| (source, entry.value(field)))
    });
    if let Some((source, place)) = later.next() {
        let others = match later.count() {
            0 => String::new(),
            1 => ", and so was another source".into(),
            count => format!(", and so were {count} other sources"),
        };
        let message = format!("`{}` was read or published after the dataset was last changed{others}", source.id);
        findings.push(
            Finding::new(&RULE.code, manifest.value(field), message)
                .related(place, "the date of the source")
                .help("write into `modified` when the dataset was last changed, or correct the date of the source"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_dataset_is_not_older_than_its_sources() {
        RULE.finds(
            r#"
            {"id":"dataset/d","created":"2019","modified":"2020"}
                                                          ^^^^^^ stale-manifest: `source/a` was read or published after the dataset was last changed, and so were 2 other sources
            {"id":"source/a","accessed":"2021","published":"2018"}
            {"id":"source/b","published":"2021"}
            {"id":"source/c","accessed":"2022"}
            {"id":"source/read-in-time","accessed":"2020-12","published":"2021"}
            {"id":"source/in-time","published":"2019"}
            {"id":"source/undated"}
            {"id":"source/retracted","accessed":"2021","status":"retracted"}
            "#,
        );
    }

    #[test]
    fn one_other_source_is_not_counted_but_told_of() {
        RULE.finds(
            r#"
            {"id":"dataset/d","created":"2019"}
                                        ^^^^^^ stale-manifest: , and so was another source
            {"id":"source/a","accessed":"2021"}
            {"id":"source/b","published":"2021"}
            "#,
        );
    }

    #[test]
    fn one_source_is_told_of_alone() {
        RULE.finds(
            r#"
            {"id":"dataset/d","created":"2019"}
                                        ^^^^^^ stale-manifest: `source/a` was read or published after the dataset was last changed
            {"id":"source/a","accessed":"2021"}
            "#,
        );
    }

    #[test]
    fn two_manifests_date_nothing() {
        RULE.finds(
            r#"
            {"id":"dataset/c","created":"2019"}
            {"id":"dataset/d","created":"2019"}
            {"id":"source/a","accessed":"2021"}
            "#,
        );
    }
}
