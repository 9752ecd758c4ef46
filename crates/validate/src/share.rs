//! Work and values that threads share.

use std::{
    num::NonZero,
    panic,
    sync::{Mutex, MutexGuard, PoisonError},
    thread,
};

/// Gives each of so many threads an equal share of the items, and collects what they make of them, in order.
///
/// Threads that begin anew are spread over the cores at once, where those of a pool that slept may for long share one.
pub(crate) fn share<T: Send, R: Send>(
    threads: NonZero<usize>,
    items: impl IntoIterator<Item = T>,
    act: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let mut items: Vec<T> = items.into_iter().collect();
    if threads == NonZero::<usize>::MIN {
        return items.into_iter().map(act).collect();
    }
    let length = items.len().div_ceil(threads.get()).max(1);
    thread::scope(|scope| {
        let act = &act;
        let mut begun = Vec::new();
        while !items.is_empty() {
            let others = items.split_off(length.min(items.len()));
            let some = std::mem::replace(&mut items, others);
            begun.push(scope.spawn(move || some.into_iter().map(act).collect::<Vec<R>>()));
        }
        let ended = begun.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| panic::resume_unwind(panic)));
        ended.flatten().collect()
    })
}

/// Does the same on so many threads at once. One thread is the caller's own, since some systems have no other.
pub(crate) fn on_threads(threads: NonZero<usize>, act: impl Fn() + Sync) {
    if threads == NonZero::<usize>::MIN {
        return act();
    }
    thread::scope(|scope| {
        for _ in 0..threads.get() {
            scope.spawn(&act);
        }
    });
}

/// What a mutex guards, whoever panicked with it.
pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_thread_is_the_own() {
        let one = NonZero::<usize>::MIN;
        let own = thread::current().id();
        assert_eq!(share(one, [()], |()| thread::current().id()), [own]);
        on_threads(one, || assert_eq!(thread::current().id(), own));
    }

    #[test]
    fn each_item_is_taken_once_and_in_order() {
        for threads in 1..5 {
            for items in 0..20 {
                let expected: Vec<i32> = (0..items).map(|item| item * 2).collect();
                assert_eq!(share(NonZero::new(threads).unwrap(), 0..items, |item| item * 2), expected);
            }
        }
    }
}
