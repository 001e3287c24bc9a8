//! A long answer is shown by a pager, page by page; where that cannot be, it is simply written.

use std::io::{self, Write};
use std::process::{Command, Stdio};

use crate::settings::Pager;

/// Writes `text` to `out`, through `pager` if it is longer than the screen.
///
/// A pager that is missing or ends with an error leaves the text to be written without one. One that somebody left early has done its work.
///
/// # Errors
/// When `out` cannot be written.
pub fn show(text: &[u8], pager: &Pager, out: &mut dyn Write) -> io::Result<()> {
    let is_long = text.iter().filter(|&&b| b == b'\n').count() >= pager.rows;
    if is_long && page(text, pager).is_ok() { Ok(()) } else { out.write_all(text) }
}

fn page(text: &[u8], pager: &Pager) -> io::Result<()> {
    let mut child = shell(&pager.command).stdin(Stdio::piped()).spawn()?;
    if let Some(mut input) = child.stdin.take() {
        // Somebody who leaves before the end closes the pipe: how it went, the pager's status tells.
        let _ = input.write_all(text);
    }
    if child.wait()?.success() { Ok(()) } else { Err(io::ErrorKind::Other.into()) }
}

/// The command as a shell would run it: it may have arguments and quotes.
fn shell(command: &str) -> Command {
    let (shell, option) = if cfg!(windows) { ("cmd", "/C") } else { ("sh", "-c") };
    let mut shell = Command::new(shell);
    // Without this, less shows the bytes of Japanese where the locale is C.
    shell.args([option, command]).env("LESSCHARSET", "utf-8");
    shell
}
