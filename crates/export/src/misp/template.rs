//! Templates of objects: those that MISP publishes, and ours for what it has none.

use standpoint_model::Kind;

pub(super) struct Template {
    pub(super) name: &'static str,
    /// Of one of ours there is none: it is made from the name.
    pub(super) uuid: Option<&'static str>,
    pub(super) version: u8,
    pub(super) description: &'static str,
    /// What takes all that there is no relation for.
    pub(super) text: &'static str,
}

pub(super) const ORGANIZATION: Template = Template {
    name: "organization",
    uuid: Some("f750e12b-127a-432c-b022-b3f9153c4e2a"),
    version: 9,
    description: "An object which describes an organization.",
    text: "description",
};

pub(super) const PERSON: Template = Template {
    name: "person",
    uuid: Some("a15b0477-e9d1-4b9c-9546-abe78a4f4248"),
    version: 21,
    description: "An object which describes a person or an identity.",
    text: "text",
};

pub(super) const GEOLOCATION: Template = Template {
    name: "geolocation",
    uuid: Some("cd6f2238-ba55-4888-82c4-104e6e1acf21"),
    version: 8,
    description: "An object to describe a geographic location.",
    text: "text",
};

pub(super) const REPORT: Template = Template {
    name: "report",
    uuid: Some("70a68471-df22-4e3f-aa1a-5a3be19f82df"),
    version: 8,
    description: "Report object to describe a report along with its metadata.",
    text: "summary",
};

pub(super) const TEMPORAL_EVENT: Template = Template {
    name: "temporal-event",
    uuid: Some("d79f2d25-2937-44d3-a6d4-2f36f2505448"),
    version: 2,
    description: "A temporal event consists of some temporal and spacial boundaries.",
    text: "description",
};

/// What somebody says of a record.
pub(super) const STANCE: Template =
    ours("standpoint-stance", "What somebody says of whether a record is true: that it is so, or that it is not.");

/// The template of the records of a kind.
pub(super) const fn of(kind: Kind) -> Template {
    match kind {
        Kind::Actor => ORGANIZATION,
        Kind::Source => REPORT,
        Kind::Event => TEMPORAL_EVENT,
        Kind::Place => ours("standpoint-place", "A place that is known by its name alone."),
        Kind::Dataset => ours("standpoint-dataset", "What a dataset says of itself."),
        Kind::Relationship => ours("standpoint-relationship", "How one stands to another, and who says so."),
        Kind::Interest => ours("standpoint-interest", "What somebody wants."),
        Kind::Issue => ours("standpoint-issue", "A question on which there are positions."),
        Kind::Position => ours("standpoint-position", "What somebody holds, demands, offers, refuses or agreed."),
        Kind::Observation => ours("standpoint-observation", "A figure, of whom and when."),
        Kind::Statement => ours("standpoint-statement", "What a source says of something."),
        Kind::Identity => ours("standpoint-identity", "Whether records name one thing, as somebody decided."),
    }
}

const fn ours(name: &'static str, description: &'static str) -> Template {
    Template { name, uuid: None, version: 1, description, text: "text" }
}
