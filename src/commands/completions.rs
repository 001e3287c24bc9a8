//! `hayami completions SHELL`

use std::io;

use clap_complete::env::{Bash, Elvish, EnvCompleter, Fish, Powershell, Zsh};

use crate::answer::Answer;
use crate::cli::args::{CompletionsArgs, Shell};
use crate::cli::command;
use crate::error::Error;

/// zsh reads the script at the first TAB where it lies in a folder of `fpath`, as packages put it: that TAB must be answered too.
const ZSH_FIRST_TAB: &[u8] = b"if (( $+compstate )); then _clap_dynamic_completer_hayami \"$@\"; fi\n";

/// Writes the script for a shell.
///
/// The scripts call the program back at each TAB, so that terms complete with it, except in Nushell, which has no such engine and gets
/// commands and options only.
///
/// # Errors
/// When the script cannot be made.
pub fn run(args: &CompletionsArgs) -> Result<Answer, Error> {
    let live: &dyn EnvCompleter = match args.shell {
        Shell::Bash => &Bash,
        Shell::Zsh => &Zsh,
        Shell::Fish => &Fish,
        Shell::PowerShell => &Powershell,
        Shell::Elvish => &Elvish,
        Shell::Nushell => return Ok(Answer::Script(nushell())),
    };
    let mut script = Vec::new();
    match live.write_registration("COMPLETE", "hayami", "hayami", "hayami", &mut script) {
        Ok(()) => {
            if args.shell == Shell::Zsh {
                script.extend_from_slice(ZSH_FIRST_TAB);
            }
            Ok(Answer::Script(script))
        }
        Err(cause) => Err(Error::Write(io::Error::other(cause))),
    }
}

fn nushell() -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(clap_complete_nushell::Nushell, &mut command(), "hayami", &mut script);
    script
}
