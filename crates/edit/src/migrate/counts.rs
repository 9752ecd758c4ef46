//! How often each change was made.

/// A change, and how often it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Count {
    /// What was changed, in a few words.
    pub about: String,
    /// How often.
    pub times: usize,
}

/// How often each change was made, in the order in which they first were.
#[derive(Default)]
pub(super) struct Counts(Vec<Count>);

impl Counts {
    pub(super) fn add(&mut self, times: usize, about: impl FnOnce() -> String) {
        if times == 0 {
            return;
        }
        let about = about();
        match self.0.iter_mut().find(|count| count.about == about) {
            Some(count) => count.times += times,
            None => self.0.push(Count { about, times }),
        }
    }

    /// Those that were made, the most frequent first.
    pub(super) fn into_list(self) -> Vec<Count> {
        let mut list = self.0;
        list.sort_by(|one, other| other.times.cmp(&one.times).then_with(|| one.about.cmp(&other.about)));
        list
    }
}
