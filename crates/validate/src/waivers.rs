//! Findings that the records themselves waive.

use std::collections::BTreeMap;

use standpoint_model::Status;

use crate::{
    Code, Level,
    finding::{Finding, Place},
    submission::{Entry, Submission},
};

/// The code of a waiver that waives nothing. Only what all rules have found can tell, so no rule raises it.
pub(crate) static UNUSED: Code =
    Code { name: "unused-waiver", level: Level::Warning, page: include_str!("../docs/unused-waiver.md") };

/// A record with waivers.
struct Waiving<'s> {
    entry: &'s Entry,
    /// Of each of its waivers, whether it waives something.
    used: Vec<bool>,
}

/// Takes out the findings whose own place lies in a record that waives their code, and says how many these were. For each
/// waiver that waives nothing, a finding is added.
pub(crate) fn apply(submission: &Submission, findings: &mut Vec<Finding>) -> usize {
    // Almost no record has waivers: of most datasets this is all that is done.
    let mut waiving: BTreeMap<(usize, usize), Waiving<'_>> = submission
        .entries
        .iter()
        .filter(|entry| !entry.record.waivers().is_empty())
        .map(|entry| ((entry.document, entry.bytes.start), Waiving::new(entry)))
        .collect();
    if waiving.is_empty() {
        return 0;
    }
    let before = findings.len();
    findings.retain(|finding| {
        let Some((document, offset)) = finding.place.as_ref().map(Place::start) else { return true };
        let record = waiving.range_mut((document, 0)..=(document, offset)).next_back();
        !record.is_some_and(|(_, record)| record.entry.bytes.end > offset && record.waives(finding.code))
    });
    let waived = before - findings.len();
    // What could not be read may be all that keeps a rule from finding something.
    if submission.complete && submission.refused_records == 0 {
        findings
            .extend(waiving.values().filter(|record| is_judged(submission, record.entry)).flat_map(Waiving::unused));
    }
    waived
}

/// Whether rules look at a record: not, where it is withdrawn, and hardly, where its id came before.
fn is_judged(submission: &Submission, entry: &Entry) -> bool {
    entry.record.status() == Status::Current
        && submission.entry(entry.record.id()).is_some_and(|first| std::ptr::eq(first, entry))
}

impl<'s> Waiving<'s> {
    fn new(entry: &'s Entry) -> Self {
        Self { entry, used: vec![false; entry.record.waivers().len()] }
    }

    /// Whether a finding with this code is waived, by the first of the waivers that name it.
    fn waives(&mut self, code: &Code) -> bool {
        let waiver = self.entry.record.waivers().iter().position(|waiver| waiver.code.as_str() == code.name);
        match waiver.filter(|_| code.can_be_waived()) {
            Some(index) => {
                self.used[index] = true;
                true
            }
            None => false,
        }
    }

    /// Of the waivers that could waive something, those that do not. Of the others, rules say that they cannot.
    fn unused(&self) -> impl Iterator<Item = Finding> {
        let waivers = self.entry.record.waivers().iter().zip(&self.used).enumerate();
        waivers.filter(|(_, (_, used))| !**used).filter_map(|(index, (waiver, _))| {
            let code = Code::by_name(waiver.code.as_str()).filter(|code| code.can_be_waived())?;
            let place = self.entry.value(format!("/allow/{index}/code"));
            let finding = Finding::new(&UNUSED, place, format!("nothing is found here as `{}`", code.name));
            Some(finding.help("remove the waiver: what it was for is mended, or found about another record"))
        })
    }
}
