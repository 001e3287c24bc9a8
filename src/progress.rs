//! What an update is doing, on a terminal: a line for each feed as long as it is fetched. Elsewhere nothing.

use std::sync::Mutex;
use std::time::Duration;

use indicatif::{MultiProgress, ProgressBar};

use crate::feed::Event;

/// How often a line shows that something still happens.
const TICK: Duration = Duration::from_millis(100);

/// The lines, on standard error.
#[derive(Debug, Default)]
pub struct Progress {
    lines: MultiProgress,
    feeds: Mutex<Vec<ProgressBar>>,
}

impl Progress {
    /// Prepares a line for each text; it is shown while its feed is fetched.
    pub fn prepare(&self, texts: impl Iterator<Item = String>) {
        if let Ok(mut feeds) = self.feeds.lock() {
            *feeds = texts.map(|text| ProgressBar::new_spinner().with_message(text)).collect();
        }
    }

    /// Shows or takes away the line of a feed.
    pub fn tell(&self, event: Event) {
        let Ok(feeds) = self.feeds.lock() else { return };
        match event {
            Event::Begins(place) => {
                if let Some(line) = feeds.get(place) {
                    self.lines.add(line.clone()).enable_steady_tick(TICK);
                }
            }
            Event::Ends(place) => feeds.get(place).into_iter().for_each(ProgressBar::finish_and_clear),
        }
    }
}

/// What indicatif asks the C library for mathematics. To load that for one function would cost every command a tenth of a hello-world program
/// at each start.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
// SAFETY: the name and the signature are those that C prescribes, and so is what it computes.
#[unsafe(no_mangle)]
extern "C" fn pow(base: f64, exponent: f64) -> f64 {
    libm::pow(base, exponent)
}
