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
    Count, CountryCode, Id, Kinds, LanguageTag, Latitude, License, Longitude, Rank, Sha256, Slug, Text, Version,
    WebAddress,
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
    let prefix = || select(K::KINDS);
    let short = (prefix(), slug()).prop_map(|(kind, slug)| format!("{kind}/{slug}"));
    let longest = (prefix(), matching("[a-z0-9]{8}")).prop_map(|(kind, letters)| {
        let room = Id::<K>::MAX_LENGTH - kind.as_str().len() - 1;
        format!("{kind}/{}", &letters.repeat(room)[..room])
    });
    accepted(prop_oneof![30 => short, 1 => longest], Id::new)
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
