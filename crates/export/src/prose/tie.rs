//! How an actor stands to another actor or to a place.

use std::collections::BTreeSet;

use standpoint_model::{Actor, Dataset, Family, Relationship, RelationshipType, Source, SupportType};

use super::{
    line::{Line, Piece, at, strong, titles, words},
    profile::told_at,
    sign::{doubted, of_them},
    words::{self as word, capitalised},
};

/// The columns of the table of relationships.
pub(crate) const COLUMNS: [(RelationshipType, &str); 4] = [
    (RelationshipType::Ally, "Allies"),
    (RelationshipType::Partner, "Partners"),
    (RelationshipType::Rival, "Rivals"),
    (RelationshipType::Adversary, "Adversaries"),
];

/// A relationship as told by one of its ends: "Is an affiliate of: …", "Is listed as a rival of: …".
pub(crate) fn tie<'a>(relationship: &'a Relationship, actor: &Actor) -> Line<'a> {
    let phrases = relationship.phrases();
    let (how, other) = if relationship.subject == actor.id {
        (phrases.forward, relationship.object.as_str())
    } else {
        (phrases.inverse, relationship.subject.as_str())
    };
    let mut line = vec![strong(capitalised(how)), words(": "), Piece::Record(other)];
    line.extend(details(relationship));
    line.extend(at(relationship.when.as_ref()));
    line.extend(description(relationship));
    line
}

/// How the subject stands to the object, where no more of it is told: "is a member of", "no longer is a member of".
pub(crate) fn standing(relationship: &Relationship) -> String {
    let no_longer = if relationship.former { "no longer " } else { "" };
    format!("{no_longer}{}", relationship.phrases().forward)
}

/// A relationship as told by somebody outside it. A posture reads better from the object's side, any other from the
/// subject's.
pub(crate) fn tie_between(relationship: &Relationship) -> Line<'_> {
    let phrases = relationship.phrases();
    let ends = [relationship.subject.as_str(), relationship.object.as_str()];
    let (how, [first, second]) = if relationship.r#type.rule().family == Family::Posture {
        (phrases.inverse, [ends[1], ends[0]])
    } else {
        (phrases.forward, ends)
    };
    let mut line = vec![Piece::Record(first), words(format!(" {how} ")), Piece::Record(second)];
    line.extend(details(relationship));
    line.extend(at(relationship.when.as_ref()));
    line
}

/// The same with what it was in the dataset's own words.
pub(crate) fn tie_described(relationship: &Relationship) -> Line<'_> {
    let mut line = tie_between(relationship);
    line.extend(description(relationship));
    line
}

fn description(relationship: &Relationship) -> Line<'_> {
    relationship.description.iter().flat_map(|text| [words(" – "), Piece::Text(text.as_str())]).collect()
}

/// As what, with what, and whether it is over.
fn details(relationship: &Relationship) -> Line<'_> {
    let mut line: Line<'_> =
        relationship.role.iter().flat_map(|role| [words(", as "), Piece::Text(role.as_str())]).collect();
    if relationship.head {
        line.push(words(", at its head"));
    }
    line.extend(support(relationship).map(|with| words(format!(", {with}"))));
    if relationship.former {
        line.push(words(", no longer"));
    }
    line
}

/// With what the subject supports the object: "with weapons, training".
pub(super) fn support(relationship: &Relationship) -> Option<String> {
    let told = |support: &SupportType| match support {
        SupportType::Unknown => "what is not said".to_owned(),
        SupportType::Other => "something else".to_owned(),
        named => word::words(named.as_str()),
    };
    let with: Vec<String> = relationship.support.iter().map(told).collect();
    (!with.is_empty()).then(|| format!("with {}", with.join(", ")))
}

/// The ties of an actor: its own postures by the columns of the table, and the others under headings.
pub(crate) struct Ties<'a> {
    dataset: &'a Dataset,
    actor: &'a Actor,
    pub(crate) columns: [Vec<&'a Relationship>; 4],
    /// Those that there are of each sort, with a heading.
    pub(crate) others: Vec<(&'static str, Vec<&'a Relationship>)>,
}

/// Under which headings the other ties stand, in this order.
const HEADINGS: [&str; 6] = [
    "Posts",
    "How it is built and where it comes from",
    "Support and cooperation",
    "Recognition",
    "Where it is",
    "As ally, partner, rival or adversary of others",
];

