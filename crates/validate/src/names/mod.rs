//! Names compared: which records may be one thing, and why.
//!
//! A name is split into its long form, its abbreviation and what stands in brackets ([`split`]); its words are folded by sound, by
//! consonants over scripts, and by a glossary over languages ([`word`]); rare words count for more ([`words`]). Only names that have
//! something rare in common are compared ([`blocks`]).

mod blocks;
mod candidates;
mod compare;
mod country;
mod decided;
mod glossary;
mod letters;
mod likeness;
mod lives;
mod matching;
mod named;
mod split;
mod word;
mod words;

pub(crate) use self::compare::may_be_one;
pub use self::{
    candidates::{Likenesses, likenesses},
    likeness::{Likeness, NameTie},
};
