//! Closed vocabularies: enums whose values are words of the data.

/// Declares an enum whose variants are words, with the word, its meaning, and all that follows from them.
///
/// The doc comment of a variant is the meaning that data authors read in the schema. A word that is meant where the field
/// is left out is named after the words: `default Public`.
macro_rules! vocabulary {
    (
        $(#[doc = $doc:literal])+
        pub enum $name:ident {
            $($(#[doc = $meaning:literal])+ $variant:ident = $word:literal,)+
        }
        $(default $default:ident)?
    ) => {
        $(#[doc = $doc])+
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize,
        )]
        pub enum $name {
            $($(#[doc = $meaning])+ #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The value as it is written in data.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }

            /// The value that is written as `word` in data, if there is one.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == word)
            }

            /// The words with their meanings, and what they are for.
            pub fn vocabulary() -> $crate::shape::Vocabulary {
                let about = concat!($($doc),+).trim();
                let words = [$(($word, concat!($($meaning),+).trim())),+];
                let implied: &[Self] = &[$(Self::$default)?];
                $crate::shape::Vocabulary::of_words(stringify!($name), about, words, implied.first().map(|word| word.as_str()))
            }
        }

        $(impl Default for $name {
            /// What leaving the field out means.
            fn default() -> Self {
                Self::$default
            }
        })?

        // Written out, because a derive would also read an object, `{"word": null}`.
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::lexical::deserialize(deserializer, "a word", |word| {
                    let words = || Self::ALL.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", ");
                    Self::from_word(word).ok_or_else(|| format!("`{word}` is none of {}", words()))
                })
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let vocabulary = Self::vocabulary();
                schemars::json_schema!({
                    "description": vocabulary.explained(),
                    "type": "string",
                    "enum": [$($word),+],
                    "examples": [Self::ALL[0].as_str()],
                    ($crate::shape::FORM): $crate::shape::Form::Word(vocabulary),
                })
            }
        }
    };
}

pub(crate) use vocabulary;
