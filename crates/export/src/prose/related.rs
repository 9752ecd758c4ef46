//! What other records say of one from their side: the answers to a position, the parts of an event.

use standpoint_model::{Compliance, ConditionType, Dataset, Event, Identity, Position, Record, United, Verdict};

use super::{
    line::{Line, Piece, citations, joined, records, strong, words},
    name::name,
    profile::first_day,
    words::{ground, natural},
};

/// The records that stand to this one in a way that its own fields do not say, under headings.
pub(crate) fn related<'a>(dataset: &'a Dataset, record: &Record) -> Vec<(&'static str, Vec<&'a Record>)> {
    let id = record.id();
    let all = |is_so: &dyn Fn(&Record) -> bool| -> Vec<&'a Record> {
        dataset.referrers(id).filter(|record| is_so(record)).collect()
    };
    let of_event = |is_so: &dyn Fn(&Event) -> bool| all(&|other| matches!(other, Record::Event(event) if is_so(event)));
    let of_position = |is_so: &dyn Fn(&Position) -> bool| {
        all(&|other| matches!(other, Record::Position(position) if is_so(position)))
    };
    let depending = |how| {
        all(&|other| {
            let mut conditions = other.conditions().iter().filter(|condition| condition.r#type == how);
            conditions.any(|condition| condition.on.iter().any(|on| on.as_str() == id))
        })
    };
    let dependent = || ConditionType::ALL.iter().map(|&how| (self::dependent(how), depending(how)));
    let caused = || {
        all(&|other| match other {
            Record::Event(event) => event.caused_by.iter().any(|cause| cause.as_str() == id),
            Record::Statement(statement) => statement.caused_by.iter().any(|cause| cause.as_str() == id),
            _ => false,
        })
    };
    let groups = match record {
        Record::Event(event) => vec![
            ("Parts of it", of_event(&|part| part.part_of.as_ref() == Some(&event.id))),
            ("In its wake", of_event(&|later| later.follows.contains(&event.id))),
            ("Brought about by it", caused()),
        ]
        .into_iter()
        .chain(dependent())
        .collect(),
        Record::Statement(_) => vec![("Brought about by it", caused())],
        Record::Position(position) => {
            let borne = |how| {
                of_event(&|event| event.bears_on.iter().any(|bears| bears.how == how && bears.position == position.id))
            };
            vec![
                ("Answers to it", of_position(&|other| other.answers.contains(&position.id))),
                ("Parts of it", of_position(&|part| part.part_of.as_ref() == Some(&position.id))),
                ("What fulfils it, or would", borne(Compliance::Fulfils)),
                ("What breaches it, or would", borne(Compliance::Breaches)),
            ]
            .into_iter()
            .chain(dependent())
            .collect()
        }
        Record::Issue(issue) => vec![
            (
                "Parts of it",
                all(&|other| matches!(other, Record::Issue(part) if part.part_of.as_ref() == Some(&issue.id))),
            ),
            ("Events about it", of_event(&|event| event.issues.contains(&issue.id))),
            (
                "Interests about it",
                all(&|other| matches!(other, Record::Interest(interest) if interest.about.contains(&issue.id))),
            ),
        ],
        Record::Interest(interest) => vec![
            ("Positions that serve it", of_position(&|position| position.serves.contains(&interest.id))),
            ("Events meant to further it", of_event(&|event| event.serves.contains(&interest.id))),
        ],
        _ => Vec::new(),
    };
    let in_order = |mut records: Vec<&'a Record>| {
        records.sort_by_cached_key(|record| {
            let day = first_day(record.when());
            (day.is_none(), day, natural(&name(dataset, record)))
        });
        records
    };
    let groups: Vec<(&'static str, Vec<&'a Record>)> = groups;
    let groups = groups.into_iter().filter(|(_, records)| !records.is_empty());
    groups.map(|(heading, records)| (heading, in_order(records))).collect()
}

/// In what way records depend on the one whose page it is: what holds only if there is this one does not hold unless there is.
fn dependent(how: ConditionType) -> &'static str {
    match how {
        ConditionType::After => "To come after it, which is no condition",
        ConditionType::If => "Only if there is this",
        ConditionType::Unless => "Unless there is this",
        ConditionType::Until => "Until there is this",
        ConditionType::With => "Along with it",
        ConditionType::EnabledBy => "Allowed, and not owed, by it",
        ConditionType::Mutual => "Mutually dependent with it",
    }
}

/// What is decided, or open, about whether a record and others name one thing.
pub(crate) fn identities<'a>(dataset: &'a Dataset, id: &str) -> Vec<(Line<'a>, &'a Record)> {
    let decision = |record: &'a Record| {
        let Record::Identity(identity) = record else { return None };
        let others = identity.members.iter().map(AsRef::as_ref).filter(|member| *member != id);
        let verdict = match identity.verdict {
            Verdict::Same => "Said to be the same as",
            Verdict::Different => "Not the same as",
            Verdict::Unsure => "Perhaps the same as, which is undecided",
        };
        let mut line = vec![strong(verdict), words(": ")];
        line.extend(records(others));
        line.extend(decided(identity));
        Some((line, record))
    };
    dataset.referrers(id).filter_map(decision).collect()
}

/// Which records a page tells of as one, and by whose decision: `all` is the dataset in which they are still several.
pub(crate) fn joint<'a>(all: &'a Dataset, united: &'a United<'_>, lead: &str) -> Option<Line<'a>> {
    let members = united.members_of(lead);
    if members.is_empty() {
        return None;
    }
    let ids = members.iter().map(|id| vec![Piece::Text(id.as_str())]);
    let mut line = vec![strong("Told here as one"), words(": ")];
    line.extend(joined(ids, ", "));
    let decisions = all.iter::<Identity>().filter(|identity| {
        identity.verdict == Verdict::Same
            && identity.members.iter().any(|id| members.iter().any(|member| member == id.as_str()))
    });
    for identity in decisions {
        line.extend(decided(identity));
    }
    Some(line)
}

/// What shows it, who decided or left it open, when, and why.
fn decided(identity: &Identity) -> Line<'_> {
    let mut line: Line<'_> =
        identity.how.map(|how| words(format!("; {}", ground(how).to_lowercase()))).into_iter().collect();
    let whose = if identity.verdict == Verdict::Unsure { "; left open by " } else { "; decided by " };
    line.extend(identity.by.iter().flat_map(|by| [words(whose), Piece::Text(by.as_str())]));
    line.extend(identity.decided.iter().flat_map(|when| [words(", "), Piece::When(when)]));
    for cited in citations(&identity.evidence) {
        line.push(words("; "));
        line.extend(cited);
    }
    line.extend(identity.note.iter().flat_map(|note| [words(" – "), Piece::Text(note.as_str())]));
    line
}
