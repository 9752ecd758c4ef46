//! One file for each command, or for a few that do alike.

mod agreement;
mod cite;
mod diff;
mod edit;
mod explain;
mod export;
mod find;
mod fix;
mod formats;
mod identity;
mod import;
mod init;
mod merge;
mod migrate;
mod new;
mod reanchor;
mod schema;
mod show;
mod source;
mod validate;
mod verify;

use crate::{
    arguments::{Arguments, Command},
    failure::Failure,
    outcome::Outcome,
    terminal,
};

pub(crate) fn run(arguments: Arguments) -> Result<Outcome, Failure> {
    terminal::choose(arguments.color);
    match arguments.command {
        Command::Validate(arguments) => validate::run(&arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::Init(arguments) => init::run(&arguments),
        Command::Source(arguments) => source::run(&arguments),
        Command::New(arguments) => new::run(&arguments),
        Command::Cite(arguments) => cite::run(&arguments),
        Command::Verify(arguments) => verify::run(&arguments),
        Command::Reanchor(arguments) => reanchor::run(&arguments),
        Command::Migrate(arguments) => migrate::run(&arguments),
        Command::Rename(arguments) => edit::rename(&arguments),
        Command::Retract(arguments) => edit::retract(&arguments),
        Command::Fmt(arguments) => edit::fmt(&arguments),
        Command::Merge(arguments) => merge::merge(&arguments),
        Command::Split(arguments) => merge::split(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Agreement(arguments) => agreement::run(&arguments),
        Command::Identity(arguments) => identity::run(&arguments),
        Command::Export(arguments) => export::run(&arguments),
        Command::Find(arguments) => find::run(&arguments),
        Command::Show(arguments) => show::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Formats(arguments) => formats::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
    }
}
