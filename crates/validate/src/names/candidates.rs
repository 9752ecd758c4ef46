//! The records of a dataset that may be one thing.

use hashbrown::{HashMap, HashSet};
use standpoint_model::{CountryCode, Kind, Record, Status};

use super::{
    blocks::pairs,
    compare::{Bearers, Comparison, compare},
    decided::Decided,
    likeness::{Likeness, NameTie},
    lives::Lives,
    named::Named,
    words::Words,
};

/// What of a dataset may be one thing, and how much was compared for it.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Likenesses<'d> {
    /// Pairs of records, the most alike first.
    pub found: Vec<Likeness<'d>>,
    /// How many pairs of names were compared.
    pub compared: usize,
}

/// Finds the records that may be one thing and of which nobody has decided whether they are: those of any kind that have one code,
/// and actors whose names are spellings, translations or abbreviations of one another.
///
/// Records with different codes of one scheme are two things, as are actors of two countries, or of types that exclude one
/// another. What any `identity` that is not retracted names, whatever its verdict, is left out, as is what follows from several:
/// if two records are the same and one of them is not a third, the other is not either.
///
/// The order of records, case, accents and Unicode's normal form make no difference. Not every name is compared with every other,
/// but those that have a rare word, two words, all words or an abbreviation in common.
///
/// ```
/// use standpoint_model::Record;
/// use standpoint_validate::{NameTie, likenesses};
///
/// let basis = r#""basis":{"modality":"stated","evidence":[{"source":"source/s","locator":"1"}]}"#;
/// let actor = |id, name| format!(r#"{{"kind":"actor","id":"actor/{id}","type":"armed-group","name":"{name}",{basis}}}"#);
/// let records: Vec<Record> = [actor("hl", "HL: Khorasan Liberation Front"), actor("other", "جبهة تحرير خراسان")]
///     .iter()
///     .map(|json| serde_json::from_str(json))
///     .collect::<Result<_, _>>()?;
/// let found = &likenesses(&records).found[0];
/// assert_eq!((found.tie, found.reasons[0].as_str()), (NameTie::Spelling, "the same consonants in two scripts"));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn likenesses<'d>(records: impl IntoIterator<Item = &'d Record>) -> Likenesses<'d> {
    let mut records: Vec<&Record> = records.into_iter().filter(|record| is_current(record)).collect();
    records.sort_by_key(|record| record.id());
    records.dedup_by_key(|record| record.id());
    let decided = Decided::of(&records);
    let mut found = by_code(&records);
    let mut seen: HashSet<[&str; 2]> = found.iter().map(|likeness| likeness.members.map(Record::id)).collect();
    let lives = Lives::of(&records);
    let mut words = Words::default();
    let actors = records
        .iter()
        .filter_map(|record| if let Record::Actor(actor) = record { Some((*record, actor)) } else { None });
    let (whole, named): (Vec<&Record>, Vec<Named<'_>>) =
        actors.map(|(record, actor)| (record, Named::of(actor, &mut words))).unzip();
    words.weigh();
    let bearers = bearers(&named);
    let pairs = pairs(&named, &words);
    let compared = pairs.len();
    for (one, other) in pairs {
        let members = [whole[one], whole[other]];
        if has_other_code(members) || !seen.insert(members.map(Record::id)) {
            continue;
        }
        let Some(comparison) = compare(&named[one], &named[other], &words, &bearers) else { continue };
        let Comparison { mut tie, degree, reasons, mut doubts } = comparison;
        if lives.is_apart(named[one].actor, named[other].actor) {
            tie = NameTie::Successor;
            doubts.push("the one ended before the other began".into());
        }
        found.push(Likeness { members, tie, degree, reasons, doubts });
    }
    found.retain(|likeness| !decided.is_decided(likeness.members.map(Record::id)));
    found.sort_by(|one, other| {
        other
            .degree
            .total_cmp(&one.degree)
            .then_with(|| one.members.map(Record::id).cmp(&other.members.map(Record::id)))
    });
    Likenesses { found, compared }
}

fn is_current(record: &Record) -> bool {
    record.status() != Status::Retracted
}

/// Pairs of records that have one code. Of several that have it, each is told of with the first.
fn by_code<'d>(records: &[&'d Record]) -> Vec<Likeness<'d>> {
    let mut firsts: HashMap<(Kind, &str, &str), &Record> = HashMap::new();
    let mut found: Vec<Likeness<'d>> = Vec::new();
    for record in records {
        for code in record.codes() {
            let (scheme, value) = (code.scheme.as_str(), code.value.as_str());
            let first = *firsts.entry((record.kind(), scheme, value)).or_insert(record);
            if first.id() == record.id() {
                continue;
            }
            let reason = format!("the same code, {value} of `{scheme}`");
            let members = [first, *record];
            match found.last_mut().filter(|last| last.members.map(Record::id) == members.map(Record::id)) {
                Some(last) => last.reasons.push(reason),
                None => found.push(Likeness {
                    members,
                    tie: NameTie::Code,
                    degree: 1.0,
                    reasons: vec![reason],
                    doubts: Vec::new(),
                }),
            }
        }
    }
    found
}

/// Whether whoever made a scheme tells the two apart.
fn has_other_code([one, other]: [&Record; 2]) -> bool {
    one.codes().iter().any(|code| {
        let mut same = other.codes().iter().filter(|another| another.scheme == code.scheme).peekable();
        same.peek().is_some() && same.all(|another| another.value != code.value)
    })
}

fn bearers(named: &[Named<'_>]) -> Bearers {
    let mut bearers = Bearers::default();
    for actor in named {
        let country: Option<CountryCode> = actor.actor.country.or(actor.countries.first().copied());
        for form in &actor.forms {
            let countries = bearers.countries.entry(form.keys.clone()).or_default();
            countries.extend(country.filter(|country| !countries.contains(country)));
        }
        for letters in &actor.letters {
            *bearers.letters.entry(letters.clone()).or_default() += 1;
        }
    }
    bearers
}
