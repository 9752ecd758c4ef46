//! The arguments of `standpoint new`: a command for each kind, with an option for each of its fields.

use std::{collections::BTreeMap, path::PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches, error::ErrorKind};
use standpoint_edit::{NewField, new_fields};
use standpoint_model::{
    Kind,
    shape::{Form, Shape},
};
use standpoint_validate::placeholder;

use super::input::Input;

/// The most words that a help lists. There are more countries.
const LISTED: usize = 60;

#[derive(Debug)]
pub(crate) struct New {
    pub(crate) kind: Kind,
    /// The text that was written for each field, by its name.
    pub(crate) fields: BTreeMap<String, Vec<String>>,
    pub(crate) input: Input,
    pub(crate) options: NewOptions,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Evidence and place")]
pub(crate) struct NewOptions {
    /// The source that says so: its id, its title or an alias.
    #[arg(long, value_name = "SOURCE")]
    pub(crate) source: Option<String>,
    /// The words of the source's text that say so; may be given several times. More of the words around them may stand in
    /// brackets.
    #[arg(long, value_name = "WORDS")]
    pub(crate) words: Vec<String>,
    /// Where in a source that has no text: a page, a table, a minute.
    #[arg(long, value_name = "TEXT")]
    pub(crate) locator: Option<String>,
    /// The folder with the texts of the sources; the folder `sources` of the dataset, when left out.
    #[arg(long, value_name = "DIR")]
    pub(crate) sources: Option<PathBuf>,
    /// The file of the dataset that gets the record, which may be new; the one that has most of its kind, when left out.
    #[arg(long, value_name = "FILE")]
    pub(crate) into: Option<PathBuf>,
    /// Show the record and what is found in it, and write nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// The option of a field.
pub(crate) fn option_of(field: &str) -> String {
    format!("--{}", field.replace('_', "-"))
}

impl Args for New {
    // Most commands need no kinds, so these are made when somebody asks for them.
    fn augment_args(command: Command) -> Command {
        command.defer(|command| {
            let kinds = Kind::ALL.iter().map(|kind| Command::new(kind.as_str()).about(about(*kind)).defer(with_fields));
            command
                .subcommand_required(true)
                .arg_required_else_help(true)
                .subcommand_value_name("KIND")
                .subcommands(kinds)
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

/// A kind explained, in a sentence or two.
fn about(kind: Kind) -> String {
    let paragraphs = Shape::of(kind).description.split("\n\n");
    paragraphs.take(1).flat_map(str::lines).collect::<Vec<_>>().join(" ")
}

/// The command of a kind. An option may be cut short, so that `--participant` serves for `--participants`.
fn with_fields(command: Command) -> Command {
    let kind = Kind::from_word(command.get_name());
    let options = kind.into_iter().flat_map(new_fields).map(|new| option(&new));
    let about = command.get_about().cloned().unwrap_or_default();
    let command = Input::augment_args(command.infer_long_args(true)).args(options);
    // What is added brings a description of its own.
    NewOptions::augment_args(command).about(about).long_about(None)
}

fn option(NewField { field, .. }: &NewField) -> Arg {
    let mut help = field.description.clone();
    if let Form::Word(vocabulary) = &field.r#type.form
        && vocabulary.words.len() <= LISTED
    {
        let words: Vec<&str> = vocabulary.words.iter().map(|word| word.word.as_str()).collect();
        help = format!("{help} One of: {}.", words.join(", "));
    }
    let arg = Arg::new(id_of(&field.name))
        .long(field.name.replace('_', "-"))
        .value_name(placeholder(&field.r#type))
        .help(help)
        .help_heading("Fields")
        .action(ArgAction::Append);
    if field.r#type.form == Form::Boolean { arg.num_args(0..=1).default_missing_value("yes") } else { arg }
}

/// The name by which the parser knows the option of a field, and no other option.
fn id_of(field: &str) -> String {
    format!("field {field}")
}

impl FromArgMatches for New {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let missing = || clap::Error::raw(ErrorKind::MissingSubcommand, "name the kind of the record");
        let (name, matches) = matches.subcommand().ok_or_else(missing)?;
        let kind = Kind::from_word(name).ok_or_else(missing)?;
        let given = |new: NewField| {
            let texts = matches.get_many::<String>(&id_of(&new.field.name))?;
            Some((new.field.name.clone(), texts.cloned().collect()))
        };
        let fields = new_fields(kind).into_iter().filter_map(given).collect();
        let (input, options) = (Input::from_arg_matches(matches)?, NewOptions::from_arg_matches(matches)?);
        Ok(Self { kind, fields, input, options })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
