//! What two coders say differently.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use standpoint_model::{Edtf, Kind, Record};

use super::{
    align::{Alignment, Pair},
    coder::Coder,
    disagreement::{Answer, Disagreement},
    place::{Cited, SourceKey, first_shared},
    variable::{DateDifference, Variable},
};
use crate::{
    Error,
    diff::{Meaning, Moved, compare, name},
    ids::{free, with_ids},
};

/// The field of a disagreement about whether there is a record.
pub(super) const RECORD: &str = "record";

/// The field of a disagreement about what kind of record it is.
pub(super) const KIND: &str = "kind";

/// The ids that records of B get beside those of A: those of A, if they are paired, and otherwise their own, made free.
pub(super) fn ids_of_b<'p>(a: &Coder, b: &Coder, pairs: impl Iterator<Item = &'p Pair>) -> BTreeMap<String, String> {
    let mut ids = BTreeMap::new();
    for &[one, other] in pairs {
        let (one, other) = (&a.records[one], &b.records[other]);
        if one.kind() == other.kind() {
            ids.insert(other.id().to_owned(), one.id().to_owned());
        }
    }
    let mut made = BTreeSet::new();
    for record in &b.records {
        let id = record.id();
        if !ids.contains_key(id) && a.has(id) {
            let free = free(id, |id| a.has(id) || b.has(id) || made.contains(id));
            made.insert(free.clone());
            ids.insert(id.to_owned(), free);
        }
    }
    ids
}

/// All disagreements, in the order of the places in the sources.
pub(super) fn disagreements(a: &Coder, b: &Coder, alignment: &Alignment) -> Result<Vec<Disagreement>, Error> {
    let all = || alignment.pairs.iter().chain(&alignment.others);
    let ids = ids_of_b(a, b, all().chain(&alignment.outside));
    let mut found = Vec::new();
    for pair in all() {
        found.extend(of_pair(a, b, *pair, &ids)?);
    }
    let has_pair = |side: usize| all().map(|pair| pair[side]).collect::<BTreeSet<usize>>();
    for (side, coder) in [a, b].into_iter().enumerate() {
        let paired = has_pair(side);
        let identities = coder.of_kind(Kind::Identity).filter(|_| coder.is_whole());
        let alone = coder.compared().chain(identities).filter(|number| !paired.contains(number));
        found.extend(alone.map(|number| alone_in(coder, side, number)));
    }
    for disagreement in &mut found {
        if let Some(place) = disagreement.place.as_mut().filter(|place| !a.has(&place.source))
            && let Some(id) = ids.get(&place.source)
        {
            place.source.clone_from(id);
        }
    }
    found.sort_by(|one, other| order(one).cmp(&order(other)));
    Ok(found)
}

type Order<'d> = (bool, &'d str, Option<u64>, Option<u64>, Option<&'d str>, Option<&'d str>, Option<&'d str>);

/// What has no place comes last.
fn order(disagreement: &Disagreement) -> Order<'_> {
    let Disagreement { a, b, place, .. } = disagreement;
    let of_place =
        place.as_ref().map(|place| (place.source.as_str(), place.start, place.end, place.locator.as_deref()));
    let (source, start, end, locator) = of_place.unwrap_or_default();
    (place.is_none(), source, start, end, locator, a.as_deref().or(b.as_deref()), b.as_deref())
}

fn of_pair(a: &Coder, b: &Coder, pair: Pair, ids: &BTreeMap<String, String>) -> Result<Vec<Disagreement>, Error> {
    let [one, other] = pair;
    let (cited, theirs) = (&a.cited[one], &b.cited[other]);
    let place = first_shared(cited, theirs).or(cited.first()).or(theirs.first());
    let (one, other) = (&a.records[one], &b.records[other]);
    let new = |field: &str, says: [Option<Value>; 2]| {
        let variable = one.basis().and_then(|_| Variable::of_field(field));
        Disagreement { a: Some(one.id().into()), b: Some(other.id().into()), variable, ..blank(field, says, place) }
    };
    if one.kind() != other.kind() {
        return Ok(vec![new(KIND, [Some(one.kind().as_str().into()), Some(other.kind().as_str().into())])]);
    }
    let other_of_a = with_ids(other, |id| ids.get(id).cloned())?;
    let mut meanings: BTreeMap<String, Meaning> = BTreeMap::new();
    for change in compare(one, &other_of_a, &Moved::default()) {
        let meaning = meanings.entry(top_field(&change.field)).or_insert(change.meaning);
        *meaning = change.meaning.min(*meaning);
    }
    let values = [one, &other_of_a].map(|record| serde_json::to_value(record).unwrap_or_default());
    let disagreement = |(field, meaning): (String, Meaning)| {
        let mut disagreement = new(&field, values.each_ref().map(|value| get(value, &field).cloned()));
        // Words and places differ in whatever two people write; of these the one is as good as the other.
        if matches!(meaning, Meaning::Evidence | Meaning::Wording | Meaning::Keeping) {
            disagreement.choose = Answer::A;
        }
        if disagreement.variable == Some(Variable::Date) {
            let date = |record: &Record| date(record, &field);
            disagreement.dates = Some(DateDifference::of(date(one).as_ref(), date(other).as_ref()));
        }
        disagreement
    };
    Ok(meanings.into_iter().map(disagreement).collect())
}

fn date(record: &Record, field: &str) -> Option<Edtf> {
    let date = if field == "when" { record.when() } else { record.due() };
    date.cloned()
}

fn alone_in(coder: &Coder, side: usize, number: usize) -> Disagreement {
    let record = &coder.records[number];
    let (id, name) = (Some(record.id().to_owned()), Some(name(record).into()));
    let place = coder.cited[number].first();
    if side == 0 {
        Disagreement { a: id, ..blank(RECORD, [name, None], place) }
    } else {
        Disagreement { b: id, ..blank(RECORD, [None, name], place) }
    }
}

fn blank(field: &str, [says_a, says_b]: [Option<Value>; 2], cited: Option<&Cited>) -> Disagreement {
    let text = cited.and_then(|cited| match cited.source() {
        SourceKey::Text(digest) => Some(digest.clone()),
        SourceKey::Id(_) => None,
    });
    Disagreement {
        choose: Answer::Undecided,
        a: None,
        b: None,
        field: field.to_owned(),
        says_a,
        says_b,
        variable: None,
        dates: None,
        place: cited.map(Cited::place),
        sentence: None,
        text,
    }
}

/// The field of a record, or of its basis, in which something stands.
fn top_field(path: &str) -> String {
    let rest = path.strip_prefix("basis.");
    let name = rest.unwrap_or(path);
    let name = &name[..name.find(['.', '[']).unwrap_or(name.len())];
    if rest.is_some() { format!("basis.{name}") } else { name.to_owned() }
}

/// What stands in such a field.
pub(super) fn get<'v>(record: &'v Value, field: &str) -> Option<&'v Value> {
    match field.strip_prefix("basis.") {
        Some(field) => record.get("basis")?.get(field),
        None => record.get(field),
    }
}
