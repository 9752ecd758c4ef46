//! From ids and short names as people write them to what the model has for them.

use standpoint_model::{Id, Kind, Kinds};
use unicode_normalization::UnicodeNormalization;

use super::{did_you_mean, did_you_mean_one_of, word::nearest};

/// The help for a string that is not the id of a record that may be named where it stands.
pub(crate) fn help<K: Kinds>(text: &str) -> String {
    let meant: Vec<String> = meant::<K>(text).iter().map(|id| format!("`{id}`")).collect();
    // A name may be that of a record whose id is another.
    if !text.contains('/') && text.trim().contains(' ') && !meant.is_empty() {
        return format!("write the id of the record that is called so, or add it: {}", meant.join(" or "));
    }
    if !text.is_ascii() && meant.is_empty() && text.contains('/') {
        return IN_LATIN.into();
    }
    if let Some(help) = did_you_mean_one_of(&meant) {
        return help;
    }
    let examples: Vec<String> = K::KINDS.iter().map(|kind| format!("`{kind}/…`")).collect();
    match K::KINDS {
        [kind] => format!("the id of a record of the kind `{kind}` begins with `{kind}/`"),
        kinds if kinds.len() > 2 => {
            "an id is the kind of the record, a slash and a short name, as in `actor/northern-front`".into()
        }
        _ => format!("write the id of a record as it stands there: {}", examples.join(" or ")),
    }
}

/// What names the record that `text` may mean, where its id belongs: the kind, if there is but one, a slash, and the name.
pub(crate) fn record<K: Kinds>(text: &str) -> Option<String> {
    let text = text.trim();
    if let [id] = &meant::<K>(text)[..]
        && text.contains('/')
    {
        return Some(id.clone());
    }
    let kind = if let [kind] = K::KINDS { kind.as_str() } else { "" };
    (!text.is_empty() && !text.contains('/')).then(|| format!("{kind}/{text}"))
}

/// The help for a string that is not the id of the record of this kind that it stands in, which is called `name`.
pub(crate) fn own_help(kind: Kind, text: &str, name: Option<&str>) -> Option<String> {
    let own = text.strip_prefix(kind.as_str()).and_then(|rest| rest.strip_prefix('/'));
    let slug = slug(own.or_else(|| text.rsplit(['/', ':']).next())?);
    if !slug.is_empty() {
        return Some(did_you_mean(format_args!("{kind}/{slug}")));
    }
    let called = short_slug(name.unwrap_or_default());
    match (called.is_empty(), text.is_ascii()) {
        (false, _) => Some(format!(
            "did you mean `{kind}/{called}`? that is its name as an id, which is written in Latin letters"
        )),
        (true, false) => Some(IN_LATIN.into()),
        (true, true) => None,
    }
}

/// What to do with an id in another script. The name itself stays as it is written there.
const IN_LATIN: &str = "write the id in Latin letters, as sources in English spell the name, such as `actor/northern-front`, \
                        wherever it stands; the name in its own script is the `name` or one of the `aliases`";

/// The ids that `text` becomes when it is written as ids are.
fn meant<K: Kinds>(text: &str) -> Vec<String> {
    let text = text.trim();
    // Of a web address, what stands at its end.
    let mut segments = text.rsplit(['/', ':']);
    let (name, prefix) = (slug(segments.next().unwrap_or_default()), segments.next().map(str::to_lowercase));
    let words = || K::KINDS.iter().map(|kind| kind.as_str());
    let kinds: Vec<&str> = match &prefix {
        Some(prefix) => nearest(prefix, words()).into_iter().collect(),
        None if K::KINDS.len() <= 2 => words().collect(),
        None => Vec::new(),
    };
    let ids = kinds.into_iter().filter_map(|kind| Id::<K>::new(&format!("{kind}/{name}")).ok());
    ids.map(|id| id.as_str().to_owned()).collect()
}

/// `text` as a short name: lower-case letters and digits without accents, with a hyphen for whatever stands between them.
///
/// ```
/// assert_eq!(standpoint_validate::slug("Jamāʿat of the North"), "jamaat-of-the-north");
/// ```
pub fn slug(text: &str) -> String {
    let plain: String = text.nfkd().filter(|c| c.is_ascii() || !is_mark(*c)).collect();
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<String> = words.filter(|word| !word.is_empty()).map(str::to_ascii_lowercase).collect();
    words.join("-")
}

/// The longest short name that is made of a title, in bytes.
const LONGEST: usize = 60;

/// The same, cut between two words if it is long.
///
/// ```
/// assert_eq!(standpoint_validate::short_slug("The Ministry of Peace"), "the-ministry-of-peace");
/// assert!(standpoint_validate::short_slug(&"peace ".repeat(20)).len() <= 60);
/// ```
pub fn short_slug(text: &str) -> String {
    let name = slug(text);
    if name.len() <= LONGEST {
        return name;
    }
    let cut = &name[..LONGEST];
    cut.rsplit_once('-').map_or(cut, |(whole, _)| whole).to_owned()
}

/// Whether a character belongs to the letter before it: an accent, or a sign of transliteration such as ʿ and ’.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{2B0}'..='\u{2FF}' | '\u{300}'..='\u{36F}' | '\u{2018}' | '\u{2019}' | '\u{200B}'..='\u{200F}')
}

#[cfg(test)]
mod tests {
    use standpoint_model::{Actor, ActorOrPlace, AnyRecord};

    use super::*;

    #[test]
    fn ids_as_people_write_them() {
        for (text, expected) in [
            ("Actor/River_Brigade ", &["actor/river-brigade"][..]),
            ("River Brigade", &["actor/river-brigade"]),
            ("actors/river-brigade", &["actor/river-brigade"]),
            ("actor:river-brigade", &["actor/river-brigade"]),
            ("https://example.org/actor/river-brigade", &["actor/river-brigade"]),
            ("actor/Jam\u{101}\u{2BF}at", &["actor/jamaat"]),
            ("actor/a--b-", &["actor/a-b"]),
            ("event/velm", &[]),
            ("\u{637}\u{627}\u{644}\u{628}\u{627}\u{646}", &[]),
            ("", &[]),
        ] {
            assert_eq!(meant::<Actor>(text), expected, "{text}");
        }
        assert_eq!(meant::<ActorOrPlace>("Velm"), ["actor/velm", "place/velm"]);
        assert_eq!(meant::<AnyRecord>("Velm"), [""; 0]);
    }

    #[test]
    fn help_says_what_belongs_there() {
        assert_eq!(help::<Actor>("event/velm"), "the id of a record of the kind `actor` begins with `actor/`");
        assert_eq!(own_help(Kind::Actor, "event/velm", None).as_deref(), Some("did you mean `actor/velm`?"));
        assert_eq!(own_help(Kind::Actor, "actor/u.n/x", None).as_deref(), Some("did you mean `actor/u-n-x`?"));
    }
}
