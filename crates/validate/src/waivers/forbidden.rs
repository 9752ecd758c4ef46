//! What is no matter of judgement is not waived.

use standpoint_report::Finding;

use crate::{catalogue, codes, dataset::entry::Entry};

pub(super) fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    for (index, waiver) in entry.record.waivers().iter().enumerate() {
        if catalogue::by_name(waiver.code.as_str()).is_some_and(|code| !code.can_be_waived) {
            findings.push(
                Finding::new(
                    &codes::FORBIDDEN_WAIVER,
                    entry.value(format!("/allow/{index}/code")),
                    format!("`{}` is no matter of judgement: it cannot be waived", waiver.code),
                )
                .help("mend what is found, and remove the waiver"),
            );
        }
    }
}
