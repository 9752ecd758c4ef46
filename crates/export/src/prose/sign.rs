//! How sure a fact is, in a word each.

use std::collections::BTreeMap;

use standpoint_model::{Basis, ConditionType, Dataset, Modality, Occurrence, Opposition, Record, Status};

/// A mark that a fact bears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    /// How the source puts it.
    Modality(Modality),
    /// Somebody is against it.
    Contested,
    /// Another record says something else.
    Contradicted,
    /// It has not happened, as far as the dataset says.
    Planned,
    /// It was planned and did not happen.
    CalledOff,
    /// It depends on something.
    Conditional,
    /// The dataset added a part of it.
    ReadIn,
    /// It is no longer said.
    Withdrawn,
}

impl Sign {
    /// What goes without saying.
    pub(crate) const STATED: Self = Self::Modality(Modality::Stated);

    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Modality(modality) => modality.as_str(),
            Self::Contested => "contested",
            Self::Contradicted => "contradicted",
            Self::Planned => "planned",
            Self::CalledOff => "called off",
            Self::Conditional => "conditional",
            Self::ReadIn => "read in",
            Self::Withdrawn => "withdrawn",
        }
    }

    pub(crate) fn explanation(self) -> &'static str {
        match self {
            Self::Modality(modality) => explanation(modality),
            Self::Contested => "Somebody denies or disputes it.",
            Self::Contradicted => "Another record says something that cannot be true together with it.",
            Self::Planned => "It was planned; the dataset does not say that it happened.",
            Self::CalledOff => "It was planned and did not happen.",
            Self::Conditional => "It depends on something else, in a way that its own page says.",
            Self::ReadIn => {
                "A part of it, such as a date, a place or a doer, is not in the source: the dataset reads it in, and says why."
            }
            Self::Withdrawn => "It is kept for the record, and no longer said.",
        }
    }

    /// The signs that records of a dataset bear, in the order in which they are explained.
    pub(crate) fn borne_in(dataset: &Dataset) -> Vec<Self> {
        let others = [
            Self::Contested,
            Self::Contradicted,
            Self::Planned,
            Self::CalledOff,
            Self::Conditional,
            Self::ReadIn,
            Self::Withdrawn,
        ];
        let mut all: Vec<Self> = Modality::ALL.iter().copied().map(Self::Modality).chain(others).collect();
        let mut unseen = all.clone();
        for record in dataset.all_records() {
            let signs = signs(dataset, record);
            unseen.retain(|sign| !signs.contains(sign));
        }
        all.retain(|sign| !unseen.contains(sign));
        all
    }
}

/// The marks that a record bears.
pub(crate) fn signs(dataset: &Dataset, record: &Record) -> Vec<Sign> {
    let mut signs: Vec<Sign> = record.basis().map(|basis| Sign::Modality(basis.modality)).into_iter().collect();
    signs.extend(record.basis().is_some_and(is_contested).then_some(Sign::Contested));
    signs.extend(is_contradicted(dataset, record.id()).then_some(Sign::Contradicted));
    if let Record::Event(event) = record {
        signs.extend(match event.occurrence {
            Occurrence::Happened => None,
            Occurrence::Planned => Some(Sign::Planned),
            Occurrence::CalledOff => Some(Sign::CalledOff),
        });
    }
    // An order of things is no condition.
    let is_conditional = record.conditions().iter().any(|condition| condition.r#type != ConditionType::After);
    signs.extend(is_conditional.then_some(Sign::Conditional));
    signs.extend(record.basis().is_some_and(|basis| !basis.readings.is_empty()).then_some(Sign::ReadIn));
    signs.extend((record.status() == Status::Retracted).then_some(Sign::Withdrawn));
    signs
}

/// The marks that the record called `id` bears wherever it is named: all but what goes without saying. That it is withdrawn
/// is told with its name.
pub(crate) fn doubts(dataset: &Dataset, id: &str) -> impl Iterator<Item = Sign> {
    let signs = dataset.resolve(id).map(|record| signs(dataset, record)).unwrap_or_default();
    signs.into_iter().filter(|sign| !matches!(*sign, Sign::STATED | Sign::Withdrawn))
}

/// How many of some records bear which doubt, to stand after their number: ", 3 of them inferred, 1 contested". That a part is read
/// in, or that an event is a plan, is told otherwise.
pub(crate) fn doubted<'i>(dataset: &Dataset, ids: impl IntoIterator<Item = &'i str>) -> String {
    let (mut all, mut counts) = (0, BTreeMap::<&str, usize>::new());
    for id in ids {
        all += 1;
        let doubts = doubts(dataset, id);
        for sign in doubts.filter(|sign| !matches!(sign, Sign::ReadIn | Sign::Planned | Sign::CalledOff)) {
            *counts.entry(sign.word()).or_default() += 1;
        }
    }
    of_them(all, counts)
}

