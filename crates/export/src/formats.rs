//! The table of formats.

#[cfg(feature = "html")]
use crate::html;
#[cfg(feature = "svg")]
use crate::map;
#[cfg(feature = "parquet")]
use crate::parquet;
#[cfg(feature = "rdf")]
use crate::rdf;
#[cfg(feature = "sqlite")]
use crate::sqlite;
#[cfg(feature = "xlsx")]
use crate::xlsx;
use crate::{Format, csl, csv, ftm, geojson, gexf, graphml, json, markdown, misp, ndjson, stix};

/// Every format that is built in, by name.
pub static FORMATS: &[Format] = &[
    csl::FORMAT,
    csv::FORMAT,
    ftm::FORMAT,
    geojson::FORMAT,
    gexf::FORMAT,
    graphml::FORMAT,
    #[cfg(feature = "html")]
    html::FORMAT,
    json::FORMAT,
    #[cfg(feature = "rdf")]
    rdf::jsonld::FORMAT,
    markdown::FORMAT,
    misp::FORMAT,
    ndjson::FORMAT,
    #[cfg(feature = "rdf")]
    rdf::nquads::FORMAT,
    #[cfg(feature = "parquet")]
    parquet::FORMAT,
    #[cfg(feature = "sqlite")]
    sqlite::FORMAT,
    stix::FORMAT,
    #[cfg(feature = "svg")]
    map::FORMAT,
    #[cfg(feature = "rdf")]
    rdf::turtle::FORMAT,
    #[cfg(feature = "xlsx")]
    xlsx::FORMAT,
];

impl Format {
    /// The format of records a line, which this project reads itself.
    pub const NDJSON: Self = ndjson::FORMAT;

    /// The format called `name`, if there is one.
    ///
    /// ```
    /// use standpoint_export::Format;
    ///
    /// assert_eq!(Format::by_name("markdown").map(|format| format.extension), Some("md"));
    /// assert!(Format::by_name("Markdown").is_none());
    /// ```
    pub fn by_name(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.name == name)
    }
}
