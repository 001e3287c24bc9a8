//! Options that there are not, that exclude each other, or that are out of bounds; and the environment.

use crate::table::{Row, case, check, raw};

const KTO: &str = "KTO (Kahneman-Tversky Optimization): A method for tuning a language model from single verdicts, good or bad, instead of pairs \
                   of answers. Its loss follows prospect theory, the account of how people weigh gains and losses against a reference point, and \
                   it can use records such as thumbs-up and thumbs-down directly.\n";
const TOP: &str = "hayami [OPTIONS] <TERM>...\n       hayami [OPTIONS] <COMMAND>";

/// A case about the arguments alone, which ends with what clap says.
fn refused(args: &[&str], what: &str, usage: &str) -> Row {
    let usage = if usage.is_empty() { String::new() } else { format!("Usage: {usage}\n\n") };
    case("arguments").typed(args).gives(2, "", format!("hayami: {what}\n\n{usage}For more information, try '--help'.\n"))
}

/// The same in Japanese.
fn refused_ja(args: &[&str], what: &str, usage: &str) -> Row {
    let usage = usage.replace("[OPTIONS]", "[オプション]").replace("<COMMAND>", "<コマンド>").replace("       hayami", "        hayami");
    let text = format!("hayami: {what}。\n\n使い方：{usage}\n\n詳しくは --help を見てください。\n");
    case("arguments in Japanese").typed([args, &["--lang", "ja"]].concat()).gives(2, "", text)
}

#[test]
fn numbers_out_of_bounds() {
    let width = |value: &str| format!("invalid value '{value}' for '--width <N>': write a whole number from 20 to 1000");
    let limit = |value: &str| format!("invalid value '{value}' for '--limit <N>': write a whole number from 1 to 1000000000");
    let huge = "9".repeat(1000);
    check([
        refused(&["--width", "19", "rlhf"], &width("19"), ""),
        refused(&["--width", "1001", "rlhf"], &width("1001"), ""),
        refused(&["--width=-1", "rlhf"], &width("-1"), ""),
        refused(&["--width", "", "rlhf"], &width(""), ""),
        refused(&["--width", "八十", "rlhf"], &width("八十"), ""),
        refused(&["--width", &huge, "rlhf"], &width(&huge), ""),
        refused_ja(&["--width", "x", "rlhf"], "--width <N> の値「x」は使えません。20から1000までの整数を書いてください", TOP),
        // Nothing at all was told as “no entry has all the words”, which was wrong.
        refused(&["search", "rlhf", "--limit", "0"], &limit("0"), ""),
        refused(&["news", "--limit", "0"], &limit("0"), ""),
        refused(&["news", "--limit", &huge], &limit(&huge), ""),
        refused(&["related", "rlhf", "--depth", "6"], "invalid value '6' for '--depth <N>': write a whole number from 1 to 5", ""),
        refused_ja(
            &["related", "rlhf", "--depth", "1.5"],
            "--depth <N> の値「1.5」は使えません。1から5までの整数を書いてください",
            "hayami related [OPTIONS] <TERM>...",
        ),
        refused(&["list", "--ambiguous-width", "3"], "invalid value '3' for '--ambiguous-width <1|2>': write a whole number from 1 to 2", ""),
    ]);
}

