//! A long answer is shown by a pager, page by page; where that cannot be, it is simply written.

use std::io::{self, Write};

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

/// By `popen` of the C library: the standard library's way to start programs needs forty of its functions, and to find them at each start would
/// cost every command a seventh of a hello-world program.
#[cfg(unix)]
fn page(text: &[u8], pager: &Pager) -> io::Result<()> {
    // Without this, less shows the bytes of Japanese where the locale is C.
    let command = std::ffi::CString::new(["export LESSCHARSET=utf-8\n", &pager.command].concat())?;
    // SAFETY: the texts end with a zero byte and outlive the calls, the stream is used until it is closed and not after it, and each signal is
    // given back the meaning that it had. The pager itself should not inherit what is set for the program.
    let status = unsafe {
        libc::signal(libc::SIGPIPE, libc::SIG_DFL);
        let stream = libc::popen(command.as_ptr(), c"w".as_ptr());
        libc::signal(libc::SIGPIPE, libc::SIG_IGN);
        if stream.is_null() {
            return Err(io::Error::last_os_error());
        }
        // Ctrl-C is for the pager, which has the keyboard. If the program ended, the shell and the pager would both read it.
        let keys = [libc::SIGINT, libc::SIGQUIT].map(|signal| (signal, libc::signal(signal, libc::SIG_IGN)));
        // Somebody who leaves before the end closes the pipe: how it went, the pager's status tells.
        libc::fwrite(text.as_ptr().cast(), 1, text.len(), stream);
        let status = libc::pclose(stream);
        for (signal, meaning) in keys {
            libc::signal(signal, meaning);
        }
        status
    };
    if status == 0 { Ok(()) } else { Err(io::ErrorKind::Other.into()) }
}

/// Elsewhere, by the standard library.
#[cfg(not(unix))]
fn page(text: &[u8], pager: &Pager) -> io::Result<()> {
    use std::process::{Command, Stdio};

    let mut child = Command::new("cmd").args(["/C", &pager.command]).env("LESSCHARSET", "utf-8").stdin(Stdio::piped()).spawn()?;
    if let Some(mut input) = child.stdin.take() {
        // As above.
        let _ = input.write_all(text);
    }
    if child.wait()?.success() { Ok(()) } else { Err(io::ErrorKind::Other.into()) }
}