fn heading(tie: &Relationship) -> &'static str {
    match tie.r#type.rule().family {
        _ if tie.r#type == RelationshipType::HoldsPost => HEADINGS[0],
        Family::Structure => HEADINGS[1],
        Family::Cooperation => HEADINGS[2],
        Family::Recognition => HEADINGS[3],
        Family::Presence => HEADINGS[4],
        Family::Posture => HEADINGS[5],
    }
}

impl<'a> Ties<'a> {
    /// Each as the sources tell them; of the posts that of the head first.
    pub(crate) fn of(dataset: &'a Dataset, actor: &'a Actor) -> Self {
        let mut ties: Vec<&Relationship> = dataset.relationships_of(&actor.id).collect();
        ties.sort_by_cached_key(|tie| (!tie.head, told_at(&tie.basis), tie.id.as_str()));
        let mut columns: [Vec<&Relationship>; 4] = Default::default();
        let mut rest: Vec<&Relationship> = Vec::new();
        for tie in ties {
            let nth = COLUMNS.iter().position(|(r#type, _)| tie.subject == actor.id && tie.r#type == *r#type);
            nth.map_or(&mut rest, |nth| &mut columns[nth]).push(tie);
        }
        let of =
            |words: &'static str| (words, rest.iter().copied().filter(|tie| heading(tie) == words).collect::<Vec<_>>());
        let others = HEADINGS.into_iter().map(of).filter(|(_, ties)| !ties.is_empty()).collect();
        Self { dataset, actor, columns, others }
    }

    /// Every tie, those of the table first.
    pub(crate) fn all(&self) -> impl Iterator<Item = &'a Relationship> {
        self.columns.iter().flatten().chain(self.others.iter().flat_map(|(_, ties)| ties)).copied()
    }

    /// What the column of a type says that is empty. That is of the dataset, unless a source has such a list and lists none.
    pub(crate) fn none(&self, r#type: RelationshipType) -> Line<'a> {
        let lists_none = |source: &&Source| {
            source.sections.iter().any(|section| {
                section.empty && section.lists == Some(r#type) && section.of.as_ref() == Some(&self.actor.id)
            })
        };
        let sources: Vec<&str> = self.dataset.iter().filter(lists_none).map(|source| source.id.as_str()).collect();
        let are_others = || self.others.iter().flat_map(|(_, ties)| ties).any(|tie| tie.r#type == r#type);
        match *sources {
            [] if are_others() => vec![words("None of its own recorded; those of others are among the ties below")],
            [] => vec![words("None recorded")],
            // Named as a source, because it may have the name of the actor.
            [source] => vec![words("None listed by the source "), Piece::Titled(source)],
            _ => [vec![words("None listed by the sources ")], titles(sources)].concat(),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.others.is_empty() && self.columns.iter().all(Vec::is_empty)
    }
}

/// How many others some ties of one actor are with; two spells of one tie make no second ally.
pub(crate) fn others_of(ties: &[&Relationship]) -> usize {
    ties.iter().map(|tie| tie.object.as_str()).collect::<BTreeSet<_>>().len()
}

/// How many of some ties of one actor bear which doubt and how many are over, to stand after their number.
pub(crate) fn doubted_ties(dataset: &Dataset, ties: &[&Relationship]) -> String {
    let former = ties.iter().filter(|tie| tie.former).count();
    let several = if others_of(ties) < ties.len() { format!(" in {} ties", ties.len()) } else { String::new() };
    several
        + &doubted(dataset, ties.iter().map(|tie| tie.id.as_str()))
        + &of_them(ties.len(), [("no longer so", former)])
}

/// An entry in a column of the table: who, when and, if the subject itself says so, that it does.
pub(crate) fn entry(tie: &Relationship) -> Line<'_> {
    let mut line = vec![Piece::Record(tie.object.as_str())];
    if tie.is_subjects_own() {
        line.push(words(", by its own word"));
    }
    line.extend(details(tie));
    line.extend(at(tie.when.as_ref()));
    line
}

/// What the table says of itself: whose lists these are.
pub(crate) const TABLE: &str =
    "As the sources list them. “By its own word” stands beside those whom it is itself said to regard so.";
