//! Terms, queries, ids and days that are none.

use crate::table::{case, check, raw};

const CATEGORIES: &str = "foundations, machine-learning, architectures, language, training, inference-infra, prompting, retrieval, agents, \
                          multimodal, evaluation, safety-security, governance-law, data, products, business";

/// Sets the title of a terminal, clears it, and turns the text around.
const ATTACK: &str = "\u{1b}]0;x\u{7}\u{1b}[2J\u{9b}31m\u{202e}\r";
/// The same as it is shown.
const HARMLESS: &str = "\\u{1b}]0;x\\u{7}\\u{1b}[2J\\u{9b}31m\\u{202e}\\u{d}";

fn no_entry(term: &str) -> String {
    format!("hayami: no entry for “{term}”. `hayami list` shows all entries.\n")
}

#[test]
fn terms_and_queries_with_nothing_in_them() {
    check([
        case("an empty term").typed(["lookup", ""]).gives(1, "", no_entry("")),
        case("an empty term alone").typed([""]).gives(1, "", no_entry("")),
        case("a space").typed(["lookup", " "]).gives(1, "", no_entry(" ")),
        case("only punctuation").typed(["lookup", "?!…、。・"]).gives(1, "", no_entry("?!…、。・")),
        case("an emoji").typed(["🤖"]).gives(1, "", no_entry("🤖")),
        case("a family of emoji").typed(["related", "👨‍👩‍👧"]).gives(1, "", no_entry("👨‍👩‍👧")),
        case("an empty query").typed(["search", ""]).gives(
            2,
            "",
            "hayami: “” has no word to search for. Write at least one letter, digit or kana.\n",
        ),
        case("an empty query in Japanese").typed(["search", "", "--lang", "ja"]).gives(
            2,
            "",
            "hayami: 「」には探せる語がありません。文字か数字を1つ以上書いてください。\n",
        ),
        case("a query of quotes").typed(["search", "\"\""]).gives(
            2,
            "",
            "hayami: “\"\"” has no word to search for. Write at least one letter, digit or kana.\n",
        ),
        case("a query of emoji").typed(["search", "🤖"]).gives(1, "", "hayami: no entry has all the words of “🤖”. Try fewer or other words.\n"),
        case("an empty term of news").typed(["news", "--term", ""]).gives(
            2,
            "",
            "hayami: --term: there is no “”. `hayami list` shows all entries.\n",
        ),
    ]);
}

/// Linux hands over at most 128 KiB in one argument.
#[test]
fn terms_that_are_too_long() {
    let longest = "あ".repeat(((1 << 17) - 1) / 3);
    let mebibyte = "a".repeat(1 << 20);
    let words = vec!["zq"; 300];
    let shrinking = format!("j{}", "y".repeat(100_000));
    check([
        case("the longest argument to lookup").typed(["lookup", &longest]).gives(1, "", no_entry(&longest)),
        case("the longest argument to related").typed(["related", &longest]).gives(1, "", no_entry(&longest)),
        case("the longest argument to search").typed(["search", &longest]).gives(
            1,
            "",
            format!("hayami: no entry has all the words of “{longest}”. Try fewer or other words.\n"),
        ),
        // A reading in Latin letters is evened out step by step, and each step takes one of these letters away.
        case("letters that a rule takes away one by one").typed(["lookup", &shrinking]).gives(1, "", no_entry(&shrinking)),
        // Every run of words may be a name. To try them all took a time that grew with the square of their number.
        case("many words").typed([vec!["lookup"], words.clone()].concat()).gives(1, "", no_entry("zq").repeat(words.len())),
        case("a line of a mebibyte").typed(["lookup", "-", "--json"]).input(format!("zq\n{mebibyte}\nzq\n")).gives(
            2,
            "{\"schema\":1,\"kind\":\"miss\",\"query\":\"zq\",\"suggestions\":[],\"mentioned\":0,\"mentioned_in\":[]}\n".repeat(2),
            "hayami: line 2 of standard input has more than 131072 bytes; skipped. Write one term a line.\n",
        ),
        case("a line of a mebibyte in Japanese").typed(["lookup", "-", "--lang", "ja"]).input(mebibyte).gives(
            2,
            "",
            "hayami: 標準入力の1行目は131072バイトを超えるため、読み飛ばしました。1行に用語を1つずつ書いてください。\n",
        ),
        case("a line without end").typed(["lookup", "-"]).shell("head -c 64M /dev/zero | (ulimit -d 8192; hayami)").gives(
            2,
            "",
            "hayami: line 1 of standard input has more than 131072 bytes; skipped. Write one term a line.\n",
        ),
    ]);
}

