//! The walk over a record's bytes along the grammar.

use std::ops::Range;

use foldhash::fast::SeedableRandomState;
use serde_json::Value;
use standpoint_model::{Edtf, Kind};

use super::{
    days::{Days, common_date},
    grammar::{Field, Grammar, List, Name, Node, Object, Syntax},
    hash::{hash_of, hash_of_path},
    memory::Memory,
    scan,
    slot::{Leaf, Slot, ordered},
};
use crate::diagnose::{
    lexical::{Form, Lexical},
    names::composed,
    text_marks,
};

/// The longest id that is one.
const LONGEST_ID: usize = standpoint_model::RecordId::MAX_LENGTH;

/// Recognises records, one after the other, and says what they hold that the rules ask for.
pub(crate) struct Recogniser {
    grammar: &'static Grammar,
    hash: SeedableRandomState,
    /// Of the record that was recognised last.
    kind: Kind,
    leaves: Vec<Leaf>,
    own: Range<usize>,
    memory: Memory,
    /// A name as it is compared.
    folded: Vec<u8>,
}

impl Recogniser {
    /// A recogniser that hashes as `hash` does.
    pub(crate) fn new(hash: SeedableRandomState) -> Self {
        Self {
            grammar: Grammar::of_model(),
            memory: Memory::new(hash.clone()),
            hash,
            kind: Kind::Dataset,
            leaves: Vec::with_capacity(64),
            own: 0..0,
            folded: Vec::new(),
        }
    }

    /// Where the record ends that begins at `at`. Nothing, where it is not recognised, which says nothing against it; so many
    /// bytes as [`WIDTH`](scan::WIDTH) must follow it. It may go over several lines if `over_lines`.
    pub(crate) fn record(&mut self, bytes: &[u8], at: usize, over_lines: bool) -> Option<usize> {
        self.leaves.clear();
        // The kind comes first, as in all that the model writes.
        let mut walk = Walk {
            hash: &self.hash,
            leaves: &mut self.leaves,
            memory: &mut self.memory,
            folded: &mut self.folded,
            bytes,
            over_lines,
            own: 0..0,
            figures: Figures::NONE,
        };
        let start = walk.byte(at, b'{')?;
        let start = walk.space(start);
        let at = walk.literal(start, b"\"kind\"")?;
        let at = walk.colon(at)?;
        let (kind, record) = self.grammar.kind(scan::block(bytes, at)?, &bytes[at..])?;
        let Syntax::Object(object) = &record.syntax else { return None };
        let (end, _) = walk.fields(start, object)?;
        (self.kind, self.own) = (kind, walk.own);
        Some(end)
    }

    /// The kind of the record that was recognised last.
    pub(crate) fn kind(&self) -> Kind {
        self.kind
    }

    /// What it holds that the rules ask for.
    pub(crate) fn leaves(&self) -> &[Leaf] {
        &self.leaves
    }

    /// Where its id stands.
    pub(crate) fn own(&self) -> Range<usize> {
        self.own.clone()
    }
}

/// The walk over a record. Each of its steps is told where something begins, and says where it ends.
struct Walk<'w> {
    hash: &'w SeedableRandomState,
    leaves: &'w mut Vec<Leaf>,
    memory: &'w mut Memory,
    folded: &'w mut Vec<u8>,
    bytes: &'w [u8],
    over_lines: bool,
    own: Range<usize>,
    /// Of the counts that were met last, the last one, and whether each was above the one before it.
    figures: Figures,
}

#[derive(Clone, Copy)]
struct Figures {
    last: Option<u64>,
    ascend: bool,
}

impl Figures {
    const NONE: Self = Self { last: None, ascend: true };

    fn then(self, figure: u64) -> Self {
        Self { last: Some(figure), ascend: self.ascend && self.last.is_none_or(|last| last < figure) }
    }
}

