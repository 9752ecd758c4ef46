//! What is alleged, reported or estimated has a holder.

use standpoint_model::{Basis, Modality};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Standpoint, Supported},
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("claim-without-holder", Level::Error, include_str!("../../docs/claim-without-holder.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(basis) = entry.record.basis() else { return };
    let of_others = matches!(basis.modality, Modality::Alleged | Modality::Reported | Modality::Estimated);
    // Who is against it is not the one who says it.
    let is_held = basis.standpoints.iter().any(|position| position.stance.is_for());
    if of_others && !is_held && entry.record.note().is_none() && !names_its_reports(basis) {
        findings.push(
            Finding::new(
                &RULE.code,
                entry.value("/basis/modality"),
                format!("the record is {}, and nothing says by whom", basis.modality),
            )
            .help("add the holder to `standpoints`, or a `note` saying that the source names none"),
        );
    }
}

/// Whether what is reported rests on several sources, such as the row of a dataset and the newspaper that it names: then these
/// say who reports it.
fn names_its_reports(basis: &Basis) -> bool {
    let first = &basis.evidence[0].source;
    basis.modality == Modality::Reported && basis.evidence.iter().any(|citation| citation.source != *first)
}

pub(super) fn doubt(record: &Sketch) -> bool {
    use Modality::{Alleged, Estimated, Reported};
    let own = || record.citations.iter().filter(|citation| citation.supports == Supported::Record);
    let first = own().next().map(|citation| citation.source);
    let names_its_reports =
        || record.modality == Some(Reported) && own().any(|citation| Some(citation.source) != first);
    matches!(record.modality, Some(Alleged | Reported | Estimated))
        && !record.has_note
        && !record.standpoints.iter().any(Standpoint::is_for)
        && !names_its_reports()
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn what_others_say_has_a_holder() {
        RULE.finds(
            r#"
            {"id":"event/alleged","basis":{"modality":"alleged"}}
                                                      ^^^^^^^^^ claim-without-holder: the record is alleged
            {"id":"event/reported","basis":{"modality":"reported"}}
                                                       ^^^^^^^^^^ claim-without-holder
            {"id":"event/estimated","basis":{"modality":"estimated"}}
                                                        ^^^^^^^^^^^ claim-without-holder
            {"id":"event/denied","basis":{"modality":"alleged","standpoints":[{"holder":"actor/a","stance":"denies"}]}}
                                                     ^^^^^^^^^ claim-without-holder
            {"id":"event/held","basis":{"modality":"alleged","standpoints":[{"holder":"actor/b","stance":"denies"},{"holder":"actor/a","stance":"asserts"}]}}
            {"id":"event/noted","basis":{"modality":"alleged"},"note":"The source names nobody."}
            {"id":"event/stated"}
            {"id":"event/inferred","basis":{"modality":"inferred"}}
            "#,
        );
    }

    #[test]
    fn what_rests_on_several_sources_is_reported_by_them() {
        RULE.finds(
            r#"
            {"id":"event/row","basis":{"modality":"reported","evidence":[{"source":"source/list"},{"source":"source/paper"}]}}
            {"id":"event/one","basis":{"modality":"reported","evidence":[{"source":"source/list","locator":"1"},{"source":"source/list","locator":"2"}]}}
                                                  ^^^^^^^^^^ claim-without-holder: the record is reported
            {"id":"event/alleged","basis":{"modality":"alleged","evidence":[{"source":"source/list"},{"source":"source/paper"}]}}
                                                      ^^^^^^^^^ claim-without-holder
            "#,
        );
    }
}
