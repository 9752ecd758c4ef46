//! Datasets of any size: what is not suspect is read once and not kept.
//!
//! The first reading recognises each record ([`recognise`](crate::recognise)), which leaves [traces](crate::rules::trace): hashes
//! of its id and of those that it names, the days that it dates, keys of what should be there once. Merged in a [ledger],
//! whatever their order, traces show which groups of records a rule may have something to say about. Mostly there are none.
//! If there are some, a second reading writes their records to the disk ([suspects]), and the rules look at them group by
//! group ([groups]). Memory grows with the suspect groups alone: not with the suspects, nor with the traces, most of which
//! are on the disk if there are very many.
//!
//! What is remembered of a record that nothing is wrong with are a few dozen bytes on the disk. Hashes only ever find candidates: it
//! is strings that decide, with one exception. What is missing (an id, a mention of one, the other side of a contradiction)
//! is overlooked if its hash happens to be that of something that is there, which is as likely as one in 2^55 for each pair;
//! hashes are seeded anew for each run, so that nobody can bring it about.

mod conclude;
mod excerpt;
mod groups;
mod ledger;
mod merging;
mod near;
mod outcome;
mod pass;
mod reading;
mod recent;
mod suspect_groups;
mod suspects;
#[cfg(feature = "zstd")]
pub(crate) mod traces;
mod worker;

use foldhash::fast::SeedableRandomState;
use standpoint_report::Findings;

use self::{conclude::conclude, pass::Pass, reading::Reading, worker::read};
use crate::{
    check::CheckedDataset,
    read::{error::Error, files::Files},
    validation::Validation,
};

/// Reads files, applies every rule to what they hold, and keeps what is suspect on the disk.
pub(crate) fn check(
    files: &Files,
    validation: &Validation<'_>,
    findings: &mut Findings<'_>,
) -> Result<CheckedDataset, Error> {
    let all = (0..files.found.len()).collect();
    let reading = Reading::new(files, all, findings.levels(), validation, SeedableRandomState::default());
    let first = read(&reading, Pass::First)?;
    conclude(&reading, first, findings)
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use standpoint_report::{Renderer, Style};

    use super::*;
    use crate::read::input::Input;

    fn report(validation: &Validation<'_>, inputs: &[Input]) -> String {
        let mut text = Vec::new();
        let report = validation.run(inputs).unwrap();
        Renderer::by_name("json").unwrap().write(&report, Style::default(), &mut text).unwrap();
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn the_report_is_the_same_when_traces_are_on_the_disk() {
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
        let canonical = Input::path(fixtures.join("iskp"));
        let mut on_disk = Validation::new().in_memory_limit(0);
        let folders = fs::read_dir(fixtures.join("invalid")).unwrap().map(|entry| entry.unwrap().path());
        for folder in folders.filter(|path| path.is_dir()) {
            let inputs = [Input::path(folder), canonical.clone()];
            let in_memory = report(&Validation::new(), &inputs);
            for traces in [1, 200] {
                on_disk.traces = traces;
                assert!(report(&on_disk, &inputs) == in_memory, "{inputs:?}, {traces}");
            }
        }
    }
}
