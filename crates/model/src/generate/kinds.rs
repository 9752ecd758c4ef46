//! Records of each kind.

use proptest::{
    collection::vec,
    option::of,
    prelude::{BoxedStrategy, Just, Strategy, any},
    prop_oneof,
    sample::select,
};

use super::{
    basis::{basis, estimate},
    date::edtf,
    lexical::{
        count, country_code, id, language_tag, latitude, license, longitude, rank, sha256, slug, text, version,
        web_address,
    },
};
use crate::{
    Actor, ActorType, Alias, AliasType, Basis, Code, Event, EventType, Interest, InterestCategory, Kind, Location,
    Manifest, Measure, Observation, Outcome, Participant, Place, PlaceType, Record, Relationship, RelationshipType,
    Reliability, Role, Source, SourceText, SourceType, Statement, Status, Text, Waiver,
};

/// Records of every kind.
pub fn record() -> BoxedStrategy<Record> {
    let kinds: Vec<BoxedStrategy<Record>> = Kind::ALL.iter().copied().map(record_of).collect();
    proptest::strategy::Union::new(kinds).boxed()
}

/// Records of one kind.
pub fn record_of(kind: Kind) -> BoxedStrategy<Record> {
    match kind {
        Kind::Dataset => manifest().prop_map(Record::from).boxed(),
        Kind::Source => source().prop_map(Record::from).boxed(),
        Kind::Actor => actor().prop_map(Record::from).boxed(),
        Kind::Place => place().prop_map(Record::from).boxed(),
        Kind::Event => event().prop_map(Record::from).boxed(),
        Kind::Relationship => relationship().prop_map(Record::from).boxed(),
        Kind::Interest => interest().prop_map(Record::from).boxed(),
        Kind::Observation => observation().prop_map(Record::from).boxed(),
        Kind::Statement => statement().prop_map(Record::from).boxed(),
    }
}

/// What the kinds with a basis have last.
fn closing() -> impl Strategy<Value = (Basis, Status, Option<Text>, Vec<Waiver>)> {
    (basis(), select(Status::ALL), of(text()), waivers())
}

/// Mostly none, as in what contributors write.
fn waivers() -> BoxedStrategy<Vec<Waiver>> {
    let waiver = (slug(), text()).prop_map(|(code, why)| Waiver { code, why });
    prop_oneof![3 => Just(Vec::new()), 1 => vec(waiver, 1..=2)].boxed()
}

/// Manifests.
pub fn manifest() -> BoxedStrategy<Manifest> {
    let description = (id(), text(), of(text()), version(), license());
    let publication = (text(), web_address(), edtf(), of(edtf()), of(text()), waivers());
    (description, publication)
        .prop_map(
            |((id, title, description, version, license), (publisher, base_iri, created, modified, note, allow))| {
                Manifest {
                    id,
                    title,
                    description,
                    version,
                    license,
                    publisher,
                    base_iri,
                    created,
                    modified,
                    note,
                    allow,
                }
            },
        )
        .boxed()
}

