//! How much of a source is cited.

use std::ops::Range;

/// How much of a source is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Coverage {
    /// The id of the source.
    pub source: String,
    /// The sentences of the source, but for those that are set aside.
    pub sentences: Vec<Sentence>,
    /// How many sentences are set aside: the source's record says that there is nothing to encode, and no record cites them.
    pub set_aside: usize,
    /// Its sections, by their titles, and the code points that they take up. Sections may hold one another.
    pub sections: Vec<(String, Range<usize>)>,
}

/// How much of a section of a source is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct SectionCoverage<'c> {
    /// The title of the section.
    pub title: &'c str,
    /// How many sentences it has, those of sections within it included.
    pub sentences: usize,
    /// How many of them are cited.
    pub cited: usize,
}

/// A sentence of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sentence {
    /// Where it stands, in code points.
    pub code_points: Range<usize>,
    /// What it says.
    pub text: String,
    /// Whether the evidence of some record touches it.
    pub cited: bool,
}

impl Coverage {
    /// The coverage of a source by its sentences.
    pub fn new(source: impl Into<String>, sentences: Vec<Sentence>) -> Self {
        Self { source: source.into(), sentences, set_aside: 0, sections: Vec::new() }
    }

    /// The same, beside so many sentences that are set aside.
    #[must_use]
    pub fn beside(self, set_aside: usize) -> Self {
        Self { set_aside, ..self }
    }

    /// The same of a source with sections.
    #[must_use]
    pub fn of_sections(self, sections: Vec<(String, Range<usize>)>) -> Self {
        Self { sections, ..self }
    }

    /// How much of each section is cited, in the order of the record.
    pub fn by_section(&self) -> impl Iterator<Item = SectionCoverage<'_>> {
        self.sections.iter().map(|(title, bounds)| {
            let lies_within = |it: &&Sentence| bounds.start <= it.code_points.start && it.code_points.end <= bounds.end;
            let within = || self.sentences.iter().filter(lies_within);
            SectionCoverage { title, sentences: within().count(), cited: within().filter(|it| it.cited).count() }
        })
    }

    /// The sentences that no record cites.
    pub fn uncited(&self) -> impl Iterator<Item = &Sentence> {
        self.sentences.iter().filter(|sentence| !sentence.cited)
    }

    /// How many of the sentences are cited, in per cent. An empty source is cited whole.
    pub fn percentage(&self) -> f64 {
        let count = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
        match self.sentences.len() {
            0 => 100.0,
            all => 100.0 * count(all - self.uncited().count()) / count(all),
        }
    }
}

impl Sentence {
    /// A sentence that stands at these code points, and whether it is cited.
    pub fn new(code_points: Range<usize>, text: impl Into<String>, cited: bool) -> Self {
        Self { code_points, text: text.into(), cited }
    }
}
