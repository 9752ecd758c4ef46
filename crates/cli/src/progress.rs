//! How far the reading of large files has come, for people at a terminal.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use standpoint_validate::Progress;

/// How long a reading may take before anything is shown of it.
const PATIENCE: Duration = Duration::from_millis(500);

/// A line on standard error, if that is a terminal, until it is dropped.
pub(crate) struct Line {
    bar: ProgressBar,
    started: Instant,
    is_wanted: bool,
    is_shown: AtomicBool,
    is_second: AtomicBool,
}

impl Line {
    /// A line that is shown, when it takes long enough, if it `is_wanted`.
    pub(crate) fn new(is_wanted: bool) -> Self {
        let (is_shown, is_second) = (AtomicBool::new(false), AtomicBool::new(false));
        Self { bar: ProgressBar::hidden(), started: Instant::now(), is_wanted, is_shown, is_second }
    }

    /// Shows how far the reading has come, from whatever thread.
    pub(crate) fn show(&self, progress: Progress) {
        if !self.is_wanted || self.started.elapsed() < PATIENCE {
            return;
        }
        if !self.is_shown.swap(true, Ordering::Relaxed) {
            self.bar.set_style(style(progress.bytes_total.is_some()));
            self.bar.set_message("reading");
            progress.bytes_total.into_iter().for_each(|total| self.bar.set_length(total));
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        if progress.pass > 0 && !self.is_second.swap(true, Ordering::Relaxed) {
            self.bar.reset();
            self.bar.set_message("looking again at what is suspect");
        }
        self.bar.set_position(progress.bytes_read);
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

fn style(is_length_known: bool) -> ProgressStyle {
    let template = if is_length_known {
        "{msg} [{bar:30}] {percent:>3} %, {decimal_bytes_per_sec}, {eta} left"
    } else {
        "{msg}: {decimal_bytes}, {decimal_bytes_per_sec}"
    };
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("=> ")
}
