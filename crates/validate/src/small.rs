//! Small datasets: all that is read is kept.

use std::ops::Range;

use rayon::prelude::*;
use standpoint_model::Record;
use standpoint_report::{Finding, Findings};

use crate::{
    check::{CheckedDataset, WORTH_THREADS, check_dataset, check_records},
    dataset::view::SUGGESTIONS,
    diagnose::{exact, malformed, meant::did_you_mean, syntax},
    read::{
        error::Error,
        files::{self, FileText, Files},
        form::Arrangement,
        stretch::Stretch,
    },
    waivers::Waiving,
};

/// How many records are parsed at a time, so that no more of them wait to be taken.
const CHUNK: usize = 1 << 14;

/// Reads files, keeps what they hold, and applies every rule to it, if the files have fewer bytes than `limit`. No record
/// has more than `max_record_size`.
pub(crate) fn check(
    files: &mut Files,
    limit: u64,
    max_record_size: usize,
    findings: &mut Findings<'_>,
) -> Result<Option<CheckedDataset>, Error> {
    let Some(inputs) = files::read(files, limit, max_record_size)? else { return Ok(None) };
    let mut found = inputs.findings;
    let mut dataset = CheckedDataset::default();
    dataset.scope.passed_over = std::mem::take(&mut files.passed_over);
    dataset.scope.bytes = inputs.bytes;
    for (document, (input, file)) in inputs.files.into_iter().zip(&files.found).enumerate() {
        let too_long = |offset| file.too_long(offset, max_record_size);
        take(&mut dataset, &input, document, max_record_size, &mut found).map_err(too_long)?;
        dataset.documents.push(input.document);
    }
    check_records(&dataset.submission.entries, &mut found);
    check_dataset(&dataset.submission, &mut found);
    dataset.waive(&mut found);
    findings.add_all(found);
    let missing = findings.missing(SUGGESTIONS);
    findings.conclude(&dataset.submission.meant(&missing, &[]), |id| did_you_mean(id));
    Ok(Some(dataset))
}

/// Reads files of whatever size, keeps what they hold, and applies every rule to it.
pub(crate) fn check_any(
    files: &mut Files,
    max_record_size: usize,
    findings: &mut Findings<'_>,
) -> Result<CheckedDataset, Error> {
    Ok(check(files, u64::MAX, max_record_size, findings)?.unwrap_or_default())
}

/// Takes the records of a file, unless one is longer than `longest`: then the error is where it begins.
fn take(
    dataset: &mut CheckedDataset,
    input: &FileText,
    document: usize,
    longest: usize,
    findings: &mut Vec<Finding>,
) -> Result<(), usize> {
    dataset.submission.refusals.unread |= input.readable.is_empty() || input.lost > 0;
    dataset.submission.refusals.records += input.lost;
    for range in &input.readable {
        let whole = Stretch { text: input.document.slice(range.clone()), document, start: range.start };
        match syntax::split(whole, input.arrangement) {
            Ok(records) => {
                syntax::check_lengths(&records, longest)?;
                let mut found = Vec::new();
                for records in records.chunks(CHUNK) {
                    take_records(dataset, whole, records, &mut found);
                }
                if input.arrangement == Arrangement::Lines {
                    malformed::join_lines(whole, &mut found);
                }
                findings.extend(found);
            }
            Err(finding) => {
                dataset.submission.refusals.unread = true;
                findings.push(*finding);
            }
        }
    }
    Ok(())
}

fn take_records(
    dataset: &mut CheckedDataset,
    whole: Stretch<'_>,
    records: &[Range<usize>],
    findings: &mut Vec<Finding>,
) {
    // Most records are good; whatever the types accept the schema accepts.
    let parse = |bytes: &Range<usize>| serde_json::from_str::<Record>(&whole.text[bytes.clone()]).ok();
    let parsed: Vec<Option<Record>> = if records.len() < WORTH_THREADS {
        records.iter().map(parse).collect()
    } else {
        records.par_iter().map(parse).collect()
    };
    for (bytes, record) in records.iter().cloned().zip(parsed) {
        let record =
            record.or_else(|| exact::examine(whole.part(bytes.clone()), &mut dataset.submission.refusals, findings));
        if let Some(record) = record {
            let entry = dataset.submission.accept(record, whole.document, whole.part(bytes).bytes());
            dataset.waivers.extend(Waiving::of(entry));
            let (kind, citations) = (entry.record.kind(), entry.citations().count());
            dataset.submission.counts.add(kind, citations);
        }
    }
}
