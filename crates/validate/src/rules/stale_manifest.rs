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
