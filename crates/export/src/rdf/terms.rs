//! The names that the triples use: those of outside vocabularies, and our own for what no other has.

use oxrdf::{LiteralRef, NamedNode, NamedNodeRef};

/// Our own vocabulary: classes, properties, and the words of the closed vocabularies.
pub(super) const NAMESPACE: &str = "https://standpoint.example/ns#";

/// What comes before the name of a code's scheme.
pub(super) const SCHEMES: &str = "https://standpoint.example/schemes/";

/// What comes before an id where there is no manifest to give an address.
pub(super) const NOWHERE: &str = "urn:standpoint:";

/// The prefixes of all names, by prefix.
pub(super) const PREFIXES: [(&str, &str); 14] = [
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("edtf", "http://id.loc.gov/datatypes/edtf/"),
    ("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#"),
    ("oa", "http://www.w3.org/ns/oa#"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("prov", "http://www.w3.org/ns/prov#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("schema", "http://schema.org/"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("skosxl", "http://www.w3.org/2008/05/skos-xl#"),
    ("sp", NAMESPACE),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// What else a thing of one of our classes is.
const CLASSES: [(&str, &[&str]); 13] = [
    ("Actor", &["prov:Agent"]),
    ("Alias", &["skosxl:Label"]),
    ("Citation", &["oa:SpecificResource"]),
    ("Code", &["skos:Concept"]),
    ("Dataset", &["schema:Dataset"]),
    ("Event", &["schema:Event"]),
    ("EventPlace", &["schema:Role"]),
    ("IncludedDataset", &["schema:Dataset"]),
    ("Location", &["geo:Point"]),
    ("Place", &["schema:Place"]),
    ("Source", &["prov:Entity", "schema:CreativeWork"]),
    ("Span", &["oa:TextPositionSelector"]),
    ("Basis", &["prov:Entity"]),
];

/// The fields that outside vocabularies have a property for: of one class first, then of any.
const PROPERTIES: [(&str, &str, &str); 43] = [
    ("Alias", "text", "skosxl:literalForm"),
    ("Citation", "source", "oa:hasSource"),
    ("Citation", "span", "oa:hasSelector"),
    ("Code", "scheme", "skos:inScheme"),
    ("Code", "value", "skos:notation"),
    ("Dataset", "base_iri", "sp:baseIri"),
    ("Dataset", "created", "schema:dateCreated"),
    ("Dataset", "modified", "schema:dateModified"),
    ("Dataset", "version", "schema:version"),
    ("Event", "part_of", "schema:superEvent"),
    ("Event", "places", "schema:location"),
    ("EventPlace", "place", "schema:location"),
    ("EventPlace", "role", "schema:roleName"),
    ("IncludedDataset", "base_iri", "sp:baseIri"),
    ("IncludedDataset", "created", "schema:dateCreated"),
    ("IncludedDataset", "modified", "schema:dateModified"),
    ("IncludedDataset", "name", "sp:shortName"),
    ("IncludedDataset", "version", "schema:version"),
    ("Location", "latitude", "geo:lat"),
    ("Location", "longitude", "geo:long"),
    ("Place", "location", "geo:location"),
    ("Place", "within", "schema:containedInPlace"),
    ("Position", "text", "schema:text"),
    ("Source", "authors", "dc:creator"),
    ("Source", "languages", "schema:inLanguage"),
    ("Source", "published", "schema:datePublished"),
    ("Source", "text", "sp:text"),
    ("Span", "end", "oa:end"),
    ("Span", "start", "oa:start"),
    ("Statement", "text", "schema:text"),
    ("*", "about", "schema:about"),
    ("*", "description", "schema:description"),
    ("*", "id", "dcterms:identifier"),
    ("*", "language", "schema:inLanguage"),
    ("*", "mentions", "schema:mentions"),
    ("*", "name", "schema:name"),
    ("*", "note", "skos:note"),
    ("*", "publisher", "dc:publisher"),
    ("*", "rights", "dc:rights"),
    ("*", "summary", "schema:abstract"),
    ("*", "title", "schema:name"),
    ("*", "type", "dcterms:type"),
    ("*", "url", "schema:url"),
];

/// What the formats add to the fields of a record.
pub(super) const ASSERTION: NamedNodeRef<'_> = NamedNodeRef::new_unchecked("https://standpoint.example/ns#assertion");
pub(super) const ORDER: NamedNodeRef<'_> = NamedNodeRef::new_unchecked("https://standpoint.example/ns#order");
/// Leads from a record to the manifest.
pub(super) const IS_PART_OF: NamedNodeRef<'_> = NamedNodeRef::new_unchecked("http://schema.org/isPartOf");
pub(super) const ENTITY: NamedNodeRef<'_> = NamedNodeRef::new_unchecked("http://www.w3.org/ns/prov#Entity");
pub(super) const WAS_DERIVED_FROM: NamedNodeRef<'_> =
    NamedNodeRef::new_unchecked("http://www.w3.org/ns/prov#wasDerivedFrom");
pub(super) const SEQUENCE: NamedNodeRef<'_> =
    NamedNodeRef::new_unchecked("http://www.w3.org/1999/02/22-rdf-syntax-ns#Seq");

pub(super) const SAME_AS: NamedNodeRef<'_> = NamedNodeRef::new_unchecked("http://www.w3.org/2002/07/owl#sameAs");
pub(super) const DIFFERENT_FROM: NamedNodeRef<'_> =
    NamedNodeRef::new_unchecked("http://www.w3.org/2002/07/owl#differentFrom");

/// The short name of our class of that name: that of a kind, such as `actor`, or of an object, such as `Citation`.
pub(super) fn class(name: &str) -> String {
    let (first, rest) = name.split_at(name.chars().next().map_or(0, char::len_utf8));
    format!("{}{rest}", first.to_uppercase())
}

/// The short names of what else a thing of our class is.
pub(super) fn other_classes(class: &str) -> &'static [&'static str] {
    CLASSES.iter().find(|(of, _)| *of == class).map_or(&[], |(_, others)| others)
}

/// The short name of the property that holds a field: that of an outside vocabulary, or `sp:` and its own name.
pub(super) fn property(class: &str, field: &str) -> String {
    let outside = PROPERTIES.iter().find(|(of, name, _)| *name == field && (*of == class || *of == "*"));
    outside.map_or_else(|| format!("sp:{}", camel_case(field)), |(_, _, property)| (*property).to_owned())
}

/// A name with underscores as the names of properties are written.
pub(super) fn camel_case(field: &str) -> String {
    let mut words = field.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| name + &class(word))
}

/// A short name in full.
pub(super) fn named(short: &str) -> NamedNode {
    let (prefix, name) = short.split_once(':').unwrap_or_default();
    let full = PREFIXES.iter().find(|(of, _)| *of == prefix).map_or("", |(_, full)| full);
    NamedNode::new_unchecked(format!("{full}{name}"))
}

/// The prefixes, in Turtle.
pub(super) fn prefixes() -> String {
    PREFIXES.map(|(prefix, full)| format!("@prefix {prefix}: <{full}> .\n")).concat()
}

/// What is said of one thing, in Turtle: its name with its class, then the other properties.
pub(super) fn statement(lines: &[String]) -> String {
    format!("\n{} .\n", lines.join(" ;\n    "))
}

/// A text as a literal, in Turtle.
pub(super) fn quoted(text: &str) -> String {
    LiteralRef::new_simple_literal(text).to_string()
}

#[cfg(test)]
mod tests {
    use oxrdf::NamedNode;

    use super::{CLASSES, PREFIXES, PROPERTIES, named, property};

    #[test]
    fn every_short_name_has_its_prefix() {
        let classes = CLASSES.iter().flat_map(|(_, others)| others.iter().copied());
        for short in classes.chain(PROPERTIES.iter().map(|(_, _, property)| *property)) {
            let (prefix, _) = short.split_once(':').unwrap();
            assert!(PREFIXES.iter().any(|(of, _)| *of == prefix), "{short}");
            assert!(NamedNode::new(named(short).as_str()).is_ok(), "{short}");
        }
    }

    #[test]
    fn the_page_names_every_name_of_another_vocabulary() {
        let page = include_str!("../../docs/turtle.md");
        let classes = CLASSES.iter().flat_map(|(_, others)| others.iter().copied());
        for short in classes.chain(PROPERTIES.iter().map(|(_, _, property)| *property)) {
            assert!(short.starts_with("sp:") || page.contains(&format!("`{short}`")), "{short}");
        }
    }

    #[test]
    fn what_no_other_vocabulary_has_keeps_its_name() {
        assert_eq!(property("Interest", "supported_by"), "sp:supportedBy");
        assert_eq!(property("Actor", "name"), "schema:name");
    }
}
