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
