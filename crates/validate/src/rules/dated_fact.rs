//! What records date, and the sources that must be later.

use standpoint_model::{Citation, Edtf, Kind, Source, SourceType, Status};
use standpoint_report::Place;

use crate::{
    dataset::{entry::Entry, view::Submission},
    rules::{rule::named, time::before},
};

/// A time at which a record says that something was so: the record itself or one of its standpoints.
pub(super) struct DatedFact<'a> {
    pub(super) entry: &'a Entry,
    pub(super) when: &'a Edtf,
    evidence: &'a [Citation],
    standpoint: Option<usize>,
}

/// Every dated fact. The times of which statements speak may lie ahead, and are left out.
pub(super) fn dated_facts(submission: &Submission) -> impl Iterator<Item = DatedFact<'_>> {
    let current = submission.entries.iter().filter(|entry| entry.record.status() == Status::Current);
    current.filter_map(|entry| entry.record.basis().map(|basis| (entry, basis))).flat_map(|(entry, basis)| {
        let own = entry.record.when().filter(|_| entry.record.kind() != Kind::Statement);
        let own = own.map(|when| DatedFact { entry, when, evidence: &basis.evidence, standpoint: None });
        let standpoints = basis.standpoints.iter().enumerate().filter_map(move |(index, standpoint)| {
            let when = standpoint.when.as_ref()?;
            Some(DatedFact { entry, when, evidence: &standpoint.evidence, standpoint: Some(index) })
        });
        own.into_iter().chain(standpoints)
    })
}

impl<'a> DatedFact<'a> {
    /// Where the date stands.
    pub(super) fn place(&self) -> Place {
        self.entry.value(match self.standpoint {
            None => "/when".into(),
            Some(index) => format!("/basis/standpoints/{index}/when"),
        })
    }

    /// The sources that tell of the fact, as far as they are there.
    pub(super) fn sources(&self, submission: &'a Submission) -> impl Iterator<Item = (&'a Entry, &'a Source)> {
        self.evidence.iter().filter_map(|citation| named::<Source>(submission, citation.source.as_str()))
    }

    /// A source of the fact, if all of them were certainly there before it, and where the source gives its date.
    pub(super) fn earlier_source(&self, submission: &'a Submission) -> Option<(&'a Source, Place)> {
        let mut earlier = None;
        for citation in self.evidence {
            let (entry, source) = named::<Source>(submission, citation.source.as_str())?;
            let (field, date) = last_state(source)?;
            if !before(Some(date), Some(self.when)) {
                return None;
            }
            earlier = earlier.or_else(|| Some((source, entry.value(field))));
        }
        earlier
    }
}

/// The field that says until when the source could learn of anything, and its date.
fn last_state(source: &Source) -> Option<(&'static str, &Edtf)> {
    let published = source.published.as_ref().map(|date| ("/published", date));
    let accessed = source.accessed.as_ref().map(|date| ("/accessed", date));
    match source.r#type {
        // These are kept up after they are published.
        SourceType::WebPage | SourceType::Dataset | SourceType::Gazetteer | SourceType::Other => accessed.or(published),
        SourceType::Report
        | SourceType::Book
        | SourceType::JournalArticle
        | SourceType::NewsArticle
        | SourceType::Statement
        | SourceType::Video
        | SourceType::Interview => published.or(accessed),
    }
}
