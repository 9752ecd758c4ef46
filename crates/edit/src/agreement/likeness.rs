//! How alike two records are, by what is not measured of them: the words that they use and the records that they name.

use std::collections::{BTreeMap, BTreeSet};

use standpoint_model::{Kind, Record};

use super::coder::Coder;

/// The shortest word that two names may have in common: shorter ones are mostly those of every name.
const SHORTEST: usize = 4;

/// The ids in A of records of B that are paired.
pub(super) type Paired = BTreeMap<String, String>;

/// What of a record is compared with that of another.
#[derive(Debug, Clone, Default)]
pub(super) struct Features {
    /// Words of its id, its names and its texts, and the ids of the records that it names.
    all: BTreeSet<String>,
    /// Its names in small letters, and the codes of others for it.
    names: BTreeSet<String>,
    /// Longer words of its names and its id.
    words_of_names: BTreeSet<String>,
    /// The two ends of a relationship.
    ends: BTreeSet<String>,
}

impl Features {
    /// Those of a record of A.
    pub(super) fn of_a(record: &Record) -> Self {
        Self::new(record, str::to_owned)
    }

    /// Those of a record of B, which names what is paired by its id in A. A record of B that is not paired is another than all
    /// of A; what is in neither dataset is what its id says.
    pub(super) fn of_b(record: &Record, b: &Coder, paired: &Paired) -> Self {
        Self::new(record, |id| match paired.get(id) {
            Some(id) => id.clone(),
            None if b.has(id) => format!("{id} of B"),
            None => id.to_owned(),
        })
    }

    fn new(record: &Record, id: impl Fn(&str) -> String) -> Self {
        let mut features = Self::default();
        let (_, slug) = record.id().split_once('/').unwrap_or_default();
        let names = record.name().into_iter().chain(record.aliases().iter().map(|alias| &alias.text));
        for name in names.map(|name| name.as_str().to_lowercase()) {
            features.words_of_names.extend(words(&name));
            features.names.insert(name);
        }
        features.words_of_names.extend(words(slug));
        features.all.extend(features.words_of_names.iter().cloned());
        features.words_of_names.retain(|word| word.chars().count() >= SHORTEST);
        features.names.extend(record.codes().iter().map(|code| format!("{}:{}", code.scheme, code.value)));
        for text in texts(record) {
            features.all.extend(words(&text.to_lowercase()));
        }
        record.visit_references(|named, pointer| {
            if !pointer.to_string().starts_with("/basis") {
                features.all.insert(id(named));
            }
        });
        if let Record::Relationship(tie) = record {
            features.ends = [id(tie.subject.as_str()), id(tie.object.as_str())].into();
        }
        features
    }

    /// What both have, as a share of what each has.
    #[expect(clippy::cast_precision_loss, reason = "no record has that many words")]
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        let both = self.all.intersection(&other.all).count();
        2.0 * both as f64 / (self.all.len() + other.all.len()).max(1) as f64
    }

    /// Whether both have a name or a code in common.
    pub(super) fn share_a_name(&self, other: &Self) -> bool {
        !self.names.is_disjoint(&other.names)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// Whether both can be about the same: two parties or places have a word of their names in common, and two ties tie the
    /// same two.
    pub(super) fn can_be_one(&self, other: &Self, kind: Kind) -> bool {
        match kind {
            Kind::Actor | Kind::Place => {
                self.share_a_name(other) || !self.words_of_names.is_disjoint(&other.words_of_names)
            }
            Kind::Relationship => self.ends == other.ends,
            _ => true,
        }
    }
}

/// The words of a text or of a short name.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned)
}

/// What a record says in words of its own.
fn texts(record: &Record) -> Vec<&str> {
    let texts = match record {
        Record::Actor(record) => [record.description.as_ref(), None],
        Record::Event(record) => [record.description.as_ref(), None],
        Record::Relationship(record) => [record.description.as_ref(), None],
        Record::Interest(record) => [record.summary.as_ref(), None],
        Record::Issue(record) => [record.question.as_ref(), None],
        Record::Position(record) => [Some(&record.text), None],
        Record::Statement(record) => [Some(&record.text), None],
        Record::Observation(record) => [record.population.as_ref(), None],
        Record::Dataset(_) | Record::Source(_) | Record::Place(_) | Record::Identity(_) => [None, None],
    };
    texts.into_iter().flatten().map(standpoint_model::Text::as_str).collect()
}
