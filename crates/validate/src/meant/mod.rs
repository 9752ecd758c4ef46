//! What was meant by what is not right: the words, dates, numbers and codes that a contributor should have written.

pub(crate) mod country;
pub(crate) mod date;
pub(crate) mod id;
pub(crate) mod language;
pub(crate) mod license;
pub(crate) mod number;
mod synonym;
pub(crate) mod word;

use std::fmt::Display;

/// The help that asks whether one word was meant.
pub(crate) fn did_you_mean(word: impl Display) -> String {
    format!("did you mean `{word}`?")
}

/// The help that asks which of several was meant, each as it is to be shown; nothing, where there is none.
pub(crate) fn did_you_mean_one_of(shown: &[String]) -> Option<String> {
    (!shown.is_empty()).then(|| format!("did you mean {}?", shown.join(" or ")))
}
