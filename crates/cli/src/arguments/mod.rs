//! The command line.

mod agreement;
mod diff;
mod find;
mod findings;
mod identity;
mod import;
mod input;
mod new;

use std::{num::NonZero, path::PathBuf};

use bytesize::ByteSize;
use clap::{
    Args, Parser, Subcommand, ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};
use standpoint_export::{FORMATS, Format};
use standpoint_model::{RecordId, Text};
use standpoint_validate::{Code, Renderer, Validation, catalogue};

pub(crate) use self::{
    agreement::Agreement,
    diff::{Diff, DiffFormat},
    find::{Find, HitFormat},
    findings::Findings,
    identity::{Identity, ProposalFormat},
    import::{Import, ImportFormat},
    input::{Input, LevelOptions},
    new::{New, NewOptions, option_of},
};
use self::{findings::renderers, input::one_of};
use crate::schemas::schemas;

/// Validates, cites, verifies, migrates and exports records of the parties to a conflict.
///
/// Exit codes: 0 all is well, 1 something was found, 2 the command could not be carried out, 130 a validation was stopped by
/// Ctrl-C or SIGTERM.
#[derive(Debug, Parser)]
#[command(name = "standpoint", version, arg_required_else_help = true, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// When text is coloured.
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

/// When text is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless the environment asks for another choice.
    Auto,
    /// Wherever it goes.
    Always,
    /// Nowhere.
    Never,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check records: syntax, fields, references and rules.
    Validate(Validate),
    /// Print the page about a code with the rules of the codebook that it touches, or list all codes.
    Explain(Explain),
    /// Begin a dataset: a manifest, a folder for the texts of sources, settings.
    ///
    /// Whatever is not given is asked for on standard error and read from standard input, a line each.
    Init(Init),
    /// Print the record of a source, made of a document: plain text, Markdown, HTML, Word (.docx) or PDF.
    ///
    /// The text that was taken from the document is written beside it, with `.txt` behind the name, unless the document is
    /// plain text. Nothing is fetched.
    Source(SourceCommand),
    /// Write a new record into a dataset: say of what kind, and its fields by options, or answer questions.
    ///
    /// Names, aliases and codes stand for ids; dates and quantities are taken as people write them, such as `early 2015`,
    /// `10 avril 1998`, `20 Farvardin 1377`, `about 180`. If no field is given, what matters is asked for on standard error and
    /// read from standard input, a line each. What is not valid is not written.
    New(New),
    /// Print the citation of words in the text of a source.
    Cite(Cite),
    /// Check citations against the texts that they point into, and list what no record cites.
    Verify(Verify),
    /// Move spans to the texts as they are now: re-saved, re-wrapped, corrected.
    ///
    /// Spans are found by their digests alone, in the order in which they stood, so that a lookalike is never taken. What stands
    /// at several places, out of order or nowhere is told, with the words around it.
    Reanchor(Reanchor),
    /// Bring records of format 0.1 to format 0.2, in place or into a new folder, and show what changes.
    ///
    /// Nothing is lost: what has no field any more is kept as a coding whose scheme begins with `standpoint/`, or in the note.
    /// Text that need not change does not. All files are written or none. What is not valid in format 0.1, or would not be
    /// in 0.2, is shown and nothing is written. Records of format 0.2 are left as they are.
    Migrate(Migrate),
    /// Give a record another id, in itself and wherever it is named; an `identity` keeps the old one.
    ///
    /// All files are written or none, and text that need not change does not.
    Rename(Rename),
    /// Withdraw a record: it stays in the dataset with the reason in its note, and readers skip it.
    Retract(Retract),
    /// Write files of records in one form: fields in the order of the model, the same white space. No value changes.
    ///
    /// A file that holds what is not JSON, such as a comment, is refused, and nothing is written.
    Fmt(Fmt),
    /// Put datasets together into one; `split` gives each back.
    ///
    /// What several say alike is one record. What has one id and says different things is kept apart under ids that name the
    /// dataset, and an `identity` asks whether both are one. The order of the datasets does not matter.
    Merge(Merge),
    /// Take a dataset apart that was put together, with what was changed in it since.
    Split(Split),
    /// Say what two versions of a dataset say differently: facts, precision, modality, standpoints, evidence, wording.
    ///
    /// The order of records, fields and items never counts, nor how files are laid out. The last line says which part of the
    /// version number the changes ask for. Exit code 1: they differ.
    Diff(Diff),
    /// Say how far two coders agree who encoded the same texts, and make one dataset of theirs.
    ///
    /// Records are aligned by their evidence. Krippendorff's alpha of kind, modality, type and date is given with its 95 %
    /// interval, then each disagreement at its place. Exit code 1: something is to be decided.
    Agreement(Agreement),
    /// Propose which records may be one thing: by codes, names, abbreviations, languages and scripts. People decide.
    ///
    /// Proposals are `identity` records of the verdict `unsure`, each with its reason. What an `identity` names already is not
    /// proposed again, whatever its verdict.
    Identity(Identity),
    /// Write a dataset in another format.
    Export(Export),
    /// Find records by name, alias, code or words of their texts, in any script.
    ///
    /// Accents, case, dashes, kinds of space and of digits are looked past, and letters that keyboards for Arabic and Persian
    /// write differently are one. The best hits come first.
    Find(Find),
    /// Print a record in the terminal, of an actor the profile, or list all records.
    Show(Show),
    /// Read tables that people filled in, or an export, and print the records or put them into a dataset.
    ///
    /// Tables are called after kinds of records, their columns after fields; `standpoint export xlsx --template` makes a workbook to
    /// fill in. What is wrong is told at its cell, and nothing is written then.
    Import(Import),
    /// List the formats, or print the page about one.
    Formats(Formats),
    /// Print a JSON Schema, the SHACL shapes of the records or macros for tables in SQL, or write all of them into a folder.
    Schema(Schema),
}

