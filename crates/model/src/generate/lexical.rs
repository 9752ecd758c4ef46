//! Strategies for the types with a lexical rule.

use std::{cell::RefCell, collections::BTreeMap};

use proptest::{
    collection::vec,
    prelude::{BoxedStrategy, Just, Strategy, any},
    prop_oneof,
    sample::select,
    string::string_regex,
};

use crate::{
    Amount, CodingScheme, Count, CountryCode, Duration, FieldPath, Id, Kind, Kinds, LanguageTag, Latitude, License,
    Longitude, MediaType, Rank, RecordId, Sha256, Slug, Text, Unit, Version, WebAddress,
};

/// Words for text and for short names; whole words take fewer draws of chance than letters do.
const WORDS: &[&str] = &[
    "airport", "attack", "border", "claim", "council", "district", "envoy", "front", "garrison", "guard", "highway",
    "market", "minister", "network", "north", "patrol", "province", "report", "river", "rocket", "south", "talks",
    "valley", "village", "2021", "a", "s",
];

/// Strings that match a regular expression.
pub(super) fn matching(pattern: &str) -> BoxedStrategy<String> {
    // Compiling the patterns takes longer than a hundred records do.
    thread_local! {
        static COMPILED: RefCell<BTreeMap<String, BoxedStrategy<String>>> = const { RefCell::new(BTreeMap::new()) };
    }
    let compile = || {
        string_regex(pattern).expect("the patterns are constants of this module, and the tests run them all").boxed()
    };
    COMPILED.with_borrow_mut(|compiled| compiled.entry(pattern.to_owned()).or_insert_with(compile).clone())
}

/// Those of `candidates` that `new` accepts.
pub(super) fn accepted<T, E>(
    candidates: impl Strategy<Value = String> + 'static,
    new: fn(&str) -> Result<T, E>,
) -> BoxedStrategy<T>
where
    T: std::fmt::Debug + 'static,
    E: 'static,
{
    candidates.prop_filter_map("not of the type", move |candidate| new(&candidate).ok()).boxed()
}

/// Ids of the kinds that `K` names, up to the greatest length.
pub fn id<K: Kinds + 'static>() -> BoxedStrategy<Id<K>> {
    accepted(id_of(K::KINDS), Id::new)
}

/// The same for kinds that are not known to the compiler.
pub(super) fn id_of(kinds: &[Kind]) -> BoxedStrategy<String> {
    let prefix = || select(kinds.to_vec());
    let short = (prefix(), slug()).prop_map(|(kind, slug)| format!("{kind}/{slug}"));
    let longest = (prefix(), matching("[a-z0-9]{8}")).prop_map(|(kind, letters)| {
        let room = RecordId::MAX_LENGTH - kind.as_str().len() - 1;
        format!("{kind}/{}", &letters.repeat(room)[..room])
    });
    prop_oneof![30 => short, 1 => longest].boxed()
}

/// Short names.
pub fn slug() -> BoxedStrategy<Slug> {
    let named = (select(WORDS), any::<u16>()).prop_map(|(word, number)| format!("{word}-{number:x}"));
    let any_form = matching("[a-z0-9]{1,3}(-[a-z0-9]{1,3}){0,3}");
    accepted(prop_oneof![4 => named, 1 => any_form], Slug::new)
}

/// Text of any script, with tabs and line feeds, with blanks of every sort at either end.
pub fn text() -> BoxedStrategy<Text> {
    let plain = vec(select(WORDS), 1..6).prop_map(|words| words.join(" "));
    let scripts = matching(
        "(\\p{Arabic}|\\p{Han}|\\p{Cyrillic}|\\p{Devanagari}|\\p{Emoji_Presentation}|\\p{Mn}|[A-Za-zÀ-ſ'’\"\\\\/<&]){1,12}",
    );
    let anything = matching("[^\\x00-\\x08\\x0b-\\x1f\\x7f]{1,16}");
    let padded =
        matching("[\\t\\n \u{a0}]{0,2}[^\\x00-\\x20\\x7f\u{a0}][\\t\\n \u{a0}\u{85}\u{2028}\u{feff}\u{10ffff}]{0,3}");
    accepted(prop_oneof![4 => plain, 2 => scripts, 1 => anything, 1 => padded], Text::new)
}

