//! A place in a schema: the field or the item that a value of a record fills.

use serde_json::{Map, Value, ser::Formatter};

use crate::diagnose::lexical;

/// What a schema says of the value at a JSON Pointer.
#[derive(Clone, Copy)]
pub(super) struct Site<'s> {
    root: &'s Value,
    /// The schema that the object or the list around it gives it, with its own description and example.
    field: &'s Value,
    /// The object around it, and its name there.
    parent: Option<(&'s Value, &'s str)>,
}

impl<'s> Site<'s> {
    /// The site of a record of the schema.
    pub(super) fn record(root: &'s Value) -> Self {
        Self { root, field: root, parent: None }
    }

    /// The sites on the way from the record to what a pointer names, both included; nothing, where the schema knows of no
    /// such place.
    pub(super) fn path(root: &'s Value, pointer: &str) -> Option<Vec<Self>> {
        let mut path = vec![Self::record(root)];
        for segment in pointer.split('/').skip(1) {
            let site = path.last()?;
            path.push(site.field(segment).or_else(|| site.item())?);
        }
        Some(path)
    }

    /// The field of this name.
    pub(super) fn field(self, name: &str) -> Option<Self> {
        let object = self.definition();
        let (name, field) = object.get("properties")?.as_object()?.get_key_value(name)?;
        Some(Self { root: self.root, field, parent: Some((object, name)) })
    }

    /// An item of the list that belongs here.
    pub(super) fn item(self) -> Option<Self> {
        Some(Self { root: self.root, field: self.definition().get("items")?, parent: None })
    }

    /// What the schema says of whatever stands here, wherever else that may stand.
    pub(super) fn definition(self) -> &'s Value {
        let reference = self.field.get("$ref").and_then(Value::as_str).and_then(|at| at.strip_prefix('#'));
        reference.and_then(|at| self.root.pointer(at)).unwrap_or(self.field)
    }

    /// The name of that definition.
    pub(super) fn definition_name(self) -> Option<&'s str> {
        self.field.get("$ref")?.as_str()?.strip_prefix("#/$defs/")
    }

    /// Whether it is a field of what the schema calls `definition`.
    pub(super) fn is_in(self, definition: &str) -> bool {
        let definition = self.root.get("$defs").and_then(|definitions| definitions.get(definition));
        self.parent.zip(definition).is_some_and(|((object, _), definition)| std::ptr::eq(object, definition))
    }

    /// The name of the field that this is, if it is one.
    pub(super) fn name(self) -> Option<&'s str> {
        self.parent.map(|(_, name)| name)
    }

    /// What the field is, in the words of the schema.
    pub(super) fn description(self) -> Option<&'s str> {
        self.field.get("description")?.as_str()
    }

    /// The JSON type that belongs here.
    pub(super) fn json_type(self) -> Option<&'s str> {
        self.definition().get("type")?.as_str()
    }

    /// The names of the fields that an object may have here, those for editors left out.
    pub(super) fn fields(self) -> impl Iterator<Item = &'s str> {
        let properties = self.definition().get("properties").and_then(Value::as_object);
        properties.into_iter().flat_map(Map::keys).map(String::as_str).filter(|name| !name.starts_with('$'))
    }

    /// The names of the fields that an object must have here.
    pub(super) fn required_fields(self) -> impl Iterator<Item = &'s str> {
        let required = self.definition().get("required").and_then(Value::as_array);
        required.into_iter().flatten().filter_map(Value::as_str)
    }

    /// Whether the object around it cannot do without this field.
    pub(super) fn is_required(self) -> bool {
        self.parent.is_some_and(|(object, name)| {
            object
                .get("required")
                .and_then(Value::as_array)
                .is_some_and(|names| names.iter().any(|other| other == name))
        })
    }

    /// A value that may stand here: the schema's own example, or one made of those of its parts.
    pub(super) fn example(self) -> Option<Value> {
        let given = |schema: &Value| schema.get("examples")?.get(0).cloned();
        given(self.field).or_else(|| given(self.definition())).or_else(|| match self.json_type()? {
            "object" => self
                .required_fields()
                .map(|name| Some((name.to_owned(), self.field(name)?.example()?)))
                .collect::<Option<Map<String, Value>>>()
                .map(Value::Object),
            "array" => Some(Value::Array(vec![self.item()?.example()?])),
            _ => None,
        })
    }
}

impl Site<'_> {
    /// The help that shows a value that may stand here, or how to come by one.
    pub(super) fn advice(self) -> Option<String> {
        match self.definition_name().and_then(lexical::computed) {
            Some(how) => Some(how.to_owned()),
            None => self.example().map(|example| format!("for example: `{}`", inline(&example))),
        }
    }
}

/// A value as JSON on one line, with spaces where people put them.
pub(super) fn inline(value: &Value) -> String {
    struct Spaced;

    impl Formatter for Spaced {
        fn begin_array_value<W: ?Sized + std::io::Write>(
            &mut self,
            writer: &mut W,
            first: bool,
        ) -> std::io::Result<()> {
            writer.write_all(if first { b"" } else { b", " })
        }

        fn begin_object_key<W: ?Sized + std::io::Write>(&mut self, writer: &mut W, first: bool) -> std::io::Result<()> {
            writer.write_all(if first { b"" } else { b", " })
        }

        fn begin_object_value<W: ?Sized + std::io::Write>(&mut self, writer: &mut W) -> std::io::Result<()> {
            writer.write_all(b": ")
        }
    }

    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Spaced);
    let written = serde::Serialize::serialize(value, &mut serializer);
    match written {
        Ok(()) => String::from_utf8(bytes).unwrap_or_else(|_| value.to_string()),
        Err(_) => value.to_string(),
    }
}
