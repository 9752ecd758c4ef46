//! A dataset has one manifest.

use standpoint_model::Manifest;
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    relation::Group,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::allowable("second-manifest", Level::Error, include_str!("../../docs/second-manifest.md")),
    check: Check::Groups,
};

pub(super) fn check((): &(), group: &Group<'_>, findings: &mut Vec<Finding>) {
    let mut manifests = group.distinct::<Manifest>();
    let Some((first, _)) = manifests.next() else { return };
    for (entry, _) in manifests {
        findings.push(
            Finding::new(&RULE.code, entry.id(), "the dataset has a manifest already")
                .related(first.id(), "it is this one")
                .help("keep one of the two; if there are two datasets, validate each by itself"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_dataset_has_one_manifest() {
        RULE.finds(
            r#"
            {"id":"dataset/a"}
            {"id":"dataset/b"}
                  ^^^^^^^^^^^ second-manifest: the dataset has a manifest already
            {"id":"dataset/c"}
                  ^^^^^^^^^^^ second-manifest
            {"id":"dataset/a"}
            "#,
        );
    }
}
