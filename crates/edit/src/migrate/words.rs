//! The words of format 0.1 that have other words in 0.2.

use serde_json::Value;
use standpoint_model::Kind;

use super::draft::Draft;

/// A word that gave way to another.
pub(super) struct Word {
    /// The kind of record in which it stands.
    pub(super) kind: Kind,
    pub(super) field: Field,
    pub(super) old: &'static str,
    pub(super) new: &'static str,
    /// The types of the record for which this row holds. For any, if there are none; the first row that fits holds.
    pub(super) types: &'static [&'static str],
    /// Whether another word of format 0.1 led to the same one, so that the old word has to be kept.
    pub(super) is_kept: bool,
}

/// Where a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    /// The type of the record.
    Type,
    /// The role of a participant.
    Role,
}

/// Every word that gave way to another.
pub(super) const WORDS: &[Word] = &[
    Word::new(Kind::Event, Field::Type, "publication", "communication"),
    Word::new(Kind::Event, Field::Role, "perpetrator", "initiator"),
    Word::new(Kind::Event, Field::Role, "agent", "initiator").kept(),
    Word::new(Kind::Event, Field::Role, "participant", "party").of(&["clash", "negotiation"]),
    Word::new(Kind::Event, Field::Role, "participant", "associate"),
    Word::new(Kind::Event, Field::Role, "affected", "subject").kept(),
    Word::new(Kind::Event, Field::Role, "publisher", "speaker"),
];

impl Word {
    const fn new(kind: Kind, field: Field, old: &'static str, new: &'static str) -> Self {
        Self { kind, field, old, new, types: &[], is_kept: false }
    }

    const fn of(self, types: &'static [&'static str]) -> Self {
        Self { types, ..self }
    }

    const fn kept(self) -> Self {
        Self { is_kept: true, ..self }
    }

    /// What the row does, as a report counts it.
    pub(super) fn about(&self) -> String {
        let field = match self.field {
            Field::Type => format!("the {} `{}`", self.kind, self.old),
            Field::Role => format!("the role `{}`", self.old),
        };
        let of = if self.types.is_empty() { String::new() } else { format!(", in a {},", self.types.join(" or a ")) };
        let kept = if self.is_kept { "; the old word is kept as a coding" } else { "" };
        format!("{field}{of} becomes `{}`{kept}", self.new)
    }

    /// Puts the new word in the place of the old one, wherever that stands. How often it did.
    pub(super) fn change(&self, draft: &mut Draft) -> usize {
        let is_of_type = self.types.is_empty() || draft.text("type").is_some_and(|own| self.types.contains(&own));
        if draft.kind != self.kind || !is_of_type {
            return 0;
        }
        match self.field {
            Field::Type => usize::from(replace(draft.fields.get_mut("type"), self.old, self.new)),
            Field::Role => {
                let Some(Value::Array(participants)) = draft.fields.get_mut("participants") else { return 0 };
                let mut changed = Vec::new();
                for (index, participant) in participants.iter_mut().enumerate() {
                    if replace(participant.get_mut("role"), self.old, self.new) {
                        changed.push((index, participant["actor"].as_str().unwrap_or_default().to_owned()));
                    }
                }
                for (index, actor) in changed.iter().filter(|_| self.is_kept) {
                    draft.keep("role", &format!("{} {actor}", self.old));
                    let message = format!("`{}` became `{}`; the old word is kept as a coding", self.old, self.new);
                    draft.say(format!("/participants/{index}/role"), message);
                }
                changed.len()
            }
        }
    }
}

fn replace(value: Option<&mut Value>, old: &str, new: &str) -> bool {
    match value {
        Some(value) if *value == old => {
            *value = new.into();
            true
        }
        _ => false,
    }
}