/// `http` and `https` addresses with every part that an address can have.
pub fn web_address() -> BoxedStrategy<WebAddress> {
    let host = prop_oneof![
        4 => matching("([a-z0-9][a-z0-9-]{0,6}\\.){1,2}(org|example|int)"),
        1 => matching("[a-zà-ÿа-я]{1,8}\\.example"),
        1 => matching("(10|192)(\\.(0|[1-9][0-9]?)){3}"),
        1 => Just("[2001:db8::1]".to_owned()),
    ];
    let address = (
        select(&["http", "https"][..]),
        matching("([a-z]{1,5}(:[a-z]{0,3})?@)?"),
        host,
        matching("(:[0-9]{1,4})?"),
        matching("(/([A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-F]{2}|[à-ÿ]){0,6}){0,3}"),
        matching("(\\?[a-z]{1,4}=[A-Za-z0-9/?%]{0,0}[A-Za-z0-9/?]{0,5})?(#[A-Za-z0-9/?]{0,5})?"),
    )
        .prop_map(|(scheme, user, host, port, path, rest)| format!("{scheme}://{user}{host}{port}{path}{rest}"));
    accepted(address, WebAddress::new)
}

/// SHA-256 digests.
pub fn sha256() -> BoxedStrategy<Sha256> {
    let digest = any::<[u64; 4]>().prop_map(|[a, b, c, d]| format!("{a:016x}{b:016x}{c:016x}{d:016x}"));
    accepted(digest, Sha256::new)
}

/// SPDX licence expressions: single licences, exceptions, references and combinations of them.
pub fn license() -> BoxedStrategy<License> {
    let licenses: Vec<&str> = spdx::identifiers::LICENSES.iter().map(|license| license.name).collect();
    let exceptions: Vec<&str> = spdx::identifiers::EXCEPTIONS.iter().map(|exception| exception.name).collect();
    let single = prop_oneof![
        6 => select(licenses).prop_map(str::to_owned),
        1 => Just("Apache-2.0+".to_owned()),
        1 => matching("(DocumentRef-[A-Za-z0-9.-]{1,6}:)?LicenseRef-[A-Za-z0-9.-]{1,8}"),
        1 => select(exceptions).prop_map(|exception| format!("GPL-2.0-or-later WITH {exception}")),
    ];
    let expression = single.prop_recursive(2, 6, 2, |inner| {
        (inner.clone(), select(&["AND", "OR"][..]), inner, any::<bool>()).prop_map(|(left, operator, right, parens)| {
            let both = format!("{left} {operator} {right}");
            if parens { format!("({both})") } else { both }
        })
    });
    accepted(expression, License::new)
}

/// Versions, with and without pre-release and build.
pub fn version() -> BoxedStrategy<Version> {
    let number = "(0|[1-9][0-9]{0,3}|18446744073709551615)";
    let identifier = "(0|[1-9][0-9]{0,2}|[0-9]{0,2}[A-Za-z-][0-9A-Za-z-]{0,4})";
    let pattern = format!(
        "{number}\\.{number}\\.{number}(-{identifier}(\\.{identifier}){{0,2}})?(\\+[0-9A-Za-z-]{{1,4}}(\\.[0-9A-Za-z-]{{1,4}}){{0,2}})?"
    );
    accepted(matching(&pattern), Version::new)
}

/// Language tags, in any case, with every subtag that may follow the language.
pub fn language_tag() -> BoxedStrategy<LanguageTag> {
    let tag = (
        select(&["en", "ps", "fa", "AR", "zh", "tg", "prs", "uzs", "cmn", "Ur"][..]),
        select(&["", "", "-Latn", "-Arab", "-cyrl"][..]),
        select(&["", "", "-AF", "-pk", "-419"][..]),
        select(&["", "", "-1996", "-valencia"][..]),
        matching("(-u-[a-z]{2}-[a-z0-9]{3,8})?(-x-[a-z0-9]{1,8}(-[a-z0-9]{1,8})?)?"),
    )
        .prop_map(|(language, script, region, variant, rest)| format!("{language}{script}{region}{variant}{rest}"));
    accepted(tag, LanguageTag::new)
}

/// Assigned country codes.
pub fn country_code() -> BoxedStrategy<CountryCode> {
    select(CountryCode::all().collect::<Vec<_>>()).boxed()
}

/// Whole numbers, small ones and the greatest ones.
pub fn count() -> BoxedStrategy<Count> {
    prop_oneof![4 => 0..100_u64, 2 => 0..1_000_000_u64, 1 => Count::MIN..=Count::MAX, 1 => Just(Count::MAX)]
        .prop_filter_map("out of bounds", |number| Count::new(number).ok())
        .boxed()
}

