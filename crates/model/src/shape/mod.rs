//! The fields of the records as data: for whatever walks them, such as a table, a form, or the types of another language.
//!
//! A [`Shape`] lists the fields of the records of one kind. Each [`Field`] has a name, a description, examples and a
//! [`Type`]; an object has fields of its own. Shapes are made from the types, as the [schemas](crate::schema) are, so a
//! field that is added to the model is in every shape.
//!
//! This prints what a form would ask for:
//!
//! ```
//! use standpoint_model::{Kind, shape::{Field, Form, Shape}};
//!
//! fn describe(fields: &[Field], indent: usize, lines: &mut Vec<String>) {
//!     for field in fields {
//!         let what = match &field.r#type.form {
//!             Form::Object(_) => "an object:".to_owned(),
//!             Form::Word(vocabulary) => format!("one of {} words", vocabulary.words.len()),
//!             Form::Id(kinds) if kinds.len() == 1 => format!("the id of a record of the kind `{}`", kinds[0]),
//!             Form::Id(_) => "the id of a record".to_owned(),
//!             Form::Integer { minimum, .. } => format!("a whole number, {minimum} or more"),
//!             _ => field.r#type.name.clone(),
//!         };
//!         let list = if field.is_list { "a list, each item " } else { "" };
//!         let mark = if field.required { "*" } else { "" };
//!         lines.push(format!("{:indent$}{}{mark}: {list}{what}", "", field.name));
//!         if let Form::Object(object) = &field.r#type.form {
//!             describe(&object.fields, indent + 2, lines);
//!         }
//!     }
//! }
//!
//! let mut lines = Vec::new();
//! describe(Shape::of(Kind::Event).fields(), 0, &mut lines);
//! for line in [
//!     "title*: Text",
//!     "when: Edtf",
//!     "issues: a list, each item the id of a record of the kind `issue`",
//!     "participants: a list, each item an object:",
//!     "  role*: one of 15 words",
//!     "      start*: a whole number, 0 or more",
//! ] {
//!     assert!(lines.iter().any(|other| other == line), "{line}");
//! }
//! ```

mod make;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::Kind;

/// The keyword under which the schema of a type says its [`Form`]. The published schemas leave it out.
pub(crate) const FORM: &str = "standpoint-form";

/// The fields of the records of one kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Shape {
    /// The kind.
    pub kind: Kind,
    /// What a record of this kind is.
    pub description: String,
    /// All that may stand in a record, in the order in which records are written: `$schema` and `kind` first, which are no
    /// data, then the [fields](Shape::fields).
    pub object: Object,
}

/// An object with these fields and no others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Object {
    /// The fields, in the order in which they are written.
    pub fields: Vec<Field>,
}

/// A field of an object.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Field {
    /// Its name in JSON.
    pub name: String,
    /// What it says.
    pub description: String,
    /// Values that it may have. Often there are none, because those of its type serve as well.
    pub examples: Vec<Value>,
    /// Whether every object has it.
    pub required: bool,
    /// Whether it is a list of values of its type.
    pub is_list: bool,
    /// The smallest number of items in the list. 0 if it is no list.
    pub min_items: usize,
    /// The type of its value, or of each item of its list.
    pub r#type: Type,
}

/// The type of a value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Type {
    /// Its name: that of its definition in the schemas, such as `Citation`, `Edtf` or `ActorId`. Types without a definition are
    /// called as in Rust: `bool`, `String` (of `$schema`) and `Kind` (of `kind`).
    pub name: String,
    /// What its values are, wherever they stand. Empty for a type without a definition.
    pub description: String,
    /// Some of its values.
    pub examples: Vec<Value>,
    /// A regular expression that every value matches. Its values may be fewer: there is no 30 February.
    pub pattern: Option<String>,
    /// What its values look like.
    pub form: Form,
}

/// What the values of a type look like.
///
/// The enum is exhaustive on purpose: whoever matches it learns of a new form from the compiler.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// An object with fields of its own.
    Object(Object),
    /// A word of a closed vocabulary.
    Word(Vocabulary),
    /// The id of a record of one of these kinds: an [`Id`](crate::Id).
    Id(Vec<Kind>),
    /// A date in EDTF: an [`Edtf`](crate::Edtf).
    Date,
    /// Prose or a name: a [`Text`](crate::Text).
    Text,
    /// A full web address: a [`WebAddress`](crate::WebAddress).
    WebAddress,
    /// A string with rules of its own, such as a digest, a short name or a language tag. Its type's name says which.
    Token,
    /// Any string.
    String,
    /// A whole number between these, both included.
    Integer {
        /// The smallest.
        minimum: u64,
        /// The largest.
        maximum: u64,
    },
    /// A number between these, both included.
    Number {
        /// The smallest.
        minimum: f64,
        /// The largest.
        maximum: f64,
    },
    /// `true` or `false`.
    Boolean,
}

/// A closed list of words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Vocabulary {
    /// The name of its type, such as `ActorType`.
    pub name: String,
    /// What it is for, without its words.
    pub description: String,
    /// The words, in the order of their declaration.
    pub words: Vec<Word>,
    /// The word that is meant where the field is left out, if one is.
    pub implied: Option<String>,
}

