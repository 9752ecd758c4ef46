//! The signs that a fact bears: how the source puts it, whether it is contested, whether it is in tension with others.

use standpoint_model::{Basis, Modality};

use crate::prose;

/// Every sign of a record, to stand after its name in a list, which says no more of it.
pub(super) fn signs(basis: &Basis) -> String {
    mark(basis) + if basis.contradicts.is_empty() { "" } else { " *(in tension)*" }
}

/// How the source puts it, unless it is in its own voice, and whether anybody is against it.
pub(super) fn mark(basis: &Basis) -> String {
    let modality = match basis.modality {
        Modality::Stated => String::new(),
        other @ (Modality::Reported | Modality::Alleged | Modality::Estimated | Modality::Inferred) => {
            format!(" *({other})*")
        }
    };
    modality + if prose::is_contested(basis) { " **(contested)**" } else { "" }
}
