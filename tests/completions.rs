//! The committed scripts are those that the program makes, and in real shells TAB completes terms.
//!
//! `GOLDEN=overwrite cargo test --test completions` writes the scripts down again. Shells that are not installed are left out, except where
//! CI asks for all (`HAYAMI_TEST_ALL`).

#![cfg(unix)]

use std::path::Path;
use std::process::Command;
use std::{env, fs};

mod shell;

use shell::Shell;

const SCRIPTS: [(&str, &str); 6] = [
    ("bash", "hayami.bash"),
    ("zsh", "_hayami"),
    ("fish", "hayami.fish"),
    ("elvish", "hayami.elv"),
    ("powershell", "_hayami.ps1"),
    ("nushell", "hayami.nu"),
];

#[test]
#[cfg_attr(not(feature = "update"), ignore = "what is committed is that of the whole program")]
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
    shell.types("hayami lookup --brief InstructG\t\n", "InstructGPT: ");
    shell.types("hayami lookup gemini-\t\t", "gemini-for-science");
    shell.types("\u{15}hayami related 報酬モ\t--depth 1 | head -2\n", "├── rlhf");
    shell.types("hayami news --limit 1 --term goal\t\n", "Codex goal mode");
    shell.types("hayami lis\t--category train\t | head -1\n", "alignment");
    shell.types("hayami news --limit 1 --publisher anth\t\n", "Anthropic");
    shell.types("hayami lookup --brief RLH\t\n", "RLHF (Reinforcement Learning from Human Feedback): ");
    shell.types("hayami lookup --brief \"Reward M\t\n", "RM (Reward Model): ");
    shell.types("hayami --glossary tests/fixtures/team gold\t --brief\n", "Golden Path: ");
}

#[test]
fn zsh_completes_terms_with_their_names_in_the_other_language() {
    let Some(mut shell) = Shell::start("zsh", &["-f"]) else { return };
    shell.run("autoload -Uz compinit && compinit -u -d $HOME/dump; PROMPT_EOL_MARK=; unsetopt zle_bracketed_paste beep");
    shell.run("source completions/_hayami");
    shell.types("hayami --brief rlh\t\n", "RLHF (Reinforcement Learning from Human Feedback): ");
    shell.types("hayami lookup --brief 報酬モ\t\n", "RM (Reward Model): ");
    shell.types("hayami lookup reward-\t", "報酬ハッキング");
    shell.types("\u{15}hayami news --publisher \t", "anthropic");
    shell.types("\u{15}hayami list --category s\t | head -1\n", "ai-safety");
}

#[test]
fn zsh_completes_at_the_first_tab_where_a_package_put_the_script() {
    let Some(mut shell) = Shell::start("zsh", &["-f"]) else { return };
    shell.run("fpath=($PWD/completions $fpath); autoload -Uz compinit && compinit -u -d $HOME/fpath.dump");
    shell.run("PROMPT_EOL_MARK=; unsetopt zle_bracketed_paste beep");
    shell.types("hayami --brief rlh\t\n", "RLHF (Reinforcement Learning from Human Feedback): ");
    shell.types("hayami --brief rlai\t\n", "RLAIF (Reinforcement Learning from AI Feedback): ");
}

#[test]
fn fish_completes_terms_with_their_names_in_the_other_language() {
    let Some(mut shell) = Shell::start("fish", &["--no-config"]) else { return };
    shell.run("source completions/hayami.fish");
    shell.types("hayami --brief rlh\t\r", "RLHF (Reinforcement Learning from Human Feedback): ");
    shell.types("hayami lookup --brief 報酬モ\t\r", "RM (Reward Model): ");
    shell.types("hayami lookup reward-\t", "報酬ハッキング");
}
