//! The outcome of reading a part, as it is written down.

use std::{collections::BTreeMap, ops::Range};

use serde::{Deserialize, Serialize};
use standpoint_report::{Counts, Finding, Findings, Level, Place, RelatedPlace, Repair, Spot};

use crate::{
    catalogue,
    diagnose::refusals::Refusals,
    large::{excerpt::Excerpt, outcome::Outcome, reading::Reading},
    read::extent::Extent,
    waivers::Waiving,
};

/// No file has as many bytes, lines or columns.
const FAR: usize = 1 << 60;

/// The outcome of reading a part, beside traces.
#[derive(Serialize, Deserialize)]
pub(super) struct WrittenOutcome {
    bytes: u64,
    refusals: Refusals,
    counts: Counts,
    waiving: Vec<Waiving>,
    excerpts: Vec<Excerpt>,
    findings: Vec<WrittenFinding>,
    more: Vec<(String, Level, Option<usize>, usize)>,
}

/// A finding whose code goes by its name.
#[derive(Serialize, Deserialize)]
struct WrittenFinding {
    code: String,
    place: Option<Place>,
    message: String,
    related: Vec<RelatedPlace>,
    help: Option<String>,
    repairs: Vec<Repair>,
    missing: Option<String>,
    unnamed: Option<String>,
    group: Option<String>,
}

impl From<Finding> for WrittenFinding {
    fn from(finding: Finding) -> Self {
        Self {
            code: finding.code.name.into(),
            place: finding.place,
            message: finding.message,
            related: finding.related,
            help: finding.help,
            repairs: finding.repairs,
            missing: finding.missing,
            unnamed: finding.unnamed,
            group: finding.group,
        }
    }
}

impl WrittenFinding {
    fn places(&self) -> impl Iterator<Item = &Place> {
        let related = self.related.iter().map(|related| &related.place);
        self.place.iter().chain(related).chain(self.repairs.iter().map(|repair| &repair.place))
    }

    fn read(self) -> Option<Finding> {
        let mut finding = Finding::new(catalogue::by_name(&self.code)?, self.place, self.message);
        finding.related = self.related;
        finding.help = self.help;
        finding.repairs = self.repairs;
        finding.missing = self.missing;
        finding.unnamed = self.unnamed;
        finding.group = self.group;
        Some(finding)
    }
}

impl WrittenOutcome {
    pub(super) fn new(first: Outcome<'_>) -> Self {
        let (kept, more) = first.findings.into_parts();
        Self {
            bytes: first.bytes,
            refusals: first.refusals,
            counts: first.counts,
            waiving: first.waiving,
            excerpts: first.excerpts,
            findings: kept.map(WrittenFinding::from).collect(),
            more: more
                .into_iter()
                .map(|((code, level, document), count)| (code.into(), level, document, count))
                .collect(),
        }
    }

    /// Whether all that is named lies in one of so many documents, each of which has fewer bytes than [`FAR`].
    fn is_within(&self, documents: usize) -> bool {
        let is_near = |bytes: &Range<usize>| bytes.start <= bytes.end && bytes.end < FAR;
        let is_within = |place: &Place| {
            let (Spot::Bytes(bytes) | Spot::Pointer { record: bytes, .. }) = &place.spot;
            place.document < documents && is_near(bytes)
        };
        let mut places =
            self.findings.iter().flat_map(WrittenFinding::places).chain(self.refusals.ids.values().flatten());
        let mut more = self.more.iter().filter_map(|(.., document, _)| *document);
        places.all(is_within)
            && more.all(|document| document < documents)
            && self.waiving.iter().all(|waiving| is_within(&waiving.place()))
            && self.excerpts.iter().all(|excerpt| {
                let Extent { lines, columns } = excerpt.before;
                excerpt.document < documents && excerpt.start.max(lines).max(columns) < FAR
            })
    }

    /// The outcome that was written; nothing, if no program of ours wrote it.
    pub(super) fn read<'s>(self, reading: &Reading<'s>) -> Option<Outcome<'s>> {
        if !self.is_within(reading.files.len()) {
            return None;
        }
        let kept = self.findings.into_iter().map(WrittenFinding::read).collect::<Option<Vec<Finding>>>()?;
        let more = |(code, level, document, count): (String, Level, Option<usize>, usize)| {
            Some(((catalogue::by_name(&code)?.name, level, document), count))
        };
        let more = self.more.into_iter().map(more).collect::<Option<BTreeMap<_, _>>>()?;
        Some(Outcome {
            findings: Findings::from_parts(reading.levels, reading.validation.max_findings_per_code, kept, more),
            bytes: self.bytes,
            refusals: self.refusals,
            counts: self.counts,
            waiving: self.waiving,
            excerpts: self.excerpts,
            ..Outcome::new(reading.levels, reading.validation)
        })
    }
}
