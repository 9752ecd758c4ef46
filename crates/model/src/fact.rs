//! What all records that say something of the world have in common.

/// Declares a kind of record that rests on a basis: its own fields, `id` first, then those that all such kinds share.
macro_rules! fact {
    (
        $(#[$about:meta])+
        pub struct $name:ident {
            $($(#[$meta:meta])+ pub $field:ident: $type:ty,)+
        }
    ) => {
        $(#[$about])+
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(deny_unknown_fields)]
        #[non_exhaustive]
        pub struct $name {
            $($(#[$meta])+ pub $field: $type,)+
            /// Identifiers that others gave to what this record is about, at most one of a scheme. Not classifications: those are `codings`.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub codes: Vec<$crate::Code>,
            /// How others' codebooks classify what this record is about, in their own words.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub codings: Vec<$crate::Coding>,
            /// What the record rests on: evidence, how the source puts it, and who says that it is so or not.
            pub basis: $crate::Basis,
            /// The language of the names and words that this record gives in its own voice, if it is not that of the dataset.
            #[serde(default, deserialize_with = "crate::lexical::present", skip_serializing_if = "Option::is_none")]
            #[schemars(example = &"fr")]
            pub language: Option<$crate::LanguageTag>,
            /// Who may see the record. Anybody, when left out.
            #[serde(default, skip_serializing_if = "crate::lexical::is_default")]
            #[schemars(example = &"restricted")]
            pub handling: $crate::Handling,
            /// `retracted` for a record that is withdrawn but kept; the `note` then says why. Left out otherwise.
            #[serde(default, skip_serializing_if = "crate::lexical::is_default")]
            #[schemars(example = &"retracted")]
            pub status: $crate::Status,
            /// What a reader should know about how this record was made: a choice between readings, an ambiguity kept.
            #[serde(default, deserialize_with = "crate::lexical::present", skip_serializing_if = "Option::is_none")]
            #[schemars(example = &"The source gives the day and not the year.")]
            pub note: Option<$crate::Text>,
            /// Findings about this record that are no mistakes, each with the reason; they are then left out. Most records have none.
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub allow: Vec<$crate::Waiver>,
        }
    };
}

pub(crate) use fact;
