//! All the records of a dataset, looked up by id and along their references.

use std::collections::BTreeMap;

use crate::{
    Actor, Bound, Entity, Event, Id, Interest, Issue, Kind, Manifest, Observation, Position, PositionForm, Record,
    Relationship, Role, Standpoint, Statement, Status, Tension,
};

/// All the records of a dataset.
///
/// Iteration is in a fixed order: by kind, then by id. Retracted records are in [`Dataset::all_records`] and answer to
/// their ids ([`Dataset::get`], [`Dataset::resolve`], [`Dataset::standpoints_on`]); every other method leaves them out.
///
/// Where a record of any kind may be asked for, its id may be of any type: an [`Id`] or a text.
///
/// ```
/// use standpoint_model::{Dataset, Record, Source};
///
/// let records: Vec<Record> = serde_json::from_str(
///     r#"[{ "kind": "source", "id": "source/page", "title": "A page", "type": "web-page" }]"#,
/// )?;
/// let dataset = Dataset::new(records)?;
/// let source = dataset.get::<Source>(&"source/page".parse()?);
/// assert_eq!(source.map(|source| source.title.as_str()), Some("A page"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Dataset {
    /// In the order of kind and id.
    records: Vec<Record>,
    /// From an id to the records that name it, by their places in `records`.
    referrers: BTreeMap<Box<str>, Vec<usize>>,
}

/// Two records have one id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("two records have the id `{id}`")]
pub struct DuplicateIdError {
    /// The id.
    pub id: String,
}

/// An actor's standpoint on a record, found by [`Dataset::standpoints_of`] or [`Dataset::standpoints_on`].
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct HeldStandpoint<'a> {
    /// The record that it is on.
    pub record: &'a Record,
    /// The standpoint.
    pub standpoint: &'a Standpoint,
}

impl Dataset {
    /// Collects records, in whatever order they come.
    ///
    /// References are not checked here: [`Dataset::resolve`] answers `None` for one that names no record.
    ///
    /// # Errors
    ///
    /// [`DuplicateIdError`] where two records have one id.
    pub fn new(records: impl IntoIterator<Item = Record>) -> Result<Self, DuplicateIdError> {
        let mut records: Vec<Record> = records.into_iter().collect();
        records.sort_by(|a, b| order(a).cmp(&order(b)));
        if let Some(pair) = records.windows(2).find(|pair| pair[0].id() == pair[1].id()) {
            return Err(DuplicateIdError { id: pair[0].id().to_owned() });
        }
        Ok(Self::of_distinct(records))
    }

    /// The dataset of records that are in order and have ids of their own.
    pub(crate) fn of_distinct(records: Vec<Record>) -> Self {
        let mut referrers: BTreeMap<Box<str>, Vec<usize>> = BTreeMap::new();
        for (at, record) in records.iter().enumerate() {
            record.visit_references(|id, _| {
                let from = referrers.entry(id.into()).or_default();
                if from.last() != Some(&at) {
                    from.push(at);
                }
            });
        }
        Self { records, referrers }
    }

    /// Every record, the retracted ones too.
    pub fn all_records(&self) -> &[Record] {
        &self.records
    }

