//! What `FollowTheMoney` makes of a text: the exporter makes the same of it first, so that nothing changes on the way.

use std::{io, iter};

use standpoint_model::{Edtf, Record};
use unicode_normalization::UnicodeNormalization as _;

use crate::{bounds::Bounds, tree::Tree};

/// How long a record may be, in bytes of JSON, before its longest texts are left out.
///
/// `FollowTheMoney` takes 31,457,280 characters of text an entity, and a text stands in one at most three times.
const MAX_RECORD: usize = 10_485_760;

/// The years whose dates `FollowTheMoney` reads.
const YEARS: std::ops::RangeInclusive<i64> = 1000..=2999;

/// Whether a text is changed or left out.
pub(super) fn is_altered(original: &str) -> bool {
    !is_clean_ascii(original) && text(original) != original
}

/// How many bytes a text of this record may have. Longer ones are left out, so that the rest is not too much.
pub(super) fn most(record: &Record) -> usize {
    let mut length = Length(0);
    // Nothing fails here: a record always serializes, and what it is written to takes it all.
    let _ = serde_json::to_writer(&mut length, record);
    let Some(mut excess) = length.0.checked_sub(MAX_RECORD).filter(|&excess| excess > 0) else { return usize::MAX };
    let Ok(tree) = Tree::of(record) else { return 0 };
    let mut texts: Vec<usize> = tree.texts().map(str::len).collect();
    texts.sort_unstable();
    while let Some(longest) = texts.pop() {
        if longest >= excess {
            return longest - 1;
        }
        excess -= longest;
    }
    0
}

/// How many bytes were written.
struct Length(usize);

impl io::Write for Length {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A text as `sanitize_text` leaves it alone: in NFC, without control and invisible characters, with plain spaces,
/// trimmed.
pub(super) fn text(text: &str) -> String {
    if is_clean_ascii(text) {
        return text.to_owned();
    }
    // One pass can make work for the next: a mark may meet its letter.
    fixpoint(text, |text| {
        let kept = text.nfc().filter(|&c| !is_dropped(c)).map(|c| if is_space(c) { ' ' } else { c });
        kept.collect::<String>().trim().to_owned()
    })
}

/// Most texts, told at a glance.
fn is_clean_ascii(text: &str) -> bool {
    text.bytes().all(|b| matches!(b, b' '..=b'~' | b'\n')) && text.trim_ascii().len() == text.len()
}

/// A name as `NameType` leaves it alone: also without quotes around it, all white space single spaces.
pub(super) fn name(name: &str) -> String {
    fixpoint(&text(name), |name| {
        let bare = without_quotes(name);
        bare.split_whitespace().collect::<Vec<_>>().join(" ")
    })
}

fn fixpoint(start: &str, step: impl Fn(&str) -> String) -> String {
    let mut text = start.to_owned();
    loop {
        let next = step(&text);
        if next == text {
            return text;
        }
        text = next;
    }
}

fn without_quotes(name: &str) -> &str {
    let quotes = ['"', '\''];
    if name.contains('\n') {
        return name;
    }
    name.strip_prefix(quotes).and_then(|name| name.strip_suffix(quotes)).unwrap_or(name)
}

/// The characters that `remove_unsafe_chars` deletes.
const fn is_dropped(c: char) -> bool {
    matches!(c,
        '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}'
        | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// Those that it makes plain spaces.
const fn is_space(c: char) -> bool {
    matches!(
        c,
        '\u{a00}' | '\u{1680}' | '\u{2000}'
            ..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}

/// The first and the last day of a date, where `FollowTheMoney` reads them.
pub(super) fn days(date: &Edtf) -> [Option<String>; 2] {
    let bounds = Bounds::from(date);
    [bounds.earliest, bounds.latest].map(|day| day.filter(|day| YEARS.contains(&day.year())).map(|day| day.to_string()))
}

/// A date that is a year, a month or a day and nothing else, which is what `FollowTheMoney` calls a date.
pub(super) fn plain_date(date: &Edtf) -> Option<&str> {
    let text = date.as_str();
    let is_plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let year = text.get(..4).and_then(|year| year.parse().ok());
    // A month over 12 is a season or a quarter.
    let month = text.get(5..7).is_none_or(|month| month <= "12");
    (is_plain && month && year.is_some_and(|year| YEARS.contains(&year))).then_some(text)
}

/// The date that a date is but for the doubt that is marked in it, of which `FollowTheMoney` knows nothing.
pub(super) fn date(date: &Edtf) -> Option<String> {
    let certain = date.as_str().replace(['?', '~', '%'], "");
    plain_date(&Edtf::new(&certain).ok()?).map(str::to_owned)
}

/// Whether `FollowTheMoney` is sure to keep an address as it is; it changes or refuses some.
pub(super) fn is_plain_address(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).unwrap_or_default();
    let Some((host, path)) = rest.split_once('/') else { return false };
    let labels: Vec<&str> = host.split('.').collect();
    let is_label = |label: &&str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|c| is_letter(c) || c.is_ascii_digit() || c == '-')
            && label.chars().any(char::is_alphanumeric)
    };
    let ends_well = labels.last().is_some_and(|last| last.chars().count() > 1 && last.chars().all(is_letter));
    let is_plain = |c: char| is_letter(c) || c.is_ascii_digit() || "-._~%!$&'()*+,=:@/".contains(c);
    let (path, query) = path.split_once('?').unwrap_or((path, "x"));
    labels.len() > 1
        && labels.iter().all(is_label)
        && ends_well
        && address.len() <= 4096
        && path.chars().all(is_plain)
        && !query.is_empty()
        && query.chars().all(|c| is_plain(c) || c == '?')
}

/// Whether an address holds the character as it is, in whatever script: what is written in one way only.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && iter::once(c).nfkc().eq([c])
}
