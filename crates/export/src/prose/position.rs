//! What actors want, offer, ask, answer or have agreed should be.

use standpoint_model::{Actor, Dataset, Event, Id, Issue, Position, PositionForm, Role};

use super::{
    line::{Line, Piece, at, records, strong, words},
    profile::{first_day, told_at},
    rows::{Row, position_rows},
    words::{by, firmness, natural},
};

/// A position in a line: "Demanded by the League, as a red line: …".
pub(crate) fn position<'a>(dataset: &'a Dataset, position: &'a Position) -> Line<'a> {
    let mut line = vec![strong(by(position.form))];
    let holders = records(dataset.holders_of(position).into_iter().map(AsRef::as_ref));
    if holders.is_empty() {
        line.push(words(" somebody who is not named"));
    } else {
        line.push(words(" "));
        line.extend(holders);
    }
    line.extend(position.firmness.map(|how| words(format!(", {}", firmness(how)))));
    line.extend(at(position.when.as_ref()));
    line.push(words(": "));
    line.extend(label(position));
    line.push(Piece::Text(position.text.as_str()));
    line
}

/// A provision below the agreement that it is in: "Article 2 (b) – …".
pub(crate) fn provision(position: &Position) -> Line<'_> {
    let mut line = label(position);
    line.push(Piece::Text(position.text.as_str()));
    line
}

fn label(position: &Position) -> Line<'_> {
    position.label.iter().flat_map(|label| [strong(label.as_str()), words(" – ")]).collect()
}

/// What a line does not say of a position; nor what the reader knows, because it stands on that page.
pub(crate) fn position_details<'a>(dataset: &'a Dataset, position: &'a Position, known: &[&str]) -> Vec<Row<'a>> {
    const IN_THE_LINE: [&str; 5] = ["form", "holders", "firmness", "label", "when"];
    let is_news = |row: &Row<'_>| !IN_THE_LINE.contains(&row.field) && !known.contains(&row.field);
    position_rows(dataset, position).into_iter().filter(is_news).collect()
}

/// The positions on an issue, from first to last.
pub(crate) fn positions_on<'a>(dataset: &'a Dataset, issue: &Id<Issue>) -> Vec<&'a Position> {
    in_order(dataset.positions_on(issue).collect())
}

/// The positions that were taken in an event: the provisions of an agreement.
pub(crate) fn positions_in<'a>(dataset: &'a Dataset, event: &Id<Event>) -> Vec<&'a Position> {
    in_order(dataset.positions_in(event).collect())
}

/// Whether a position is a provision of an agreement.
pub(crate) fn is_provision(position: &Position) -> bool {
    position.form == PositionForm::Agreed
}

/// The heading of the positions that an actor holds itself.
pub(crate) const OWN_POSITIONS: &str = "Its own";

/// What an actor has to do with positions, each sort under a heading.
pub(crate) fn positions_of<'a>(dataset: &'a Dataset, actor: &Id<Actor>) -> Vec<(&'static str, Vec<&'a Position>)> {
    let naming = || dataset.referrers(actor.as_str()).filter_map(<Position as standpoint_model::Entity>::from_record);
    // Of what is agreed, the parties are the holders where no others are named.
    let is_party = |event: &&Event| event.in_role(Role::Party).any(|party| party == actor);
    let provisions = dataset.events_with(actor).filter(is_party).flat_map(|event| dataset.positions_in(&event.id));
    let agreed = provisions.filter(|position| position.form == PositionForm::Agreed && position.holders.is_empty());
    let held = naming().filter(|position| position.holders.contains(actor)).chain(agreed).collect();
    let of =
        |among: fn(&Position) -> &[Id<Actor>]| naming().filter(|position| among(position).contains(actor)).collect();
    [
        (OWN_POSITIONS, held),
        ("Put to it", of(|position| &position.addressed_to)),
        ("For it to do", of(|position| &position.owed_by)),
        ("Owed to it", of(|position| &position.owed_to)),
        ("Carried by it", of(|position| &position.carried_by)),
    ]
    .into_iter()
    .filter(|(_, positions): &(_, Vec<_>)| !positions.is_empty())
    .map(|(heading, positions)| (heading, in_order(positions)))
    .collect()
}

/// From first to last, those without a date last; then as their text has them, if all stand in one text and in known places, and
/// otherwise agreement by agreement, by label.
fn in_order(mut positions: Vec<&Position>) -> Vec<&Position> {
    let place = |position: &Position| {
        let first = position.basis.evidence.first()?;
        first.span.as_ref().map(|_| first.source.clone())
    };
    let texts: Vec<_> = positions.iter().map(|position| place(position)).collect();
    let are_of_one_text = texts.iter().all(|text| text.is_some() && *text == texts[0]);
    positions.sort_by_cached_key(|position| {
        let day = first_day(position.when.as_ref());
        let label = position.label.as_ref().map(|label| natural(label.as_str()));
        let provision = (position.r#in.as_ref().map(Id::as_str), label);
        let provision = Some(provision).filter(|_| !are_of_one_text);
        (day.is_none(), day, provision, told_at(&position.basis), position.id.as_str())
    });
    positions
}
