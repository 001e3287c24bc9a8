//! What a piece of text is becomes how it looks. The only file that names the colour package.

use colored::{Colorize, control};

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Prose.
    Plain,
    /// The word that was looked up.
    Headword,
    /// The heading of a section.
    Heading,
    /// How a word is read out.
    Reading,
    /// The name of what follows.
    Label,
    /// An address, or text that leads to one.
    Link,
    /// What matters less.
    Dimmed,
    /// What was looked up, where it stands among other words.
    Match,
    /// What was not found.
    Warning,
}

/// Adds the text as its role looks to `page`; unchanged without colour.
///
/// Only attributes and the sixteen colours of the terminal's own palette are used, and of these only such as people choose to be legible on
/// their background.
pub fn paint(page: &mut String, text: &str, role: Role, color: bool) {
    if !color || text.is_empty() || role == Role::Plain {
        page.push_str(text);
        return;
    }
    // The package asks the environment by itself; here that was settled long before, for each stream.
    control::set_override(true);
    let styled = match role {
        Role::Plain => text.normal(),
        Role::Headword | Role::Heading => text.bold(),
        Role::Match => text.bold().underline(),
        Role::Label => text.magenta(),
        Role::Link => text.underline(),
        Role::Reading | Role::Dimmed => text.dimmed(),
        Role::Warning => text.red(),
    };
    page.push_str(&styled.to_string());
}

/// Adds text that leads to an address (OSC 8, <https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda>). The lines of one link
/// share an id, so that a terminal shows them as one.
pub fn link(page: &mut String, text: &str, address: &str, color: bool) {
    let id = address.bytes().fold(0_u32, |id, b| id.wrapping_mul(31).wrapping_add(b.into()));
    page.push_str(&format!("\u{1b}]8;id={id:x};{address}\u{1b}\\"));
    paint(page, text, Role::Link, color);
    page.push_str("\u{1b}]8;;\u{1b}\\");
}