    /// Every record that stands.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.records.iter().filter(|record| record.status() == Status::Current)
    }

    /// Every record of one kind that stands.
    pub fn iter<E: Entity>(&self) -> impl Iterator<Item = &E> {
        self.records().filter_map(E::from_record)
    }

    /// How many records of a kind stand.
    pub fn count(&self, kind: Kind) -> usize {
        self.records().filter(|record| record.kind() == kind).count()
    }

    /// The record of a given kind with a given id, retracted or not.
    pub fn get<E: Entity>(&self, id: &Id<E>) -> Option<&E> {
        self.resolve(id.as_str()).and_then(E::from_record)
    }

    /// The record with a given id, of whatever kind, retracted or not.
    pub fn resolve(&self, id: &(impl AsRef<str> + ?Sized)) -> Option<&Record> {
        let id = id.as_ref();
        let key = (Kind::of_id(id)?, id);
        let at = self.records.binary_search_by(|record| order(record).cmp(&key)).ok()?;
        Some(&self.records[at])
    }

    /// The manifest.
    pub fn manifest(&self) -> Option<&Manifest> {
        self.iter().next()
    }

    /// The records that name `id` anywhere in them.
    pub fn referrers(&self, id: &(impl AsRef<str> + ?Sized)) -> impl Iterator<Item = &Record> {
        self.all_referrers(id.as_ref()).filter(|record| record.status() == Status::Current)
    }

    /// The same, the retracted ones too.
    pub(crate) fn all_referrers(&self, id: &str) -> impl Iterator<Item = &Record> {
        let places = self.referrers.get(id).map_or(&[][..], Vec::as_slice);
        places.iter().map(|&at| &self.records[at])
    }

    fn referring<E: Entity>(&self, id: &str) -> impl Iterator<Item = &E> {
        self.referrers(id).filter_map(E::from_record)
    }

    /// The relationships of which an actor is the subject or the object.
    pub fn relationships_of(&self, actor: &Id<Actor>) -> impl Iterator<Item = &Relationship> {
        self.referring::<Relationship>(actor.as_str())
            .filter(move |tie| tie.subject == *actor || tie.object.as_str() == actor.as_str())
    }

    /// The events in which an actor has a part, whatever part.
    pub fn events_with(&self, actor: &Id<Actor>) -> impl Iterator<Item = &Event> {
        self.referring::<Event>(actor.as_str())
            .filter(move |event| event.participants.iter().any(|participant| participant.actor == *actor))
    }

    /// The positions on an issue.
    pub fn positions_on(&self, issue: &Id<Issue>) -> impl Iterator<Item = &Position> {
        self.referring::<Position>(issue.as_str()).filter(move |position| position.issue.as_ref() == Some(issue))
    }

    /// The positions that were taken in an event, or the provisions of an agreement.
    pub fn positions_in(&self, event: &Id<Event>) -> impl Iterator<Item = &Position> {
        self.referring::<Position>(event.as_str()).filter(move |position| position.r#in.as_ref() == Some(event))
    }

    /// The positions that an actor holds, those of the agreements to which it is a party among them.
    pub fn positions_of(&self, actor: &Id<Actor>) -> impl Iterator<Item = &Position> {
        self.iter::<Position>().filter(move |position| self.holders_of(position).contains(&actor))
    }

    /// Those who hold a position: the holders that it names, or, of what is agreed, the parties of the agreement that it is in.
    pub fn holders_of<'a>(&'a self, position: &'a Position) -> Vec<&'a Id<Actor>> {
        let agreement = position.r#in.as_ref().filter(|_| position.form == PositionForm::Agreed);
        match agreement.and_then(|id| self.get(id)) {
            Some(agreement) if position.holders.is_empty() => agreement.in_role(Role::Party).collect(),
            _ => position.holders.iter().collect(),
        }
    }

    /// The interests of an actor, by rank; those without one come last.
    pub fn interests_of(&self, actor: &Id<Actor>) -> Vec<&Interest> {
        let mut interests: Vec<&Interest> =
            self.referring::<Interest>(actor.as_str()).filter(|interest| interest.actor == *actor).collect();
        interests.sort_by_key(|interest| (interest.rank.is_none(), interest.rank));
        interests
    }

    /// The observations about a record.
    pub fn observations_about(&self, id: &(impl AsRef<str> + ?Sized)) -> impl Iterator<Item = &Observation> {
        let id = id.as_ref();
        self.referring::<Observation>(id).filter(move |observation| observation.about.as_str() == id)
    }

    /// The statements about a record.
    pub fn statements_about(&self, id: &(impl AsRef<str> + ?Sized)) -> impl Iterator<Item = &Statement> {
        let id = id.as_ref();
        self.referring::<Statement>(id).filter(move |statement| statement.about.as_str() == id)
    }

    /// The standpoints of an actor, on whatever record.
    pub fn standpoints_of(&self, holder: &Id<Actor>) -> impl Iterator<Item = HeldStandpoint<'_>> {
        self.referrers(holder.as_str()).flat_map(standpoints).filter(move |held| held.standpoint.holder == *holder)
    }

    /// The standpoints on a record, of whatever actor.
    pub fn standpoints_on(&self, id: &(impl AsRef<str> + ?Sized)) -> impl Iterator<Item = HeldStandpoint<'_>> {
        self.resolve(id).into_iter().flat_map(standpoints)
    }

    /// The tensions of a record with others, each with the id of the other: those that it declares, then those that others
    /// declare with it.
    pub fn tensions_of<'a>(
        &'a self,
        id: &'a (impl AsRef<str> + ?Sized),
    ) -> impl Iterator<Item = (&'a str, &'a Tension)> {
        let id = id.as_ref();
        let own = self.resolve(id).into_iter().flat_map(tensions).map(|tension| (tension.with.as_str(), tension));
        let others = self.referrers(id).filter(move |record| record.id() != id).flat_map(move |record| {
            tensions(record).filter(move |tension| tension.with.as_str() == id).map(|tension| (record.id(), tension))
        });
        own.chain(others)
    }

    /// Every record with a date, by its first possible day, then its last, then its id. What has no beginning comes
    /// first and what cannot be placed comes last.
    pub fn timeline(&self) -> Vec<&Record> {
        let mut dated: Vec<&Record> = self.records().filter(|record| record.when().is_some()).collect();
        dated.sort_by_cached_key(|record| {
            let when = record.when();
            let start = when.map(|when| match when.earliest() {
                Bound::Open => (0, None),
                Bound::Day(day) => (1, Some(day)),
                Bound::Unknown => (2, None),
            });
            let end = when.map(|when| match when.latest() {
                Bound::Day(day) => (1, Some(day)),
                Bound::Unknown | Bound::Open => (2, None),
            });
            (start, end, record.id().to_owned())
        });
        dated
    }
}

/// The order in which a dataset keeps its records.
fn order(record: &Record) -> (Kind, &str) {
    (record.kind(), record.id())
}

fn standpoints(record: &Record) -> impl Iterator<Item = HeldStandpoint<'_>> {
    record
        .basis()
        .into_iter()
        .flat_map(|basis| &basis.standpoints)
        .map(move |standpoint| HeldStandpoint { record, standpoint })
}

fn tensions(record: &Record) -> impl Iterator<Item = &Tension> {
    record.basis().into_iter().flat_map(|basis| &basis.tensions)
}
