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
    /// The name of what follows.
    Label,
    /// An address.
    Link,
    /// What matters less.
    Dimmed,
}

/// Adds the text as its role looks to `page`; unchanged without colour.
pub fn paint(page: &mut String, text: &str, role: Role, color: bool) {
    if !color {
        page.push_str(text);
        return;
    }
    // The package asks the environment by itself; here that was settled long before, for each stream.
    control::set_override(true);
    let styled = match role {
        Role::Plain => text.normal(),
        Role::Headword | Role::Heading => text.bold(),
        Role::Label => text.green(),
        Role::Link => text.underline(),
        Role::Dimmed => text.dimmed(),
    };
    page.push_str(&styled.to_string());
}
