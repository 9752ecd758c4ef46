//! Which triples say which fields: the one mapping that every format of RDF follows, read off the shapes of the records.

use std::sync::LazyLock;

use oxrdf::NamedNode;
use standpoint_model::{
    Kind,
    shape::{Field, Form, Shape},
};

use super::{
    datatype::Datatype,
    derived::Derived,
    terms::{NAMESPACE, SCHEMES, class, named, other_classes, property},
};

/// What the things of one class are and have.
#[derive(Debug)]
pub(super) struct Class {
    /// The name of its type, such as `Citation`; that of a kind is put alike, such as `Actor`.
    pub(super) name: String,
    pub(super) description: &'static str,
    /// What else its things are, in short.
    pub(super) others: &'static [&'static str],
    /// All that its things are, our own class first.
    pub(super) types: Vec<NamedNode>,
    /// In the order in which records are written.
    pub(super) properties: Vec<Property>,
}

/// A field as a property.
#[derive(Debug)]
pub(super) struct Property {
    pub(super) field: &'static Field,
    /// The name of the property, in short.
    pub(super) short: String,
    pub(super) predicate: NamedNode,
    pub(super) part: Part,
    pub(super) range: Range,
    /// What is said beside it because it follows from it.
    pub(super) derived: Vec<Derived>,
}

/// The part of a record that a triple belongs to, as in a nanopublication.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// What it says.
    Assertion,
    /// What that rests on.
    Provenance,
}

/// What the values of a property are.
#[derive(Debug)]
pub(super) enum Range {
    /// Records, named by their address.
    Record(Vec<Kind>),
    /// Names that are written after this: words of a vocabulary, schemes of codes.
    Name(String),
    Literal(Datatype),
    /// Things with properties of their own.
    Object(Class),
}

impl Class {
    /// The class of the records of a kind.
    pub(super) fn of(kind: Kind) -> &'static Self {
        // In the order of the kinds.
        &Self::all()[kind as usize]
    }

    /// The classes of all kinds, in the order of the kinds.
    pub(super) fn all() -> &'static [Self] {
        static CLASSES: LazyLock<Vec<Class>> = LazyLock::new(|| {
            let of_shape = |shape: &'static Shape| {
                Class::new(&class(shape.kind.as_str()), &shape.description, shape.fields(), Part::Assertion)
            };
            Shape::all().map(of_shape).collect()
        });
        &CLASSES
    }

    /// Every class, those of the kinds and those of what they hold, each once.
    pub(super) fn each() -> impl Iterator<Item = &'static Self> {
        fn add<'a>(class: &'a Class, classes: &mut Vec<&'a Class>) {
            if classes.iter().all(|known| known.name != class.name) {
                classes.push(class);
                for property in &class.properties {
                    if let Range::Object(class) = &property.range {
                        add(class, classes);
                    }
                }
            }
        }
        let mut classes = Vec::new();
        for class in Self::all() {
            add(class, &mut classes);
        }
        classes.into_iter()
    }

    fn new(name: &str, description: &'static str, fields: &'static [Field], part: Part) -> Self {
        let others = other_classes(name);
        let own = format!("sp:{name}");
        let types = [own.as_str()].iter().chain(others).map(|short| named(short)).collect();
        let properties = fields.iter().map(|field| Property::new(name, field, part)).collect();
        Self { name: name.into(), description, others, types, properties }
    }
}

impl Property {
    fn new(class: &str, field: &'static Field, part: Part) -> Self {
        let part =
            if matches!(field.name.as_str(), "basis" | "note" | "status" | "allow") { Part::Provenance } else { part };
        let short = property(class, &field.name);
        Self {
            predicate: named(&short),
            short,
            field,
            part,
            range: Range::new(class, field, part),
            derived: Derived::of(field),
        }
    }
}

impl Range {
    fn new(class: &str, field: &'static Field, part: Part) -> Self {
        match &field.r#type.form {
            // A record's own id is a text; it is no link to itself.
            Form::Id(_) if field.name == "id" => Self::Literal(Datatype::Text),
            Form::Id(kinds) => Self::Record(kinds.clone()),
            Form::Word(vocabulary) => Self::Name(format!("{NAMESPACE}{}.", vocabulary.name)),
            Form::Token if class == "Code" && field.name == "scheme" => Self::Name(SCHEMES.into()),
            Form::Token | Form::Text | Form::String => Self::Literal(Datatype::Text),
            Form::Date => Self::Literal(Datatype::Date),
            Form::WebAddress => Self::Literal(Datatype::WebAddress),
            Form::Integer { .. } => Self::Literal(Datatype::Integer),
            Form::Number { .. } => Self::Literal(Datatype::Number),
            Form::Boolean => Self::Literal(Datatype::Boolean),
            Form::Object(object) => {
                Self::Object(Class::new(&field.r#type.name, &field.r#type.description, &object.fields, part))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, iter};

    use super::Class;

    #[test]
    fn no_two_fields_of_a_class_share_a_property_and_none_is_what_the_formats_add() {
        for class in Class::each() {
            let added = ["sp:assertion", "sp:order", "schema:isPartOf"].into_iter();
            let properties = class.properties.iter().flat_map(|property| {
                iter::once(property.short.as_str()).chain(property.derived.iter().map(|derived| derived.short.as_str()))
            });
            let all: Vec<_> = properties.chain(added).collect();
            assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "{}", class.name);
        }
    }
}
