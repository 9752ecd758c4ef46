//! `standpoint source`

use std::{
    fmt::Display,
    fs,
    io::{self, Write},
    path::Path,
    str::FromStr,
};

use standpoint_model::Record;
use standpoint_sources::{Draft, Reading, Recorded};
use standpoint_validate::printable;

use crate::{arguments::SourceCommand, failure::Failure, outcome::Outcome};

/// Prints the records, writes the texts beside the documents, and says on standard error what was guessed.
pub(super) fn run(arguments: &SourceCommand) -> Result<Outcome, Failure> {
    if arguments.files.len() > 1 && (arguments.id.is_some() || arguments.title.is_some() || arguments.url.is_some()) {
        return Err(Failure::OneDocument);
    }
    let draft = Draft {
        id: given("--id", arguments.id.as_deref())?,
        title: given("--title", arguments.title.as_deref())?,
        r#type: arguments.r#type.as_deref().map(kind).transpose()?,
        url: given("--url", arguments.url.as_deref())?,
        reading: Reading::default().article_only(arguments.readable),
    };
    let recorded = arguments.files.iter().map(|file| draft.record(file)).collect::<Result<Vec<_>, _>>()?;
    let mut notes = io::stderr().lock();
    for (file, recorded) in arguments.files.iter().zip(&recorded) {
        tell(file, recorded, &mut notes)?;
    }
    let records: Vec<Record> = recorded.into_iter().map(|recorded| Record::Source(recorded.source)).collect();
    let json = match &records[..] {
        [one] => serde_json::to_string_pretty(one)?,
        all => serde_json::to_string_pretty(all)?,
    };
    match &arguments.output {
        None => writeln!(io::stdout(), "{json}")?,
        Some(path) => {
            let failed = |cause| Failure::File { path: path.clone(), cause };
            let mut file = fs::OpenOptions::new().write(true).create_new(true).open(path).map_err(failed)?;
            writeln!(file, "{json}").map_err(failed)?;
        }
    }
    Ok(Outcome::Clean)
}

fn tell(file: &Path, recorded: &Recorded, notes: &mut impl Write) -> Result<(), Failure> {
    let name = printable(&file.to_string_lossy());
    if let Some(text) = &recorded.text {
        text.write().map_err(|cause| Failure::File { path: text.path.clone(), cause })?;
        writeln!(notes, "{name}: its text is in `{}`", printable(&text.path.to_string_lossy()))?;
    }
    for remark in &recorded.remarks {
        writeln!(notes, "{name}: {}", printable(remark))?;
    }
    Ok(())
}

/// What was given for an option, as what it stands for.
fn given<T: FromStr<Err: Display>>(option: &'static str, text: Option<&str>) -> Result<Option<T>, Failure> {
    let refused = |error: T::Err| Failure::Answer {
        option,
        answer: text.unwrap_or_default().to_owned(),
        reason: error.to_string(),
    };
    text.map(str::parse).transpose().map_err(refused)
}

fn kind(word: &str) -> Result<standpoint_model::SourceType, Failure> {
    serde_json::from_value(word.into()).map_err(|error| Failure::Answer {
        option: "--type",
        answer: word.to_owned(),
        reason: error.to_string(),
    })
}
