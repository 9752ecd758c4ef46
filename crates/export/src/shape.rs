//! The fields of the records as data, read off the model's own schemas.
//!
//! Tables, triples, shapes and data packages all follow it, so that a field that is added to the model is carried by
//! every format that walks it, without a second list of fields to keep in step.

use std::sync::LazyLock;

use serde_json::{Number, Value};
use standpoint_model::{Kind, schema};

/// The fields of the records of one kind.
#[derive(Debug)]
pub(crate) struct Shape {
    pub(crate) kind: Kind,
    /// What a record of this kind is.
    pub(crate) description: String,
    /// In the order in which records are written, `id` first. `kind` is not among them.
    pub(crate) fields: Vec<Field>,
}

#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) description: String,
    /// Whether every object has it. A list that must have items is required.
    pub(crate) required: bool,
    /// Whether it is a list of such values.
    pub(crate) is_list: bool,
    pub(crate) r#type: Type,
    pub(crate) bounds: Bounds,
}

/// What a schema says of a value beside its type.
#[derive(Debug)]
pub(crate) struct Bounds {
    pub(crate) pattern: Option<String>,
    pub(crate) minimum: Option<Number>,
    pub(crate) maximum: Option<Number>,
}

/// What a value is.
#[derive(Debug)]
pub(crate) enum Type {
    /// The id of a record of one of these kinds.
    Id(Vec<Kind>),
    /// A date in EDTF.
    Date,
    /// Prose or a name: any text.
    Text,
    /// A full web address.
    WebAddress,
    /// A string with a lexical rule of its own: a digest, a slug, a language tag.
    Token,
    /// A word of a closed vocabulary.
    Word(Vocabulary),
    /// A whole number, 0 or more.
    Integer,
    /// A decimal number.
    Number,
    /// A truth value.
    Boolean,
    /// An object with fields of its own.
    Object(Object),
}

#[derive(Debug)]
pub(crate) struct Vocabulary {
    /// The name of its type, such as `ActorType`.
    pub(crate) name: String,
    /// What it is for, and what each of its words means.
    pub(crate) description: String,
    pub(crate) words: Vec<String>,
}

impl Vocabulary {
    /// What a word means, if it needs saying.
    pub(crate) fn meaning(&self, word: &str) -> Option<&str> {
        self.description.lines().find_map(|line| line.strip_prefix(&format!("- `{word}`: ")))
    }
}

#[derive(Debug)]
pub(crate) struct Object {
    /// The name of its type, such as `Citation`.
    pub(crate) name: String,
    /// What it is.
    pub(crate) description: String,
    pub(crate) fields: Vec<Field>,
}

impl Shape {
    /// The shapes of all kinds, in the order of the kinds.
    pub(crate) fn all() -> &'static [Self] {
        static SHAPES: LazyLock<Vec<Shape>> = LazyLock::new(|| Kind::ALL.iter().map(|&kind| of_kind(kind)).collect());
        &SHAPES
    }
}

fn of_kind(kind: Kind) -> Shape {
    let schema = schema::for_kind(kind);
    let fields = fields(&schema, &schema["$defs"]);
    Shape { kind, description: string(&schema["description"]), fields }
}

fn fields(object: &Value, definitions: &Value) -> Vec<Field> {
    let required: Vec<&str> = object["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let properties = object["properties"].as_object().into_iter().flatten();
    properties
        .filter(|(name, _)| !matches!(name.as_str(), "$schema" | "kind"))
        .map(|(name, property)| {
            let is_list = property["type"] == "array";
            let value = if is_list { &property["items"] } else { property };
            let definition = definition(value, definitions);
            Field {
                name: name.clone(),
                description: string(&property["description"]),
                required: required.contains(&name.as_str()),
                is_list,
                r#type: definition.map_or(Type::Boolean, |(name, definition)| type_of(name, definition, definitions)),
                bounds: bounds(definition.map_or(value, |(_, definition)| definition)),
            }
        })
        .collect()
}

/// The definition that a field refers to, with its name.
fn definition<'a>(field: &'a Value, definitions: &'a Value) -> Option<(&'a str, &'a Value)> {
    let name = field["$ref"].as_str()?.strip_prefix("#/$defs/")?;
    Some((name, &definitions[name]))
}

