//! What a piece of text is becomes how it looks. The only file that names the colour package.

use colored::{Colorize, control};

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
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

/// The text as its role looks; unchanged without colour.
pub fn paint(text: &str, role: Role, color: bool) -> String {
    if !color {
        return text.to_owned();
    }
    // The package asks the environment by itself; here that was settled long before, for each stream.
    control::set_override(true);
    let styled = match role {
        Role::Headword | Role::Heading => text.bold(),
        Role::Label => text.green(),
        Role::Link => text.underline(),
        Role::Dimmed => text.dimmed(),
    };
    styled.to_string()
}