/// Only the names of files need not be UTF-8.
#[test]
fn arguments_that_are_not_utf8() {
    let bad = || raw(b"caf\xe9\x1b[31m");
    let told = |usage: &str| {
        format!(
            "hayami: not UTF-8: “caf\\xe9\\u{{1b}}[31m”; write it in UTF-8, as all but the names of files and directories must be\n\n\
             Usage: {usage}\n\nFor more information, try '--help'.\n"
        )
    };
    let alone = "hayami [OPTIONS] <TERM>...\n       hayami [OPTIONS] <COMMAND>";
    let of = |command: &str| [raw(command.as_bytes()), bad()];
    let with = |command: &str, option: &str| [raw(command.as_bytes()), raw(option.as_bytes()), bad()];
    check([
        case("alone").typed([bad()]).gives(2, "", told(alone)),
        case("a term").typed(of("lookup")).gives(2, "", told("hayami lookup [OPTIONS] <TERM>...")),
        case("a term of related").typed(of("related")).gives(2, "", told("hayami related [OPTIONS] <TERM>...")),
        case("a query").typed(of("search")).gives(2, "", told("hayami search [OPTIONS] <QUERY>...")),
        case("a category of random").typed(with("random", "--category")).gives(2, "", told("hayami random [OPTIONS]")),
        case("a category of list").typed(with("list", "--category")).gives(2, "", told("hayami list [OPTIONS]")),
        case("a publisher").typed(with("news", "--publisher")).gives(2, "", told("hayami news [OPTIONS]")),
        case("a term of news").typed(with("news", "--term")).gives(2, "", told("hayami news [OPTIONS]")),
        case("a day").typed(with("news", "--since")).gives(2, "", told("hayami news [OPTIONS]")),
        case("a number").typed(with("search", "--limit")).gives(2, "", told("hayami search [OPTIONS] <QUERY>...")),
        case("two of them, in Japanese").typed([raw(b"lookup"), bad(), raw("語\u{ff}".as_bytes()), raw(b"\xe3\x81"), raw(b"--lang=ja")]).gives(
            2,
            "",
            "hayami: UTF-8ではない引数があります：「caf\\xe9\\u{1b}[31m」、「\\xe3\\x81」。ファイルやディレクトリーの名前のほかはUTF-8で書いてください。\n\n\
             使い方：hayami lookup [オプション] <TERM>...\n\n詳しくは --help を見てください。\n",
        ),
        case("a shell").typed(of("completions")).gives(
            2,
            "",
            "hayami: invalid value 'caf\u{fffd}\\u{1b}[31m' for '<SHELL>'\n  [possible values: bash, zsh, fish, powershell, elvish, nushell]\n\n\
             For more information, try '--help'.\n",
        ),
        case("a file that is not there").typed(of("scan")).gives(
            2,
            "",
            "hayami: cannot read caf\u{fffd}\\u{1b}[31m: it does not exist. Name text files, or - for standard input.\n",
        ),
        case("a glossary that is not there").typed(of("check")).gives(
            2,
            "",
            "hayami: cannot open the glossary caf\u{fffd}\\u{1b}[31m: it does not exist. Name a directory that holds terms/.\n",
        ),
    ]);
}

#[test]
fn ids_and_days_that_there_are_not() {
    check([
        case("no such category to list").typed(["list", "--category", "Trainin"]).gives(
            2,
            "",
            format!("hayami: --category: there is no “Trainin”. Try one of: {CATEGORIES}.\n"),
        ),
        case("no such category to pick from").typed(["random", "--category", "", "--lang", "ja"]).gives(
            2,
            "",
            format!("hayami: --category に指定された「」はありません。使えるのは：{}。\n", CATEGORIES.replace(", ", "、")),
        ),
        case("no such term").typed(["news", "--term", "rlfh"]).gives(2, "", "hayami: --term: there is no “rlfh”. Try one of: rlhf.\n"),
        case("no such day").typed(["news", "--since", "2026-02-30"]).gives(
            2,
            "",
            "hayami: --since needs a real date; “2026-02-30” is not one. Write 2026, 2026-05 or 2026-05-22.\n",
        ),
        case("no day at all").typed(["news", "--until", "明日", "--lang", "ja"]).gives(
            2,
            "",
            "hayami: --until の「明日」は日付ではありません。2026、2026-05、2026-05-22 のように書いてください。\n",
        ),
        case("a year of five digits").typed(["news", "--since", "12026"]).gives(
            2,
            "",
            "hayami: --since needs a real date; “12026” is not one. Write 2026, 2026-05 or 2026-05-22.\n",
        ),
        case("an end before the beginning").typed(["news", "--since", "2026-06", "--until", "2026-05"]).gives(
            1,
            "",
            "hayami: no announcement fits; try fewer options.\n",
        ),
    ]);
}