/// Of so many things how many are what: ", 3 of them inferred, 1 contested", ", all inferred", of a single one ", inferred".
pub(super) fn of_them<'w>(all: usize, counts: impl IntoIterator<Item = (&'w str, usize)>) -> String {
    let mut named = false;
    let told = |(word, count): (&str, usize)| {
        let of_them = if named { "" } else { "of them " };
        match count {
            _ if all == 1 => format!(", {word}"),
            _ if count == all => format!(", all {word}"),
            _ => {
                named = true;
                format!(", {count} {of_them}{word}")
            }
        }
    };
    counts.into_iter().filter(|(_, count)| *count > 0).map(told).collect()
}

/// The same in a few letters, for a drawing: "alleged ≠ contradicted".
pub(crate) fn marks(dataset: &Dataset, id: &str) -> String {
    let mark = |sign: Sign| if sign == Sign::Contested { "≠" } else { sign.word() };
    doubts(dataset, id).map(mark).collect::<Vec<_>>().join(" ")
}

/// Whether another record cannot be true together with this one, whichever of the two says so. What a source merely sets
/// against something, by "although", casts no doubt on it.
pub(crate) fn is_contradicted(dataset: &Dataset, id: &str) -> bool {
    dataset.tensions_of(id).any(|(_, tension)| tension.how == Opposition::Contradicts)
}

/// Whether the name of a record is a claim, which must not stand anywhere without its marks. After the name of an actor
/// or a place within a sentence, they would be taken for those of the sentence.
pub(crate) fn is_claim(record: &Record) -> bool {
    match record {
        Record::Event(_)
        | Record::Relationship(_)
        | Record::Interest(_)
        | Record::Position(_)
        | Record::Observation(_)
        | Record::Statement(_) => true,
        Record::Dataset(_)
        | Record::Source(_)
        | Record::Actor(_)
        | Record::Place(_)
        | Record::Issue(_)
        | Record::Identity(_) => false,
    }
}

pub(crate) fn explanation(modality: Modality) -> &'static str {
    match modality {
        Modality::Stated => "The source says so in its own voice.",
        Modality::Reported => "The source reports that others say so.",
        Modality::Alleged => "The source reports it as an allegation.",
        Modality::Estimated => "The source gives it as an estimate.",
        Modality::Inferred => "The source does not say so outright; it is read from what it says.",
    }
}

/// Whether anybody denies or disputes what rests on this.
pub(crate) fn is_contested(basis: &Basis) -> bool {
    basis.standpoints.iter().any(|standpoint| !standpoint.stance.is_for())
}

#[cfg(test)]
mod tests {
    use super::of_them;

    #[test]
    fn a_number_does_not_stand_without_its_doubts() {
        assert_eq!(of_them(12, [("contested", 1), ("inferred", 3)]), ", 1 of them contested, 3 inferred");
        assert_eq!(of_them(12, [("inferred", 12), ("no longer", 2)]), ", all inferred, 2 of them no longer");
        assert_eq!(of_them(1, [("inferred", 1)]), ", inferred");
        assert_eq!(of_them(3, [("inferred", 0)]), "");
    }
}
