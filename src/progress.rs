//! What an update is doing, on a terminal: a line for each feed as long as it is fetched. Elsewhere nothing.
//!
//! No package draws these lines: the one that everybody takes (indicatif) calls `pow`, and to load the library of mathematics for that made every
//! start of every command a tenth slower.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::sync::Mutex;

use crate::feed::Event;
use crate::render::screen::Screen;

/// The lines.
#[derive(Debug)]
pub struct Progress {
    screen: Screen,
    drawn: Mutex<Drawn>,
}

#[derive(Debug, Default)]
struct Drawn {
    /// The text of each feed, and whether it is being fetched.
    feeds: Vec<(String, bool)>,
    /// How many lines are on the screen.
    lines: usize,
}

impl Progress {
    /// Lines on standard error, which is this screen.
    pub fn new(screen: Screen) -> Self {
        Self { screen, drawn: Mutex::default() }
    }

    /// Prepares a line for each text; it is shown while its feed is fetched.
    pub fn prepare(&self, texts: impl Iterator<Item = String>) {
        if let Ok(mut drawn) = self.drawn.lock() {
            drawn.feeds = texts.map(|text| (text, false)).collect();
        }
    }

    /// Shows or takes away the line of a feed.
    pub fn tell(&self, event: Event) {
        let Ok(mut drawn) = self.drawn.lock() else { return };
        let (place, shown) = match event {
            Event::Begins(place) => (place, true),
            Event::Ends(place) => (place, false),
        };
        if let Some(feed) = drawn.feeds.get_mut(place) {
            feed.1 = shown;
        }
        let text = self.draw(&mut drawn);
        // Who cannot see it misses nothing: the report follows.
        let _ = io::stderr().write_all(text.as_bytes());
    }

    /// What takes the lines away that are there, and writes those that should be. None is broken, so that it is known how many there are.
    fn draw(&self, drawn: &mut Drawn) -> String {
        let mut text = String::new();
        if drawn.lines > 0 {
            // Up to the first of them, and clear everything from there (ECMA-48).
            write!(text, "\u{1b}[{}A\u{1b}[J", drawn.lines).expect("memory");
        }
        let columns = self.screen.width.unwrap_or(80).saturating_sub(1);
        let shown = drawn.feeds.iter().filter(|(_, shown)| *shown);
        drawn.lines = shown.map(|(line, _)| text += &(self.screen.shorten(line, columns).into_owned() + "\n")).count();
        text
    }
}

#[cfg(test)]
mod tests {
    use super::{Drawn, Progress};
    use crate::render::screen::Screen;
    use crate::render::wrap::Ambiguous;

    #[test]
    fn lines_come_and_go() {
        let screen = Screen { terminal: true, width: Some(10), measure: Some(10), color: false, links: false, ambiguous: Ambiguous::Narrow };
        let progress = Progress::new(screen);
        let mut drawn = Drawn { feeds: vec![("one".to_owned(), true), ("two is long".to_owned(), false)], lines: 0 };
        assert_eq!(progress.draw(&mut drawn), "one\n");
        drawn.feeds[1].1 = true;
        assert_eq!(progress.draw(&mut drawn), "\u{1b}[1A\u{1b}[Jone\ntwo is l…\n");
        drawn.feeds[0].1 = false;
        assert_eq!(progress.draw(&mut drawn), "\u{1b}[2A\u{1b}[Jtwo is l…\n");
        drawn.feeds[1].1 = false;
        assert_eq!(progress.draw(&mut drawn), "\u{1b}[1A\u{1b}[J");
    }
}
