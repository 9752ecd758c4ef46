//! Whether a record by itself may offend against a rule about single records.
//!
//! Each doubt is at least as wide as its rule: what raises none of them none of those rules has anything to say about.
//! What does is read again, as a value of the model's types, and the rules decide.

use standpoint_model::{AliasType, EventType, Kind, Modality, Role as PartyRole, Stance};

use super::sketch::{Cited, Sketch};
use crate::fast::{Days, Role};

/// Whether some rule about single records may have something to say about this one.
pub(super) fn is_doubtful(sketch: &Sketch, countries: &Countries) -> bool {
    // `forbidden-waiver`, `unknown-waiver-code`, and whatever it waives.
    sketch.has_waivers
        || grounds(sketch)
        || repeats(sketch)
        || refers_to_itself(sketch)
        || match sketch.kind {
            None => true,
            Some(Kind::Actor) => actor(sketch, countries),
            Some(Kind::Event) => event(sketch),
            Some(Kind::Dataset) => before(sketch.modified, sketch.created),
            Some(Kind::Source) => before(sketch.accessed, sketch.published),
            Some(Kind::Place | Kind::Relationship | Kind::Interest | Kind::Observation | Kind::Statement) => false,
        }
}

/// The hashes of the schemes of codes that are checked.
pub(super) struct Countries {
    pub(super) alpha2: u64,
    pub(super) alpha3: u64,
}

/// `claim-without-holder`, `unexplained-inference`, `unexplained-retraction`, `quote-digest`, `self-contradicting-holder`.
fn grounds(sketch: &Sketch) -> bool {
    let unexplained = !sketch.has_note
        && match sketch.modality {
            Some(Modality::Alleged | Modality::Reported | Modality::Estimated) => sketch.standpoints.is_empty(),
            Some(Modality::Inferred) => true,
            Some(Modality::Stated) | None => !sketch.is_current(),
        };
    let quoted = sketch.citations.iter().any(|citation| citation.has_quote);
    let against = |stance: Option<Stance>| stance.is_some_and(|stance| !stance.is_for());
    let divided = sketch.standpoints.iter().filter(|position| against(position.stance)).any(|position| {
        sketch.standpoints.iter().any(|other| other.holder == position.holder && !against(other.stance))
    });
    unexplained || (!sketch.is_current() && !sketch.has_note) || quoted || divided
}

/// `repeated-citation`, `repeated-item`, `repeated-participant`.
fn repeats(sketch: &Sketch) -> bool {
    let stretch = |citation: &Cited| (citation.standpoint, citation.source, citation.span);
    any_twice(&sketch.citations, stretch)
        || any_twice(&sketch.listed, |item| *item)
        || any_twice(&sketch.parties, |party| *party)
}

/// Whether two items have one key.
fn any_twice<T, K: PartialEq>(items: &[T], key: impl Fn(&T) -> K) -> bool {
    /// With more, comparing each with each costs more than reading the record again.
    const FEW: usize = 64;
    items.len() > FEW
        || items.iter().enumerate().any(|(at, item)| items[..at].iter().any(|before| key(before) == key(item)))
}

/// `self-reference`, `self-relationship`.
fn refers_to_itself(sketch: &Sketch) -> bool {
    sketch.names().any(|id| id == sketch.own)
        || (sketch.is(Kind::Relationship) && sketch.field(Role::Subject) == sketch.field(Role::Object))
}

/// `country-mismatch`, `unknown-country-code`, `repeated-alias`.
fn actor(sketch: &Sketch, countries: &Countries) -> bool {
    let foreign = sketch.codes.iter().any(|code| {
        code.scheme == countries.alpha2 || (code.scheme == countries.alpha3 && Some(code.value) != sketch.country)
    });
    let renamed =
        sketch.aliases.iter().any(|(name, form)| *form == Some(AliasType::Alternative) && *name == sketch.name);
    foreign || renamed || any_twice(&sketch.aliases, |alias| *alias)
}

/// `impossible-chronology` and `premature-standpoint`, of an event by itself.
fn event(sketch: &Sketch) -> bool {
    sketch.standpoints.iter().any(|standpoint| before(standpoint.when, sketch.when))
}

/// Whether one came before the other, whatever the exact days were.
pub(super) fn before(one: Option<Days>, other: Option<Days>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one.last < other.first)
}

/// Whether the participant, if the event is true, came into being by it.
pub(super) fn is_founded(role: Option<PartyRole>) -> bool {
    role == Some(PartyRole::Subject)
}

/// Whether the participant, a person, died by an event of this type.
pub(super) fn is_killed(r#type: Option<EventType>, role: Option<PartyRole>) -> bool {
    r#type == Some(EventType::Killing) && role == Some(PartyRole::Victim)
}
