//! Findings that the records themselves waive.

mod forbidden;
mod unknown_code;

use std::{collections::BTreeMap, ops::Range};

use serde::{Deserialize, Serialize};
use standpoint_model::Status;
use standpoint_report::{Code, Finding, Part, Place, Spot};

use crate::{catalogue, codes, dataset::entry::Entry, rules::RULES};

/// What is looked at in the waivers of each record by themselves.
static CHECKS: &[fn(&Entry, &mut Vec<Finding>)] = &[forbidden::check, unknown_code::check];

/// Says what is wrong with the waivers of a record by themselves.
pub(crate) fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    for check in CHECKS {
        check(entry, findings);
    }
}

/// What is remembered of a record that has waivers.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Waiving {
    document: usize,
    record: Range<usize>,
    id: String,
    is_current: bool,
    /// Whether no record before it has its id.
    is_first: bool,
    /// The codes that it waives, and how many findings each of them waived.
    codes: Vec<(String, usize)>,
}

impl Waiving {
    /// What is to be remembered of a record, if it has waivers. Almost none has.
    pub(crate) fn of(entry: &Entry) -> Option<Self> {
        let waivers = entry.record.waivers();
        (!waivers.is_empty()).then(|| Self {
            document: entry.document,
            record: entry.bytes.clone(),
            id: entry.record.id().into(),
            is_current: entry.record.status() == Status::Current,
            is_first: entry.is_first,
            codes: waivers.iter().map(|waiver| (waiver.code.to_string(), 0)).collect(),
        })
    }

    /// Takes out what it waives of findings that are all about this record.
    pub(crate) fn apply(&mut self, findings: &mut Vec<Finding>) {
        findings.retain(|finding| !self.waives(finding));
    }

    /// The record.
    pub(crate) fn place(&self) -> Place {
        Place { document: self.document, spot: Spot::Bytes(self.record.clone()) }
    }

    fn start(&self) -> (usize, usize) {
        (self.document, self.record.start)
    }

    /// Whether a finding about this record is waived: by the first of the waivers that name its code.
    fn waives(&mut self, finding: &Finding) -> bool {
        let named = self.codes.iter_mut().find(|(code, _)| code == finding.code.name);
        named.filter(|_| finding.code.can_be_waived).map(|(_, count)| *count += 1).is_some()
    }

    /// Of the waivers that could waive what a rule finds, those that waive nothing. Of the others, rules say that they cannot,
    /// or what they waive is found only by those who hold the sources.
    fn unused(&self) -> impl Iterator<Item = Finding> {
        let unused = self.codes.iter().enumerate().filter(|(_, (_, count))| *count == 0);
        unused.filter_map(|(index, (name, _))| {
            let code = catalogue::by_name(name).filter(|code| code.can_be_waived && is_of_rule(code))?;
            let pointer = format!("/allow/{index}/code");
            let spot = Spot::Pointer { record: self.record.clone(), pointer, part: Part::Value };
            let place = Place { document: self.document, spot };
            let finding =
                Finding::new(&codes::UNUSED_WAIVER, place, format!("nothing is found here as `{}`", code.name));
            Some(finding.help("remove the waiver: what it was for is mended, or found about another record"))
        })
    }
}

/// Whether a rule raises this code.
fn is_of_rule(code: &Code) -> bool {
    RULES.iter().any(|rule| rule.code == *code)
}

/// The waivers of all records, by where these stand.
#[derive(Debug, Default)]
pub(crate) struct Waivers(BTreeMap<(usize, usize), Waiving>);

impl Waivers {
    pub(crate) fn extend(&mut self, records: impl IntoIterator<Item = Waiving>) {
        self.0.extend(records.into_iter().map(|record| (record.start(), record)));
    }

    /// Asks of each record with waivers whether it is the first with its id, by the id and where it begins.
    pub(crate) fn find_firsts(&mut self, is_first: impl Fn(&str, (usize, usize)) -> bool) {
        for (start, record) in &mut self.0 {
            record.is_first = is_first(&record.id, *start);
        }
    }

    /// Takes out the findings whose own place lies in a record that waives their code.
    pub(crate) fn apply(&mut self, findings: &mut Vec<Finding>) {
        if self.0.is_empty() {
            return;
        }
        findings.retain(|finding| {
            let Some((document, offset)) = finding.place.as_ref().map(Place::start) else { return true };
            let record = self.0.range_mut((document, 0)..=(document, offset)).next_back();
            !record.is_some_and(|(_, record)| record.record.end > offset && record.waives(finding))
        });
    }

    /// How many findings they have waived.
    pub(crate) fn waived(&self) -> usize {
        self.0.values().flat_map(|record| &record.codes).map(|(_, count)| count).sum()
    }

    /// A finding for each waiver that waives nothing, once all rules have been applied; none unless `is_known`: what could not
    /// be read may be all that keeps a rule from finding something.
    pub(crate) fn unused(&self, is_known: bool) -> Vec<Finding> {
        // Rules do not look at a record that is withdrawn, and hardly at one whose id came before.
        let records = self.0.values().filter(|record| is_known && record.is_current && record.is_first);
        records.flat_map(Waiving::unused).collect()
    }
}
