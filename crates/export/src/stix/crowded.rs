//! Relationships that are one to a platform.

use std::collections::BTreeSet;

use standpoint_model::{Dataset, Record, Status};

use super::{accepted, moment};

/// The ids of relationships that a platform takes for another, which stands before them: it tells relationships apart by their type,
/// their ends, and when they began and ended.
pub(super) fn crowded(dataset: &Dataset) -> BTreeSet<&str> {
    let ties = |status: Status| {
        dataset.all_records().iter().filter_map(move |record| match record {
            Record::Relationship(tie) if tie.status == status => Some(tie),
            _ => None,
        })
    };
    let mut seen = BTreeSet::new();
    // What is said stands before what is withdrawn.
    let ties = ties(Status::Current).chain(ties(Status::Retracted));
    let crowded = ties.filter(|tie| {
        let [subject, object] = [tie.subject.as_str(), tie.object.as_str()];
        let kind = accepted::of_relationship(tie, dataset.resolve(subject), dataset.resolve(object));
        !seen.insert((kind, subject, object, tie.when.as_ref().map(moment::ends)))
    });
    crowded.map(|tie| tie.id.as_str()).collect()
}
