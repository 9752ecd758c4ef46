//! Exports to a path.

use std::path::Path;

use standpoint_files::{Existing, write_file, write_folder};

use crate::{ExportError, Format, Losses, Records, Write, format::LIST};

/// Writes `records` to the file or folder at `path`, whole or not at all, and says what was lost.
///
/// It is written as [`standpoint_files`] says. A folder is replaced only if it holds no file but those that the export writes
/// too, or that an export listed as its own.
///
/// ```no_run
/// use standpoint_export::{Format, Records, export};
/// use standpoint_model::Dataset;
///
/// # fn example(dataset: &Dataset) -> Result<(), Box<dyn std::error::Error>> {
/// let csv = Format::by_name("csv").ok_or("no such format")?;
/// let losses = export(csv, Records::of(dataset), "tables".as_ref())?;
/// for (field, lost) in losses.iter() {
///     eprintln!("{field}: {} lost: {}", lost.count, lost.why);
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// [`ExportError`], which names the path and the cause. `path` is then untouched.
pub fn export(format: &Format, records: Records<'_>, path: &Path) -> Result<Losses, ExportError> {
    let mut losses = Losses::of(format.losses);
    match format.write {
        Write::Stream(_) => write_file(path, |file, _| {
            losses = format.write_to(records, file)?;
            Ok(())
        })?,
        Write::File(write) => {
            write_file(path, |_, temporary| {
                records.shown_in(format.public, &mut losses, |records| write(records, temporary))
            })?;
        }
        Write::Folder(write) => {
            write_folder(path, Existing::Own(LIST), |folder| {
                records.shown_in(format.public, &mut losses, |records| write(records, folder))
            })?;
        }
    }
    Ok(losses)
}
