//! Dates against one another, as far as they are certain.

use standpoint_model::{Certainty, Edtf};

/// Whether there may be a time in both. What has no date may have been at any time.
pub(super) fn may_overlap(one: Option<&Edtf>, other: Option<&Edtf>) -> bool {
    !before(one, other) && !before(other, one)
}

/// Whether one came before the other, whatever the exact days were. Of what has no date nobody can tell.
pub(super) fn before(one: Option<&Edtf>, other: Option<&Edtf>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one.is_before(other) == Certainty::Certain)
}
