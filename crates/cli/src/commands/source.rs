//! `standpoint source`

use std::{
    fmt::Display,
    io::{self, Write},
    path::Path,
    str::FromStr,
};

use standpoint_files::create_file;
use standpoint_model::{Record, SourceType};
use standpoint_sources::{Draft, Reading, Recorded};
use standpoint_validate::printable;

use crate::{arguments::SourceCommand, failure::Failure, outcome::Outcome, questions::parsed};

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
        Some(path) => create_file(path, |file| writeln!(file, "{json}"))?,
    }
    Ok(Outcome::Clean)
}

fn tell(file: &Path, recorded: &Recorded, notes: &mut impl Write) -> Result<(), Failure> {
    let name = printable(&file.to_string_lossy());
    if let Some(text) = &recorded.text {
        text.write()?;
        writeln!(notes, "{name}: its text is in `{}`", printable(&text.path.to_string_lossy()))?;
    }
    for remark in &recorded.remarks {
        writeln!(notes, "{name}: {}", printable(remark))?;
    }
    Ok(())
}

/// The value of an option that may be left out.
fn given<T: FromStr<Err: Display>>(option: &'static str, text: Option<&str>) -> Result<Option<T>, Failure> {
    text.map(|text| parsed(option, text, str::parse)).transpose()
}

fn kind(word: &str) -> Result<SourceType, Failure> {
    parsed("--type", word, |word| serde_json::from_value(word.into()))
}
