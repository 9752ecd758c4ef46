//! The schemas that are published.

use standpoint_model::schema::{self, PublishedSchema};

/// Every schema that is published: those of the records, of a report, and of a difference.
pub(crate) fn schemas() -> impl Iterator<Item = PublishedSchema> {
    schema::all().chain([standpoint_validate::report_schema(), standpoint_edit::diff_schema()])
}
