//! The program: an exit status around [`hayami::app::run`].

use std::process::ExitCode;

fn main() -> ExitCode {
    hayami::app::run()
}
