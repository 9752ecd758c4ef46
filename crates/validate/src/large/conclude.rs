//! Conclusions about a whole dataset, once all of it has been read.

use std::io;

use hashbrown::HashSet;
use standpoint_report::Findings;

use super::{
    excerpt::Excerpt,
    groups::check_suspects,
    ledger::{Index, Ledger, StoredTraces, Twins},
    merging::Ledgers,
    near::Missing,
    outcome::Outcome,
    pass::Pass,
    reading::Reading,
    suspects::{Suspect, Suspects},
    worker::read,
};
use crate::{
    check::{CheckedDataset, check_whole},
    dataset::view::SUGGESTIONS,
    diagnose::{meant::did_you_mean, refusals::Refusals},
    read::error::Error,
    rules::{
        outdated_format,
        relations::{IdTrace, Ids},
        trace::Whole,
    },
    share::{locked, share},
};

/// Concludes from the first reading whatever there is to say of the whole dataset.
pub(super) fn conclude(
    reading: &Reading<'_>,
    first: Outcome<'_>,
    findings: &mut Findings<'_>,
) -> Result<CheckedDataset, Error> {
    findings.merge(first.findings);
    let mut dataset = CheckedDataset::default();
    dataset.scope.bytes = first.bytes;
    dataset.scope.passed_over = reading.passed_over.to_vec();
    dataset.waivers.extend(first.waiving);
    let submission = &mut dataset.submission;
    submission.refusals = first.refusals;
    submission.counts = first.counts;
    let mut twins = twins(reading).map_err(Error::temporary)?;
    if !twins.is_empty() && !reading.is_stopped() {
        let again = read(reading, Pass::Again(&twins))?;
        again.twins.into_iter().for_each(|(id, start)| twins.meet(id, start));
        dataset.waivers.find_firsts(|id, start| twins.is_first(reading.hasher.text(id), start));
    }
    submission.refusals.unread |= reading.is_stopped();
    let index = settle(reading, &submission.refusals).map_err(Error::temporary)?;
    let mut excerpts = first.excerpts;
    let suspects = Suspects::default();
    // What is suspect is so together with other records, so part of it says nothing.
    if index.has_suspects() && !reading.is_stopped() {
        let second = read(reading, Pass::Second { index: &index, twins: &twins, suspects: &suspects })?;
        submission.refusals.unread |= reading.is_stopped();
        if !reading.is_stopped() {
            excerpts.extend(reading.located(second.excerpts));
            check_suspects(reading, &suspects, &index, &submission.refusals, &mut dataset.waivers, findings)?;
        }
    }
    drop(index);
    let mut found = Vec::new();
    check_whole(&dataset.submission, &mut found);
    dataset.waive(&mut found);
    findings.add_all(found);
    let missing = findings.missing(SUGGESTIONS);
    let (near, called) = if missing.is_empty() {
        Default::default()
    } else {
        read(reading, Pass::Near(&Missing::of(missing.iter().map(String::as_str))))?.nearest.into_ids()
    };
    findings.eclipse(&outdated_format::RULE.code);
    findings.conclude(&dataset.submission.meant(&missing, &near, &called), |id| did_you_mean(id));
    dataset.scope.stopped = reading.stopped();
    excerpts.extend(reading.located(wanted(&suspects, findings)?));
    dataset.documents = reading.documents(excerpts);
    Ok(dataset)
}

/// The ids that records share. If there are any, what was merged is forgotten.
fn twins(reading: &Reading<'_>) -> io::Result<Twins> {
    let shared = share(reading.validation.threads, &reading.ledger, |part| locked(part).twins());
    let twins = Twins::of(shared.into_iter().collect::<io::Result<Vec<_>>>()?);
    if !twins.is_empty() {
        for part in &reading.ledger {
            *locked(part) = Ledger::default();
        }
        reading.runs.clear();
    }
    Ok(twins)
}

/// Settles the merged traces. Records that the types refuse count too: their ids are taken, and whatever they name is
/// named.
fn settle(reading: &Reading<'_>, refusals: &Refusals) -> io::Result<Index> {
    let id = |id: &String| reading.hasher.text(id);
    let own = refusals.ids.iter().flat_map(|(text, places)| places.iter().map(move |_| IdTrace::refused(id(text))));
    let named = refusals.named.iter().map(|text| IdTrace::named(id(text)));
    let mut parts: Vec<Ledger> = reading.ledger.iter().map(|part| std::mem::take(&mut *locked(part))).collect();
    for trace in own.chain(named) {
        StoredTraces::<Ids>::store(&mut Ledgers(&mut parts), trace);
    }
    Index::new(parts, Whole { is_complete: !refusals.unread }, reading.validation.threads)
}

/// The lines of suspects that findings point into.
fn wanted(suspects: &Suspects, findings: &Findings<'_>) -> Result<Vec<Excerpt>, Error> {
    let wanted: HashSet<(usize, usize)> = findings.starts().collect();
    let mut excerpts = Vec::new();
    let add = |suspect: Suspect| {
        excerpts.push(Excerpt {
            document: suspect.document,
            block: Some(suspect.block),
            before: suspect.before,
            start: suspect.start,
            text: suspect.text,
        });
    };
    suspects.visit_wanted(&wanted, add).map_err(Error::temporary)?;
    Ok(excerpts)
}
