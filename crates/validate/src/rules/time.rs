//! Dates against one another, as far as they are certain.

use standpoint_model::{Bound, Certainty, Edtf};

use crate::recognise::Days;

/// Whether there may be a time in both. What has no date may have been at any time.
pub(super) fn may_overlap(one: Option<&Edtf>, other: Option<&Edtf>) -> bool {
    !before(one, other) && !before(other, one)
}

/// Whether one came before the other, whatever the exact days were. Of what has no date nobody can tell.
pub(super) fn before(one: Option<&Edtf>, other: Option<&Edtf>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one.is_before(other) == Certainty::Certain)
}

/// As [`before`], of dates of which only the days are known. Days too far away to be told apart count as before one
/// another.
pub(crate) fn days_before(one: Option<Days>, other: Option<Days>) -> bool {
    let is_before = |day: i32, other: i32| day < other || (day == other && Days::FAR.contains(&day));
    one.zip(other).is_some_and(|(one, other)| is_before(one.last, other.first))
}

/// Whether nobody says when the one ended, and it began before the other, which may have ended it.
pub(super) fn gives_way(one: Option<&Edtf>, other: Option<&Edtf>) -> bool {
    one.zip(other).is_some_and(|(one, other)| {
        let start = one.as_str().split_once('/').and_then(|(start, _)| Edtf::new(start).ok());
        !matches!(one.latest(), Bound::Day(_))
            && start.is_some_and(|start| start.is_before(other) == Certainty::Certain)
    })
}
