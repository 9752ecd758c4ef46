//! A waiver names a code that there is.

use standpoint_report::Finding;

use crate::{catalogue, codes, dataset::entry::Entry, diagnose::meant::word::did_you_mean};

pub(super) fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    for (index, waiver) in entry.record.waivers().iter().enumerate() {
        let code = waiver.code.as_str();
        if catalogue::by_name(code).is_none() {
            let codes = catalogue::all().into_iter().filter(|code| code.can_be_waived).map(|code| code.name);
            let help = did_you_mean(code, codes)
                .unwrap_or_else(|| "`standpoint explain` lists the codes; each finding shows its own".into());
            let place = entry.value(format!("/allow/{index}/code"));
            findings.push(
                Finding::new(&codes::UNKNOWN_WAIVER_CODE, place, format!("there is no code `{code}`")).help(help),
            );
        }
    }
}
