//! What the identities say in the words of OWL, beside what they are as records.

use oxrdf::NamedNodeRef;
use standpoint_model::{Identity, Record, Status, Verdict};

use super::terms::{DIFFERENT_FROM, SAME_AS};

/// What OWL says of the records of an identity.
#[derive(Debug)]
pub(super) struct Verdicts<'a> {
    pub(super) predicate: NamedNodeRef<'static>,
    /// The key that JSON-LD has for it.
    pub(super) key: &'static str,
    /// The first record.
    pub(super) first: &'a str,
    /// The others, each once.
    pub(super) others: Vec<&'a str>,
}

/// What OWL says of a record: nothing, unless it is an identity that stands and is decided.
pub(super) fn verdicts(record: &Record) -> Option<Verdicts<'_>> {
    match record {
        Record::Identity(identity) if identity.status == Status::Current => of(identity),
        _ => None,
    }
}

fn of(identity: &Identity) -> Option<Verdicts<'_>> {
    let (predicate, key) = match identity.verdict {
        Verdict::Same => (SAME_AS, "sameAs"),
        Verdict::Different => (DIFFERENT_FROM, "differentFrom"),
        Verdict::Unsure => return None,
    };
    let mut members = identity.members.iter().map(AsRef::as_ref);
    let first: &str = members.next()?;
    let mut others: Vec<&str> = members.filter(|other| *other != first).collect();
    others.sort_unstable();
    others.dedup();
    (!others.is_empty()).then_some(Verdicts { predicate, key, first, others })
}
