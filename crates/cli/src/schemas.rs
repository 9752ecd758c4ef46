//! The schemas that are published.

use standpoint_model::schema::{self, PublishedSchema};

use crate::told::losses_schema;

/// Every schema that is published: those of the records, of a report, of a difference, of the agreement of coders, and of what an
/// export left out.
pub(crate) fn schemas() -> impl Iterator<Item = PublishedSchema> {
    schema::all().chain([
        standpoint_validate::report_schema(),
        standpoint_edit::diff_schema(),
        standpoint_edit::agreement_schema(),
        standpoint_edit::decisions_schema(),
        losses_schema(),
    ])
}
