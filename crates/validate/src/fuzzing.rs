//! What must hold inside the crate whatever the input (feature `fuzzing`, for property tests and fuzzing; no part of the
//! interface).
//!
//! Each function takes any input at all. Where an invariant breaks, it says which.

use std::ops::Range;

use foldhash::fast::SeedableRandomState;
use serde_json::Value;
use standpoint_model::{Edtf, Kind, Record};
use standpoint_report::{Finding, Part, Place, Spot, json_text::locate};

use crate::{
    diagnose::{exact, meant, refusals::Refusals},
    read::{blocks::PADDING, stretch::Stretch},
    recognise::{Days, Leaf, Recogniser, Slot, common_date},
};

/// What becomes of the text of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The fast path recognises it.
    Recognised,
    /// The fast path does not, and the types accept it.
    Accepted,
    /// The types refuse it.
    Refused,
}

/// Bytes as the text of one record.
///
/// What the fast path recognises the types accept, and it finds in it what the record holds. What the model writes the
/// fast path recognises. What the types accept the schema accepts; what they refuse has a finding, at a place within it.
///
/// # Errors
///
/// The invariant that does not hold.
pub fn record(bytes: &[u8]) -> Result<Verdict, String> {
    let mut recognised = None;
    for over_lines in [false, true] {
        let Some(found) = Recognised::of(bytes, over_lines)? else { continue };
        let text = std::str::from_utf8(&bytes[..found.end]).map_err(|error| format!("recognised, but {error}"))?;
        holds(over_lines || !text.contains('\n'), || "recognised over lines".into())?;
        let typed = serde_json::from_str::<Record>(text);
        let typed = typed.map_err(|error| format!("recognised, but the types refuse it: {error}"))?;
        found.is_of(&typed)?;
        recognised = Some(found.end);
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return Ok(Verdict::Refused) };
    let record = Stretch { text, document: 0, start: 0 }.trimmed();
    let mut findings = Vec::new();
    let examined = exact::examine(record, &mut Refusals::default(), &mut findings);
    findings.iter().try_for_each(|finding| within(text, finding))?;
    match serde_json::from_str::<Record>(record.text) {
        Ok(typed) => {
            if let Some(finding) = findings.first() {
                return Err(format!("the types accept it, but: {}: {}", finding.code.name, finding.message));
            }
            holds(examined.as_ref() == Some(&typed), || format!("read as {typed:?} and as {examined:?}"))?;
            let written = serde_json::to_vec(&typed).map_err(|error| error.to_string())?;
            let found = Recognised::of(&written, false)?.filter(|found| found.end == written.len());
            found.ok_or("what the model writes is not recognised")?.is_of(&typed)?;
            let whole = record.bytes();
            let is_recognised = whole.start == 0 && recognised == Some(whole.end);
            Ok(if is_recognised { Verdict::Recognised } else { Verdict::Accepted })
        }
        Err(error) => {
            holds(!findings.is_empty(), || format!("refused without a finding: {error}"))?;
            Ok(Verdict::Refused)
        }
    }
}

/// A text as a date. Whether it is one.
///
/// It stays as it is written, it does not end before it begins, and the fast path reads it as the model does. What is
/// no date is at most suggested as one.
///
/// # Errors
///
/// The invariant that does not hold.
pub fn date(text: &str) -> Result<bool, String> {
    let common = common_date(text.as_bytes());
    let date = match Edtf::new(text) {
        Ok(date) => date,
        Err(error) => {
            holds(common.is_none(), || format!("a common date, but {error}"))?;
            holds(error.offset() <= text.chars().count(), || format!("beyond the end: {error}"))?;
            let help = meant::date::help(text);
            if let Some((suggested, _)) = help.strip_prefix("did you mean `").and_then(|rest| rest.split_once('`')) {
                Edtf::new(suggested).map_err(|error| format!("suggested, but {error}"))?;
            }
            return Ok(false);
        }
    };
    let days = Days::of(&date);
    holds(date == text, || format!("written as {date}"))?;
    holds(date.level() <= 2, || format!("of level {}", date.level()))?;
    holds(!date.english().is_empty(), || "without a word of English".into())?;
    holds(days.first <= days.last, || format!("ends before it begins: {days:?}"))?;
    holds(common.is_none_or(|common| common == days), || format!("{common:?} and {days:?}"))?;
    if let (Some(first), Some(last)) = (date.earliest().day(), date.latest().day()) {
        holds(first <= last, || format!("{first} to {last}"))?;
    }
    Ok(true)
}

