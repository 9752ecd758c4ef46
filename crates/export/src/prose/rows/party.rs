//! The fields of parties, of places, and of what parties want and are to one another.

use standpoint_model::{Actor, Interest, Place, PointPrecision, Relationship};

use super::row::{Row, date, named, row, text, word};
use crate::prose::{
    line::{alias, country, joined, words as say},
    tie::support,
    words::capitalised,
};

pub(super) fn actor(actor: &Actor) -> Vec<Option<Row<'_>>> {
    // Of one that is told of with others, a name of theirs may be its own.
    let others = actor.aliases.iter().filter(|alias| alias.text.as_str() != actor.name.as_str());
    vec![
        word("type", "Type", actor.r#type.as_str()),
        row("aliases", "Also known as", joined(others.map(alias), ", ")),
        row("country", "Country", actor.country.map(country).unwrap_or_default()),
        named("seat", "Seat", &actor.seat),
    ]
}

pub(super) fn place(place: &Place) -> Vec<Option<Row<'_>>> {
    let degrees = |location: standpoint_model::Location| {
        say(format!("latitude {}°, longitude {}°", location.latitude.get(), location.longitude.get()))
    };
    let precision = place.precision.map(|precision| say(self::precision(precision)));
    vec![
        word("type", "Type", place.r#type.as_str()),
        row("aliases", "Also known as", joined(place.aliases.iter().map(alias), ", ")),
        row("country", "Country", place.country.map(country).unwrap_or_default()),
        named("within", "Within", &place.within),
        row("overlaps", "Extends over", joined(place.overlaps.iter().map(|&code| country(code)), ", ")),
        row("location", "Coordinates", place.location.map(degrees).into_iter().collect()),
        row("precision", "The point is", precision.into_iter().collect()),
    ]
}

fn precision(precision: PointPrecision) -> &'static str {
    match precision {
        PointPrecision::Exact => "The place itself",
        PointPrecision::Near => "Of a known place near it",
        PointPrecision::Feature => "Somewhere along it, or in it",
        PointPrecision::District => "Of its district",
        PointPrecision::Province => "Of its province",
        PointPrecision::Country => "Of its country",
    }
}

pub(super) fn relationship(tie: &Relationship) -> Vec<Option<Row<'_>>> {
    vec![
        named("subject", "Who", [&tie.subject]),
        row("type", "How", vec![say(capitalised(tie.phrases().forward))]),
        named("object", "Whom or what", [&tie.object]),
        text("role", "As", tie.role.as_ref()),
        row("head", "Head", tie.head.then(|| say("Yes")).into_iter().collect()),
        row("support", "With", support(tie).map(|with| say(capitalised(&with))).into_iter().collect()),
        date("when", "When", tie.when.as_ref()),
        row("former", "Over", tie.former.then(|| say("Yes; since when is not said")).into_iter().collect()),
    ]
}

pub(super) fn interest(interest: &Interest) -> Vec<Option<Row<'_>>> {
    vec![
        named("actor", "Of", [&interest.actor]),
        row("rank", "Rank", interest.rank.iter().map(|rank| say(rank.to_string())).collect()),
        interest.importance.and_then(|importance| word("importance", "Importance", importance.as_str())),
        interest.category.and_then(|category| word("category", "Category", category.as_str())),
        named("about", "About", &interest.about),
        named("towards", "Towards", &interest.towards),
        named("supported_by", "Shows in", &interest.supported_by),
    ]
}
