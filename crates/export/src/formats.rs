//! The table of formats.

use crate::{
    Format, csv, ftm, geojson, gexf, graphml, html, json, map, markdown, ndjson, parquet, rdf, sqlite, stix, xlsx,
};

/// Every format, by name.
pub static FORMATS: &[Format] = &[
    csv::FORMAT,
    ftm::FORMAT,
    geojson::FORMAT,
    gexf::FORMAT,
    graphml::FORMAT,
    html::FORMAT,
    json::FORMAT,
    rdf::jsonld::FORMAT,
    markdown::FORMAT,
    ndjson::FORMAT,
    rdf::nquads::FORMAT,
    parquet::FORMAT,
    sqlite::FORMAT,
    stix::FORMAT,
    map::FORMAT,
    rdf::turtle::FORMAT,
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
