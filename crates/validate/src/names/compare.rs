//! Two names, and two actors by their names, compared.

use hashbrown::HashMap;
use standpoint_model::{Actor, ActorType, CountryCode};

use super::{
    glossary::{DISSIDENT, FACTION},
    likeness::NameTie,
    matching::Match,
    named::{Form, Named},
    word::Sameness,
    words::Words,
};

/// The least weight of the words in common. A name of common words alone, such as "Army" or "Protesters", is a label.
const ENOUGH: f64 = 0.5;

/// What is taken off for each of what is missing from that.
const LABEL: f64 = 2.0;

/// What is taken off for a name that actors of two countries bear, for each doubling of them.
const AMBIGUOUS: f64 = 0.2;

/// What is taken off for each name that is not the one under which an actor is listed.
const ALIAS: f64 = 0.02;

/// How like names must be for abbreviations to count at all: an abbreviation alone is no evidence.
const BEFORE_LETTERS: f64 = 0.3;

/// What part of the missing likeness a common abbreviation makes up, if few have it.
const LETTERS: f64 = 0.6;

/// The most letters of a name that is taken for an abbreviation if there is a longer one.
const FEW: usize = 4;

/// What is left of the likeness of two names that are abbreviations, if one of the actors has a longer name.
const BARE: f64 = 0.5;

/// What part of it letters make up that may stand for the other's name.
const INITIALS: f64 = 0.3;

/// What part of it a common country makes up.
const COUNTRY: f64 = 0.15;

/// What is taken off if abbreviations differ.
const OTHER_LETTERS: f64 = 0.05;

/// The degree of persons of one name: below that of parties, since many persons share one.
const PERSONS: f64 = 0.86;

/// The degree of two records of the state of one country.
const STATES: f64 = 0.95;

/// What is known of names across all actors.
#[derive(Default)]
pub(super) struct Bearers {
    /// The countries of those who bear a name, by its keys.
    pub(super) countries: HashMap<Vec<usize>, Vec<CountryCode>>,
    /// How many have an abbreviation.
    pub(super) letters: HashMap<String, usize>,
}

/// What a comparison of two actors comes to.
pub(super) struct Comparison {
    pub(super) tie: NameTie,
    pub(super) degree: f64,
    pub(super) reasons: Vec<String>,
    pub(super) doubts: Vec<String>,
}

/// Compares two actors by their names. Nothing if they cannot be one: they are of two countries, or of two types.
pub(super) fn compare(one: &Named<'_>, other: &Named<'_>, words: &Words, bearers: &Bearers) -> Option<Comparison> {
    let is_in = |country: &CountryCode| other.countries.contains(country);
    let has_country = one.countries.iter().any(is_in);
    let is_elsewhere = !has_country && !one.countries.is_empty() && !other.countries.is_empty();
    if is_elsewhere || !may_be_one(one.actor, other.actor) {
        return None;
    }
    if is_one_state(one, other) {
        let reasons = vec!["both are the state of one country".to_owned()];
        return Some(Comparison { tie: NameTie::Spelling, degree: STATES, reasons, doubts: Vec::new() });
    }
    let (best, mut degree) = closest(one, other, has_country, words, bearers)?;
    if one.is_person() {
        return persons(&best, has_country, words);
    }
    let mut reasons = vec![why(&best).to_owned()];
    let mut doubts = Vec::new();
    let countries = bearers_of(&best, bearers);
    if countries > 1 && !has_country {
        doubts.push(format!("actors of {countries} countries have this name"));
    }
    let common = one.letters.iter().filter(|letters| other.letters.contains(letters));
    let shared = common.min_by_key(|letters| bearers.letters.get(*letters).copied().unwrap_or_default());
    let stands_for = |one: &Named<'_>, other: &Named<'_>| one.letters.iter().any(|l| other.initials.contains(l));
    let is_long = best.forms.iter().any(|form| form.words.len() > 1);
    if let Some(letters) = shared.filter(|_| degree > BEFORE_LETTERS && is_long) {
        let others = bearers.letters.get(letters).copied().unwrap_or_default().saturating_sub(1).max(1);
        degree += LETTERS * (1.0 - degree) / f64::from(u32::try_from(others).unwrap_or(u32::MAX)).sqrt();
        reasons.push(format!("the same abbreviation, {}", letters.to_uppercase()));
    } else if degree > BEFORE_LETTERS && (stands_for(one, other) || stands_for(other, one)) {
        degree += INITIALS * (1.0 - degree);
        reasons.push("the abbreviation of the other's name".into());
    } else if shared.is_none() && !one.letters.is_empty() && !other.letters.is_empty() {
        degree -= OTHER_LETTERS;
        doubts.push("other abbreviations".into());
    }
    if has_country {
        degree += COUNTRY * (1.0 - degree);
        reasons.push("the same country".into());
    }
    doubts.extend(rest_in_words(&best, words));
    let tie = if is_part(one, other, &best, words) {
        NameTie::Part
    } else if best.forms.iter().any(|form| form.is_former) {
        NameTie::Renamed
    } else {
        NameTie::Spelling
    };
    Some(Comparison { tie, degree: degree.clamp(0.0, 1.0), reasons, doubts })
}

