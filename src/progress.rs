//! What an update is doing, on a terminal: a line for each feed as long as it takes. Elsewhere nothing.

use std::sync::OnceLock;
use std::time::Duration;

use indicatif::{MultiProgress, ProgressBar, ProgressStyle};

use crate::feed::Event;

/// How often a line moves.
const TICK: Duration = Duration::from_millis(100);

/// The lines.
#[derive(Debug, Default)]
pub struct Progress {
    lines: MultiProgress,
    bars: OnceLock<Vec<ProgressBar>>,
}

impl Progress {
    /// Prepares a line for each text; it is shown once its feed begins.
    pub fn prepare(&self, texts: impl Iterator<Item = String>) {
        let style = ProgressStyle::with_template("{spinner} {msg}").unwrap_or_else(|_| ProgressStyle::default_spinner());
        let bars = texts.map(|text| ProgressBar::hidden().with_style(style.clone()).with_message(text)).collect();
        // They are prepared once.
        let _ = self.bars.set(bars);
    }

    /// Shows or takes away the line of a feed.
    pub fn tell(&self, event: Event) {
        let bar = |place: usize| self.bars.get().and_then(|bars| bars.get(place));
        match event {
            Event::Begins(place) => {
                if let Some(bar) = bar(place) {
                    self.lines.add(bar.clone()).enable_steady_tick(TICK);
                }
            }
            Event::Ends(place) => {
                if let Some(bar) = bar(place) {
                    bar.finish_and_clear();
                }
            }
        }
    }
}
