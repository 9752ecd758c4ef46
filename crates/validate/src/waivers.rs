//! Findings that the records themselves waive.

use std::{collections::BTreeMap, ops::Range};

use standpoint_model::{Slug, Status};

use crate::{
    Code, Level,
    finding::{Finding, Part, Place, Spot},
    submission::{Entry, Submission},
};

/// The code of a waiver that waives nothing. Only what all rules have found can tell, so no rule raises it.
pub(crate) static UNUSED: Code =
    Code { name: "unused-waiver", level: Level::Warning, page: include_str!("../docs/unused-waiver.md") };

/// What is remembered of a record that has waivers. Almost none has.
#[derive(Debug)]
pub(crate) struct Waiving {
    document: usize,
    record: Range<usize>,
    id: String,
    is_current: bool,
    /// The codes that it waives, and whether something was found that has them.
    codes: Vec<(Slug, bool)>,
}

impl Waiving {
    /// What is to be remembered of a record, if it has waivers.
    pub(crate) fn of(entry: &Entry) -> Option<Self> {
        let waivers = entry.record.waivers();
        (!waivers.is_empty()).then(|| Self {
            document: entry.document,
            record: entry.bytes.clone(),
            id: entry.record.id().into(),
            is_current: entry.record.status() == Status::Current,
            codes: waivers.iter().map(|waiver| (waiver.code.clone(), false)).collect(),
        })
    }

    fn start(&self) -> (usize, usize) {
        (self.document, self.record.start)
    }

    /// Whether a finding with this code is waived, by the first of the waivers that name it.
    fn waives(&mut self, code: &Code) -> bool {
        let named = self.codes.iter_mut().find(|(name, _)| name.as_str() == code.name);
        named.filter(|_| code.can_be_waived()).map(|(_, is_used)| *is_used = true).is_some()
    }

    /// Whether rules look at the record: not, where it is withdrawn, and hardly, where its id came before.
    fn is_judged(&self, submission: &Submission) -> bool {
        let first = submission.entry(&self.id);
        self.is_current && first.is_none_or(|first| (first.document, first.bytes.start) == self.start())
    }

    /// Of the waivers that could waive something, those that do not. Of the others, rules say that they cannot.
    fn unused(&self) -> impl Iterator<Item = Finding> {
        self.codes.iter().enumerate().filter(|(_, (_, is_used))| !is_used).filter_map(|(index, (name, _))| {
            let code = Code::by_name(name.as_str()).filter(|code| code.can_be_waived())?;
            let pointer = format!("/allow/{index}/code");
            let spot = Spot::Pointer { record: self.record.clone(), pointer, part: Part::Value };
            let place = Place { document: self.document, spot };
            let finding = Finding::new(&UNUSED, place, format!("nothing is found here as `{}`", code.name));
            Some(finding.help("remove the waiver: what it was for is mended, or found about another record"))
        })
    }
}

/// Takes out the findings whose own place lies in a record that waives their code, and says how many these were. For each
/// waiver that waives nothing, a finding is added.
pub(crate) fn apply(submission: &mut Submission, findings: &mut Vec<Finding>) -> usize {
    let waiving = std::mem::take(&mut submission.waiving);
    if waiving.is_empty() {
        return 0;
    }
    let mut waiving: BTreeMap<_, Waiving> = waiving.into_iter().map(|record| (record.start(), record)).collect();
    let before = findings.len();
    findings.retain(|finding| {
        let Some((document, offset)) = finding.place.as_ref().map(Place::start) else { return true };
        let record = waiving.range_mut((document, 0)..=(document, offset)).next_back();
        !record.is_some_and(|(_, record)| record.record.end > offset && record.waives(finding.code))
    });
    let waived = before - findings.len();
    // What could not be read may be all that keeps a rule from finding something.
    if submission.is_complete() && submission.refusals.records == 0 {
        findings.extend(waiving.values().filter(|record| record.is_judged(submission)).flat_map(Waiving::unused));
    }
    waived
}