fn is_one_state(one: &Named<'_>, other: &Named<'_>) -> bool {
    let state = |named: &Named<'_>| named.actor.country.filter(|_| named.actor.r#type == ActorType::State);
    state(one).is_some_and(|country| state(other) == Some(country))
}

/// Whether countries and types leave open that two actors are one. Sources differ in what they call a party, but a person is no
/// group, and a people or a state's own no rebels.
pub(crate) fn may_be_one(one: &Actor, other: &Actor) -> bool {
    one.country.zip(other.country).is_none_or(|(one, other)| one == other) && are_of_one_sort(one.r#type, other.r#type)
}

fn are_of_one_sort(one: ActorType, other: ActorType) -> bool {
    let sort = |r#type| match r#type {
        ActorType::Individual => Some(0),
        ActorType::State | ActorType::Government => Some(1),
        ActorType::StateForces => Some(2),
        ActorType::Population => Some(3),
        ActorType::IntergovernmentalBody => Some(4),
        ActorType::Media | ActorType::Company => Some(5),
        ActorType::UnexpandedLabel => None,
        ActorType::ArmedGroup
        | ActorType::UnarmedGroup
        | ActorType::PoliticalParty
        | ActorType::Network
        | ActorType::Alliance
        | ActorType::Organisation => Some(6),
    };
    let is_person = |r#type| r#type == ActorType::Individual;
    sort(one).zip(sort(other)).map_or(!is_person(one) && !is_person(other), |(one, other)| one == other)
}

/// The two names that are most alike, and how much that tells.
fn closest<'n>(
    one: &'n Named<'_>,
    other: &'n Named<'_>,
    has_country: bool,
    words: &Words,
    bearers: &Bearers,
) -> Option<(Match<'n>, f64)> {
    let pairs = one.forms.iter().flat_map(|form| other.forms.iter().map(move |another| [form, another]));
    let weighed = pairs.map(|forms| {
        let found = Match::of(forms, words);
        let mut degree = found.degree;
        let countries = bearers_of(&found, bearers);
        if !has_country && countries > 1 {
            degree -= AMBIGUOUS * f64::from(u32::try_from(countries).unwrap_or(u32::MAX)).log2();
        }
        if is_bare(one, forms[0], words) || is_bare(other, forms[1], words) {
            degree *= BARE;
        }
        degree -= LABEL * (ENOUGH - found.common).max(0.0);
        degree -= ALIAS * f64::from(u8::from(!forms[0].is_listed) + u8::from(!forms[1].is_listed));
        (found, degree)
    });
    weighed.filter(|(_, degree)| *degree > 0.0).max_by(|(one, degree), (other, another)| {
        let listed = |found: &Match<'_>| found.forms.iter().filter(|form| form.is_listed).count();
        degree.total_cmp(another).then_with(|| listed(one).cmp(&listed(other)))
    })
}

