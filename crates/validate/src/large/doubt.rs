//! Whether a record by itself may offend against a rule about single records.
//!
//! Each doubt is at least as wide as its rule: what raises none of them none of those rules has anything to say about.
//! What does is read again, as a value of the model's types, and the rules decide.

use standpoint_model::{AliasType, Kind, Measure, Modality, Role as PartyRole, Stance};

use crate::recognise::sketch::{Cited, Sketch, Taken};
use crate::recognise::{Days, Role};

/// Whether some rule about single records may have something to say about this one.
pub(super) fn is_doubtful(sketch: &Sketch, countries: &Countries) -> bool {
    // What has waivers is looked at whatever they are about.
    sketch.has_waiver
        || sketch.is_untidy
        || sketch.has_long_language
        || grounds(sketch)
        || repeats(sketch)
        || refers_to_itself(sketch)
        || is_out_of_order(sketch)
        || sketch.citations.iter().any(|citation| citation.span.is_none() && !citation.has_locator)
        || match sketch.kind {
            None => true,
            Some(Kind::Actor) => actor(sketch, countries),
            Some(Kind::Event) => event(sketch),
            Some(Kind::Place) => place(sketch),
            Some(Kind::Observation) => observation(sketch),
            Some(Kind::Dataset | Kind::Source | Kind::Relationship | Kind::Interest | Kind::Statement) => false,
        }
}

/// The hashes of the schemes of codes that are checked.
pub(super) struct Countries {
    pub(super) alpha2: u64,
    pub(super) alpha3: u64,
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
    let stretch = |citation: &Cited| (citation.standpoint, citation.source, citation.span);
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

/// `impossible-chronology`.
fn is_out_of_order(sketch: &Sketch) -> bool {
    let claims = |position: &&Taken| position.stance == Some(Stance::ClaimsResponsibility);
    before(sketch.modified, sketch.created)
        || before(sketch.accessed, sketch.published)
        || sketch.standpoints.iter().filter(claims).any(|claim| before(claim.when, sketch.when))
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

/// `premature-standpoint`, `bare-event`, `claimant-without-part`, `self-inflicted`.
fn event(sketch: &Sketch) -> bool {
    let is_bare = sketch.when.is_none()
        && sketch.parties.is_empty()
        && sketch.listed.iter().all(|named| !matches!(named.role, Role::Place | Role::Target));
    let passive = |role| matches!(role, Some(PartyRole::Victim | PartyRole::Affected | PartyRole::Subject));
    let claims = |position: &&Taken| position.stance == Some(Stance::ClaimsResponsibility);
    let is_absent =
        |position: &Taken| !sketch.parties.iter().any(|(actor, role)| *actor == position.holder && !passive(*role));
    let harmed = |actor: u64| {
        sketch.parties.iter().any(|(other, role)| *other == actor && *role == Some(PartyRole::Victim))
            || sketch.items(Role::Target).any(|target| target == actor)
    };
    let mut perpetrators = sketch.parties.iter().filter(|(_, role)| *role == Some(PartyRole::Perpetrator));
    is_bare
        || sketch.standpoints.iter().any(|standpoint| before(standpoint.when, sketch.when))
        || sketch.standpoints.iter().filter(claims).any(is_absent)
        || perpetrators.any(|(actor, _)| harmed(*actor))
}

/// `ambiguous-country`, `null-island`.
fn place(sketch: &Sketch) -> bool {
    let overlaps = sketch.overlaps.len();
    sketch.zeros == 2 || (sketch.country.is_some() && overlaps > 0) || (sketch.country.is_none() && overlaps == 1)
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
