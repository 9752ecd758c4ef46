//! What record was meant by an id that is missing.

use std::borrow::Cow;

use standpoint_model::{Kind, Record, RecordId, Text};
use wide::u8x16;

use super::{
    did_you_mean,
    word::{SHORT, likeness, likest, lower},
};
use crate::diagnose::names::folded;

/// How alike the names in ids must be. They are longer than words, and often made of the same ones.
const IDS: f64 = 0.85;

/// The help that names the id whose name, which follows the slash, is most like that of `id`, if one is like it at all:
/// "did you mean `actor/iskp`?"
pub fn did_you_mean_id<'a>(id: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest_id(id, candidates).map(did_you_mean)
}

/// The id whose name is most like that of `id`, if one is like it at all.
pub(crate) fn nearest_id<'a>(id: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = Comparable::new(id);
    likest(candidates, |candidate, most| wanted.likeness(&Comparable::new(candidate), most))
}

/// A name that was written where the id of a record belongs.
pub(crate) struct Called {
    kind: Option<Kind>,
    name: String,
}

impl Called {
    /// What is missing, if it is a name and no id: its kind, if one is known, a slash and the name.
    pub(crate) fn of(missing: &str) -> Option<Self> {
        let (_, name) = missing.split_once('/').filter(|_| RecordId::new(missing).is_err())?;
        Some(Self { kind: Kind::of_id(missing), name: folded(&Text::new(name).ok()?) })
    }

    /// Whether a record is called so, or was.
    pub(crate) fn is(&self, record: &Record) -> bool {
        let is_of_kind = self.kind.is_none_or(|kind| record.kind() == kind);
        let names = record.name().into_iter().chain(record.aliases().iter().map(|alias| &alias.text));
        is_of_kind && names.map(folded).any(|name| name == self.name)
    }
}

/// An id, made ready to be compared with many.
pub(crate) struct Comparable<'i> {
    name: Cow<'i, str>,
    letters: Option<Letters>,
}

impl<'i> Comparable<'i> {
    pub(crate) fn new(id: &'i str) -> Self {
        let name = lower(id.split_once('/').map_or(id, |(_, name)| name));
        Self { letters: Letters::of(&name), name }
    }

    /// How alike the names in two ids are, if they are enough so that one may be the other misspelt, and no less than
    /// `at_least`.
    pub(crate) fn likeness(&self, other: &Comparable<'_>, at_least: f64) -> Option<f64> {
        let bar = if self.name.len() < SHORT { at_least } else { at_least.max(IDS) };
        let may_be = self.most_alike(other).is_none_or(|most| most >= bar);
        if may_be { likeness(&self.name, &other.name, IDS, at_least) } else { None }
    }

    /// How alike two names can be at most by Jaro and Winkler, whatever the order of their letters is.
    fn most_alike(&self, other: &Comparable<'_>) -> Option<f64> {
        let common = self.letters.as_ref()?.common(other.letters.as_ref()?);
        let length = |name: &str| f64::from(u8::try_from(name.len()).unwrap_or(u8::MAX));
        let jaro = (common / length(&self.name) + common / length(&other.name) + 1.0) / 3.0;
        let prefix = self.name.bytes().zip(other.name.bytes()).take(4).take_while(|(one, other)| one == other);
        // What is computed in another order may differ in the last digit.
        Some(jaro + 0.1 * prefix.map(|_| 1.0).sum::<f64>() * (1.0 - jaro) + 1e-9)
    }
}

/// How many there are of each letter. Some other signs count as one: so two names may seem more alike than they are.
struct Letters([u8x16; 2]);

impl Letters {
    /// Those of a name of ASCII that is not so long that they could not be counted.
    fn of(name: &str) -> Option<Self> {
        if name.is_empty() || name.len() > usize::from(u8::MAX) || !name.is_ascii() {
            return None;
        }
        let mut counts = [[0; 16]; 2];
        for byte in name.bytes() {
            let letter = usize::from(byte & 0x1F);
            counts[letter / 16][letter % 16] += 1;
        }
        Some(Self(counts.map(u8x16::new)))
    }

    /// How many two names have in common.
    fn common(&self, other: &Self) -> f64 {
        let of_half = |half: usize| f64::from(self.0[half].min(other.0[half]).reduce_add());
        of_half(0) + of_half(1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ids_are_alike_by_what_follows_the_slash() {
        let known = ["organisation/river-brigade", "organisation/northern-front"];
        let meant = |id| did_you_mean_id(id, known);
        assert_eq!(meant("organisation/nothern-front").as_deref(), Some("did you mean `organisation/northern-front`?"));
        assert_eq!(meant("organisation/rome"), None);
        assert_eq!(meant("organisation/northern-league"), None);
    }

    proptest! {
        #[test]
        fn no_name_is_passed_over_that_is_alike(
            (one, other) in ("[a-d0-3-]{0,12}", "[a-d0-3-]{0,12}|\\PC{0,8}|[A-Z]{250,260}"),
            bar in 0.0..1.0_f64,
        ) {
            let slow = likeness(&lower(&one), &lower(&other), IDS, bar);
            let [one, other] = [one, other].map(|name| format!("actor/{name}"));
            let [one, other] = [&one, &other].map(|id| Comparable::new(id));
            prop_assert_eq!(one.likeness(&other, bar), slow);
            if let Some(most) = one.most_alike(&other) {
                prop_assert!(strsim::jaro_winkler(&one.name, &other.name) <= most);
            }
        }
    }
}
