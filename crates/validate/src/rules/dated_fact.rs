//! What records date, and the sources that must be later.

use standpoint_model::{Citation, Edtf, Kind, Source, SourceType};
use standpoint_report::Place;

use crate::{
    dataset::entry::Entry,
    rules::{relation::Group, sentinel_date::is_sentinel, time::before},
};

/// A time at which a record says that something was so: the record itself or one of its standpoints.
pub(super) struct DatedFact<'a> {
    pub(super) entry: &'a Entry,
    pub(super) when: &'a Edtf,
    evidence: &'a [Citation],
    standpoint: Option<usize>,
}

/// Every dated fact of a record. The times of which statements speak may lie ahead, and are left out.
pub(super) fn dated_facts(entry: &Entry) -> impl Iterator<Item = DatedFact<'_>> {
    entry.record.basis().into_iter().flat_map(move |basis| {
        // What is no date is a finding of its own.
        let own = entry.record.when().filter(|when| entry.record.kind() != Kind::Statement && !is_sentinel(when));
        let own = own.map(|when| DatedFact { entry, when, evidence: &basis.evidence, standpoint: None });
        let standpoints = basis.standpoints.iter().enumerate().filter_map(move |(index, standpoint)| {
            let when = standpoint.when.as_ref().filter(|when| !is_sentinel(when))?;
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
    pub(super) fn sources(&self, group: &Group<'a>) -> impl Iterator<Item = (&'a Entry, &'a Source)> {
        self.evidence.iter().filter_map(|citation| group.source(citation.source.as_str()))
    }

    /// A source of the fact, if all of them were certainly there before it, and where the source gives its date.
    pub(super) fn earlier_source(&self, group: &Group<'a>) -> Option<(&'a Source, Place)> {
        self.earlier(group, |_| true, |date, when| before(Some(date), Some(when)))
    }

    /// The same of its reports, if they are days older: collections of data only gather what others reported.
    pub(super) fn earlier_report(&self, group: &Group<'a>) -> Option<(&'a Source, Place)> {
        self.earlier(group, |source| source.r#type != SourceType::Dataset, is_days_before)
    }

    /// One of the sources that count, if all of them are older than the fact.
    fn earlier(
        &self,
        group: &Group<'a>,
        counts: impl Fn(&Source) -> bool,
        is_older: impl Fn(&Edtf, &Edtf) -> bool,
    ) -> Option<(&'a Source, Place)> {
        let mut earlier = None;
        for citation in self.evidence {
            let (entry, source) = group.source(citation.source.as_str())?;
            if !counts(source) {
                continue;
            }
            let (field, date) = last_state(source)?;
            if !is_older(date, self.when) {
                return None;
            }
            earlier = earlier.or_else(|| Some((source, entry.value(field))));
        }
        earlier
    }
}

/// Whether neither date is in doubt, and there is more between them than the day that may lie between two time zones.
fn is_days_before(one: &Edtf, other: &Edtf) -> bool {
    let is_sure = |date: &Edtf| !date.is_approximate() && !date.is_uncertain();
    let days = one.latest().day().zip(other.earliest().day());
    is_sure(one) && is_sure(other) && days.is_some_and(|(last, first)| first.unix_days() - last.unix_days() > 1)
}

/// The field that says until when the source could learn of anything, and its date, if it is known.
fn last_state(source: &Source) -> Option<(&'static str, &Edtf)> {
    let published = source.published.as_ref().filter(|date| !is_sentinel(date)).map(|date| ("/published", date));
    let accessed = source.accessed.as_ref().filter(|date| !is_sentinel(date)).map(|date| ("/accessed", date));
    if is_kept_up(source.r#type) { accessed.or(published) } else { published.or(accessed) }
}

/// Whether sources of a type are changed after they are published.
pub(super) fn is_kept_up(r#type: SourceType) -> bool {
    match r#type {
        SourceType::WebPage | SourceType::Dataset | SourceType::Gazetteer | SourceType::Other => true,
        SourceType::Report
        | SourceType::Book
        | SourceType::JournalArticle
        | SourceType::NewsArticle
        | SourceType::Statement
        | SourceType::PressRelease
        | SourceType::SocialMedia
        | SourceType::Video
        | SourceType::Agreement
        | SourceType::Draft
        | SourceType::Minutes
        | SourceType::Resolution
        | SourceType::Interview => false,
    }
}
