//! The program: an exit status around [`hayami::app::run`].
//!
//! With the GNU C library, `main` is what that library calls, without the start-up of Rust's standard library before it, most of which
//! finds the bounds of the stack by reading `/proc/self/maps`, for a better message on stack overflow: a third of all instructions of a
//! hello-world program. The rest of that start-up is done here. The standard library supports this (`#![no_main]`); arguments are there all
//! the same, because the GNU C library hands them to initialisers. Elsewhere `main` is an ordinary one.

#![cfg_attr(all(target_os = "linux", target_env = "gnu"), no_main)]

#[global_allocator]
static MEMORY: hayami::arena::Arena = hayami::arena::Arena::new();

#[cfg(all(target_os = "linux", target_env = "gnu"))]
// SAFETY: no other function of this program is called `main`, and this one has the signature that C prescribes.
#[unsafe(no_mangle)]
extern "C" fn main(_argc: std::ffi::c_int, _argv: *const *const std::ffi::c_char) -> std::ffi::c_int {
    // A standard stream that was closed must not become the next file that is opened, which would then be written to.
    for stream in 0..=2 {
        // SAFETY: both calls take plain numbers and a text that ends with a zero byte, and touch no memory of this program.
        unsafe {
            if libc::fcntl(stream, libc::F_GETFD) == -1 {
                libc::open(c"/dev/null".as_ptr(), libc::O_RDWR);
            }
        }
    }
    // SAFETY: nothing else runs yet, and to ignore a signal calls no handler. A closed pipe then is an error of `write`.
    unsafe { libc::signal(libc::SIGPIPE, libc::SIG_IGN) };
    let status = hayami::app::run();
    // What stands in the buffer without a line end is written at the end by that standard start-up, too. Who could be told of a failure here
    // has been told: the program's own answers are flushed where they are written.
    let _ = std::io::Write::flush(&mut std::io::stdout());
    status.into()
}

#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
fn main() -> std::process::ExitCode {
    hayami::app::run().into()
}