#[derive(Debug, Args)]
pub(crate) struct Validate {
    #[command(flatten)]
    pub(crate) input: Input,
    #[command(flatten)]
    pub(crate) findings: Findings,
    /// Print counts by kind and by code, records and bytes a second and the memory at its peak, instead of findings; the
    /// form `json` has them in its summary.
    #[arg(long)]
    pub(crate) summary: bool,
    /// On how many threads; as many as there are cores, when left out. The findings are the same on any number.
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<NonZero<usize>>,
    /// The largest record that is read, and the longest line; a larger one is an error that ends the reading.
    #[arg(long, value_name = "SIZE", value_parser = size, default_value_t = ByteSize(Validation::MAX_RECORD_SIZE as u64))]
    pub(crate) max_record_size: ByteSize,
    /// Mend in the files whatever can mean only one thing, and show what is changed as a diff; then report what is left.
    #[arg(long, conflicts_with = "summary")]
    pub(crate) fix: bool,
    /// Show what `--fix` would change, and change nothing.
    #[arg(long, requires = "fix")]
    pub(crate) dry_run: bool,
    /// The folder with the texts of the sources: `--fix` puts the spans of `words` in their place, and what is left is told
    /// as `verify` does.
    #[arg(long, value_name = "DIR", requires = "fix")]
    pub(crate) sources: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// The code, such as `dangling-reference`.
    #[arg(value_parser = explained_codes(), hide_possible_values = true)]
    pub(crate) code: Option<&'static Code>,
}

