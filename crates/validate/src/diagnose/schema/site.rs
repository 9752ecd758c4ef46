//! A place in the shape of a record: the field or the item that a value fills.

use serde_json::{Value, ser::Formatter};
use standpoint_model::shape::{Field, Form, Object, Shape, Type};

use crate::diagnose::lexical::{self, Lexical};

/// What the model says of the value at a JSON Pointer.
#[derive(Clone, Copy)]
pub(super) enum Site<'s> {
    /// The record itself.
    Record(&'s Shape),
    /// The value of a field of an object of the type of this name; that of a record is the empty one.
    Field(&'s Field, &'s str),
    /// An item of the list that the field holds.
    Item(&'s Field),
}

impl<'s> Site<'s> {
    /// The sites on the way from the record to what a pointer names, both included; nothing, where the shape knows of no
    /// such place.
    pub(super) fn path(shape: &'s Shape, pointer: &str) -> Option<Vec<Self>> {
        let mut path = vec![Self::Record(shape)];
        for segment in pointer.split('/').skip(1) {
            let site = path.last()?;
            path.push(site.field(segment).or_else(|| site.item())?);
        }
        Some(path)
    }

    /// The object that belongs here.
    fn object(self) -> Option<&'s Object> {
        match self {
            Self::Record(shape) => Some(&shape.object),
            Self::Field(..) | Self::Item(_) => match &self.value_type()?.form {
                Form::Object(object) => Some(object),
                _ => None,
            },
        }
    }

    /// The field of this name.
    pub(super) fn field(self, name: &str) -> Option<Self> {
        let of = self.value_type().map_or("", |of| &of.name);
        Some(Self::Field(self.object()?.field(name)?, of))
    }

    /// An item of the list that belongs here.
    pub(super) fn item(self) -> Option<Self> {
        match self {
            Self::Field(field, _) if field.is_list => Some(Self::Item(field)),
            _ => None,
        }
    }

    /// The type of what belongs here. A record and a list have none.
    pub(super) fn value_type(self) -> Option<&'s Type> {
        match self {
            Self::Field(field, _) if !field.is_list => Some(&field.r#type),
            Self::Item(field) => Some(&field.r#type),
            Self::Record(_) | Self::Field(..) => None,
        }
    }

    /// Whether what belongs here is of the type of this name.
    pub(super) fn is_of(self, name: &str) -> bool {
        self.value_type().is_some_and(|of| of.name == name)
    }

    /// Whether it is a field of an object of the type of this name.
    pub(super) fn is_in(self, name: &str) -> bool {
        matches!(self, Self::Field(_, of) if of == name)
    }

    /// What the model knows of such values beyond the schema.
    pub(super) fn lexical(self) -> Option<&'static Lexical> {
        lexical::by_definition(&self.value_type()?.name)
    }

    /// The name of the field that this is, if it is one.
    pub(super) fn name(self) -> Option<&'s str> {
        match self {
            Self::Field(field, _) => Some(&field.name),
            Self::Record(_) | Self::Item(_) => None,
        }
    }

    /// What the field is, in the words of the model.
    pub(super) fn description(self) -> Option<&'s str> {
        match self {
            Self::Field(field, _) => Some(&field.description),
            Self::Record(_) | Self::Item(_) => None,
        }
    }

    /// The JSON type that belongs here.
    pub(super) fn json_type(self) -> &'static str {
        match self {
            Self::Record(_) => "object",
            Self::Field(field, _) => field.json_type(),
            Self::Item(field) => field.r#type.form.json_type(),
        }
    }

    /// The names of the fields that an object may have here, those for editors left out.
    pub(super) fn fields(self) -> impl Iterator<Item = &'s str> {
        let fields = self.object().into_iter().flat_map(|object| &object.fields);
        fields.map(|field| field.name.as_str()).filter(|name| !name.starts_with('$'))
    }

    /// The field of the object that may hold this word.
    pub(super) fn field_of_word(self, word: &str) -> Option<&'s str> {
        let holds = |field: &&'s Field| match &field.r#type.form {
            Form::Word(vocabulary) => {
                vocabulary.words.iter().any(|known| known.meaning.is_some() && known.word == word)
            }
            _ => false,
        };
        self.object()?.fields.iter().find(holds).map(|field| field.name.as_str())
    }

    /// The names of the fields that an object must have here.
    pub(super) fn required_fields(self) -> impl Iterator<Item = &'s str> {
        self.object().into_iter().flat_map(Object::required_fields).map(|field| field.name.as_str())
    }

    /// Whether the object around it cannot do without this field.
    pub(super) fn is_required(self) -> bool {
        matches!(self, Self::Field(field, _) if field.required)
    }

    /// The word that is meant if this field is left out, if one is.
    pub(super) fn implied(self) -> Option<&'s str> {
        match self {
            Self::Field(field, _) if !field.required && !field.is_list => match &field.r#type.form {
                Form::Word(vocabulary) => vocabulary.implied.as_deref(),
                Form::Boolean => Some("false"),
                _ => None,
            },
            Self::Record(_) | Self::Field(..) | Self::Item(_) => None,
        }
    }

    /// A value that may stand here.
    pub(super) fn example(self) -> Option<Value> {
        match self {
            Self::Record(_) => None,
            Self::Field(field, _) => field.example(),
            Self::Item(field) => field.r#type.example(),
        }
    }

    /// How to come by a value that nobody writes by hand.
    pub(super) fn computed(self) -> Option<&'static str> {
        lexical::computed(&self.value_type()?.name)
    }

    /// The help that shows a value that may stand here, or how to come by one.
    pub(super) fn advice(self) -> Option<String> {
        match self.computed() {
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
