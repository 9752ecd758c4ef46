//! How a command ends that is interrupted: nothing half-written is left, and the exit code is 2.

use std::{
    io::{self, Write},
    process,
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

static IS_INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// Ends the process cleanly when it is told to end, by Ctrl-C or by another process.
#[cfg(unix)]
#[expect(clippy::disallowed_methods, reason = "the command is in the middle of something and does not return")]
pub(crate) fn handle() {
    use signal_hook::{
        consts::{SIGINT, SIGTERM},
        iterator::Signals,
    };
    // Where signals cannot be handled, they end the process as ever.
    let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) else { return };
    thread::spawn(move || {
        if signals.forever().next().is_some() {
            IS_INTERRUPTED.store(true, Ordering::SeqCst);
            standpoint_export::abandon_exports();
            let _ = writeln!(io::stderr(), "error: interrupted");
            process::exit(2);
        }
    });
}

/// Elsewhere it ends as it ends without us.
#[cfg(not(unix))]
pub(crate) fn handle() {}

/// Leaves the last word to the handler, if there was a signal: what it takes away is missed by the command, which fails.
pub(crate) fn wait() {
    while IS_INTERRUPTED.load(Ordering::SeqCst) {
        thread::park();
    }
}
