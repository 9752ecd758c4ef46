//! Ids can be written after the base of their IRIs.

use standpoint_model::Manifest;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("base-iri-ending", Level::Warning, include_str!("../../docs/base-iri-ending.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(base) = entry.current::<Manifest>().map(|dataset| dataset.base_iri.as_str()) else { return };
    if !base.ends_with(['/', '#', '=']) {
        findings.push(
            Finding::new(
                &RULE.code,
                entry.value("/base_iri"),
                format!("ids are written right after this: `{base}actor/…`"),
            )
            .help(format!("write `{base}/`")),
        );
    }
}

/// Wider than `check`: a dataset has one manifest.
pub(super) fn doubt(_: &Sketch) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn ids_can_be_written_after_the_base() {
        RULE.finds(
            r#"
            {"id":"dataset/a","base_iri":"https://example.org"}
                                         ^^^^^^^^^^^^^^^^^^^^^ base-iri-ending: write `https://example.org/`
            {"id":"dataset/b","base_iri":"https://example.org/"}
            {"id":"dataset/c","base_iri":"https://example.org/#"}
            {"id":"dataset/d","base_iri":"https://example.org/?id="}
            "#,
        );
    }
}
