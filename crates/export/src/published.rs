//! What is published beside the JSON Schemas of the model.

#[cfg(feature = "rdf")]
use crate::rdf;
use crate::sql;

/// A file that is generated from the model, as its JSON Schemas are, and published beside them.
#[derive(Debug, Clone, Copy)]
pub struct PublishedFile {
    /// Its name.
    pub name: &'static str,
    /// Its text.
    pub text: fn() -> String,
}

/// Every file that is published beside the JSON Schemas, by name.
///
/// ```
/// use standpoint_export::PUBLISHED_FILES;
///
/// assert!(PUBLISHED_FILES.iter().any(|file| file.name == "context.jsonld" && (file.text)().contains("@context")));
/// ```
pub static PUBLISHED_FILES: &[PublishedFile] = &[
    #[cfg(feature = "rdf")]
    PublishedFile { name: "context.jsonld", text: rdf::jsonld::context::text },
    #[cfg(feature = "rdf")]
    PublishedFile::SHAPES,
    PublishedFile::SQL,
    #[cfg(feature = "rdf")]
    PublishedFile { name: "vocabulary.ttl", text: rdf::vocabulary::text },
];

impl PublishedFile {
    /// The shapes of a graph of records, in SHACL.
    #[cfg(feature = "rdf")]
    pub const SHAPES: Self = Self { name: "shapes.ttl", text: rdf::shapes::text };

    /// Macros, tables and checks for maps from somebody's table to records, in the SQL of `DuckDB`.
    pub const SQL: Self = Self { name: "standpoint.sql", text: sql::text };
}
