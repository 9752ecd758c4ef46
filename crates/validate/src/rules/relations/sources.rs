//! Sources and what rests on them.

use std::{io, num::NonZero, ops::Range};

use serde::{Deserialize, Serialize};
use standpoint_model::{Kind, Occurrence, Record, SourceType};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Supported},
    rules::{
        dated_fact::is_kept_up,
        log::Log,
        relation::{Hasher, Relation, Traces},
        sentinel_date::may_be_sentinel,
        trace::{Trace, Whole},
    },
    share::share,
};

/// A source and the records that cite it.
pub(crate) struct Sources;

/// What a source allows, and what is made of it.
#[derive(Clone, Copy, Serialize, Deserialize)]
pub(crate) struct SourceTrace {
    source: u64,
    /// Where a span in its text ends at the earliest: at 1, where it has a text; `i32::MAX`, where nothing is known of it.
    from: i32,
    /// Where a span ends at the latest: what has no span ends at 0.
    until: i32,
    /// Where the first and the last span end.
    ends: [i32; 2],
    /// The last day on which it may have learnt of anything.
    learnt: i32,
    /// The latest beginning of what rests on it.
    latest: i32,
    /// The first day on which it may have been published.
    published: i32,
    /// The earliest end of the time for which something was planned that rests on it.
    planned: i32,
    flags: u8,
}

/// The source's own record.
const OWN: u8 = 1;
/// It must not be quoted.
const NOT_QUOTABLE: u8 = 1 << 1;
const QUOTED: u8 = 1 << 2;
/// It says when it was published.
const PUBLISHED: u8 = 1 << 3;
/// Something that rests on it is dated by a year that may be one of the Islamic calendar.
const YEAR_1400: u8 = 1 << 4;
/// It is a collection of data, which is set aside where it is cited beside reports.
const COLLECTION: u8 = 1 << 5;

/// From 1200 to 1500, in days since 1970 and with some days more.
const YEARS_OF_THE_ISLAMIC_CALENDAR: Range<i32> = -281_300..-171_600;

impl SourceTrace {
    const fn of(source: u64) -> Self {
        let (none, never) = (i32::MAX, i32::MIN);
        Self {
            source,
            from: none,
            until: none,
            ends: [none, never],
            learnt: none,
            latest: never,
            published: never,
            planned: none,
            flags: 0,
        }
    }

    fn has(&self, flags: u8) -> bool {
        self.flags & flags == flags
    }

    /// Whether a rule may have something to say about what `one` makes of the source.
    fn is_against(&self, one: &Self) -> bool {
        (self.from != i32::MAX && one.ends[0] < self.from)
            || one.ends[1] > self.until
            || one.latest > self.learnt
            || one.planned < self.published
            || (self.has(NOT_QUOTABLE) && one.has(QUOTED))
            || (self.has(PUBLISHED) && one.has(YEAR_1400))
    }
}

impl Trace for SourceTrace {
    fn key(&self) -> u64 {
        self.source
    }

    fn merge(&mut self, other: Self) {
        self.from = self.from.min(other.from);
        self.until = self.until.min(other.until);
        self.ends = [self.ends[0].min(other.ends[0]), self.ends[1].max(other.ends[1])];
        self.learnt = self.learnt.min(other.learnt);
        self.latest = self.latest.max(other.latest);
        self.published = self.published.max(other.published);
        self.planned = self.planned.min(other.planned);
        self.flags |= other.flags;
    }

    fn is_suspect(&self, _: Whole) -> bool {
        self.is_against(self)
    }

    fn concerns(&self, one: &Self) -> bool {
        one.has(OWN) || self.is_against(one)
    }

    fn untrusted(self) -> Self {
        if !self.has(OWN) {
            return self;
        }
        let flags = self.flags | NOT_QUOTABLE | PUBLISHED | COLLECTION;
        Self { from: i32::MAX - 1, until: i32::MIN, learnt: i32::MIN, published: i32::MAX, flags, ..self }
    }
}

impl Relation for Sources {
    type Key<'a> = &'a str;
    type Trace = SourceTrace;
    const LOOKS_AT_SOURCES: bool = true;

