//! The committed scripts are those that the program makes, and in real shells TAB completes terms.
//!
//! `GOLDEN=overwrite cargo test --test completions` writes the scripts down again. Shells that are not installed are left out, except where
//! CI asks for all (`HAYAMI_TEST_ALL`).

use std::path::Path;
use std::process::Command;
use std::{env, fs};

use rexpect::session::{Options, PtySession, spawn_with_options};

const SCRIPTS: [(&str, &str); 6] = [
    ("bash", "hayami.bash"),
    ("zsh", "_hayami"),
    ("fish", "hayami.fish"),
    ("elvish", "hayami.elv"),
    ("powershell", "_hayami.ps1"),
    ("nushell", "hayami.nu"),
];

#[test]
fn committed_scripts_are_those_that_the_program_makes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("completions");
    let mut wrong = Vec::new();
    for (shell, file) in SCRIPTS {
        let output = Command::new(env!("CARGO_BIN_EXE_hayami")).args(["completions", shell]).output().expect("hayami runs");
        assert!(output.status.success(), "{shell}");
        if fs::read(folder.join(file)).ok().as_ref() != Some(&output.stdout) {
            if env::var_os("GOLDEN").is_some_and(|mode| mode == "overwrite") {
                fs::write(folder.join(file), &output.stdout).expect("completions/ can be written");
            }
            wrong.push(file);
        }
    }
    assert!(wrong.is_empty(), "not what `hayami completions` prints: {}", wrong.join(", "));
}

#[test]
fn bash_completes_terms() {
    let Some(mut shell) = Shell::start("bash", &["--noprofile", "--norc"]) else { return };
    shell.run("bind 'set bell-style none'; bind 'set completion-query-items 0'; bind 'set page-completions off'");
    shell.run("source completions/hayami.bash");
    shell.types("hayami --brief rlh\t\n", "RLHF (Reinforcement Learning from Human Feedback): ");
    shell.types("hayami lookup --b\trlh\t\n", "RLHF (Reinforcement Learning from Human Feedback): ");
    shell.types("hayami lookup --brief 報酬モ\t\n", "RM (Reward Model): ");
    shell.types("hayami lookup --brief Instruct\t\n", "InstructGPT: ");
    shell.types("hayami lookup gemini-\t\t", "gemini-for-science");
    shell.types("\u{15}hayami news --limit 1 --term goal\t\n", "Codex goal mode");
    shell.types("hayami lis\t--category training | head -1\n", "alignment");
}

#[test]
fn zsh_completes_terms_with_their_names_in_the_other_language() {
    let Some(mut shell) = Shell::start("zsh", &["-f"]) else { return };
    shell.run("autoload -Uz compinit && compinit -u -d $HOME/dump; PROMPT_EOL_MARK=; unsetopt zle_bracketed_paste beep");
    shell.run("source completions/_hayami");
    shell.types("hayami --brief rlh\t\n", "RLHF (Reinforcement Learning from Human Feedback): ");
    shell.types("hayami lookup --brief 報酬モ\t\n", "RM (Reward Model): ");
    shell.types("hayami lookup reward-\t", "報酬ハッキング");
}

#[test]
fn fish_completes_terms_with_their_names_in_the_other_language() {
    let Some(mut shell) = Shell::start("fish", &["--no-config"]) else { return };
    shell.run("source completions/hayami.fish");
    shell.types("hayami --brief rlh\t\r", "RLHF (Reinforcement Learning from Human Feedback): ");
    shell.types("hayami lookup --brief 報酬モ\t\r", "RM (Reward Model): ");
    shell.types("hayami lookup reward-\t", "報酬ハッキング");
}

/// A real shell under a pseudo-terminal.
struct Shell(PtySession);

impl Shell {
    /// Starts a shell in the project's folder with `hayami` on its path; none if the shell is not installed.
    fn start(name: &str, args: &[&str]) -> Option<Self> {
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
        let options = Options::new().timeout_ms(Some(30_000)).strip_ansi_escape_codes(true);
        let mut session = spawn_with_options(command, options).expect("the shell starts");
        // An interactive shell does not mind being asked to end.
        session.process_mut().set_kill_timeout(Some(100));
        Some(Self(session))
    }

    /// Runs a line and waits until it is done.
    fn run(&mut self, line: &str) {
        // What is typed is echoed, so what is waited for must look otherwise when typed.
        self.types(&format!("{line}; echo do''ne-with-it\r"), "done-with-it");
    }

    /// Types keys and waits until `expected` appears.
    fn types(&mut self, keys: &str, expected: &str) {
        self.0.send(keys).expect("the shell takes keys");
        self.0.flush().expect("the shell takes keys");
        // What the shell writes is read byte by byte, as if it were Latin-1.
        let bytes: String = expected.bytes().map(char::from).collect();
        let seen = self.0.exp_string(&bytes);
        assert!(seen.is_ok(), "typed {keys:?}, waited for {expected:?}: {seen:?}");
    }
}