/// Where the value or the key at a JSON Pointer stands in a text. Whether there is one.
///
/// What stands at the place, if it is not a bracket or a key for all that follows it, is the value or the key.
///
/// # Errors
///
/// The invariant that does not hold.
pub fn place(text: &str, pointer: &str) -> Result<bool, String> {
    let Ok(value) = serde_json::from_str::<Value>(text) else { return Ok(false) };
    let read = |range: Range<usize>| serde_json::from_str::<Value>(&text[range]).ok();
    let [whole, key] = [Part::Value, Part::Key].map(|part| locate(text, pointer, part));
    for range in [&whole, &key] {
        holds(text.get(range.clone()).is_some_and(|part| !part.is_empty()), || format!("{range:?} is no place"))?;
    }
    let Some(wanted) = value.pointer(pointer) else { return Ok(false) };
    let is_brief = matches!(wanted, Value::Array(_) | Value::Object(_)) && text.contains('\n');
    holds(is_brief || read(whole.clone()).as_ref() == Some(wanted), || format!("{} is not it", &text[whole]))?;
    if let Some((parent, name)) = pointer.rsplit_once('/')
        && value.pointer(parent).is_some_and(Value::is_object)
    {
        let name = name.replace("~1", "/").replace("~0", "~");
        holds(read(key.clone()) == Some(name.into()), || format!("{} is not the key", &text[key]))?;
    }
    Ok(true)
}

fn holds(is_so: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if is_so { Ok(()) } else { Err(otherwise()) }
}

/// A record that the fast path recognised.
#[derive(PartialEq)]
struct Recognised {
    kind: Kind,
    own: Vec<u8>,
    /// In an order that does not depend on that of the fields.
    leaves: Vec<String>,
    end: usize,
}

impl Recognised {
    /// The record that `bytes` begin with, if it is recognised: at first sight as when it is remembered.
    fn of(bytes: &[u8], over_lines: bool) -> Result<Option<Self>, String> {
        let padded = [bytes, &[0; PADDING]].concat();
        // The same hashes whenever a text is recognised, so that what it leaves can be compared.
        thread_local! {
            static HASH: SeedableRandomState = SeedableRandomState::default();
        }
        let mut recogniser = Recogniser::new(HASH.with(Clone::clone));
        let found = Self::by(&mut recogniser, &padded, over_lines);
        let again = Self::by(&mut recogniser, &padded, over_lines);
        holds(found == again, || "recognised otherwise when it comes again".into())?;
        Ok(found)
    }

    fn by(recogniser: &mut Recogniser, padded: &[u8], over_lines: bool) -> Option<Self> {
        let end = recogniser.record(padded, 0, over_lines)?;
        // What goes without saying may be said: a record is current, a source not quotable.
        let leaves = recogniser.leaves().iter();
        let said = leaves.filter(|leaf| !matches!(leaf.slot, Slot::Status | Slot::Quotable) || leaf.value != 0);
        let mut leaves: Vec<String> =
            said.map(|Leaf { slot, kind, value }| format!("{slot:?} {kind} {value:x}")).collect();
        leaves.sort_unstable();
        Some(Self { kind: recogniser.kind(), own: padded[recogniser.own()].to_vec(), leaves, end })
    }

    /// Whether it is this record.
    fn is_of(&self, typed: &Record) -> Result<(), String> {
        holds(self.kind == typed.kind(), || format!("recognised as {}", self.kind))?;
        holds(self.own == typed.id().as_bytes(), || format!("recognised as {}", String::from_utf8_lossy(&self.own)))?;
        let written = serde_json::to_vec(typed).map_err(|error| error.to_string())?;
        let written = Self::of(&written, false)?.ok_or("what the model writes of it is not recognised")?;
        holds(self.leaves == written.leaves, || format!("{:?} and {:?}", self.leaves, written.leaves))
    }
}

/// Whether all places of a finding are in the text, and begin and end with whole characters.
fn within(text: &str, finding: &Finding) -> Result<(), String> {
    let places = finding.place.iter().chain(finding.related.iter().map(|related| &related.place));
    for Place { document, spot } in places {
        let bytes = match spot {
            Spot::Bytes(bytes) => bytes.clone(),
            Spot::Pointer { record, pointer, part } => {
                let inside = locate(&text[record.clone()], pointer, *part);
                inside.start + record.start..inside.end + record.start
            }
        };
        let is_place = *document == 0 && text.get(bytes.clone()).is_some();
        holds(is_place, || format!("{}: {bytes:?} is no place", finding.code.name))?;
    }
    Ok(())
}
