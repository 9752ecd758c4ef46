//! How far two coders agree who encoded one text.

mod align;
mod alpha;
mod coder;
mod decided;
mod differences;
mod disagreement;
mod likeness;
mod measured;
mod place;
mod text;
mod variable;

use std::{
    collections::BTreeSet,
    io::{self, Write},
    ops::Range,
};

use schemars::JsonSchema;
use serde::Serialize;
use standpoint_model::{Sha256, schema::PublishedSchema};
use standpoint_report::schema_of_output;
use standpoint_validate::Input;

use self::{align::Alignment, coder::Coder, text::Style};
pub use self::{
    alpha::Alpha,
    decided::DecidedDataset,
    disagreement::{Answer, Decisions, Disagreement},
    measured::{AlignedPair, AlignedRecords, Measured, PairValues},
    place::CitedPlace,
    variable::{DateDifference, Variable},
};
use crate::Error;

/// How far two coders agree who encoded the same texts, each in a dataset of their own: A and B.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "An agreement of coders", extend("$id" = "urn:standpoint:schema:agreement"))]
#[non_exhaustive]
pub struct Agreement {
    /// How many records align.
    pub records: AlignedRecords,
    /// How far the two agree on each variable, over the pairs.
    pub measured: Vec<Measured>,
    /// What they say differently, in the order of the places in the sources.
    pub disagreements: Vec<Disagreement>,
    /// The records that are taken for one.
    pub pairs: Vec<AlignedPair>,
    #[serde(skip)]
    a: Coder,
    #[serde(skip)]
    b: Coder,
    #[serde(skip)]
    alignment: Alignment,
}

impl Agreement {
    /// Aligns the records of two coders and measures how far they agree.
    ///
    /// - **What is compared**: records that rest on evidence and are not withdrawn.
    /// - **Which records can be one**: those of one kind that cite overlapping spans of the same text, or have one locator in the
    ///   same source. A source is the same if the digest of its text is, or else its id. Parties and places must have a word of
    ///   their names in common; if they have a whole name in common they need cite no more than one text. Ties must tie the same two.
    /// - **Which are**: those that go together best are paired first, by how far their evidence overlaps, by the words that they
    ///   use and the records that they name. Modality, type and date have no say, so that what is measured does not choose what
    ///   it is measured of.
    /// - **What is left** of different kinds is paired if at least half of the evidence is the same: the coders disagree on the
    ///   kind. A party and a place can be one, and any two of the other kinds.
    ///
    /// Both datasets are kept in memory.
    ///
    /// ```
    /// use standpoint_edit::Agreement;
    /// use standpoint_validate::{Input, sha256};
    ///
    /// let attack = |id: &str, modality: &str, start: u32| {
    ///     let span = format!(r#"{{"start":{start},"end":40,"sha256":"{}"}}"#, sha256("…"));
    ///     let basis = format!(r#"{{"modality":"{modality}","evidence":[{{"source":"source/page","span":{span}}}]}}"#);
    ///     let attack = format!(r#"{{"kind":"event","id":"event/{id}","type":"attack","title":"The bridge","basis":{basis}}}"#);
    ///     [Input::bytes("events.ndjson", attack)]
    /// };
    /// let agreement = Agreement::of(attack("bridge", "stated", 12), attack("velm-bridge", "alleged", 20))?;
    /// assert_eq!(agreement.records.pairs, 1);
    /// let disagreement = &agreement.disagreements[1];
    /// assert_eq!((disagreement.field.as_str(), disagreement.says_b.as_ref().unwrap().as_str()), ("basis.modality", Some("alleged")));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error`] if an input cannot be read or holds what is no record, if two records of one dataset have one id, or if so many
    /// records rest on one place that they cannot be aligned.
    pub fn of<A: Into<Input>, B: Into<Input>>(
        a: impl IntoIterator<Item = A>,
        b: impl IntoIterator<Item = B>,
    ) -> Result<Self, Error> {
        let (a, b) = (Coder::read(a)?, Coder::read(b)?);
        let alignment = Alignment::of(&a, &b)?;
        Self::measured(a, b, alignment)
    }

