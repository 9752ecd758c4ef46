//! Ctrl-C, and SIGTERM likewise: the first ends the work in good order, a second one ends the process at once.

use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicBool, Ordering},
};

use signal_hook::{
    consts::{SIGINT, SIGTERM},
    flag,
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
