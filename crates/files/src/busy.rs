//! What others have open: on Windows that can be neither renamed nor removed, but mostly not for long.

use std::{io, thread, time::Duration};

/// How often something is tried, and how long it waits in between: together about two seconds.
pub(crate) const ATTEMPTS: usize = 200;
const PAUSE: Duration = Duration::from_millis(10);

/// The codes of Windows for what another process has open, and of Wine for a path of which a folder is just being renamed.
const CODES: [i32; 2] = [32, 123];

/// Whether something failed for this reason, perhaps. Then it has waited for a moment.
pub(crate) fn is_busy(error: &io::Error) -> bool {
    let is_busy = cfg!(windows)
        && (error.kind() == io::ErrorKind::PermissionDenied
            || error.raw_os_error().is_some_and(|code| CODES.contains(&code)));
    if is_busy {
        thread::sleep(PAUSE);
    }
    is_busy
}

/// Does something again and again for as long as it fails for this reason.
pub(crate) fn once_free<T>(mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    for _ in 1..ATTEMPTS {
        match attempt() {
            Err(error) if is_busy(&error) => {}
            done => return done,
        }
    }
    attempt()
}