    /// The same of a section alone: of the records that cite something in a section of this title, and of those that are one
    /// with such a record. For coders who encoded a part of what the other did. No dataset can be made of it.
    ///
    /// # Errors
    ///
    /// Those of [`Agreement::of`], and [`Error`] if no source has such a section.
    pub fn of_section<A: Into<Input>, B: Into<Input>>(
        a: impl IntoIterator<Item = A>,
        b: impl IntoIterator<Item = B>,
        title: &str,
    ) -> Result<Self, Error> {
        let (mut a, mut b) = (Coder::read(a)?, Coder::read(b)?);
        let mut alignment = Alignment::of(&a, &b)?;
        let sections = [place::sections(&a.records, &a.sources, title), place::sections(&b.records, &b.sources, title)];
        let sections = sections.concat();
        if sections.is_empty() {
            return Err(Error::NoSection { title: title.to_owned() });
        }
        let cites = |coder: &Coder, number: usize| place::first_shared(&coder.cited[number], &sections).is_some();
        let (inside, outside) =
            alignment.pairs.into_iter().partition(|[one, other]| cites(&a, *one) || cites(&b, *other));
        (alignment.pairs, alignment.outside) = (inside, outside);
        alignment.outside.append(&mut alignment.others);
        let paired = |side: usize| alignment.pairs.iter().map(|pair| pair[side]).collect::<BTreeSet<usize>>();
        for (side, coder) in [&mut a, &mut b].into_iter().enumerate() {
            let paired = paired(side);
            let is_wanted = |number: usize| paired.contains(&number) || cites(coder, number);
            let wanted: BTreeSet<usize> = coder.compared().filter(|number| is_wanted(*number)).collect();
            coder.compare_only(wanted);
        }
        Self::measured(a, b, alignment)
    }

    fn measured(a: Coder, b: Coder, alignment: Alignment) -> Result<Self, Error> {
        let pairs = measured::aligned_pairs(&a, &b, &alignment);
        let records = measured::aligned_records(&a, &b, &alignment);
        let disagreements = differences::disagreements(&a, &b, &alignment)?;
        Ok(Self { records, measured: measured::measured(&pairs), disagreements, pairs, a, b, alignment })
    }

    /// Whether nothing is left to decide: every record of either is one of the other's, and they say the same, but for their
    /// wording, their evidence and their notes.
    pub fn is_complete(&self) -> bool {
        !self.disagreements.iter().any(Disagreement::is_open)
    }

    /// The digests of the texts in which the coders disagree.
    pub fn texts(&self) -> BTreeSet<Sha256> {
        self.disagreements.iter().filter_map(|disagreement| disagreement.text.clone()).collect()
    }

    /// Puts the sentences beside the places, as `sentence` gives them for code points of the text with a digest.
    pub fn tell_sentences(&mut self, sentence: impl Fn(&Sha256, Range<u64>) -> Option<String>) {
        for disagreement in &mut self.disagreements {
            let span = disagreement.place.as_ref().and_then(|place| Some(place.start?..place.end?));
            if let (Some(text), Some(span)) = (&disagreement.text, span) {
                disagreement.sentence = sentence(text, span);
            }
        }
    }

    /// The disagreements as they are to be decided. Of wording, evidence and notes A's are chosen, unless somebody chooses
    /// otherwise.
    pub fn to_decide(&self) -> Decisions {
        Decisions { schema: None, disagreements: self.disagreements.clone() }
    }

    /// Makes one dataset of the two, as was decided.
    ///
    /// Records that both have are those of A, by its ids, with what was chosen of B. Records of B that have an id of another
    /// record of A get a number behind theirs. Withdrawn records are taken from A. Sources that no record cites are left out.
    ///
    /// # Errors
    ///
    /// [`Error`] if something is not decided, or the decisions are of other versions of the datasets, or what was chosen makes
    /// no record; or if this is the agreement on a section alone.
    pub fn decide(&self, decisions: &Decisions) -> Result<DecidedDataset, Error> {
        if !self.a.is_whole() {
            return Err(Error::OnlyASection);
        }
        decided::decided(&self.a, &self.b, &self.alignment, &self.disagreements, decisions)
    }

    /// Writes it for people to read in a terminal: what is to be decided, then the measures.
    ///
    /// # Errors
    ///
    /// What `out` answers.
    pub fn write_text(&self, out: &mut impl Write) -> io::Result<()> {
        text::write(&self.measured, &self.records, &self.disagreements, Style::Terminal, out)
    }

    /// Writes the same as Markdown.
    ///
    /// # Errors
    ///
    /// What `out` answers.
    pub fn write_markdown(&self, out: &mut impl Write) -> io::Result<()> {
        text::write(&self.measured, &self.records, &self.disagreements, Style::Markdown, out)
    }
}

/// The schema of an [`Agreement`] as JSON.
pub fn agreement_schema() -> PublishedSchema {
    PublishedSchema::new("agreement", schema_of_output::<Agreement>)
}

/// The schema of a file of [`Decisions`].
pub fn decisions_schema() -> PublishedSchema {
    PublishedSchema::new("decisions", schema_of_output::<Decisions>)
}
