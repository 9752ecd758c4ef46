//! Small datasets: all that is read is kept.

use rayon::prelude::*;
use standpoint_model::Record;
use standpoint_report::{Finding, Findings};

use crate::{
    check::{CheckedDataset, check_dataset, check_records},
    dataset::view::SUGGESTIONS,
    diagnose::{
        exact,
        malformed::{self, OverLines},
        meant::did_you_mean,
        refusals::Refusals,
    },
    read::{
        blocks::{BLOCK, Block, Blocks, RecordText},
        error::Error,
        files::Files,
        whole_text::WholeText,
    },
    rules::outdated_format,
    waivers::Waiving,
};

/// How many records are parsed on a thread at least.
const WORTH_A_THREAD: usize = 100;

/// How many are parsed before they are looked at.
pub(crate) const TOGETHER: usize = 1 << 13;

/// Reads files, keeps what they hold, and applies every rule to it, if the files have fewer bytes than `limit`. No record
/// has more than `max_record_size`.
pub(crate) fn check(
    files: &Files,
    limit: u64,
    max_record_size: usize,
    findings: &mut Findings<'_>,
) -> Result<Option<CheckedDataset>, Error> {
    if files.least() >= limit {
        return Ok(None);
    }
    let mut blocks = Blocks::new(&files.found, BLOCK, max_record_size);
    let mut block = Block::default();
    let mut dataset = CheckedDataset::default();
    let mut texts: Vec<WholeText> = files.found.iter().map(|_| WholeText::default()).collect();
    // Of records that are refused very many findings may come, and no waiver is about them.
    let mut refused = findings.none();
    let mut found = Vec::new();
    while blocks.next(&mut block)? {
        if blocks.bytes() >= limit {
            return Ok(None);
        }
        texts[block.document].push(&block);
        take(&mut dataset, &mut block, &mut found, &mut refused);
    }
    dataset.scope.bytes = blocks.bytes();
    let documents = files.found.iter().zip(texts);
    dataset.documents = documents.map(|(file, text)| text.into_document(file.path.clone())).collect();
    dataset.scope.passed_over.clone_from(&files.passed_over);
    check_records(&dataset.submission.entries, &mut found);
    check_dataset(&dataset.submission, &mut found);
    dataset.waive(&mut found);
    findings.merge(refused);
    findings.add_all(found);
    let missing = findings.missing(SUGGESTIONS);
    findings.eclipse(&outdated_format::RULE.code);
    findings.conclude(&dataset.submission.meant(&missing, &[], &[]), |id| did_you_mean(id));
    Ok(Some(dataset))
}

/// Reads files of whatever size, keeps what they hold, and applies every rule to it.
pub(crate) fn check_any(
    files: &Files,
    max_record_size: usize,
    findings: &mut Findings<'_>,
) -> Result<CheckedDataset, Error> {
    Ok(check(files, u64::MAX, max_record_size, findings)?.unwrap_or_default())
}

/// The records of files that the types accept, and nothing else of them.
pub(crate) fn records(files: &Files, max_record_size: usize) -> Result<Vec<Record>, Error> {
    let mut blocks = Blocks::new(&files.found, BLOCK, max_record_size);
    let mut block = Block::default();
    let mut records = Vec::new();
    while blocks.next(&mut block)? {
        let texts: Vec<RecordText> = block.texts().collect();
        let read = |text: RecordText| {
            let record = block.stretch(text.bytes).ok()?;
            let typed = serde_json::from_str(record.text).ok();
            typed.or_else(|| exact::examined(record, &mut Refusals::default()))
        };
        records.par_extend(texts.into_par_iter().with_min_len(WORTH_A_THREAD).filter_map(read));
    }
    Ok(records)
}

/// Takes the records of a block: what is found in those that the types accept, and in those that they refuse.
fn take(dataset: &mut CheckedDataset, block: &mut Block, found: &mut Vec<Finding>, refused: &mut Findings<'_>) {
    let submission = &mut dataset.submission;
    submission.refusals.unread |= block.is_unread;
    refused.add(block.findings.drain(..));
    let block = &*block;
    let texts: Vec<RecordText> = block.texts().collect();
    // Most records are good; whatever the types accept the schema accepts.
    let parse = |text: &RecordText| serde_json::from_slice::<Record>(&block.bytes()[text.bytes.clone()]).ok();
    // Records are large, whatever they hold, and there may be very many that are none.
    let parsed = texts.chunks(TOGETHER).flat_map(|texts| {
        let parsed: Vec<Option<Record>> = texts.par_iter().with_min_len(WORTH_A_THREAD).map(parse).collect();
        texts.iter().zip(parsed)
    });
    let mut over_lines = OverLines::default();
    for (text, record) in parsed {
        let mut own = Vec::new();
        let record = record.or_else(|| exact::record(block, text, &mut submission.refusals, &mut own));
        own = over_lines.join(block, text, own);
        let Some(record) = record else {
            refused.add(own);
            continue;
        };
        found.append(&mut own);
        let bytes = text.bytes.start + block.start..text.bytes.end + block.start;
        let entry = submission.accept(record, block.document, bytes);
        dataset.waivers.extend(Waiving::of(entry));
        let (kind, citations) = (entry.record.kind(), entry.citations().count());
        submission.counts.add(kind, citations);
    }
    if block.broken.is_some() {
        submission.refusals.unread = true;
        refused.add(malformed::broken_list(block));
    }
}
