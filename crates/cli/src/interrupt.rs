//! Ctrl-C, and SIGTERM likewise. A validation ends in good order and says what it found so far; whatever else is being done
//! is given up, and nothing half-written is left.

use std::{
    io::{self, Write},
    process,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use signal_hook::{
    consts::{SIGINT, SIGTERM},
    flag, low_level,
};

/// How a command exits that was stopped, as shells have it: 128 and the number of the signal of Ctrl-C.
pub(crate) const EXIT_CODE: u8 = 130;

/// Whether the user wants the work to end.
#[derive(Default)]
pub(crate) struct Interrupt(OnceLock<Arc<AtomicBool>>);

impl Interrupt {
    /// Whether the signal came. The first call is what it waits for: before, the signal ends the process, as it does where
    /// nobody listens, so call it when there is work that is worth a good end.
    pub(crate) fn came(&self) -> bool {
        self.0.get_or_init(listen).load(Ordering::Relaxed)
    }

    /// From now on one signal does not end the process: for work that is not to be left half done.
    pub(crate) fn hold_back(&self) {
        self.0.get_or_init(listen);
    }
}

fn listen() -> Arc<AtomicBool> {
    let came = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        // In this order, so that the first signal does not count as the second. Where the system lets nobody listen, the
        // signal goes on to end the process.
        let _ = flag::register_conditional_shutdown(signal, EXIT_CODE.into(), Arc::clone(&came))
            .and_then(|_| flag::register(signal, Arc::clone(&came)));
    }
    came
}

static IS_INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// Ends the process cleanly when it is told to end, by Ctrl-C or by another process.
#[cfg(unix)]
#[expect(clippy::disallowed_methods, reason = "the command is in the middle of something and does not return")]
pub(crate) fn give_up_when_told() {
    use signal_hook::iterator::Signals;

    // Where signals cannot be handled, they end the process as ever.
    let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) else { return };
    thread::spawn(move || {
        let mut is_first = true;
        for signal in signals.forever() {
            IS_INTERRUPTED.store(true, Ordering::SeqCst);
            if standpoint_files::abandon() {
                let _ = writeln!(io::stderr(), "error: interrupted");
                process::exit(2);
            }
            // Too late: the export is in its place. Whoever asks again does not want to wait for what is left to say.
            if !is_first {
                let _ = low_level::emulate_default_handler(signal);
            }
            is_first = false;
            IS_INTERRUPTED.store(false, Ordering::SeqCst);
        }
    });
}

/// Elsewhere it ends as it ends without us.
#[cfg(not(unix))]
pub(crate) fn give_up_when_told() {}

/// Leaves the last word to the handler, if there was a signal that did not come too late: what it takes away is missed by
/// the command, which fails.
pub(crate) fn wait() {
    while IS_INTERRUPTED.load(Ordering::SeqCst) {
        thread::sleep(Duration::from_millis(1));
    }
}
