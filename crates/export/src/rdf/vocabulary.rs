//! Our own vocabulary, for those who meet its names in a graph.

use std::collections::{BTreeMap, BTreeSet};

use standpoint_model::shape::{Form, Vocabulary, Word};

use super::{
    derived::Derived,
    mapping::{Class, Property, Range},
    shapes::vocabularies,
    terms::{class, prefixes, quoted, statement},
};

const HEADER: &str = "\
# The classes, properties and words that `turtle`, `nquads` and `jsonld` use and no other vocabulary has (RDFS).
# Generated from the types of the records: `standpoint schema --out DIR` writes it.

";

/// What the formats add to the fields of a record.
const ADDED: &str = "
sp: rdfs:label \"Standpoint\" ;
    rdfs:comment \"Records of the parties to a conflict, each resting on exact places in its sources.\" .

sp:assertion a rdf:Property ;
    rdfs:label \"assertion\" ;
    rdfs:comment \"What the record says, as something that was derived from the sources that its basis cites.\" ;
    schema:rangeIncludes prov:Entity .

sp:order a rdf:Property ;
    rdfs:label \"order\" ;
    rdfs:comment \"The order of the values of a property, whose name in the records is the last part of the pointer.\" ;
    schema:rangeIncludes rdf:Seq .
";

/// The vocabulary, in Turtle.
pub(crate) fn text() -> String {
    let classes: String = Class::each().map(of_class).collect();
    let properties: String = properties().into_values().map(|uses| of_property(&uses)).collect();
    let derived: String = derived().into_values().map(|uses| of_derived(&uses)).collect();
    let words: String = vocabularies().map(of_vocabulary).collect();
    [HEADER, &prefixes(), ADDED, &classes, &properties, &derived, &words].concat()
}

fn of_class(class: &Class) -> String {
    let mut lines = vec![format!("sp:{} a rdfs:Class", class.name), label(&class.name), comment(class.description)];
    lines.extend(class.others.iter().map(|other| format!("rdfs:subClassOf {other}")));
    statement(&lines)
}

type Use = (&'static Class, &'static Property);

/// The properties of our own, by name, with the classes that have them.
fn properties() -> BTreeMap<&'static str, Vec<Use>> {
    let mut properties = BTreeMap::<_, Vec<_>>::new();
    for class in Class::each() {
        for property in class.properties.iter().filter(|property| property.short.starts_with("sp:")) {
            properties.entry(property.short.as_str()).or_default().push((class, property));
        }
    }
    properties
}

fn of_property(uses: &[Use]) -> String {
    let Some((_, first)) = uses.first() else { return String::new() };
    let mut lines = vec![format!("{} a rdf:Property", first.short), label(&first.field.name)];
    let comments: BTreeSet<_> = uses.iter().map(|(_, property)| property.field.description.as_str()).collect();
    lines.extend(comments.into_iter().filter(|about| !about.is_empty()).map(comment));
    lines.extend(uses.iter().map(|(class, _)| format!("schema:domainIncludes sp:{}", class.name)));
    let ranges: BTreeSet<_> = uses.iter().flat_map(|(_, property)| ranges(property)).collect();
    lines.extend(ranges.into_iter().map(|range| format!("schema:rangeIncludes {range}")));
    statement(&lines)
}

/// The properties of our own whose values follow from a field, by name, with the classes that have them.
fn derived() -> BTreeMap<&'static str, Vec<(&'static Class, &'static Derived)>> {
    let mut all = BTreeMap::<_, Vec<_>>::new();
    for class in Class::each() {
        let of_class = class.properties.iter().flat_map(|property| &property.derived);
        for derived in of_class.filter(|derived| derived.short.starts_with("sp:")) {
            all.entry(derived.short.as_str()).or_default().push((class, derived));
        }
    }
    all
}

fn of_derived(uses: &[(&Class, &Derived)]) -> String {
    let Some((_, first)) = uses.first() else { return String::new() };
    let mut lines = vec![format!("{} a rdf:Property", first.short), label(&first.key), comment(first.description)];
    lines.extend(uses.iter().map(|(class, _)| format!("schema:domainIncludes sp:{}", class.name)));
    let range = first.follows.datatype().unwrap_or("rdfs:Resource");
    lines.push(format!("schema:rangeIncludes {range}"));
    statement(&lines)
}

fn ranges(property: &Property) -> Vec<String> {
    match (&property.range, &property.field.r#type.form) {
        (Range::Record(kinds), _) => kinds.iter().map(|kind| format!("sp:{}", class(kind.as_str()))).collect(),
        (Range::Object(class), _) => vec![format!("sp:{}", class.name)],
        (Range::Name(_), Form::Word(vocabulary)) => vec![format!("sp:{}", vocabulary.name)],
        (Range::Name(_), _) => vec!["rdfs:Resource".into()],
        (Range::Literal(datatype), _) => vec![datatype.short().into()],
    }
}

fn of_vocabulary(vocabulary: &Vocabulary) -> String {
    let name = &vocabulary.name;
    let class = statement(&[format!("sp:{name} a rdfs:Class"), label(name), comment(&vocabulary.description)]);
    let words = vocabulary.words.iter().map(|Word { word, meaning, .. }| {
        let mut lines = vec![format!("sp:{name}.{word} a sp:{name}"), label(word)];
        lines.extend(meaning.as_deref().map(comment));
        statement(&lines)
    });
    class + &words.collect::<String>()
}

fn label(name: &str) -> String {
    format!("rdfs:label {}", quoted(name))
}

fn comment(about: &str) -> String {
    format!("rdfs:comment {}", quoted(about))
}