fn type_of(name: &str, definition: &Value, definitions: &Value) -> Type {
    let (name, description) = (name.to_owned(), string(&definition["description"]));
    if let Some(words) = definition["enum"].as_array() {
        return Type::Word(Vocabulary { name, description, words: words.iter().map(string).collect() });
    }
    match (definition["type"].as_str(), name.as_str()) {
        (Some("object"), _) => Type::Object(Object { name, description, fields: fields(definition, definitions) }),
        (Some("integer"), _) => Type::Integer,
        (Some("number"), _) => Type::Number,
        (_, "Edtf") => Type::Date,
        (_, "Text") => Type::Text,
        (_, "WebAddress") => Type::WebAddress,
        (_, id) if id.ends_with("Id") => Type::Id(kinds(&definition["pattern"])),
        _ => Type::Token,
    }
}

fn bounds(definition: &Value) -> Bounds {
    Bounds {
        pattern: definition["pattern"].as_str().map(str::to_owned),
        minimum: definition["minimum"].as_number().cloned(),
        maximum: definition["maximum"].as_number().cloned(),
    }
}

/// The kinds that the pattern of an id admits before its slash.
fn kinds(pattern: &Value) -> Vec<Kind> {
    let pattern = pattern.as_str().unwrap_or_default();
    let before = pattern.split('/').next().unwrap_or_default();
    before.split(['^', '(', '|', ')']).filter_map(Kind::from_word).collect()
}

fn string(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use standpoint_model::Kind;

    use super::{Field, Shape, Type};

    fn of(kind: Kind) -> &'static Shape {
        &Shape::all()[kind as usize]
    }

    fn field<'a>(fields: &'a [Field], name: &str) -> &'a Field {
        fields.iter().find(|field| field.name == name).unwrap()
    }

    #[test]
    fn every_kind_has_its_shape_at_its_place() {
        for &kind in Kind::ALL {
            assert_eq!(of(kind).kind, kind);
            assert_eq!(of(kind).fields[0].name, "id");
            assert!(!of(kind).description.is_empty());
        }
    }

    #[test]
    fn fields_have_the_types_of_the_model() {
        let event = &of(Kind::Event).fields;
        assert!(matches!(field(event, "when").r#type, Type::Date));
        assert!(field(event, "id").bounds.pattern.as_ref().is_some_and(|pattern| pattern.starts_with("^event/")));
        assert!(matches!(&field(event, "targets").r#type, Type::Id(kinds) if *kinds == [Kind::Actor, Kind::Place]));
        assert!(field(event, "targets").is_list && field(event, "basis").required);
        assert!(matches!(&field(event, "type").r#type, Type::Word(words) if words.name == "EventType"));
        let Type::Word(outcomes) = &field(event, "outcome").r#type else { panic!("the outcome is a word") };
        assert!(outcomes.words.iter().all(|word| outcomes.meaning(word).is_some()), "{}", outcomes.description);
        let Type::Object(basis) = &field(event, "basis").r#type else { panic!("the basis is an object") };
        let Type::Object(citation) = &field(&basis.fields, "evidence").r#type else { panic!("so is a citation") };
        let Type::Object(span) = &field(&citation.fields, "span").r#type else { panic!("and a span") };
        assert!(matches!(field(&span.fields, "start").r#type, Type::Integer));
        assert!(matches!(&field(&span.fields, "sha256").r#type, Type::Token));
        assert!(matches!(field(&of(Kind::Source).fields, "quotable").r#type, Type::Boolean));
        let contradicts = &field(&basis.fields, "contradicts").r#type;
        assert!(matches!(contradicts, Type::Id(kinds) if kinds == &Kind::ALL[1..]), "all but the manifest");
    }
}
