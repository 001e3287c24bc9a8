//! Real shells for the tests that need a terminal.

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use rexpect::session::{Options, PtySession, spawn_with_options};

/// A real shell under a pseudo-terminal.
pub(crate) struct Shell(PtySession);

impl Shell {
    /// Starts a shell in the project's folder with `hayami` on its path; none if the shell is not installed.
    pub(crate) fn start(name: &str, args: &[&str]) -> Option<Self> {
        let path = env::var_os("PATH").unwrap_or_default();
        if !env::split_paths(&path).any(|folder| folder.join(name).is_file()) {
            assert!(env::var_os("HAYAMI_TEST_ALL").is_none(), "{name} is not installed");
            return None;
        }
        let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&home).expect("a home can be made");
        let bin = Path::new(env!("CARGO_BIN_EXE_hayami")).parent().expect("a program lies in a folder");
        let path = env::join_paths([bin.to_path_buf()].into_iter().chain(env::split_paths(&path))).expect("no separator in a folder's name");
        let mut command = Command::new(name);
        command.args(args).current_dir(env!("CARGO_MANIFEST_DIR")).env_clear();
        command.env("PATH", path).env("HOME", home).env("LANG", "C.UTF-8").env("TERM", "xterm");
        // Who runs the tests in the background has no use for Ctrl-C, and what is ignored at the start no shell can catch again.
        // SAFETY: between fork and exec the call changes the meaning of one signal and touches no memory.
        unsafe {
            command.pre_exec(|| {
                libc::signal(libc::SIGINT, libc::SIG_DFL);
                Ok(())
            })
        };
        let options = Options::new().timeout_ms(Some(30_000)).strip_ansi_escape_codes(true);
        let mut session = spawn_with_options(command, options).expect("the shell starts");
        // An interactive shell does not mind being asked to end.
        session.process_mut().set_kill_timeout(Some(100));
        Some(Self(session))
    }

    /// Runs a line and waits until it is done.
    pub(crate) fn run(&mut self, line: &str) {
        // What is typed is echoed, so what is waited for must look otherwise when typed.
        self.types(&format!("{line}; echo do''ne-with-it\r"), "done-with-it");
    }

    /// Types keys and waits until `expected` appears.
    pub(crate) fn types(&mut self, keys: &str, expected: &str) {
        self.0.send(keys).expect("the shell takes keys");
        self.0.flush().expect("the shell takes keys");
        // What the shell writes is read byte by byte, as if it were Latin-1.
        let bytes: String = expected.bytes().map(char::from).collect();
        let seen = self.0.exp_string(&bytes);
        assert!(seen.is_ok(), "typed {keys:?}, waited for {expected:?}: {seen:?}");
    }
}
