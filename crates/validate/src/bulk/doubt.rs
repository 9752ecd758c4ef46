//! Whether a record by itself may offend against a rule about single records.
//!
//! Each doubt is at least as wide as its rule: what raises none of them none of those rules has anything to say about.
//! What does is read again, as a value of the model's types, and the rules decide.

use standpoint_model::{AliasType, EventType, Kind, Measure, Modality, Role as PartyRole, Stance};

use crate::fast::{Citation, Days, Sketch, Slot, Standpoint};

/// Whether some rule about single records may have something to say about this one.
pub(super) fn is_doubtful(sketch: &Sketch) -> bool {
    // What has waivers is looked at whatever they are about.
    sketch.has_waiver
        || sketch.has_marked_text
        || sketch.languages.contains(&3)
        || grounds(sketch)
        || repeats(sketch)
        || refers_to_itself(sketch)
        || match sketch.kind {
            None => true,
            Some(Kind::Actor) => actor(sketch),
            Some(Kind::Event) => event(sketch),
            Some(Kind::Place) => place(sketch),
            Some(Kind::Observation) => observation(sketch),
            Some(Kind::Dataset | Kind::Source | Kind::Relationship | Kind::Interest | Kind::Statement) => false,
        }
}

/// `claim-without-holder`, `estimate-without-estimator`, `stated-but-contested`, `unexplained-inference`,
/// `unexplained-retraction`, `quote-digest`, `self-contradicting-holder`.
fn grounds(sketch: &Sketch) -> bool {
    let against = |stance: Option<Stance>| stance.is_some_and(|stance| !stance.is_for());
    let positions = || sketch.standpoints.iter();
    let unexplained = !sketch.has_note
        && match sketch.modality {
            Some(Modality::Alleged | Modality::Reported) => positions().all(|position| against(position.stance)),
            Some(Modality::Estimated) => positions().all(|position| position.stance != Some(Stance::Estimates)),
            Some(Modality::Inferred) => true,
            Some(Modality::Stated) => positions().any(|position| against(position.stance)),
            None => false,
        };
    let quoted = sketch.citations.iter().any(|citation| citation.has_quote);
    let divided = positions()
        .filter(|position| against(position.stance))
        .any(|position| positions().any(|other| other.holder == position.holder && !against(other.stance)));
    unexplained || (!sketch.is_current() && !sketch.has_note) || quoted || divided
}

/// `repeated-citation`, `repeated-item`, `repeated-participant`.
fn repeats(sketch: &Sketch) -> bool {
    let stretch = |citation: &Citation| (citation.standpoint, citation.source, citation.span());
    any_twice(&sketch.citations, stretch)
        || any_twice(&sketch.listed, |item| *item)
        || any_twice(&sketch.parties, |party| *party)
        || any_twice(&sketch.overlaps, |country| *country)
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
        || (sketch.is(Kind::Relationship) && sketch.field(Slot::Subject) == sketch.field(Slot::Object))
}

/// `country-mismatch`, `unknown-country-code`, `repeated-alias`.
fn actor(sketch: &Sketch) -> bool {
    let foreign = sketch.codes.iter().any(|code| {
        code.scheme == sketch.hash_of("iso3166-1-alpha-2")
            || (code.scheme == sketch.hash_of("iso3166-1-alpha-3") && Some(code.value) != sketch.country)
    });
    let renamed =
        sketch.aliases.iter().any(|alias| alias.r#type == Some(AliasType::Alternative) && alias.text == sketch.name);
    foreign || renamed || any_twice(&sketch.aliases, |alias| *alias)
}

/// `premature-standpoint`, `bare-event`, `claimant-without-part`, `self-inflicted`.
fn event(sketch: &Sketch) -> bool {
    let is_bare = sketch.when.is_none()
        && sketch.parties.is_empty()
        && sketch.listed.iter().all(|named| !matches!(named.slot, Slot::Place | Slot::Target));
    let passive = |role| matches!(role, Some(PartyRole::Victim | PartyRole::Affected | PartyRole::Subject));
    let claims = |position: &&Standpoint| position.stance == Some(Stance::ClaimsResponsibility);
    let is_absent = |position: &Standpoint| {
        !sketch.parties.iter().any(|party| party.actor == position.holder && !passive(party.role))
    };
    let harmed = |actor: u64| {
        sketch.parties.iter().any(|party| party.actor == actor && party.role == Some(PartyRole::Victim))
            || sketch.items(Slot::Target).any(|target| target == actor)
    };
    let mut perpetrators = sketch.parties.iter().filter(|party| party.role == Some(PartyRole::Perpetrator));
    is_bare
        || sketch.standpoints.iter().any(|standpoint| before(standpoint.when, sketch.when))
        || sketch.standpoints.iter().filter(claims).any(is_absent)
        || perpetrators.any(|party| harmed(party.actor))
}

/// `ambiguous-country`, `null-island`.
fn place(sketch: &Sketch) -> bool {
    let overlaps = sketch.overlaps.len();
    (sketch.longitude == Some(0) && sketch.latitude == Some(0))
        || (sketch.country.is_some() && overlaps > 0)
        || (sketch.country.is_none() && overlaps == 1)
}

/// `misplaced-measure`, `undated-strength`, `unexplained-measure`.
fn observation(sketch: &Sketch) -> bool {
    match sketch.measure {
        Some(Measure::Fighters | Measure::Members) => sketch.when.is_none() || sketch.counted_event().is_some(),
        Some(Measure::Other) | None => sketch.population.is_none(),
        Some(_) => false,
    }
}

/// Whether one came before the other, whatever the exact days were, or may have come, so far away as days are not told
/// apart.
pub(super) fn before(one: Option<Days>, other: Option<Days>) -> bool {
    let is_before = |day: i32, other: i32| day < other || (day == other && Days::FAR.contains(&day));
    one.zip(other).is_some_and(|(one, other)| is_before(one.last, other.first))
}

/// Whether the participant, if the event is true, came into being by it.
pub(super) fn is_founded(role: Option<PartyRole>) -> bool {
    role == Some(PartyRole::Subject)
}

/// Whether the participant, a person, died by an event of this type.
pub(super) fn is_killed(r#type: Option<EventType>, role: Option<PartyRole>) -> bool {
    r#type == Some(EventType::Killing) && role == Some(PartyRole::Victim)
}
