//! What is said of a fact: by those who assert or deny it, by the dataset that read something into it, by other records.

use standpoint_model::{
    Aspect, Basis, Channel, Dataset, FieldPath, Kind, Opposition, Reading, Record, Stance, Standpoint,
};

use super::line::{Line, Piece, at, joined, records, words};

/// Who says what of the record with this basis, by whose mouth, of what part of it, by which channel, when, and whether the
/// dataset reads any of that in.
pub(crate) fn standpoint<'a>(basis: &Basis, standpoint: &'a Standpoint) -> Line<'a> {
    let mut line = vec![words(stance(standpoint.stance)), words(" "), Piece::Record(standpoint.holder.as_str())];
    line.extend(standpoint.by.iter().flat_map(|by| [words(", in the words of "), Piece::Record(by.as_str())]));
    line.extend(standpoint.on.map(|on| words(aspect(on))));
    line.extend(standpoint.via.map(|via| words(channel(via))));
    line.extend(at(standpoint.when.as_ref()));
    let mut fields = basis.readings.iter().flat_map(|reading| &reading.fields);
    line.extend(fields.any(|path| is_of(path, standpoint)).then(|| words(" (read in)")));
    line
}

/// Whether a path leads to a standpoint of this holder, or into it.
fn is_of(path: &FieldPath, standpoint: &Standpoint) -> bool {
    let mut steps = path.steps().skip_while(|step| *step == BASIS);
    steps.next() == Some(("standpoints", Some(standpoint.holder.as_str())))
}

/// The step to what a record rests on, which readers know no name for.
const BASIS: (&str, Option<&str>) = ("basis", None);

/// Which facts of a record the dataset read into its sources.
pub(crate) fn read_in(readings: &[Reading]) -> Line<'_> {
    joined(readings.iter().flat_map(|reading| reading.fields.iter().map(field)), ", ")
}

/// Which facts of a record the dataset read into its sources, and why.
pub(crate) fn reading(reading: &Reading) -> Line<'_> {
    let mut line = joined(reading.fields.iter().map(field), ", ");
    line.extend([words(": "), Piece::Text(reading.why.as_str())]);
    line
}

/// A field in words: "when", "participants (the League)", "standpoints (the League), when".
fn field(path: &FieldPath) -> Line<'_> {
    joined(
        path.steps().filter(|step| *step != BASIS).map(|(name, item)| {
            let mut line = vec![words(name.replace('_', " "))];
            if let Some(item) = item {
                let item = if Kind::of_id(item).is_some() { Piece::Record(item) } else { Piece::Text(item) };
                line.extend([words(" ("), item, words(")")]);
            }
            line
        }),
        ", ",
    )
}

/// The records with which one does not go together, whichever of the two says so.
pub(crate) fn tensions<'a>(dataset: &'a Dataset, record: &'a Record) -> Vec<Line<'a>> {
    let tensions = dataset.tensions_of(record.id()).map(|(other, tension)| {
        let mut line = vec![words(opposition(tension.how)), Piece::Titled(other)];
        if !tension.holders.is_empty() {
            line.push(words(", that is, to what is said of "));
            line.push(words(if tension.with.as_str() == other { "it by " } else { "this one by " }));
            line.extend(records(tension.holders.iter().map(AsRef::as_ref)));
        }
        line.extend(tension.note.iter().flat_map(|note| [words(" – "), Piece::Text(note.as_str())]));
        line
    });
    tensions.collect()
}

fn opposition(how: Opposition) -> &'static str {
    match how {
        Opposition::Contradicts => "Cannot be true together with ",
        Opposition::Contrasts => "In contrast to ",
    }
}

/// Who says something, to stand before the name.
fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Asserts => "Asserted by",
        Stance::ClaimsResponsibility => "Responsibility claimed by",
        Stance::Estimates => "Estimated by",
        Stance::Denies => "Denied by",
        Stance::Disputes => "Disputed by",
    }
}

/// Of what of a record somebody speaks, to stand after the name.
fn aspect(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Existence => ", as to whether it is so at all",
        Aspect::Author => ", as to who did it",
        Aspect::Figure => ", as to how many",
        Aspect::Detail => ", as to a part of it",
        Aspect::Unknown => ", which part of it is not said",
    }
}

/// By which way it was made known, to stand after the name.
fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Letter => ", by letter",
        Channel::Call => ", by telephone",
        Channel::Email => ", by e-mail",
        Channel::Note => ", in a note left at the scene",
        Channel::Video => ", in a video",
        Channel::Online => ", online",
        Channel::Statement => ", in a statement",
        Channel::Personal => ", in person",
        Channel::Other => ", by another channel",
        Channel::Unknown => ", channel not named",
    }
}