/// Whether the name is an abbreviation, and the actor has a longer one.
fn is_bare(named: &Named<'_>, form: &Form, words: &Words) -> bool {
    let is_short = |form: &Form| matches!(form.words[..], [word] if words.get(word).text.chars().count() <= FEW);
    is_short(form) && named.forms.iter().any(|form| !is_short(form))
}

/// Of how many countries the bearers of the names are.
fn bearers_of(found: &Match<'_>, bearers: &Bearers) -> usize {
    let countries = |form: &Form| bearers.countries.get(&form.keys).map_or(0, Vec::len);
    found.forms.iter().map(|form| countries(form)).max().unwrap_or_default()
}

/// Persons are proposed only if every word of the one's name is in the other's, there are two at least, and they are of no other
/// spelling than scripts or accents make: to be taken for another harms.
fn persons(found: &Match<'_>, has_country: bool, words: &Words) -> Option<Comparison> {
    let is_whole = found.rest.iter().all(Vec::is_empty) && found.forms.iter().all(|form| form.words.len() >= 2);
    let is_close = found.degree >= 0.9;
    let doubts = vec!["many persons share a name".to_owned()];
    let mut reasons = vec![why(found).to_owned()];
    let mut degree = PERSONS * found.degree;
    let is_long = found.forms.iter().all(|form| form.words.len() >= 3);
    if has_country {
        degree += COUNTRY * (1.0 - degree);
        reasons.push("the same country".into());
    }
    let is_rare = found.forms[0].words.iter().all(|word| words.weight(*word) > ENOUGH);
    let is_former = found.forms.iter().any(|form| form.is_former);
    let tie = if is_former { NameTie::Renamed } else { NameTie::Spelling };
    (is_whole && is_close && is_rare && (has_country || is_long)).then_some(Comparison { tie, degree, reasons, doubts })
}

fn why(found: &Match<'_>) -> &'static str {
    let is_whole = found.rest.iter().all(Vec::is_empty);
    match (found.sameness, is_whole) {
        (Sameness::Script, _) => "the same consonants in two scripts",
        (Sameness::Language, true) => "the same words in other forms or languages",
        (Sameness::Spelling, true) => "the same name, spelt otherwise",
        (Sameness::Letters, true) if found.forms.iter().all(|form| form.is_listed) => "the same name",
        (Sameness::Letters, true) => "a name of the one is one of the other's",
        (_, false) => "names that are alike",
    }
}

/// The words that stand in one name alone, as doubts.
fn rest_in_words(found: &Match<'_>, words: &Words) -> Option<String> {
    let rest: Vec<String> = found.rest.iter().flatten().map(|word| format!("`{}`", words.get(*word).text)).collect();
    (!rest.is_empty()).then(|| format!("in one name alone: {}", rest.join(", ")))
}

/// Whether the one is called a part of the other, or those who left it.
fn is_part(one: &Named<'_>, other: &Named<'_>, found: &Match<'_>, words: &Words) -> bool {
    let leads_part = |named: &Named<'_>| named.forms.first().is_some_and(|form| form.is_part);
    let has =
        |side: usize, meaning: &str| found.rest[side].iter().any(|word| words.get(*word).meaning == Some(meaning));
    let names_part = |side: usize| {
        let form = found.forms[side];
        form.is_part || form.words.iter().any(|word| words.get(*word).meaning == Some(FACTION))
    };
    let has_more = |side: usize| {
        let tells = |word: &&usize| {
            let word = words.get(**word);
            word.country.is_none() && word.meaning != Some(FACTION)
        };
        found.rest[side].iter().any(|word| tells(&word))
    };
    leads_part(one) != leads_part(other)
        || has(0, DISSIDENT) != has(1, DISSIDENT)
        || (has_more(0) && !has_more(1) && names_part(0))
        || (has_more(1) && !has_more(0) && names_part(1))
}
