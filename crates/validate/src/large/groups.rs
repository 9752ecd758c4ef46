//! The groups of suspects, some of them at a time.

use std::{
    io,
    num::NonZero,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use hashbrown::{HashMap, HashSet};

use standpoint_report::Findings;

use super::{
    ledger::{Index, Stored},
    reading::Reading,
    suspects::{Row, Suspect, Suspects},
};
use crate::{
    dataset::entry::Entry,
    diagnose::refusals::Refusals,
    read::error::Error,
    rules::{
        relation::{Surroundings, check_groups},
        relations::{self, IdTrace, Ids},
        with_relations,
    },
    share::{locked, on_threads},
    waivers::Waivers,
};

/// How many rows are looked at together, but for groups that have more.
const TOGETHER: usize = 1 << 10;

/// Applies the rules over relations to all groups of suspects.
pub(super) fn check_suspects(
    reading: &Reading<'_>,
    suspects: &Suspects,
    index: &Index,
    refusals: &Refusals,
    waivers: &mut Waivers,
    findings: &mut Findings<'_>,
) -> Result<(), Error> {
    let refused = refusals.ids.keys().map(|id| IdTrace::key_of(reading.hasher.text(id)));
    let refused = refused.filter(|id| index.suspect::<Ids>(*id).is_some());
    suspects.add_groups(Ids::PLACE, refused).map_err(Error::temporary)?;
    let groups = Groups { reading, suspects, refusals, waivers: Mutex::new(waivers) };
    macro_rules! check {
        ($($name:ident: $relation:ident [$($rules:tt)*];)+) => {
            $(groups.check::<relations::$relation>(findings).map_err(Error::temporary)?;)+
        };
    }
    with_relations!(check);
    Ok(())
}

struct Groups<'g> {
    reading: &'g Reading<'g>,
    suspects: &'g Suspects,
    refusals: &'g Refusals,
    waivers: Mutex<&'g mut Waivers>,
}

impl Groups<'_> {
    /// Applies the rules over a relation, on all threads.
    fn check<R: Stored>(&self, findings: &mut Findings<'_>) -> io::Result<()> {
        self.suspects.visit_rows(R::PLACE, |rows| {
            let parts = parts(rows);
            let next = AtomicUsize::new(0);
            let outcome = Mutex::new((&mut *findings, Ok(())));
            let worth = NonZero::new(parts.len()).unwrap_or(NonZero::<usize>::MIN);
            on_threads(self.reading.validation.threads.min(worth), || {
                let mut own = locked(&outcome).0.none();
                let mut done = Ok(());
                while let Some(rows) = parts.get(next.fetch_add(1, Ordering::Relaxed))
                    && done.is_ok()
                {
                    done = self.check_rows::<R>(rows, &mut own);
                }
                let mut outcome = locked(&outcome);
                outcome.0.merge(own);
                if done.is_err() {
                    outcome.1 = done;
                }
            });
            outcome.into_inner().unwrap_or_else(PoisonError::into_inner).1
        })
    }

    /// Applies the rules over a relation to the groups of these rows.
    fn check_rows<R: Stored>(&self, rows: &[Row], findings: &mut Findings<'_>) -> io::Result<()> {
        let entries = self.entries(rows.iter().map(|row| row.at).filter(|at| *at != Row::NOWHERE).collect())?;
        let sources = if R::LOOKS_AT_SOURCES { self.sources(&entries)? } else { HashMap::new() };
        let lookup = |id: &str| sources.get(id);
        let around = Surroundings { refusals: self.refusals, lookup: &lookup };
        let groups: HashSet<u64> = rows.iter().map(|row| row.group).collect();
        let mut found = Vec::new();
        let covered = |key: &R::Key<'_>| groups.contains(&R::hash(key, &self.reading.hasher));
        check_groups::<R>(R::RULES, &entries, covered, around, &mut found);
        locked(&self.waivers).apply(&mut found);
        findings.add_all(found);
        Ok(())
    }

    /// The records whose texts are at these places, in the order of the files.
    fn entries(&self, mut places: Vec<u64>) -> io::Result<Vec<Entry>> {
        places.sort_unstable();
        places.dedup();
        let suspects = self.suspects.load(&places)?;
        let mut entries: Vec<Entry> = suspects.iter().filter_map(Suspect::entry).collect();
        entries.sort_by_key(|entry| (entry.document, entry.bytes.start));
        Ok(entries)
    }

    /// The sources that records cite, as far as they are suspect.
    fn sources(&self, entries: &[Entry]) -> io::Result<HashMap<String, Entry>> {
        let cited: HashSet<&str> =
            entries.iter().flat_map(Entry::citations).map(|(_, citation)| citation.source.as_str()).collect();
        let places = cited.iter().filter_map(|id| self.suspects.source(self.reading.hasher.text(id))).collect();
        let sources = self.entries(places)?.into_iter();
        Ok(sources.map(|entry| (entry.record.id().to_owned(), entry)).collect())
    }
}

/// Rows in parts that are looked at together: whole groups.
fn parts(rows: &[Row]) -> Vec<&[Row]> {
    let mut parts = Vec::new();
    let (mut start, mut end) = (0, 0);
    for group in rows.chunk_by(|one, other| one.group == other.group) {
        if end > start && end - start + group.len() > TOGETHER {
            parts.push(&rows[start..end]);
            start = end;
        }
        end += group.len();
    }
    if end > start {
        parts.push(&rows[start..end]);
    }
    parts
}