/// Colour is on, as on a terminal: clap then passed on what was typed with its own colours.
#[test]
fn control_characters_are_shown_and_not_sent() {
    let attack = ATTACK;
    check([
        case("a term").typed(["lookup", attack]).gives(1, "", no_entry(HARMLESS)),
        case("a term of related").typed(["related", attack]).gives(1, "", no_entry(HARMLESS)),
        case("a query").typed(["search", attack]).gives(
            1,
            "",
            format!("hayami: no entry has all the words of “{HARMLESS}”. Try fewer or other words.\n"),
        ),
        case("a category").typed(["list", "--category", attack]).gives(
            2,
            "",
            format!("hayami: --category: there is no “{HARMLESS}”. Try one of: {CATEGORIES}.\n"),
        ),
        case("a day").typed(["news", "--since", attack]).gives(
            2,
            "",
            format!("hayami: --since needs a real date; “{HARMLESS}” is not one. Write 2026, 2026-05 or 2026-05-22.\n"),
        ),
        case("a file").typed(["scan", attack]).gives(
            2,
            "",
            format!("hayami: cannot read {HARMLESS}: it does not exist. Name text files, or - for standard input.\n"),
        ),
        case("a glossary").typed(["--glossary", attack, "rlhf"]).gives(
            2,
            "",
            format!("hayami: cannot open the glossary {HARMLESS}: it does not exist. Name a directory that holds terms/.\n"),
        ),
        case("a number").typed(["--width", attack, "rlhf"]).env("CLICOLOR_FORCE", "1").gives(
            2,
            "",
            format!(
                "\u{1b}[1m\u{1b}[31mhayami:\u{1b}[0m invalid value '\u{1b}[33m{HARMLESS}\u{1b}[0m' for '\u{1b}[1m--width <N>\u{1b}[0m': \
                 write a whole number from 20 to 1000\n\nFor more information, try '\u{1b}[1m--help\u{1b}[0m'.\n"
            ),
        ),
        case("an option, where clap would suggest how to pass it on").typed(["list", &format!("--{attack}")]).env("CLICOLOR_FORCE", "1").gives(
            2,
            "",
            format!(
                "\u{1b}[1m\u{1b}[31mhayami:\u{1b}[0m unexpected argument '\u{1b}[33m--{HARMLESS}\u{1b}[0m' found\n\n\
                 \u{1b}[1m\u{1b}[4mUsage:\u{1b}[0m \u{1b}[1mhayami list\u{1b}[0m [OPTIONS]\n\n\
                 For more information, try '\u{1b}[1m--help\u{1b}[0m'.\n"
            ),
        ),
        case("an option in Japanese").typed(["list", &format!("--{attack}"), "--lang", "ja"]).env("CLICOLOR_FORCE", "1").gives(
            2,
            "",
            format!("hayami: 「--{HARMLESS}」という引数はありません。\n\n使い方：hayami list [オプション]\n\n詳しくは --help を見てください。\n"),
        ),
        case("the day of today").typed(["random", "--daily"]).env("HAYAMI_TODAY", attack).gives(
            2,
            "",
            format!("hayami: HAYAMI_TODAY needs a real date; “{HARMLESS}” is not one. Write one like 2026-05-22, or unset it.\n"),
        ),
        case("a line of terms").typed(["lookup", "-"]).input("\u{1b}[2J\u{0}\n\n\u{9b}31m\n").gives(
            1,
            "",
            no_entry("\\u{1b}[2J\\u{0}") + &no_entry("\\u{9b}31m"),
        ),
    ]);
}
