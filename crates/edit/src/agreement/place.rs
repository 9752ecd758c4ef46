//! The places in sources on which records rest.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use standpoint_model::{Citation, Record, Sha256, Source};

/// A place in a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CitedPlace {
    /// The id of the source, as A has it, or as B if A has no such source.
    pub source: String,
    /// The first character, counted in Unicode code points from 0. Left out if the citation has no span.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<u64>,
    /// The character after the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<u64>,
    /// The locator of a citation without a span, or the words that it looks for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locator: Option<String>,
}

/// A source, whoever cites it: the digest of its text or, if it has none on record, its id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum SourceKey {
    Text(Sha256),
    Id(String),
}

/// The sources of a dataset, by their ids.
pub(super) type SourceKeys = BTreeMap<String, SourceKey>;

pub(super) fn source_keys(records: &[Record]) -> SourceKeys {
    let key = |source: &Source| {
        let id = source.id.as_str().to_owned();
        (id.clone(), source.text.as_ref().map_or(SourceKey::Id(id), |text| SourceKey::Text(text.sha256.clone())))
    };
    records
        .iter()
        .filter_map(|record| if let Record::Source(source) = record { Some(key(source)) } else { None })
        .collect()
}

/// The sections of this title, whatever the case of its letters.
pub(super) fn sections(records: &[Record], keys: &SourceKeys, title: &str) -> Vec<Cited> {
    let title = title.to_lowercase();
    let mut found = Vec::new();
    for record in records {
        let Record::Source(source) = record else { continue };
        for section in source.sections.iter().filter(|section| section.title.as_str().to_lowercase() == title) {
            let spot = Spot::Span(section.span.start()..section.span.end());
            found.push(Cited { source: keys[source.id.as_str()].clone(), spot, id: source.id.as_str().to_owned() });
        }
    }
    found
}

/// Where something stands in a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Spot {
    Span(Range<u64>),
    /// A locator, or words that are still to be found.
    Words(String),
}

/// A citation that says where in its source.
#[derive(Debug, Clone)]
pub(super) struct Cited {
    source: SourceKey,
    spot: Spot,
    /// The id of the source, as the citation has it.
    id: String,
}

/// Everything that a record rests on and that says where.
pub(super) fn cited(record: &Record, keys: &SourceKeys) -> Vec<Cited> {
    let of = |citation: &Citation| {
        let id = citation.source.as_str().to_owned();
        let spot = match (&citation.span, citation.words.as_ref().or(citation.locator.as_ref())) {
            (Some(span), _) => Spot::Span(span.start()..span.end()),
            (None, words) => Spot::Words(words?.as_str().to_owned()),
        };
        Some(Cited { source: keys.get(&id).cloned().unwrap_or_else(|| SourceKey::Id(id.clone())), spot, id })
    };
    record.basis().iter().flat_map(|basis| basis.evidence.iter()).filter_map(of).collect()
}

impl Cited {
    /// What both cite, as a share of what either does: 0 if they are of different places.
    #[expect(clippy::cast_precision_loss, reason = "no text is that long")]
    fn overlap(&self, other: &Self) -> f64 {
        match (&self.spot, &other.spot) {
            _ if self.source != other.source => 0.0,
            (Spot::Span(one), Spot::Span(other)) => {
                let both = one.end.min(other.end).saturating_sub(one.start.max(other.start));
                let either = one.end.max(other.end) - one.start.min(other.start);
                both as f64 / either as f64
            }
            (Spot::Words(one), Spot::Words(other)) if one == other => 1.0,
            _ => 0.0,
        }
    }

    pub(super) fn source(&self) -> &SourceKey {
        &self.source
    }

    pub(super) fn place(&self) -> CitedPlace {
        let (start, end, locator) = match &self.spot {
            Spot::Span(span) => (Some(span.start), Some(span.end), None),
            Spot::Words(words) => (None, None, Some(words.clone())),
        };
        CitedPlace { source: self.id.clone(), start, end, locator }
    }
}

/// How far two records rest on the same: for each citation of either the best overlap with one of the other, on average.
#[expect(clippy::cast_precision_loss, reason = "no record has that many citations")]
pub(super) fn overlap(one: &[Cited], other: &[Cited]) -> f64 {
    if one.is_empty() || other.is_empty() {
        return 0.0;
    }
    let best = |cited: &Cited, others: &[Cited]| others.iter().map(|other| cited.overlap(other)).fold(0.0, f64::max);
    let sum = one.iter().map(|cited| best(cited, other)).sum::<f64>()
        + other.iter().map(|cited| best(cited, one)).sum::<f64>();
    sum / (one.len() + other.len()) as f64
}

/// Whether both cite places in one source.
pub(super) fn share_a_source(one: &[Cited], other: &[Cited]) -> bool {
    one.iter().any(|cited| other.iter().any(|other| cited.source == other.source))
}

/// The first citation of `one` that overlaps one of `other`.
pub(super) fn first_shared<'c>(one: &'c [Cited], other: &[Cited]) -> Option<&'c Cited> {
    one.iter().find(|cited| other.iter().any(|other| cited.overlap(other) > 0.0))
}

/// Which records cite what, so that nobody has to compare each with each.
#[derive(Debug, Default)]
pub(super) struct Index {
    words: BTreeMap<(SourceKey, String), Vec<usize>>,
    /// The spans of a source by their starts: each with the furthest end of it and of those before it, and its record.
    spans: BTreeMap<SourceKey, Vec<(Range<u64>, u64, usize)>>,
}

impl Index {
    /// Of records, by their numbers.
    pub(super) fn of<'c>(records: impl Iterator<Item = (usize, &'c [Cited])>) -> Self {
        let mut index = Self::default();
        for (record, cited) in records.flat_map(|(record, cited)| cited.iter().map(move |cited| (record, cited))) {
            match &cited.spot {
                Spot::Span(span) => {
                    index.spans.entry(cited.source.clone()).or_default().push((span.clone(), span.end, record));
                }
                Spot::Words(words) => {
                    index.words.entry((cited.source.clone(), words.clone())).or_default().push(record);
                }
            }
        }
        for spans in index.spans.values_mut() {
            spans.sort_by_key(|(span, _, record)| (span.start, span.end, *record));
            let mut furthest = 0;
            for (span, until, _) in spans {
                furthest = furthest.max(span.end);
                *until = furthest;
            }
        }
        index
    }

    /// The records that cite something of what is cited here.
    pub(super) fn overlapping(&self, all: &[Cited]) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        for cited in all {
            match &cited.spot {
                Spot::Span(own) => {
                    let spans = self.spans.get(&cited.source).map_or(&[][..], Vec::as_slice);
                    let first = spans.partition_point(|(_, until, _)| *until <= own.start);
                    let near = spans[first..].iter().take_while(|(span, ..)| span.start < own.end);
                    found.extend(near.filter(|(span, ..)| span.end > own.start).map(|(_, _, record)| *record));
                }
                Spot::Words(words) => {
                    found.extend(self.words.get(&(cited.source.clone(), words.clone())).into_iter().flatten());
                }
            }
        }
        found
    }
}
