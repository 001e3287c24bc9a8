//! What happens on a terminal only: layout, paging, indented records, links.

#![cfg(unix)]

mod shell;

use shell::Shell;

fn bash() -> Option<Shell> {
    let mut shell = Shell::start("bash", &["--noprofile", "--norc"])?;
    shell.run("stty rows 20 cols 60; export NO_COLOR=1; PS1=");
    Some(shell)
}

#[test]
fn text_is_set_to_the_width_of_the_screen() {
    let Some(mut shell) = bash() else { return };
    shell.types("hayami --no-pager --lang ja kto\r", "\r\nKTO（カーネマン・トベルスキー最適化）\r\nKahneman-Tversky Optimization\r\n\r\n");
    shell.run("stty cols 40");
    shell.types("hayami list --category evaluation\r", "swe-bench     SWE-bench\r\n");
    shell.types("hayami --no-pager --width 30 rlhf\r", "RLHF (Reinforcement Learning\r\nfrom Human Feedback)\r\n");
}

#[test]
fn records_are_indented_and_harmless() {
    let Some(mut shell) = bash() else { return };
    shell.types("hayami rlhf --json\r", "{\r\n  \"schema\": 1,\r\n  \"kind\": \"term\",\r\n  \"query\": \"rlhf\",\r\n");
    shell.types("hayami $'x\\u009b31mx' --json\r", "\"query\": \"x\\u009b31mx\"");
    shell.types("hayami $'x\\e]52;c;YQ==\\ax'\r", "no entry for “x\\u{1b}]52;c;YQ==\\u{7}x”");
    shell.types("hayami $'x\\u202ex' --json\r", "\"query\": \"x\\u202ex\"");
}

#[test]
fn a_long_answer_is_paged_and_a_short_one_is_not() {
    let Some(mut shell) = bash() else { return };
    shell.run("export HAYAMI_PAGER=\"sed 's/^/paged: /'\"");
    shell.types("hayami codex\r", "paged: Codex\r\n");
    shell.types("hayami codex --brief; echo 'no''thing'\r", "\r\nnothing");
    shell.run("unset HAYAMI_PAGER; export PAGER='head -1 | tr a-z A-Z'");
    shell.types("hayami codex\r", "CODEX\r\n");
    shell.types("hayami codex --no-pager\r", "\r\nCodex\r\n");
    shell.run("export PAGER=false");
    shell.types("hayami codex\r", "\r\nCodex\r\n");
    shell.run("export PAGER=no-such-pager");
    shell.types("hayami codex\r", "\r\nCodex\r\n");
}

#[test]
fn the_pager_has_the_keyboard() {
    let Some(mut shell) = bash() else { return };
    shell.run("export HAYAMI_PAGER=\"trap 'echo inter''rupted; exit 0' INT; cat >/dev/null; echo pag''ing; while :; do sleep 0.1; done\"");
    shell.types("hayami codex\r", "paging\r\n");
    shell.types("\u{3}", "interrupted\r\n");
    shell.types("echo status-$?\r", "status-0\r\n");
}

#[test]
fn line_ends_of_windows_are_harmless() {
    let Some(mut shell) = bash() else { return };
    shell.types("printf 'a\\r\\n\\rb\\r\\n' | hayami scan --annotate; echo e''nd\r", "a\r\r\n\\u{d}b\r\r\nend\r\n");
}

#[test]
fn links_lie_behind_text() {
    let Some(mut shell) = bash() else { return };
    shell.types("hayami --hyperlinks always --no-pager kto | cat -v | grep -c 'https.*KTO: Model Alignment'\r", "1");
    shell.types("hayami --hyperlinks never --no-pager kto | cat -v | grep -c ']8;'\r", "0");
}

#[test]
fn who_types_the_input_is_told_that_it_is_their_turn() {
    let Some(mut shell) = bash() else { return };
    shell.types("hayami lookup - --brief\r", "\r\nhayami: reads what you type; Ctrl-D ends it.\r\n");
    shell.types("kto\r", "KTO (Kahneman-Tversky Optimization): ");
    shell.types("\u{4}hayami scan --lang ja\r", "\r\nhayami: 入力を待っています。Ctrl-Dで終わります。\r\n");
    shell.types("rlhf\r\u{4}", "rlhf  1×  1行目  ");
}

#[test]
fn help_and_errors_keep_to_the_width_of_the_screen() {
    let Some(mut shell) = bash() else { return };
    shell.types("stty cols 60; hayami list -h\r", "Language of the text for\r\n                               people [default: HAYAMI_LANG,\r\n");
    shell.types("hayami list --limits 3\r", "hayami: unexpected argument '--limits' found\r\n");
}

#[test]
fn news_says_how_old_it_is() {
    let Some(mut shell) = bash() else { return };
    let last = if cfg!(feature = "update") { "`hayami update` fetches newer ones." } else { "" };
    shell.run("export HAYAMI_TODAY=2026-10-12; stty cols 80");
    let said = format!("https://openai.com/index/sophos\r\n\r\nNewest of all: 2026-10-09, 3 days ago. {last}\r\n").replace(" \r", "\r");
    shell.types("hayami news --limit 1 --publisher openai\r", &said);
    let said = if cfg!(feature = "update") {
        "全体の最新：2026-10-09（3日前）。`hayami update` で新しい発表を取得できます。\r\n"
    } else {
        "全体の最新：2026-10-09（3日前）。\r\n"
    };
    shell.types("hayami news --limit 1 --publisher openai --lang ja\r", said);
    shell.types("hayami news --limit 1 --lang ja | tail -1\r", "https://openai.com/index/sophos\r\n");
    shell.types("HAYAMI_TODAY=soon hayami news\r", "hayami: HAYAMI_TODAY needs a real date; “soon” is not one.");
}
