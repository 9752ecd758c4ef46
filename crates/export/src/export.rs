//! Exports to a path.

use std::path::Path;

use crate::{
    ExportError, Format, Losses, Records, Write,
    file::{place_file, write_file},
    folder::write_folder,
};

/// Writes `records` to the file or folder at `path`, whole or not at all, and says what was lost.
///
/// The export is written beside `path` under a temporary name and takes its place when it is complete and on disk.
/// Whoever opens a file at `path` sees what was there or the whole export. So does whoever opens a folder, on Linux and
/// macOS; elsewhere, and where the file system cannot exchange two folders, it is missing for a moment. The target of a
/// symbolic link, if it is there, is replaced, and the link stays. A file that is replaced passes its permissions on. A
/// folder is replaced only if it holds no file but those that the export writes too.
///
/// What a process that was killed left beside `path` is removed.
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
        Write::Stream(_) => write_file(path, |file| {
            losses = format.write_to(records, file)?;
            Ok(())
        })?,
        Write::File(write) => {
            place_file(path, |_, temporary| {
                records.shown_in(format.public, &mut losses, |records| write(records, temporary))
            })?;
        }
        Write::Folder(write) => {
            write_folder(path, |folder| {
                records.shown_in(format.public, &mut losses, |records| write(records, folder))
            })?;
        }
    }
    Ok(losses)
}