#[derive(Debug, Args)]
pub(crate) struct Init {
    /// The folder, new or old.
    #[arg(default_value = ".", value_name = "DIR")]
    pub(crate) folder: PathBuf,
    /// The title of the dataset.
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// Who publishes it.
    #[arg(long)]
    pub(crate) publisher: Option<String>,
    /// Under which licence, as an SPDX expression such as `CC-BY-4.0`.
    #[arg(long)]
    pub(crate) license: Option<String>,
    /// The web address below which its records have theirs.
    #[arg(long, value_name = "IRI")]
    pub(crate) base_iri: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct SourceCommand {
    /// The documents.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// The id of the record, such as `source/annual-report`; made of the title, when left out. Of several documents each has
    /// its own.
    #[arg(long)]
    pub(crate) id: Option<String>,
    /// The title; what the document calls itself, when left out.
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// What sort of document it is, such as `report`; `standpoint schema source` lists the sorts.
    #[arg(long, value_name = "TYPE")]
    pub(crate) r#type: Option<String>,
    /// Where it can be read.
    #[arg(long)]
    pub(crate) url: Option<String>,
    /// Of a web page, take the article alone, if the page marks one. What is left out cannot be cited, and counts as nowhere.
    #[arg(long)]
    pub(crate) readable: bool,
    /// The new file into which the records are written, as a list; standard output, when left out.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Cite {
    /// The id of the source, such as `source/annual-report`.
    #[arg(long, value_name = "ID")]
    pub(crate) source: String,
    /// Which of several places where the words stand, from 1.
    #[arg(long, value_name = "N")]
    pub(crate) occurrence: Option<NonZero<usize>>,
    /// A file of which each line has words to find, or `-` for standard input; a citation is printed for each, on a line.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["words", "occurrence"], required_unless_present = "words")]
    pub(crate) lines: Option<PathBuf>,
    /// The file with the text of the source.
    pub(crate) text_file: PathBuf,
    /// The words to find, or `-` to read them from standard input. More of the words around them may stand in brackets:
    /// `'[The attack on ]the bridge[ failed]'`.
    pub(crate) words: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    pub(crate) input: Input,
    /// The folder with the texts of the sources, under whatever names.
    #[arg(long, value_name = "DIR")]
    pub(crate) sources: PathBuf,
    #[command(flatten)]
    pub(crate) findings: Findings,
}

#[derive(Debug, Args)]
pub(crate) struct Reanchor {
    #[command(flatten)]
    pub(crate) input: Input,
    /// The folder with the texts of the sources, under whatever names.
    #[arg(long, value_name = "DIR")]
    pub(crate) sources: PathBuf,
    /// Write what can be moved into the files; all of them are written or none.
    #[arg(long)]
    pub(crate) fix: bool,
    #[command(flatten)]
    pub(crate) findings: Findings,
}

#[derive(Debug, Args)]
pub(crate) struct Migrate {
    #[command(flatten)]
    pub(crate) input: Input,
    /// Write the dataset into this new folder, with the files that lie beside the records, and leave the old one as it is.
    #[arg(long, value_name = "DIR")]
    pub(crate) to: Option<PathBuf>,
    /// Show what would change, and write nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Bring forward records that break a rule too, as they are, instead of none.
    #[arg(long)]
    pub(crate) allow_invalid: bool,
    /// The form of the notes on changes that lose precision or need a look, and of what keeps records from coming forward;
    /// `concise` for the ones and `full` for the others, when left out.
    #[arg(long, value_parser = renderers())]
    pub(crate) format: Option<&'static Renderer>,
    /// List all of them. People see the first 20 of each code otherwise.
    #[arg(long)]
    pub(crate) all: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Rename {
    /// The id as it is, such as `actor/highland-league`.
    pub(crate) old: RecordId,
    /// The id as it is to be.
    pub(crate) new: RecordId,
    #[command(flatten)]
    pub(crate) edit: Edit,
}

#[derive(Debug, Args)]
pub(crate) struct Retract {
    /// The id of the record.
    pub(crate) id: RecordId,
    /// Why it is withdrawn: a sentence or two for its note.
    #[arg(long, value_name = "TEXT")]
    pub(crate) why: Text,
    #[command(flatten)]
    pub(crate) edit: Edit,
}

#[derive(Debug, Args)]
pub(crate) struct Fmt {
    #[command(flatten)]
    pub(crate) edit: Edit,
    /// Write nothing, and fail if a file is in another form.
    #[arg(long, conflicts_with = "dry_run")]
    pub(crate) check: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Merge {
    /// The datasets, each a file or a folder; one that was put together before is taken as its parts.
    #[arg(required = true, num_args = 2.., value_name = "DATASET")]
    pub(crate) datasets: Vec<PathBuf>,
    /// The new folder for all together: a file for each dataset, by its short name.
    #[arg(short, long, value_name = "DIR")]
    pub(crate) output: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Split {
    /// The dataset, a folder.
    pub(crate) dataset: PathBuf,
    /// The new folder, in which each dataset has a folder of its short name.
    #[arg(short, long, value_name = "DIR")]
    pub(crate) output: PathBuf,
}

/// The files that are changed.
#[derive(Debug, Args)]
pub(crate) struct Edit {
    /// The files, folders and patterns of one dataset, as for `validate`.
    #[arg(default_value = ".", value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Say which files would change, and write nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The format. `standpoint formats` lists them.
    #[arg(value_parser = formats())]
    pub(crate) format: &'static Format,
    /// Files of records (.json, .ndjson, .jsonl, also .gz and .zst), folders that hold such files, patterns in quotes, such
    /// as 'data/**/*.ndjson', or `-` for standard input; together they are one dataset.
    #[arg(required_unless_present = "template", value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) levels: LevelOptions,
    /// The file or folder to write; standard output, when left out.
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) readers: Readers,
    /// How standard error is told what was left out and what the format could not carry.
    #[arg(long, value_enum, default_value_t = LossReport::Text)]
    pub(crate) losses: LossReport,
    /// Write whatever can be read of a dataset with errors, instead of nothing.
    #[arg(long)]
    pub(crate) allow_invalid: bool,
    /// Write records as they are read, without checking them against one another; for datasets larger than memory.
    #[arg(long, conflicts_with_all = ["allow_invalid", "allow", "deny", "config", "no_config"])]
    pub(crate) stream: bool,
    /// Of `xlsx`: write a workbook to fill in instead, with drop-down lists and help, which `import xlsx` reads.
    #[arg(long, requires = "output", conflicts_with = "paths")]
    pub(crate) template: bool,
}

/// For whom an export is, if it is not for whoever its format is made for.
#[derive(Debug, Args)]
pub(crate) struct Readers {
    /// Leave out what not everybody may see, and what rests on it alone: records with a `handling`, positions taken in
    /// confidence. The site and other formats that are made to be shown leave it out unasked; `standpoint formats` says which.
    #[arg(long)]
    pub(crate) public: bool,
    /// Write what not everybody may see too, in a format that leaves it out unasked.
    #[arg(long, conflicts_with = "public")]
    pub(crate) everything: bool,
}

impl Readers {
    /// Whether it is for the public. None, if the format is to say.
    pub(crate) fn public(&self) -> Option<bool> {
        (self.public || self.everything).then_some(self.public)
    }
}

#[derive(Debug, Args)]
#[command(override_usage = "standpoint show [OPTIONS] <PATH>... [ID or NAME]")]
pub(crate) struct Show {
    /// Files or folders of records, as for the other commands, and last the id of the record, such as `actor/iskp`, or its name.
    /// Of a single path, all records are listed.
    // Together, so that options may stand between them.
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths_and_name: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) levels: LevelOptions,
    /// Say of each fact of a profile where its sources say so.
    #[arg(long)]
    pub(crate) evidence: bool,
    /// How many columns to fill; those of the terminal, or 80 elsewhere, when left out.
    #[arg(long, value_name = "COLUMNS")]
    pub(crate) width: Option<usize>,
    /// Show whatever can be read of a dataset with errors.
    #[arg(long)]
    pub(crate) allow_invalid: bool,
}

/// How losses are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LossReport {
    /// A line for each field.
    Text,
    /// One JSON object.
    Json,
    /// Not at all.
    None,
}

#[derive(Debug, Args)]
pub(crate) struct Formats {
    /// The format, such as `csv`.
    #[arg(value_parser = formats())]
    pub(crate) format: Option<&'static Format>,
}

#[derive(Debug, Args)]
pub(crate) struct Schema {
    /// Which one to print: a kind of record, `record` for any kind, `file` for a file of records, `report` for what
    /// `validate --format json` prints.
    #[arg(value_parser = PossibleValuesParser::new(schemas().map(|schema| schema.name)))]
    pub(crate) name: Option<String>,
    /// Print the SHACL shapes of the records as RDF instead.
    #[arg(long, conflicts_with = "name")]
    pub(crate) shacl: bool,
    /// Print what a map from a table to records needs in SQL, for `duckdb`: macros, crosswalks, checks. docs/import says how to
    /// write one.
    #[arg(long, conflicts_with_all = ["name", "shacl"])]
    pub(crate) sql: bool,
    /// The folder into which all of them are written, with the shapes, the SQL, the context of JSON-LD and the RDF vocabulary.
    #[arg(
        long, value_name = "DIR", conflicts_with_all = ["name", "shacl", "sql"],
        required_unless_present_any = ["name", "shacl", "sql"]
    )]
    pub(crate) out: Option<PathBuf>,
}

/// A size in bytes, as people write it. What the library says of a mistake is for programmers.
fn size(text: &str) -> Result<ByteSize, &'static str> {
    text.parse()
        .map_err(|_| "write a number of bytes, or one with a unit, such as `512KiB` or `16MB`, of at most 16 EiB")
}

/// Those of `migrate`, which nobody can allow or deny, and of `import` included.
fn explained_codes() -> impl TypedValueParser<Value = &'static Code> {
    let others = standpoint_edit::migration_codes().chain(standpoint_import::import_codes());
    one_of(catalogue::all().into_iter().chain(others), |code| code.name)
}

fn formats() -> impl TypedValueParser<Value = &'static Format> {
    one_of(FORMATS, |format| format.name)
}
