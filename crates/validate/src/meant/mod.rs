//! What was meant by what is not right: the words, dates, numbers and codes that a contributor should have written.

pub(crate) mod country;
pub(crate) mod date;
pub(crate) mod id;
pub(crate) mod language;
pub(crate) mod license;
pub(crate) mod number;
mod synonym;
pub(crate) mod word;
