//! The program: an exit status around [`hayami::app::run`].
//!
//! With the GNU C library, `main` is what that library calls, without the start-up of Rust's standard library before it. What that would
//! do: find the bounds of the stack by reading `/proc/self/maps`, for a better message on stack overflow (a third of all instructions of
//! a hello-world program), and ignore SIGPIPE, which is done here. The standard library supports this (`#![no_main]`); arguments are there
//! all the same, because the GNU C library hands them to initialisers. Elsewhere `main` is an ordinary one.

#![cfg_attr(all(target_os = "linux", target_env = "gnu"), no_main)]

#[cfg(all(target_os = "linux", target_env = "gnu"))]
// SAFETY: no other function of this program is called `main`, and this one has the signature that C prescribes.
#[unsafe(no_mangle)]
extern "C" fn main(_argc: std::ffi::c_int, _argv: *const *const std::ffi::c_char) -> std::ffi::c_int {
    // SAFETY: nothing else runs yet, and to ignore a signal calls no handler. A closed pipe then is an error of `write`.
    unsafe { libc::signal(libc::SIGPIPE, libc::SIG_IGN) };
    hayami::app::run().into()
}

#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
fn main() -> std::process::ExitCode {
    hayami::app::run().into()
}