    fn keys<'a>(entry: &'a Entry, visit: &mut dyn FnMut(&'a str)) {
        if let Record::Source(source) = &entry.record {
            visit(source.id.as_str());
        }
        entry.citations().for_each(|(_, citation)| visit(citation.source.as_str()));
    }

    fn hash(key: &&str, hasher: &Hasher) -> u64 {
        hasher.text(key)
    }

    fn trace(sketch: &Sketch, _: &Hasher, to: &mut impl Traces<Self>) {
        if sketch.is(Kind::Source) {
            to.leave(sketch.own, own(sketch));
        }
        let is_planned = sketch.is_current() && sketch.occurrence == Some(Occurrence::Planned);
        let planned = sketch.due.filter(|_| is_planned && sketch.is(Kind::Event));
        let own_date = sketch.when.filter(|_| !sketch.is(Kind::Statement));
        let date = |supported: Supported| match supported {
            Supported::Record => own_date,
            Supported::Standpoint(index) => sketch.standpoints.get(index).and_then(|standpoint| standpoint.when),
            Supported::Condition(_) => None,
        };
        // Of neighbours that cite one source, one trace is left.
        let mut before: Option<SourceTrace> = None;
        for citation in &sketch.citations {
            let end = citation.span().map_or(0, |(_, end)| i32::try_from(end).unwrap_or(i32::MAX));
            let mut trace = SourceTrace { ends: [end, end], ..SourceTrace::of(citation.source) };
            if citation.has_quote {
                trace.flags |= QUOTED;
            }
            if let Some(due) = planned.filter(|_| citation.supports == Supported::Record) {
                trace.planned = due.far_ends().1;
            }
            if let Some(when) = date(citation.supports) {
                trace.latest = when.first;
                if YEARS_OF_THE_ISLAMIC_CALENDAR.contains(&when.first) {
                    trace.flags |= YEAR_1400;
                }
            }
            match &mut before {
                Some(before) if before.source == trace.source => before.merge(trace),
                _ => {
                    if let Some(before) = before.replace(trace) {
                        to.gather(before.source, before);
                    }
                }
            }
        }
        if let Some(before) = before {
            to.gather(before.source, before);
        }
    }

    /// Where a report is older than what it is cited for, rules ask whether what is cited beside it is a collection.
    fn settle(parts: &mut [Log<SourceTrace>], whole: Whole, threads: NonZero<usize>) -> io::Result<()> {
        let keep = |parts: &mut [Log<SourceTrace>], besides: u8| {
            let suspects = |traces: &mut Vec<SourceTrace>| {
                traces.retain(|source| source.is_suspect(whole) || source.flags & besides != 0);
            };
            share(threads, parts, |part| part.retain(suspects)).into_iter().collect()
        };
        keep(parts, COLLECTION)?;
        let is_any_older = parts.iter().flat_map(Log::iter).any(|source| source.latest > source.learnt);
        if is_any_older { Ok(()) } else { keep(parts, 0) }
    }
}

/// What a source says of itself.
fn own(sketch: &Sketch) -> SourceTrace {
    // Spans end at 1 at the earliest; what has no span ends at 0.
    let (from, until) = match sketch.length {
        Some(length) => (1, i32::try_from(length).unwrap_or(i32::MAX - 1)),
        None => (i32::MIN, 0),
    };
    let mut flags = OWN;
    if !sketch.is_quotable {
        flags |= NOT_QUOTABLE;
    }
    if sketch.published.is_some() {
        flags |= PUBLISHED;
    }
    if sketch.source_type() == Some(SourceType::Dataset) {
        flags |= COLLECTION;
    }
    // A source is done when it was read or published, whichever says more of its type.
    let is_kept_up = sketch.source_type().is_none_or(is_kept_up);
    let [done, else_done] =
        if is_kept_up { [sketch.accessed, sketch.published] } else { [sketch.published, sketch.accessed] };
    // What is no date does not count.
    let is_sure = done.is_some_and(|done| !may_be_sentinel(done));
    let days = done.into_iter().chain(else_done.filter(|_| !is_sure));
    let learnt = days.map(|done| done.far_ends().1).min().unwrap_or(i32::MAX);
    let published = sketch.published.map_or(i32::MIN, |published| published.far_ends().0);
    SourceTrace { from, until, learnt, published, flags, ..SourceTrace::of(sketch.own) }
}
