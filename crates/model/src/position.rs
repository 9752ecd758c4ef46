//! What actors want, offer, ask, answer or have agreed should be.

use crate::{
    Actor, Condition, Edtf, Estimate, Event, Id, Interest, Issue, Text,
    constructor::constructor,
    fact::fact,
    lexical::{is_default, present},
    vocabulary::vocabulary,
};

fact! {
    /// What actors want, offer, ask, answer or have agreed *should be*. Never a claim of what is.
    ///
    /// A provision of an agreement is a position of the form `agreed` that is `in` the agreement; its holders are the parties.
    /// Who denies that a position was taken has a standpoint on it; who rejects what it asks for has a position of the form
    /// `refusal`. An actor that changes its mind takes a new position, which `answers` its old one.
    pub struct Position {
        /// The id of the record.
        #[schemars(example = &"position/league-demands-autonomy")]
        pub id: Id<Position>,
        /// The question on which it is. May be missing from a provision of an agreement.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"issue/autonomy")]
        pub issue: Option<Id<Issue>>,
        /// Whose position it is. Of what is agreed: the parties of the agreement that it is `in`, when left out.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(extend("examples" = [["actor/highland-league"]]))]
        pub holders: Vec<Id<Actor>>,
        /// In what form it is put.
        #[schemars(example = &"demand")]
        pub form: PositionForm,
        /// Whether it can be moved, where the source says so.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"red-line")]
        pub firmness: Option<Firmness>,
        /// What should be, in the dataset's own words.
        #[schemars(example = &"The highland districts elect their own assembly.")]
        pub text: Text,
        /// The positions that it accepts, refuses, withdraws, counters or replaces. An acceptance, a refusal and a withdrawal have at least one.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(extend("examples" = [["position/council-offers-district-councils"]]))]
        pub answers: Vec<Id<Position>>,
        /// Who is to do it. Only if the text names them: left out means that it does not say.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(extend("examples" = [["actor/valley-council"]]))]
        pub owed_by: Vec<Id<Actor>>,
        /// To whom it is owed. Only if the text names them.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(extend("examples" = [["actor/highland-league"]]))]
        pub owed_to: Vec<Id<Actor>>,
        /// To whom it was put.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(extend("examples" = [["actor/valley-council"]]))]
        pub addressed_to: Vec<Id<Actor>>,
        /// Who carried it from the one to the other: a mediator, a go-between.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(extend("examples" = [["actor/lake-envoy"]]))]
        pub carried_by: Vec<Id<Actor>>,
        /// Whether it was taken in confidence. No, or not said, when left out. Exports leave it out unless asked.
        #[serde(default, skip_serializing_if = "is_default")]
        #[schemars(example = true)]
        pub private: bool,
        /// On what it depends.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub conditions: Vec<Condition>,
        /// Where on the scale of its issue it lies.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = serde_json::json!({ "best": 70, "approximate": true }))]
        pub at: Option<Estimate>,
        /// How much the issue matters to the holders, in percent: 0 is nothing, 100 comes before all else. Only if the source gives it, in numbers or in words.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = serde_json::json!({ "words": "the first of their demands" }))]
        pub salience: Option<Estimate>,
        /// The event in which it was taken, or the agreement of which it is a provision.
        #[serde(rename = "in", default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"event/lake-talks-first-round")]
        pub r#in: Option<Id<Event>>,
        /// Its number or heading in the text of the agreement.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"Article 2 (b)")]
        pub label: Option<Text>,
        /// The position that it is a part of: the article of a clause, the package of an offer.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"position/agreement-article-2")]
        pub part_of: Option<Id<Position>>,
        /// By when or for when it should be. A term that runs from something else is the `within` of a condition.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"[..2031-09-30]")]
        pub due: Option<Edtf>,
        /// When the position was taken or held. Not when what it asks for should be: that is `due`.
        #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        #[schemars(example = &"2031-05-02")]
        pub when: Option<Edtf>,
        /// The interests that it serves, as the source says.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(extend("examples" = [["interest/league-autonomy"]]))]
        pub serves: Vec<Id<Interest>>,
    }
}

constructor! {
    Position(id: Id<Self>, form: PositionForm, text: Text)
    issue, holders, firmness, answers, owed_by, owed_to, addressed_to, carried_by, private, conditions, at, salience, r#in, label, part_of, due, when, serves; fact
}

vocabulary! {
    /// In what form a position is put.
    pub enum PositionForm {
        /// The holder is for it or against it, and asks nobody for it.
        View = "view",
        /// The holder asks it of others.
        Demand = "demand",
        /// The holder holds out that it will do it itself.
        Offer = "offer",
        /// The holder puts it forward for all to agree on: a draft, a package, a mediator's paper.
        Proposal = "proposal",
        /// The holder agrees to what it answers. An acceptance by all is `agreed`.
        Acceptance = "acceptance",
        /// The holder rejects what it answers.
        Refusal = "refusal",
        /// The holder takes back what it answers, a position of its own.
        Withdrawal = "withdrawal",
        /// The holders have agreed on it: a provision of an agreement.
        Agreed = "agreed",
    }
}

impl PositionForm {
    /// Whether such a position is nothing without the one that it answers.
    pub const fn is_answer(self) -> bool {
        matches!(self, Self::Acceptance | Self::Refusal | Self::Withdrawal)
    }
}

vocabulary! {
    /// Whether a position can be moved, as the source says.
    pub enum Firmness {
        /// The holder says that it will not go beyond it.
        RedLine = "red-line",
        /// The holder lets it be known that it can be moved.
        Flexible = "flexible",
    }
}
