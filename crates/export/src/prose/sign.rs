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
    let basis = record.basis();
    let modality = basis.map(|basis| Sign::Modality(basis.modality));
    let contested = basis.filter(|basis| is_contested(basis)).map(|_| Sign::Contested);
    let tension = basis.filter(|basis| !basis.contradicts.is_empty()).map(|_| Sign::InTension);
    let withdrawn = (record.status() == Status::Retracted).then_some(Sign::Withdrawn);
    [modality, contested, tension, withdrawn].into_iter().flatten().collect()
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