impl<'w> Walk<'w> {
    fn peek(&self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    /// One byte, which must be this one.
    fn byte(&self, at: usize, byte: u8) -> Option<usize> {
        (self.peek(at)? == byte).then_some(at + 1)
    }

    fn literal<const N: usize>(&self, at: usize, text: &[u8; N]) -> Option<usize> {
        (self.bytes.get(at..)?.first_chunk()? == text).then_some(at + N)
    }

    /// The white space of JSON. Mostly there is none.
    fn space(&self, at: usize) -> usize {
        if self.peek(at).is_some_and(|byte| byte <= b' ') { self.spaces(at) } else { at }
    }

    #[cold]
    fn spaces(&self, mut at: usize) -> usize {
        while let Some(byte @ (b' ' | b'\n' | b'\r' | b'\t')) = self.peek(at) {
            if byte == b'\n' && !self.over_lines {
                break;
            }
            at += 1;
        }
        at
    }

    /// A colon, and white space around it. Mostly there is none before it.
    fn colon(&self, at: usize) -> Option<usize> {
        let after = if self.peek(at)? == b':' { at + 1 } else { self.byte(self.spaces(at), b':')? };
        Some(self.space(after))
    }

    /// A comma and white space around it, after which there is more, or this bracket, with which everything ends, and
    /// whether it does.
    fn next(&self, mut at: usize, closing: u8) -> Option<(usize, bool)> {
        let mut byte = self.peek(at)?;
        if byte <= b' ' {
            at = self.spaces(at);
            byte = self.peek(at)?;
        }
        match byte {
            b',' => Some((self.space(at + 1), false)),
            byte if byte == closing => Some((at + 1, true)),
            _ => None,
        }
    }

    fn leaf(&mut self, slot: Slot, value: u64) {
        if slot != Slot::None {
            self.leaves.push(Leaf { slot, kind: Kind::Dataset, value });
        }
    }

    fn hash_of(&self, bytes: &[u8]) -> u64 {
        hash_of(self.hash, bytes)
    }

    /// A value. What is done for each shape is a function of its own, so that the simple ones pay for no other.
    fn value(&mut self, at: usize, node: &'static Node) -> Option<usize> {
        let slot = node.slot;
        match &node.syntax {
            Syntax::Object(object) => self.object(at, slot, object),
            Syntax::List(list) => self.list(at, list),
            Syntax::Word(words) => self.word(at, slot, words),
            Syntax::Id(prefixes) => self.id(at, slot, prefixes),
            Syntax::Flag => self.flag(at, slot),
            Syntax::String => self.string(at),
            Syntax::Text(lexical) => self.text(at, slot, lexical),
            Syntax::Slug => self.slug(at, slot),
            Syntax::Digest => self.digest(at, slot),
            Syntax::Date(lexical) => self.date(at, slot, lexical),
            Syntax::Count(lexical) => self.figure(at, slot, lexical),
            Syntax::Amount(lexical) => self.amount(at, slot, lexical),
            Syntax::Other(lexical) => self.remembered(at, slot, lexical),
            Syntax::Unknown => None,
        }
    }

    #[inline(never)]
    fn object(&mut self, start: usize, slot: Slot, object: &'static Object) -> Option<usize> {
        self.leaf(slot, 0);
        let at = self.byte(start, b'{')?;
        let at = self.space(at);
        match object.ascending {
            None => self.fields(at, object).map(|(end, _)| end),
            Some(lexical) => self.ascending(start, at, object, lexical),
        }
    }

    #[inline(never)]
    fn word(&mut self, at: usize, slot: Slot, words: &'static [Name]) -> Option<usize> {
        let head = scan::block(self.bytes, at)?;
        let rest = &self.bytes[at..];
        let found = words.iter().position(|word| word.begins(head, rest))?;
        self.leaf(slot, found as u64);
        Some(at + words[found].text.len())
    }

    #[inline(never)]
    fn id(&mut self, at: usize, slot: Slot, prefixes: &'static [(Name, Kind)]) -> Option<usize> {
        let head = scan::block(self.bytes, at)?;
        let rest = &self.bytes[at..];
        let (prefix, kind) = prefixes.iter().find(|(prefix, _)| prefix.begins(head, rest))?;
        let start = at + 1;
        let end = scan::slug(self.bytes, at + prefix.text.len())?;
        if end - start > LONGEST_ID {
            return None;
        }
        if slot != Slot::None {
            let value = self.hash_of(&self.bytes[start..end]);
            if slot == Slot::Own {
                self.own = start..end;
            }
            self.leaves.push(Leaf { slot, kind: *kind, value });
        }
        self.byte(end, b'"')
    }

    #[inline(never)]
    fn flag(&mut self, at: usize, slot: Slot) -> Option<usize> {
        if self.peek(at)? == b't' {
            self.leaf(slot, 1);
            self.literal(at, b"true")
        } else {
            // What is not so is left out by some, and leaves nothing.
            self.literal(at, b"false")
        }
    }

    /// The fields of an object and the bracket that closes it, in whatever order they stand, and whether it is that of the
    /// schema.
    fn fields(&mut self, mut at: usize, object: &'static Object) -> Option<(usize, bool)> {
        let Object { fields, required, .. } = object;
        let mut seen = 0_u64;
        let mut next = 0;
        let mut in_order = true;
        if self.peek(at)? == b'}' {
            return (*required == 0).then_some((at + 1, true));
        }
        loop {
            let found = match fields.get(next) {
                // Mostly, fields come in the order of the schema, and most are there.
                Some(field) if field.name.begins(scan::block(self.bytes, at)?, &self.bytes[at..]) => next,
                _ => self.find(at, fields, next)?,
            };
            if seen & (1 << found) != 0 {
                return None;
            }
            in_order &= found >= next;
            seen |= 1 << found;
            next = found + 1;
            let value = self.colon(at + fields[found].name.text.len())?;
            let end = self.value(value, &fields[found].value)?;
            let (after, is_last) = self.next(end, b'}')?;
            if is_last {
                return (seen & required == *required).then_some((after, in_order));
            }
            at = after;
        }
    }

    /// Which of the fields stands at `at`: the nearest one after those before `next`, or else one of them.
    #[inline(never)]
    fn find(&self, at: usize, fields: &'static [Field], next: usize) -> Option<usize> {
        let (head, rest) = (scan::block(self.bytes, at)?, &self.bytes[at..]);
        let is_it = |place: &usize| fields[*place].name.begins(head, rest);
        (next..fields.len()).chain(0..next).find(is_it)
    }

    /// The fields of an object whose type has a say in it, which begins at `start`: numbers that ascend it has nothing
    /// against.
    fn ascending(
        &mut self,
        start: usize,
        at: usize,
        object: &'static Object,
        lexical: &'static Lexical,
    ) -> Option<usize> {
        self.figures = Figures::NONE;
        let (end, in_order) = self.fields(at, object)?;
        if in_order && self.figures.ascend && self.figures.last.is_some() {
            return Some(end);
        }
        let object = serde_json::from_slice::<Value>(&self.bytes[start..end]).ok()?;
        (lexical.refuse)(&object).is_none().then_some(end)
    }

    #[inline(never)]
    fn list(&mut self, at: usize, list: &'static List) -> Option<usize> {
        let at = self.byte(at, b'[')?;
        let mut at = self.space(at);
        if self.peek(at)? == b']' {
            return (list.at_least == 0).then_some(at + 1);
        }
        let mut items = 0;
        loop {
            let end = self.value(at, &list.item)?;
            items += 1;
            let (after, is_last) = self.next(end, b']')?;
            if is_last {
                return (items >= list.at_least).then_some(after);
            }
            at = after;
        }
    }

    #[inline(never)]
    fn string(&self, at: usize) -> Option<usize> {
        self.plain(at).map(|(_, end)| end)
    }

    /// A string without escapes: what stands between its quotation marks.
    fn plain(&self, at: usize) -> Option<(&'w [u8], usize)> {
        self.plain_text(at).map(|(text, _, end)| (text, end))
    }

    /// As [`Walk::plain`], and what else was seen of it.
    fn plain_text(&self, at: usize) -> Option<(&'w [u8], scan::Plain, usize)> {
        let start = self.byte(at, b'"')?;
        let plain = scan::plain(self.bytes, start)?;
        let text = &self.bytes[start..plain.end];
        let end = self.byte(plain.end, b'"')?;
        (plain.is_ascii || std::str::from_utf8(text).is_ok()).then_some((text, plain, end))
    }

    /// Leaves how an alias is written, which says more than the name that it is.
    fn spelling(&mut self, slot: Slot, text: &[u8]) {
        if slot == Slot::AliasText {
            let hash = self.hash_of(text);
            self.leaf(Slot::AliasSpelling, hash);
        }
    }

    /// Leaves that a text is marked, if it is.
    fn look_at(&mut self, text: &[u8], plain: scan::Plain) {
        let may_be_marked = text_marks::may_be_marked(text, plain.is_ascii, plain.may_be_html);
        if may_be_marked && std::str::from_utf8(text).is_ok_and(text_marks::is_marked) {
            self.leaf(Slot::MarkedText, 0);
        }
    }

    #[inline(never)]
    fn text(&mut self, at: usize, slot: Slot, lexical: &'static Lexical) -> Option<usize> {
        match self.plain_text(at) {
            Some((text, plain, end)) if text.first().is_some_and(|&first| first > b' ' && first.is_ascii()) => {
                let hash = self.told_apart(slot, text)?;
                self.leaf(slot, hash);
                self.spelling(slot, text);
                self.look_at(text, plain);
                Some(end)
            }
            _ => self.asked(at, slot, lexical).map(|(_, end)| end),
        }
    }

    #[inline(never)]
    fn slug(&mut self, at: usize, slot: Slot) -> Option<usize> {
        let start = self.byte(at, b'"')?;
        let end = scan::slug(self.bytes, start)?;
        let value = self.told_apart(slot, &self.bytes[start..end])?;
        self.leaf(slot, value);
        self.byte(end, b'"')
    }

    #[inline(never)]
    fn digest(&mut self, at: usize, slot: Slot) -> Option<usize> {
        let start = self.byte(at, b'"')?;
        if !scan::digest(self.bytes, start) {
            return None;
        }
        let end = start + 64;
        if slot != Slot::None {
            let hash = self.hash_of(&self.bytes[start..end]);
            self.leaf(slot, hash);
        }
        self.byte(end, b'"')
    }

    #[inline(never)]
    fn figure(&mut self, at: usize, slot: Slot, lexical: &'static Lexical) -> Option<usize> {
        let (number, end) = match self.count(at) {
            Some((number, end)) => {
                self.leaf(slot, number);
                (number, end)
            }
            None => self.asked(at, slot, lexical)?,
        };
        self.figures = self.figures.then(number);
        Some(end)
    }

    #[inline(never)]
    fn amount(&mut self, at: usize, slot: Slot, lexical: &'static Lexical) -> Option<usize> {
        let (number, end) = match self.count(at) {
            Some((number, end)) => {
                #[expect(clippy::cast_precision_loss, reason = "a number of at most fifteen digits is exact")]
                let number = ordered(number as f64);
                self.leaf(slot, number);
                (number, end)
            }
            None => self.asked(at, slot, lexical)?,
        };
        self.figures = self.figures.then(number);
        Some(end)
    }

    #[inline(never)]
    fn date(&mut self, at: usize, slot: Slot, lexical: &'static Lexical) -> Option<usize> {
        let (text, end) = self.plain(at)?;
        let days = common_date(text).map(Days::packed).or_else(|| self.memory.recall(lexical, slot, text));
        if let Some(days) = days {
            self.leaf(slot, days);
            return Some(end);
        }
        let days = Days::of(&Edtf::new(std::str::from_utf8(text).ok()?).ok()?).packed();
        self.memory.keep(lexical, slot, text, days);
        self.leaf(slot, days);
        Some(end)
    }

    /// A value of which the type is asked, unless it was asked a moment ago.
    #[inline(never)]
    fn remembered(&mut self, at: usize, slot: Slot, lexical: &'static Lexical) -> Option<usize> {
        let end = self.plain(at).map_or_else(|| self.end_of_number(at), |(_, end)| end);
        let written = &self.bytes[at..end];
        if let Some(known) = self.memory.recall(lexical, slot, written) {
            self.leaf(slot, known);
            return Some(end);
        }
        let (known, asked_until) = self.asked(at, slot, lexical)?;
        if asked_until == end {
            self.memory.keep(lexical, slot, written, known);
        }
        Some(asked_until)
    }

    /// Where the number ends that may begin at `at`.
    fn end_of_number(&self, at: usize) -> usize {
        let is_part = |byte: &&u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
        at + self.bytes[at..].iter().take_while(is_part).count()
    }

    /// A value of which the type is asked: what is known of it.
    #[cold]
    fn asked(&mut self, at: usize, slot: Slot, lexical: &'static Lexical) -> Option<(u64, usize)> {
        // The parser would go past white space, and so perhaps past the end of a line.
        if self.peek(at)?.is_ascii_whitespace() {
            return None;
        }
        let mut values = serde_json::Deserializer::from_slice(&self.bytes[at..]).into_iter::<Value>();
        let value = values.next()?.ok()?;
        let end = at + values.byte_offset();
        if (lexical.refuse)(&value).is_some() {
            return None;
        }
        let known = match &value {
            Value::String(text) => self.told_apart(slot, text.as_bytes())?,
            // Of coordinates it matters whether they are zero.
            value if matches!(slot, Slot::Longitude | Slot::Latitude) => u64::from(value.as_f64() != Some(0.0)),
            value if lexical.form == Form::Amount => ordered(value.as_f64()?),
            // A whole number that is written with a fraction or an exponent is left to the exact path.
            value => value.as_u64()?,
        };
        self.leaf(slot, known);
        if let (Form::Text, Value::String(text)) = (lexical.form, &value) {
            self.spelling(slot, text.as_bytes());
            if text_marks::is_marked(text) {
                self.leaf(Slot::MarkedText, 0);
            }
        }
        Some((known, end))
    }

    /// What tells a text in a slot from others.
    fn told_apart(&mut self, slot: Slot, text: &[u8]) -> Option<u64> {
        if !slot.is_told_apart() {
            return Some(0);
        }
        if slot == Slot::Language {
            return Some(text.iter().take_while(|byte| **byte != b'-').count() as u64);
        }
        if slot == Slot::ReadField {
            return Some(self.hash_of_path(text));
        }
        if !slot.is_name() {
            return Some(self.hash_of(text));
        }
        // As `diagnose/names.rs` folds it, but without any spaces.
        self.folded.clear();
        if text.is_ascii() {
            self.folded.extend(text.iter().filter(|byte| !byte.is_ascii_whitespace()).map(u8::to_ascii_lowercase));
        } else {
            let lower = composed(std::str::from_utf8(text).ok()?).to_lowercase();
            self.folded.extend(lower.split_whitespace().flat_map(str::bytes));
        }
        Some(self.hash_of(self.folded))
    }

    /// The hash by which the path of a field is known.
    fn hash_of_path(&self, path: &[u8]) -> u64 {
        let parts = memchr::memchr(b'[', path).and_then(|open| {
            let close = open + memchr::memchr(b']', &path[open..])?;
            Some((&path[..open], self.hash_of(&path[open + 1..close]), &path[close + 1..]))
        });
        let (before, item, after) = parts.unwrap_or((path, 0, b""));
        hash_of_path(self.hash, before, item, after)
    }

    /// A whole number of a few digits.
    fn count(&self, start: usize) -> Option<(u64, usize)> {
        let (mut number, mut end) = (0, start);
        while let Some(digit @ b'0'..=b'9') = self.peek(end) {
            number = number * 10 + u64::from(digit - b'0');
            end += 1;
            if end - start > 15 {
                return None;
            }
        }
        let leading_zero = end - start > 1 && self.bytes[start] == b'0';
        let ends = matches!(self.peek(end)?, b',' | b'}' | b']' | b' ' | b'\n' | b'\r' | b'\t');
        (ends && end > start && !leading_zero).then_some((number, end))
    }
}