/// Sources.
pub fn source() -> BoxedStrategy<Source> {
    let publication = (id(), text(), of(text()), select(SourceType::ALL), of(web_address()), of(edtf()), of(edtf()));
    let content = (
        of(language_tag()),
        of(text()),
        any::<bool>(),
        of((sha256(), count()).prop_map(|(sha256, length)| SourceText { sha256, length })),
        of(select(Reliability::ALL)),
        select(Status::ALL),
        of(text()),
        waivers(),
    );
    (publication, content)
        .prop_map(
            |(
                (id, title, publisher, r#type, url, published, accessed),
                (language, rights, quotable, text, reliability, status, note, allow),
            )| Source {
                id,
                title,
                publisher,
                r#type,
                url,
                published,
                accessed,
                language,
                rights,
                quotable,
                text,
                reliability,
                status,
                note,
                allow,
            },
        )
        .boxed()
}

/// Actors.
pub fn actor() -> BoxedStrategy<Actor> {
    let alias = (text(), of(language_tag()), select(AliasType::ALL)).prop_map(|(text, language, r#type)| Alias {
        text,
        language,
        r#type,
    });
    let code = (slug(), text()).prop_map(|(scheme, value)| Code { scheme, value });
    let own =
        (id(), select(ActorType::ALL), text(), vec(alias, 0..=3), vec(code, 0..=3), of(country_code()), of(text()));
    (own, closing())
        .prop_map(|((id, r#type, name, aliases, codes, country, description), (basis, status, note, allow))| Actor {
            id,
            r#type,
            name,
            aliases,
            codes,
            country,
            description,
            basis,
            status,
            note,
            allow,
        })
        .boxed()
}

/// Places.
pub fn place() -> BoxedStrategy<Place> {
    let location = (longitude(), latitude()).prop_map(|(longitude, latitude)| Location { longitude, latitude });
    let own =
        (id(), select(PlaceType::ALL), text(), of(country_code()), of(location), of(id()), vec(country_code(), 0..=3));
    (own, closing())
        .prop_map(|((id, r#type, name, country, location, within, overlaps), (basis, status, note, allow))| Place {
            id,
            r#type,
            name,
            country,
            location,
            within,
            overlaps,
            basis,
            status,
            note,
            allow,
        })
        .boxed()
}

/// Events.
pub fn event() -> BoxedStrategy<Event> {
    let participant = (id(), select(Role::ALL)).prop_map(|(actor, role)| Participant { actor, role });
    let own = (
        id(),
        select(EventType::ALL),
        text(),
        of(edtf()),
        vec(id(), 0..=2),
        vec(participant, 0..=2),
        vec(id(), 0..=2),
        of(select(Outcome::ALL)),
        vec(id(), 0..=2),
        of(id()),
    );
    (own, closing())
        .prop_map(
            |(
                (id, r#type, title, when, places, participants, targets, outcome, follows, part_of),
                (basis, status, note, allow),
            )| Event {
                id,
                r#type,
                title,
                when,
                places,
                participants,
                targets,
                outcome,
                follows,
                part_of,
                basis,
                status,
                note,
                allow,
            },
        )
        .boxed()
}

/// Relationships.
pub fn relationship() -> BoxedStrategy<Relationship> {
    let own = (id(), id(), id(), select(RelationshipType::ALL), of(edtf()), of(text()));
    (own, closing())
        .prop_map(|((id, subject, object, r#type, when, description), (basis, status, note, allow))| Relationship {
            id,
            subject,
            object,
            r#type,
            when,
            description,
            basis,
            status,
            note,
            allow,
        })
        .boxed()
}

/// Interests.
pub fn interest() -> BoxedStrategy<Interest> {
    let own = (id(), id(), rank(), text(), text(), select(InterestCategory::ALL), vec(id(), 0..=2), vec(id(), 0..=2));
    (own, closing())
        .prop_map(
            |((id, actor, rank, title, summary, category, towards, supported_by), (basis, status, note, allow))| {
                Interest {
                    id,
                    actor,
                    rank,
                    title,
                    summary,
                    category,
                    towards,
                    supported_by,
                    basis,
                    status,
                    note,
                    allow,
                }
            },
        )
        .boxed()
}

/// Observations.
pub fn observation() -> BoxedStrategy<Observation> {
    let own = (id(), id(), select(Measure::ALL), of(text()), estimate(), of(edtf()));
    (own, closing())
        .prop_map(|((id, about, measure, population, value, when), (basis, status, note, allow))| Observation {
            id,
            about,
            measure,
            population,
            value,
            when,
            basis,
            status,
            note,
            allow,
        })
        .boxed()
}

/// Statements.
pub fn statement() -> BoxedStrategy<Statement> {
    let own = (id(), id(), slug(), of(rank()), text(), of(edtf()), vec(id(), 0..=2));
    (own, closing())
        .prop_map(|((id, about, topic, rank, text, when, mentions), (basis, status, note, allow))| Statement {
            id,
            about,
            topic,
            rank,
            text,
            when,
            mentions,
            basis,
            status,
            note,
            allow,
        })
        .boxed()
}