/// A word of a vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Word {
    /// The word as it is written in data.
    pub word: String,
    /// What it means. The codes of a standard have none.
    pub meaning: Option<String>,
}

impl Shape {
    /// The fields that hold data, `id` first: all but `$schema` and `kind`.
    pub fn fields(&self) -> &[Field] {
        let own = self.object.fields.iter().take_while(|field| field.name != "id").count();
        &self.object.fields[own..]
    }
}

impl Object {
    /// The field of this name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The fields that every such object has.
    pub fn required_fields(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.required)
    }
}

impl Field {
    /// A value that the field may have: an example of its own, or one made of those of its type. Every field of the model
    /// has one.
    ///
    /// ```
    /// use standpoint_model::{Kind, shape::Shape};
    /// use serde_json::json;
    ///
    /// let observation = &Shape::of(Kind::Observation).object;
    /// assert_eq!(observation.field("when").and_then(|when| when.example()), Some(json!("2031-05-02")));
    /// assert_eq!(observation.field("value").and_then(|value| value.example()), Some(json!({ "low": 300, "high": 450 })));
    /// ```
    pub fn example(&self) -> Option<Value> {
        self.examples.first().cloned().or_else(|| {
            let value = self.r#type.example()?;
            Some(if self.is_list { Value::Array(vec![value]) } else { value })
        })
    }

    /// The name of the JSON type that belongs here, as JSON Schema has it. A whole number is an `integer`.
    pub fn json_type(&self) -> &'static str {
        if self.is_list { "array" } else { self.r#type.form.json_type() }
    }
}

impl Type {
    /// The two fields that such an object must have, if one of them is a word or the like and the other a text or an id; the word
    /// first. People write both in a line, as in `initiator=actor/northern-front`.
    ///
    /// ```
    /// use standpoint_model::{Kind, shape::Shape};
    ///
    /// let participants = Shape::of(Kind::Event).object.field("participants").ok_or("no such field")?;
    /// let pair = participants.r#type.pair().map(|(word, thing)| (word.name.as_str(), thing.name.as_str()));
    /// assert_eq!(pair, Some(("role", "actor")));
    /// # Ok::<(), &str>(())
    /// ```
    pub fn pair(&self) -> Option<(&Field, &Field)> {
        let Form::Object(object) = &self.form else { return None };
        let required: Vec<&Field> = object.required_fields().collect();
        let [one, other] = required[..] else { return None };
        let is_word = |field: &&Field| !field.is_list && matches!(field.r#type.form, Form::Word(_) | Form::Token);
        let is_plain = |field: &&Field| !field.is_list && matches!(field.r#type.form, Form::Id(_) | Form::Text);
        match [one, other] {
            [word, thing] | [thing, word] if is_word(&word) && is_plain(&thing) => Some((word, thing)),
            _ => None,
        }
    }

    /// A value of the type: its first example, or an object of the examples of the fields that it must have.
    pub fn example(&self) -> Option<Value> {
        self.examples.first().cloned().or_else(|| {
            let Form::Object(object) = &self.form else { return None };
            let fields = object.required_fields().map(|field| Some((field.name.clone(), field.example()?)));
            fields.collect::<Option<Map<_, _>>>().map(Value::Object)
        })
    }
}

impl Form {
    /// The name of the JSON type of such values, as JSON Schema has it. A whole number is an `integer`.
    pub fn json_type(&self) -> &'static str {
        match self {
            Self::Object(_) => "object",
            Self::Integer { .. } => "integer",
            Self::Number { .. } => "number",
            Self::Boolean => "boolean",
            Self::Word(_) | Self::Id(_) | Self::Date | Self::Text | Self::WebAddress | Self::Token | Self::String => {
                "string"
            }
        }
    }
}

impl Vocabulary {
    /// A vocabulary of words that need no explanation.
    pub(crate) fn of_codes<'c>(name: &str, description: &str, codes: impl IntoIterator<Item = &'c str>) -> Self {
        let words = codes.into_iter().map(|word| Word { word: word.into(), meaning: None }).collect();
        Self { name: name.into(), description: description.into(), words, implied: None }
    }

    /// A vocabulary of words with their meanings.
    pub(crate) fn of_words<const N: usize>(
        name: &str,
        description: &str,
        words: [(&str, &str); N],
        implied: Option<&str>,
    ) -> Self {
        let words = words.map(|(word, meaning)| Word { word: word.into(), meaning: Some(meaning.into()) });
        Self {
            name: name.into(),
            description: description.into(),
            words: words.into(),
            implied: implied.map(str::to_owned),
        }
    }

    /// What it is for, and what each of its words means, as a schema says it.
    pub(crate) fn explained(&self) -> String {
        let meaning = |word: &Word| word.meaning.as_ref().map(|meaning| format!("\n- `{}`: {meaning}", word.word));
        let meanings: String = self.words.iter().filter_map(meaning).collect();
        format!("{}\n{meanings}", self.description)
    }
}
