//! The words of format 0.1 that 0.2 has too, where they say less: only somebody who knows the source can say which is meant.

use serde_json::Value;
use standpoint_model::{Bound, Edtf, Kind};
use standpoint_report::{Code, Level};

use super::draft::Draft;

/// A word whose meaning became narrower. It stays, it is kept as a coding beside, and a note asks for a look.
pub(super) struct Look {
    pub(super) code: Code,
    /// The kind of record in which it stands. Any, if none is given.
    pub(super) kind: Option<Kind>,
    /// The JSON Pointer of its field in the record as it was.
    pub(super) pointer: &'static str,
    /// The column of the coding that keeps it.
    pub(super) column: &'static str,
    pub(super) words: &'static [&'static str],
    /// Whether the record itself shows that the narrower meaning is meant.
    pub(super) is_clear: fn(&Value) -> bool,
    pub(super) message: &'static str,
    pub(super) help: &'static str,
}

macro_rules! page {
    ($name:literal) => {
        Code::fixed($name, Level::Note, include_str!(concat!("../../docs/", $name, ".md")))
    };
}

/// What was kept, because no field has room for it.
pub(super) static KEPT: Code = page!("kept-as-coding");

/// Two records that said that they contradict one another.
pub(super) static CONTRADICTION: Code = page!("contradiction-or-contrast");

/// Every word whose meaning became narrower.
pub(super) static LOOKS: &[Look] = &[
    Look {
        code: page!("negotiation-or-agreement"),
        kind: Some(Kind::Event),
        pointer: "/type",
        column: "type",
        words: &["negotiation"],
        is_clear: never,
        message: "in format 0.1 a `negotiation` was a negotiation or an agreement; now it is talks",
        help: "if it is the making of an agreement, write `agreement`; then drop the coding `standpoint/type`",
    },
    Look {
        code: page!("one-or-a-series"),
        kind: Some(Kind::Event),
        pointer: "/type",
        column: "type",
        words: &["attack", "operation"],
        is_clear: is_of_one_day,
        message: "in format 0.1 this was one event or a series told as one; now it is one, unless it says otherwise",
        help: "if it is a series, add `\"extent\": \"series\"`; then drop the coding `standpoint/type`",
    },
    Look {
        code: page!("power-by-election"),
        kind: Some(Kind::Event),
        pointer: "/type",
        column: "type",
        words: &["change-of-power"],
        is_clear: never,
        message: "in format 0.1 a `change-of-power` could come by an election; now it comes by any other way",
        help: "if it came by an election, write `election`; then drop the coding `standpoint/type`",
    },
    Look {
        code: page!("affiliate-or-part"),
        kind: Some(Kind::Relationship),
        pointer: "/type",
        column: "type",
        words: &["affiliate-of"],
        is_clear: never,
        message: "in format 0.1 `affiliate-of` was an affiliate, a branch or a province; now it has a leadership of its own",
        help: "if it is a branch, a province or a wing of the other, write `part-of`; then drop the coding `standpoint/type`",
    },
    Look {
        code: page!("is-or-was"),
        kind: Some(Kind::Relationship),
        pointer: "/type",
        column: "type",
        words: &["member-of", "led-by"],
        is_clear: is_dated,
        message: "in format 0.1 this was or had been so; now it is so, unless it says otherwise",
        help: "if the source tells of it as over, add `\"former\": true`; then drop the coding `standpoint/type`",
    },
    Look {
        code: page!("munitions-used-or-had"),
        kind: Some(Kind::Observation),
        pointer: "/measure",
        column: "measure",
        words: &["munitions"],
        is_clear: never,
        message: "in format 0.1 `munitions` were used or not; now they were fired, dropped or laid",
        help: "if they are what an actor has, gets or loses, write `weapons`; then drop the coding `standpoint/measure`",
    },
    Look {
        code: page!("inferred-or-read"),
        kind: None,
        pointer: "/basis/modality",
        column: "modality",
        words: &["inferred"],
        is_clear: never,
        message: "in format 0.1 `inferred` was whatever the source does not say in so many words; now it is what would be no record \
                  without the dataset's own reading",
        help: "if only a date, a place or a doer was read in, write the source's own modality, and what was read in as \
               `readings`; then drop the coding `standpoint/modality`",
    },
];

impl Look {
    /// Whether a record of format 0.1 has the word, and may mean what the word no longer says.
    pub(super) fn is_at(&self, kind: Kind, old: &Value) -> bool {
        let word = old.pointer(self.pointer).and_then(Value::as_str);
        self.kind.is_none_or(|own| own == kind)
            && word.is_some_and(|word| self.words.contains(&word))
            && !(self.is_clear)(old)
    }

    /// Keeps the word as a coding.
    pub(super) fn keep(&self, old: &Value, draft: &mut Draft) {
        if let Some(word) = old.pointer(self.pointer).and_then(Value::as_str) {
            draft.keep(self.column, word);
        }
    }
}

fn never(_: &Value) -> bool {
    false
}

fn when(old: &Value) -> Option<Edtf> {
    Edtf::new(old.get("when")?.as_str()?).ok()
}

/// Whether all of it was on one day.
fn is_of_one_day(old: &Value) -> bool {
    when(old).is_some_and(
        |when| matches!((when.earliest(), when.latest()), (Bound::Day(one), Bound::Day(other)) if one == other),
    )
}

/// Whether the record says when it was so.
fn is_dated(old: &Value) -> bool {
    when(old).is_some()
}
