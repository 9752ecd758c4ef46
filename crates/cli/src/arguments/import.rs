//! The arguments of `standpoint import`.

use std::path::PathBuf;

use clap::{
    Args,
    builder::{PossibleValuesParser, TypedValueParser},
};
use standpoint_export::{FORMATS, Format};

use super::{findings::Findings, input::LevelOptions};

#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The format: `csv` or `xlsx`, which takes .ods too, for tables of people; `geojson` for where places are; any other is an export.
    #[arg(value_name = "FORMAT", value_parser = import_formats())]
    pub(crate) from: ImportFormat,
    /// The file; of `csv` and `parquet` also a folder of files. `-` is standard input for exports that are text, which may be compressed.
    #[arg(value_name = "PATH")]
    pub(crate) path: PathBuf,
    /// The file of records to write, a record a line; standard output, when left out.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Put the records of tables, or where the places of a map are, into the dataset of this file or folder; may be given several times. A record that is there already
    /// says what its row says, and keeps what no column speaks of.
    #[arg(long, value_name = "DATASET", conflicts_with = "output")]
    pub(crate) into: Vec<PathBuf>,
    /// Say of each row of tables, or place of a map, whether its record is new, changed or the same, and write nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Take the records of tables that can be read although there are errors, instead of none.
    #[arg(long)]
    pub(crate) allow_invalid: bool,
    #[command(flatten)]
    pub(crate) levels: LevelOptions,
    #[command(flatten)]
    pub(crate) findings: Findings,
}

/// What can be read.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ImportFormat {
    /// Tables as comma-separated values.
    Csv,
    /// Tables in a workbook.
    Workbook,
    /// The places of a map.
    Map,
    /// An export.
    Export(&'static Format),
}

fn import_formats() -> impl TypedValueParser<Value = ImportFormat> {
    let of_name = |name: &str| match name {
        "csv" => Some(ImportFormat::Csv),
        "geojson" => Some(ImportFormat::Map),
        "xlsx" => Some(ImportFormat::Workbook),
        name => Format::by_name(name).map(ImportFormat::Export),
    };
    let exports = FORMATS.iter().filter(|format| format.read.is_some()).map(|format| format.name);
    let mut names: Vec<&str> = exports.chain(["csv", "geojson", "xlsx"]).collect();
    names.sort_unstable();
    PossibleValuesParser::new(names).try_map(move |name| of_name(&name).ok_or("there is none of this name"))
}
