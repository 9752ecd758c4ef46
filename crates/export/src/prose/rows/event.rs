//! The fields of an event.

use standpoint_model::{Compliance, Event, EventType, Extent, Occurrence, PlaceRole, Role};

use super::row::{Row, date, named, row, word};
use crate::prose::{
    condition::conditions,
    line::{Line, Piece, joined, words as say},
    words::{capitalised, outcome, title},
};

/// What sort of event it is, and when it is or was to be.
pub(super) fn dated_rows(event: &Event) -> impl Iterator<Item = Option<Row<'_>>> {
    let extent =
        (event.extent == Extent::Series).then(|| say("A series, told as one; never counted as a single event"));
    let occurrence = match event.occurrence {
        Occurrence::Happened => None,
        Occurrence::Planned => Some(say("Planned; the dataset does not say that it happened")),
        Occurrence::CalledOff => Some(say("Called off")),
    };
    [
        word("type", "Type", event.r#type.as_str()),
        row("extent", "Extent", extent.into_iter().collect()),
        row("occurrence", "Occurrence", occurrence.into_iter().collect()),
        date("when", "When", event.when.as_ref()),
        date("due", "Planned for", event.due.as_ref()),
    ]
    .into_iter()
}

/// Where, who in which role, what it was about, and how an event hangs together with others.
pub(crate) fn event_rows(event: &Event) -> Vec<Row<'_>> {
    let mut rows: Vec<Option<Row<'_>>> = PlaceRole::ALL.iter().map(|&role| places(event, role)).collect();
    rows.extend(Role::ALL.iter().map(|&role| participants(event, role)));
    let aliases = event.aliases.iter().map(crate::prose::line::alias);
    rows.extend([
        row("aliases", "Also known as", joined(aliases, ", ")),
        named("issues", agenda(event), &event.issues),
        row("outcome", "Outcome", event.outcome.map(|result| say(capitalised(outcome(result)))).into_iter().collect()),
        named("follows", "In the wake of", &event.follows),
        named("caused_by", "Brought about by", &event.caused_by),
        named("part_of", "Part of", &event.part_of),
        named("serves", "Meant to further", &event.serves),
    ]);
    rows.extend([(Compliance::Fulfils, "Fulfils"), (Compliance::Breaches, "Breaches")].map(|(how, term)| {
        let borne = event.bears_on.iter().filter(|bearing| bearing.how == how);
        named("bears_on", if is_yet_to_be(event) { planned(how) } else { term }, borne.map(|bearing| &bearing.position))
    }));
    rows.extend(conditions(&event.conditions).into_iter().map(|line| row("conditions", "Condition", line)));
    rows.into_iter().flatten().map(|row| row.read_in(&event.basis.readings)).collect()
}

fn is_yet_to_be(event: &Event) -> bool {
    event.occurrence != Occurrence::Happened
}

/// What an event that has not happened would mean for a position.
fn planned(how: Compliance) -> &'static str {
    match how {
        Compliance::Fulfils => "Would fulfil",
        Compliance::Breaches => "Would breach",
    }
}

/// What the issues of an event are to it. Those of a plan are on its agenda, which does not mean that anybody agreed on them.
fn agenda(event: &Event) -> &'static str {
    match event.r#type {
        EventType::Conflict => "Fought over",
        EventType::Negotiation | EventType::Meeting => "On the agenda",
        _ => "About",
    }
}

fn places(event: &Event, role: PlaceRole) -> Option<Row<'_>> {
    let term = match role {
        PlaceRole::Site => "Where",
        PlaceRole::Origin => "From where",
        PlaceRole::Target => "Aimed at the place",
        PlaceRole::Crossed => "Across",
        PlaceRole::Reached => "As far as",
        PlaceRole::SeatOfTalks => "Seat of the talks",
    };
    named("places", term, event.places.iter().filter(|place| place.role == role).map(|place| &place.place))
}

/// Those of one role, each with the side on which it was.
fn participants(event: &Event, role: Role) -> Option<Row<'_>> {
    let term = match role {
        Role::Target => "Aimed at".into(),
        _ => title(role.as_str()),
    };
    let of_role = event.participants.iter().filter(|participant| participant.role == role);
    let line = |participant: &'_ standpoint_model::Participant| -> Line<'static> {
        participant.side.as_ref().map(|side| say(format!(" (side {side})"))).into_iter().collect()
    };
    let lines = of_role.map(|participant| {
        let mut says = vec![Piece::Record(participant.actor.as_str())];
        says.extend(line(participant));
        says
    });
    row("participants", term, joined(lines, "; "))
}
