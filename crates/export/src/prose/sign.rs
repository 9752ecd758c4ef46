//! How sure a fact is, in a word each.

use standpoint_model::{Basis, Modality, Record, Status};

/// A mark that a fact bears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    /// How the source puts it.
    Modality(Modality),
    /// Somebody is against it.
    Contested,
    /// Another record says something else.
    InTension,
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
            Self::InTension => "in tension",
            Self::Withdrawn => "withdrawn",
        }
    }

    pub(crate) fn explanation(self) -> &'static str {
        match self {
            Self::Modality(modality) => explanation(modality),
            Self::Contested => "Somebody denies or disputes it.",
            Self::InTension => "Another record says something that does not agree with it.",
            Self::Withdrawn => "It is kept for the record, and no longer said.",
        }
    }

    /// Every sign, in the order in which they are explained.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        Modality::ALL.iter().copied().map(Self::Modality).chain([Self::Contested, Self::InTension, Self::Withdrawn])
    }
}

/// The marks that a record bears.
pub(crate) fn signs(record: &Record) -> Vec<Sign> {
    let mut signs = record.basis().map(signs_of).unwrap_or_default();
    signs.extend((record.status() == Status::Retracted).then_some(Sign::Withdrawn));
    signs
}

fn signs_of(basis: &Basis) -> Vec<Sign> {
    let contested = is_contested(basis).then_some(Sign::Contested);
    let tension = (!basis.contradicts.is_empty()).then_some(Sign::InTension);
    [Some(Sign::Modality(basis.modality)), contested, tension].into_iter().flatten().collect()
}

/// The marks that what rests on this bears wherever it is named: all but what goes without saying.
pub(crate) fn doubts(basis: &Basis) -> impl Iterator<Item = Sign> {
    signs_of(basis).into_iter().filter(|&sign| sign != Sign::STATED)
}

/// The same in a few letters, for a drawing: "alleged ≠ in tension".
pub(crate) fn marks(basis: &Basis) -> String {
    let mark = |sign: Sign| if sign == Sign::Contested { "≠" } else { sign.word() };
    doubts(basis).map(mark).collect::<Vec<_>>().join(" ")
}

/// Whether the name of a record is a claim, which must not stand anywhere without its marks. After the name of an actor
/// or a place within a sentence, they would be taken for those of the sentence.
pub(crate) fn is_claim(record: &Record) -> bool {
    match record {
        Record::Event(_)
        | Record::Relationship(_)
        | Record::Interest(_)
        | Record::Observation(_)
        | Record::Statement(_) => true,
        Record::Dataset(_) | Record::Source(_) | Record::Actor(_) | Record::Place(_) => false,
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
