//! Writes the manual pages, and what shells complete, into a folder: `cargo run -p standpoint --example manual -- FOLDER`.

#[path = "../src/arguments/mod.rs"]
#[expect(dead_code, unused_imports, reason = "the command alone reads what was given")]
mod arguments;
#[path = "../src/schemas.rs"]
mod schemas;
#[path = "../src/told.rs"]
#[expect(dead_code, reason = "its schema alone is listed")]
mod told;

use std::{error::Error, fs, path::PathBuf};

use clap::{CommandFactory as _, ValueEnum as _};
use clap_complete::Shell;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args_os().nth(1).ok_or("name a folder to write to")?);
    let mut command = arguments::Arguments::command().disable_help_subcommand(true);
    let (pages, completions) = (folder.join("man"), folder.join("completions"));
    fs::create_dir_all(&pages)?;
    fs::create_dir_all(&completions)?;
    for shell in Shell::value_variants() {
        clap_complete::generate_to(*shell, &mut command, "standpoint", &completions)?;
    }
    clap_mangen::generate_to(command, pages)?;
    Ok(())
}
