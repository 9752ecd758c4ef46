//! A dataset is not older than what it rests on.

use standpoint_model::Source;

use crate::{
    Code, Level,
    report::finding::Finding,
    rules::{Check, Rule, future_date::last_change, relation::Group, the_manifest, time::before},
};

pub(super) static RULE: Rule = Rule {
    code: Code { name: "stale-manifest", level: Level::Error, page: include_str!("../../docs/stale-manifest.md") },
    check: Check::Groups,
};

pub(super) fn check((): &(), group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Some((manifest, dataset)) = the_manifest(group) else { return };
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
