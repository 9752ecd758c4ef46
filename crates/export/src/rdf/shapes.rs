//! SHACL: what a graph of records must look like.

use std::{fmt, iter};

use standpoint_model::shape::{Form, Vocabulary};

use super::{
    derived::Derived,
    mapping::{Class, Property, Range},
    terms::{class, prefixes, quoted, statement},
};

const HEADER: &str = "\
# The shapes of a graph of records (SHACL), as `turtle`, `nquads` and `jsonld` write it.
# Generated from the types of the records: `standpoint schema --shacl` prints it.

@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix shapes: <https://standpoint.example/shapes#> .
";

/// The shapes of what the formats add to the fields of a record.
const ADDED: &str = "
shapes:Assertion a sh:NodeShape ;
    sh:targetObjectsOf sp:assertion ;
    sh:class prov:Entity ;
    sh:closed true ;
    sh:ignoredProperties ( rdf:type ) ;
    sh:property [
        sh:path prov:wasDerivedFrom ;
        sh:class sp:Source ;
        sh:minCount 1
    ] .

shapes:Order a sh:NodeShape ;
    sh:targetObjectsOf sp:order ;
    sh:class rdf:Seq .
";

/// All shapes, in Turtle.
pub(crate) fn text() -> String {
    let classes: String = Class::each().map(of_class).collect();
    let vocabularies: String = vocabularies().map(of_vocabulary).collect();
    [HEADER, &prefixes(), &classes, ADDED, &vocabularies].concat()
}

/// Every vocabulary, once.
pub(super) fn vocabularies() -> impl Iterator<Item = &'static Vocabulary> {
    let mut vocabularies: Vec<&Vocabulary> = Vec::new();
    for property in Class::each().flat_map(|class| &class.properties) {
        if let Form::Word(vocabulary) = &property.field.r#type.form
            && vocabularies.iter().all(|known| known.name != vocabulary.name)
        {
            vocabularies.push(vocabulary);
        }
    }
    vocabularies.into_iter()
}

fn of_class(class: &Class) -> String {
    let mut lines = vec![
        format!("shapes:{} a sh:NodeShape", class.name),
        format!("sh:targetClass sp:{}", class.name),
        format!("rdfs:comment {}", quoted(class.description)),
        "sh:closed true".into(),
        "sh:ignoredProperties ( rdf:type schema:isPartOf sp:assertion sp:order owl:sameAs owl:differentFrom )".into(),
    ];
    lines.extend(class.others.iter().map(|other| format!("sh:class {other}")));
    let properties =
        class.properties.iter().flat_map(|it| iter::once(of_property(it)).chain(it.derived.iter().map(of_derived)));
    lines.extend(properties.map(|lines| format!("sh:property [\n        {}\n    ]", lines.join(" ;\n        "))));
    statement(&lines)
}

fn of_property(property: &Property) -> Vec<String> {
    let field = property.field;
    let mut lines = vec![format!("sh:path {}", property.short), format!("sh:name {}", quoted(&field.name))];
    if !field.description.is_empty() {
        lines.push(format!("sh:description {}", quoted(&field.description)));
    }
    match (&property.range, &field.r#type.form) {
        (Range::Record(kinds), _) => match &kinds[..] {
            [kind] => lines.push(format!("sh:class sp:{}", class(kind.as_str()))),
            kinds => {
                let classes = kinds.iter().map(|kind| format!("[ sh:class sp:{} ]", class(kind.as_str())));
                lines.push(format!("sh:or ( {} )", classes.collect::<Vec<_>>().join(" ")));
            }
        },
        (Range::Object(class), _) => lines.push(format!("sh:class sp:{}", class.name)),
        (Range::Name(_), Form::Word(vocabulary)) => lines.push(format!("sh:node shapes:{}", vocabulary.name)),
        (Range::Name(before), _) => {
            lines.extend(["sh:nodeKind sh:IRI".into(), format!("sh:pattern {}", quoted(&format!("^{before}")))]);
        }
        (Range::Literal(datatype), form) => {
            lines.push(format!("sh:datatype {}", datatype.short()));
            // The patterns of SHACL know no code points by number.
            let pattern = field.r#type.pattern.iter().filter(|pattern| !pattern.contains("\\u"));
            lines.extend(pattern.map(|pattern| format!("sh:pattern {}", quoted(pattern))));
            match form {
                Form::Integer { minimum, maximum } => lines.extend(between(minimum, maximum)),
                Form::Number { minimum, maximum } => lines.extend(between(minimum, maximum)),
                _ => {}
            }
        }
    }
    if field.required {
        lines.push("sh:minCount 1".into());
    }
    if !field.is_list {
        lines.push("sh:maxCount 1".into());
    }
    lines
}

fn of_derived(derived: &Derived) -> Vec<String> {
    vec![
        format!("sh:path {}", derived.short),
        format!("sh:name {}", quoted(&derived.key)),
        format!("sh:description {}", quoted(derived.description)),
        derived.follows.datatype().map_or("sh:nodeKind sh:IRI".into(), |datatype| format!("sh:datatype {datatype}")),
        "sh:maxCount 1".into(),
    ]
}

/// That a number is not less and not more than these. A decimal number keeps its point.
fn between(minimum: impl fmt::Debug, maximum: impl fmt::Debug) -> [String; 2] {
    [format!("sh:minInclusive {minimum:?}"), format!("sh:maxInclusive {maximum:?}")]
}

fn of_vocabulary(vocabulary: &Vocabulary) -> String {
    let name = &vocabulary.name;
    let words: Vec<_> = vocabulary.words.iter().map(|known| format!("sp:{name}.{}", known.word)).collect();
    statement(&[format!("shapes:{name} a sh:NodeShape"), format!("sh:in ( {} )", words.join(" "))])
}