#[test]
fn options_that_do_not_fit() {
    check([
        refused(&["lookup"], "the following required arguments were not provided:\n  <TERM>...", "hayami lookup <TERM>..."),
        refused(&["search"], "the following required arguments were not provided:\n  <QUERY>...", "hayami search <QUERY>..."),
        refused_ja(&["completions"], "引数が足りません：<SHELL>", "hayami completions [OPTIONS] <SHELL>"),
        refused(&["list", "extra"], "unexpected argument 'extra' found", "hayami list [OPTIONS]"),
        refused(&["check", "a", "b"], "unexpected argument 'b' found", "hayami check [OPTIONS] [DIR]"),
        refused_ja(&["random", "rlhf"], "「rlhf」という引数はありません", "hayami random [OPTIONS]"),
        refused(&["news", "--limit", "-1"], "unexpected argument '-1' found", "hayami news [OPTIONS]"),
        refused(&["--help=x"], "unexpected value 'x' for '--help' found; no more were expected", TOP),
        refused_ja(&["--version=1"], "--version の値の数が合いません", TOP),
        refused(
            &["lookup", "--version"],
            "unexpected argument '--version' found\n\n  tip: to pass '--version' as a value, use '-- --version'",
            "hayami lookup [OPTIONS] <TERM>...",
        ),
        refused(&["--full", "list"], "unexpected argument '--full' found", ""),
        refused(&["--json", "--json", "a"], "the argument '--json' cannot be used multiple times", TOP),
        case("--full before and --brief after the command").typed(["--full", "lookup", "a", "--brief"]).gives(
            2,
            "",
            "hayami: the argument '--full' cannot be used with '--brief'\n\nFor more information, try '--help'.\n",
        ),
        refused(&["lookup", "a", "--full", "--brief"], "the argument '--full' cannot be used with '--brief'", "hayami lookup --full <TERM>..."),
        refused_ja(&["related", "a", "--dot", "--mermaid"], "--dot と --mermaid は同時に指定できません", "hayami related [OPTIONS] <TERM>..."),
        refused(
            &["scan", "--markdown", "--annotate"],
            "the argument '--markdown' cannot be used with '--annotate'",
            "hayami scan --markdown [FILE]...",
        ),
        refused_ja(&["scan", "--full", "--markdown"], "--full と --markdown は同時に指定できません", "hayami scan [OPTIONS] [FILE]..."),
        refused(&["scan", ""], "a value is required for '[FILE]...' but none was supplied", ""),
        refused(&["--glossary", "", "a"], "a value is required for '--glossary <DIR>' but none was supplied", ""),
        refused(&["list", "--color", "teal"], "invalid value 'teal' for '--color <WHEN>'\n  [possible values: auto, always, never]", ""),
        refused(&["list", "--lang", "xx"], "invalid value 'xx' for '--lang <LANG>'\n  [possible values: en, ja]", ""),
        refused(&["news", "--by", "day"], "invalid value 'day' for '--by <PERIOD>'\n  [possible values: month]", ""),
        case("a term that looks like an option").typed(["lookup", "--", "--zq"]).gives(
            1,
            "",
            "hayami: no entry for “--zq”. `hayami list` shows all entries.\n",
        ),
        case("- beside a term").typed(["lookup", "-", "zq"]).gives(
            2,
            "",
            "hayami: - reads the terms from standard input and stands alone. Write the others into the input too, one a line.\n",
        ),
        case("- after a term").typed(["zq", "-", "--lang", "ja"]).gives(
            2,
            "",
            "hayami: - は標準入力から用語を読み、ほかの用語と一緒には使えません。ほかの用語も1行に1つずつ標準入力に書いてください。\n",
        ),
    ]);
}

/// What the environment gets wrong is passed over where there is something else to go by; only a day and a glossary cannot be guessed.
#[test]
fn variables_that_make_no_sense() {
    let kto = |name, variable, value: &str| case(name).typed(["kto", "--brief"]).env(variable, value).gives(0, KTO, "");
    check([
        kto("no such language", "HAYAMI_LANG", "xx"),
        kto("no width", "HAYAMI_WIDTH", "x"),
        kto("no such width", "HAYAMI_AMBIGUOUS_WIDTH", "9"),
        kto("no glossary", "HAYAMI_GLOSSARY", ""),
        kto("no glossaries", "HAYAMI_GLOSSARY", "::"),
        kto("a pager that is not there", "HAYAMI_PAGER", "no-such-pager"),
        case("a language that is not UTF-8").typed(["kto", "--brief"]).env("HAYAMI_LANG", raw(b"\xff")).gives(0, KTO, ""),
        case("a glossary that is not there").typed(["kto"]).env("HAYAMI_GLOSSARY", "nowhere:").gives(
            2,
            "",
            "hayami: cannot open the glossary nowhere: it does not exist. Name a directory that holds terms/.\n",
        ),
        case("a day that is not UTF-8").typed(["random", "--daily"]).env("HAYAMI_TODAY", raw(b"\xff")).gives(
            2,
            "",
            "hayami: HAYAMI_TODAY needs a real date; “\u{fffd}” is not one. Write one like 2026-05-22, or unset it.\n",
        ),
        case("a day that there is not").typed(["random", "--daily", "--lang", "ja"]).env("HAYAMI_TODAY", "2026-02-30").gives(
            2,
            "",
            "hayami: HAYAMI_TODAY の「2026-02-30」は日付ではありません。2026-05-22 のように書くか、設定を解除してください。\n",
        ),
    ]);
}