/// Amounts: whole ones, and ones with few decimals or with all that an `f64` has.
pub fn amount() -> BoxedStrategy<Amount> {
    let decimals = (0.0..1e5_f64, 0..4).prop_map(|(number, digits)| {
        let tens = 10_f64.powi(digits);
        (number * tens).round() / tens
    });
    let fraction = prop_oneof![2 => decimals, 1 => 0.0..1.0_f64, 1 => Amount::MIN..=Amount::MAX];
    let fraction = fraction.prop_filter_map("out of bounds", |number| Amount::new(number).ok());
    prop_oneof![3 => count().prop_map(Amount::from), 1 => fraction].boxed()
}

/// Lengths of time.
pub fn duration() -> BoxedStrategy<Duration> {
    let part = |unit: char| format!("([0-9]{{1,3}}{unit})?");
    let date = ['Y', 'M', 'D'].map(part).concat();
    let time = ['H', 'M', 'S'].map(part).concat();
    let candidates = prop_oneof![
        4 => matching("P[0-9]{1,3}[MDW]"),
        2 => matching(&format!("P{date}")),
        1 => matching(&format!("P{date}T{time}")),
        1 => matching("P(0|[1-9][0-9]{5})D"),
    ];
    accepted(candidates, Duration::new)
}

/// Units of every system.
pub fn unit() -> BoxedStrategy<Unit> {
    let candidates = prop_oneof![
        2 => select(&["persons", "percent", "EUR", "USD", "XAU", "YUM", "1", "%"][..]).prop_map(str::to_owned),
        1 => matching("(k|M|m|c)?(m|g|L|t|s|W)[2-3]?(/(h|d|a|km2))?"),
        1 => matching("(t|km2|h)?\\{[a-z]{1,8}\\}"),
        1 => select(&["mo", "wk", "har", "[mi_i]", "[acr_us]", "[bbl_us].d-1", "kt_TNT", "m.s-2"][..]).prop_map(str::to_owned),
    ];
    accepted(candidates, Unit::new)
}

/// Columns of datasets.
pub fn coding_scheme() -> BoxedStrategy<CodingScheme> {
    let known =
        select(&["ucdp-ged/type_of_violence", "acled/sub_event_type", "gtd/attacktype1"][..]).prop_map(str::to_owned);
    accepted(
        prop_oneof![1 => known, 1 => matching("[a-z0-9]{1,4}(-[a-z0-9]{1,4})?/[A-Za-z0-9_.-]{1,8}")],
        CodingScheme::new,
    )
}

/// Names of fields, those of records among others.
pub fn field_path() -> BoxedStrategy<FieldPath> {
    let known =
        select(&["when", "places[place/port-ostra]", "value.low", "codes[Q4115189].value"][..]).prop_map(str::to_owned);
    let step = "[a-z_]{1,8}(\\[[^\\[\\]\\x00-\\x1f\\x7f]{1,6}\\])?";
    accepted(prop_oneof![2 => known, 1 => matching(&format!("{step}(\\.{step}){{0,2}}"))], FieldPath::new)
}

/// Media types.
pub fn media_type() -> BoxedStrategy<MediaType> {
    let known = select(&["application/pdf", "text/html", "text/plain"][..]).prop_map(str::to_owned);
    accepted(prop_oneof![2 => known, 1 => matching("[a-z0-9]{1,5}/[a-z0-9][a-z0-9!#$&^_.+-]{0,8}")], MediaType::new)
}

/// Places in an order.
pub fn rank() -> BoxedStrategy<Rank> {
    prop_oneof![4 => 1..10_u16, 1 => Rank::MIN..=Rank::MAX, 1 => Just(Rank::MAX)]
        .prop_filter_map("out of bounds", |number| Rank::new(number).ok())
        .boxed()
}

/// Degrees from `-bound` to `bound`: whole, with few decimals, with all that an `f64` has.
fn degrees(bound: f64) -> BoxedStrategy<f64> {
    prop_oneof![
        1 => select(vec![-bound, -0.0, 0.0, bound]),
        1 => (-bound..=bound).prop_map(f64::round),
        2 => (-bound..=bound).prop_map(|degrees| (degrees * 1e4).round() / 1e4),
        2 => -bound..=bound,
    ]
    .boxed()
}

/// Longitudes.
pub fn longitude() -> BoxedStrategy<Longitude> {
    degrees(180.0).prop_filter_map("out of bounds", |degrees| Longitude::new(degrees).ok()).boxed()
}

/// Latitudes.
pub fn latitude() -> BoxedStrategy<Latitude> {
    degrees(90.0).prop_filter_map("out of bounds", |degrees| Latitude::new(degrees).ok()).boxed()
}
