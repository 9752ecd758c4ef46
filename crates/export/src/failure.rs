//! How libraries fail.

use std::{
    cell::Cell,
    error::Error,
    io,
    panic::{self, AssertUnwindSafe},
    sync::Once,
};

/// What the system answered, if that is at the root of an error of a library, whose own words a user need not read.
pub(crate) fn cause(error: impl Error + Send + Sync + 'static) -> io::Error {
    let mut next: Option<&(dyn Error + 'static)> = Some(&error);
    while let Some(cause) = next {
        if let Some(code) = cause.downcast_ref::<io::Error>().and_then(io::Error::raw_os_error) {
            return io::Error::from_raw_os_error(code);
        }
        next = cause.source();
    }
    io::Error::other(error)
}

thread_local! {
    static IS_QUIET: Cell<bool> = const { Cell::new(false) };
}

/// What `run` gives, or nothing if it panics; nobody is told of the panic.
///
/// It is for a library that panics on bytes that it should refuse, and must not start threads.
pub(crate) fn unless_it_panics<T>(run: impl FnOnce() -> T) -> Option<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !IS_QUIET.try_with(Cell::get).unwrap_or_default() {
                usual(panic);
            }
        }));
    });
    let was_quiet = IS_QUIET.replace(true);
    let outcome = panic::catch_unwind(AssertUnwindSafe(run));
    IS_QUIET.set(was_quiet);
    outcome.ok()
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::{cause, unless_it_panics};

    #[derive(Debug, thiserror::Error)]
    #[error("External: {0}")]
    struct OfALibrary(#[source] io::Error);

    #[test]
    fn the_system_is_quoted_without_the_words_of_a_library() {
        const FULL: i32 = 28;
        let error = cause(OfALibrary(io::Error::other(OfALibrary(io::Error::from_raw_os_error(FULL)))));
        assert_eq!((error.raw_os_error(), error.to_string().contains("External")), (Some(FULL), false));
        assert_eq!(cause(OfALibrary(io::Error::other("no disk"))).to_string(), "External: no disk");
    }

    #[test]
    fn a_panic_is_no_outcome() {
        assert_eq!(unless_it_panics(|| 1), Some(1));
        assert_eq!(unless_it_panics(|| panic!("never told")), None::<()>);
    }
}
