//! Records that may be one thing, proposed for people to decide.

use std::collections::HashSet;

use serde::Serialize;
use serde_json::{Value, to_value};
use standpoint_model::{Id, Identity, IdentityGround, Kind, Record, RecordId, Text, TwoOrMore, Verdict};
use standpoint_validate::{Input, Likeness, NameTie, likenesses};

use crate::{
    Edited, Error,
    edited::{Editing, TypedTexts},
    ids::free,
};

/// How alike records must be to be proposed, if nobody says otherwise. Among 3,600 names of public lists, it found three of four
/// pairs of armed groups, and nine of ten that it found were right.
pub const LEAST_LIKENESS: f64 = 0.85;

/// How much of the name of each record stands in the id of a proposal: an id has a greatest length.
const LONGEST_NAME: usize = 70;

/// The records of a dataset that may be one thing.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Proposals {
    /// The pairs, the most alike first.
    pub found: Vec<Proposal>,
    /// How many pairs of names were compared.
    pub compared: usize,
    /// The files with the identities of all proposals added.
    pub edited: Edited,
}

/// Two records that may be one thing, or belong together in another way.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Proposal {
    /// The two records.
    pub members: [ProposedMember; 2],
    /// How like they are, from 0 to 1. It is no probability.
    pub likeness: f64,
    /// What speaks for it, in plain words.
    pub reasons: Vec<String>,
    /// What speaks against it.
    pub doubts: Vec<String>,
    /// The record that asks whether they are one. None if the one is rather a part of the other, which a `relationship` says on the
    /// word of a source.
    pub identity: Option<Identity>,
}

/// A record that is proposed to be another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ProposedMember {
    /// Its id.
    pub id: String,
    /// Its name, if it has one.
    pub name: Option<Text>,
}

/// Proposes which records may be one thing, as identities of the verdict `unsure`. Whether they are, people decide; whoever writes
/// `different` is not asked again.
///
/// ```
/// use standpoint_edit::{LEAST_LIKENESS, propose_identities};
/// use standpoint_validate::Input;
///
/// let records = r#"{"kind":"actor","id":"actor/a","type":"armed-group","name":"Arland Hill Guard (AHG)","basis":{"modality":"stated","evidence":[{"source":"source/s","locator":"1"}]}}
/// {"kind":"actor","id":"actor/b","type":"armed-group","name":"AHG: Arlandian Hill Guards","basis":{"modality":"stated","evidence":[{"source":"source/s","locator":"2"}]}}"#;
/// let proposals = propose_identities([Input::bytes("d.ndjson", records)], LEAST_LIKENESS)?;
/// assert_eq!(proposals.found[0].reasons.last().map(String::as_str), Some("the same abbreviation, AHG"));
/// assert!(std::str::from_utf8(proposals.edited.files()[0].content())?.contains(r#""verdict":"unsure","how":"spelling""#));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`Error`] if the records cannot be read.
pub fn propose_identities<I: Into<Input>>(
    inputs: impl IntoIterator<Item = I>,
    least_likeness: f64,
) -> Result<Proposals, Error> {
    let read = TypedTexts::of(inputs)?;
    let likenesses = likenesses(&read.records);
    let mut taken: HashSet<String> = read.records.iter().map(|record| record.id().to_owned()).collect();
    let alike = likenesses.found.iter().filter(|likeness| likeness.degree >= least_likeness);
    let found: Vec<Proposal> = alike.map(|likeness| proposal(likeness, &mut taken)).collect();
    let mut editing = Editing::of(&read.texts);
    let first = found.first().map(|proposal| read.place(&proposal.members[0].id)).transpose()?;
    let last_identity = read.records.iter().rposition(|record| record.kind() == Kind::Identity);
    if let Some(beside) = last_identity.or(first) {
        let identities = found.iter().filter_map(|proposal| proposal.identity.clone());
        let values: Vec<Value> =
            identities.map(|identity| to_value(Record::from(identity)).unwrap_or_default()).collect();
        editing.add(read.texts.records[beside].file, &values);
    }
    Ok(Proposals { found, compared: likenesses.compared, edited: editing.finish()? })
}

fn proposal(likeness: &Likeness<'_>, taken: &mut HashSet<String>) -> Proposal {
    let member = |record: &&Record| ProposedMember { id: record.id().to_owned(), name: record.name().cloned() };
    let members = [member(&likeness.members[0]), member(&likeness.members[1])];
    Proposal {
        identity: identity(likeness, taken),
        members,
        likeness: likeness.degree,
        reasons: likeness.reasons.clone(),
        doubts: likeness.doubts.clone(),
    }
}

fn identity(likeness: &Likeness<'_>, taken: &mut HashSet<String>) -> Option<Identity> {
    let how = match likeness.tie {
        NameTie::Code => IdentityGround::Code,
        NameTie::Spelling => IdentityGround::Spelling,
        NameTie::Renamed => IdentityGround::Renamed,
        NameTie::Successor => IdentityGround::Successor,
        NameTie::Part => return None,
    };
    let ids = likeness.members.map(Record::id);
    let short = |id: &str| {
        let name: String = id.split_once('/').map_or(id, |(_, name)| name).chars().take(LONGEST_NAME).collect();
        name.trim_end_matches('-').to_owned()
    };
    let id = free(&format!("identity/{}-{}", short(ids[0]), short(ids[1])), |id| taken.contains(id));
    let members = ids.iter().map(|id| RecordId::new(id)).collect::<Result<Vec<_>, _>>().ok()?;
    let mut identity = Identity::new(Id::new(&id).ok()?, TwoOrMore::new(members).ok()?, Verdict::Unsure);
    identity.how = Some(how);
    identity.by = Text::new(concat!("standpoint ", env!("CARGO_PKG_VERSION"))).ok();
    identity.note = Text::new(&note(likeness)).ok();
    taken.insert(id);
    Some(identity)
}

/// What speaks for it and against it, in a sentence or two.
fn note(likeness: &Likeness<'_>) -> String {
    let note = format!("Proposed: {}.", likeness.reasons.join("; "));
    let doubts = likeness.doubts.join("; ");
    if doubts.is_empty() { note } else { format!("{note} Against it: {doubts}.") }
}
