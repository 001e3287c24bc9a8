//! Standard streams that are full, closed, or something else than a stream.

use crate::table::{Row, case, check};

const FULL: &str = "hayami: cannot write the answer: no space left. Check where the output goes.\n";

/// A case whose answer goes to a full disk.
fn to_full(args: &[&str]) -> Row {
    case("to a full disk").typed(args).input("RLHF\n").shell("hayami > /dev/full").gives(2, "", FULL)
}

#[test]
fn a_full_disk() {
    check([
        to_full(&[]),
        to_full(&["--help"]),
        to_full(&["--version"]),
        to_full(&["lookup", "rlhf"]),
        to_full(&["lookup", "-"]),
        to_full(&["search", "rlhf"]),
        to_full(&["scan"]),
        to_full(&["scan", "--json"]),
        to_full(&["scan", "--annotate"]),
        to_full(&["random"]),
        to_full(&["related", "rlhf", "--dot"]),
        to_full(&["list"]),
        to_full(&["news", "--json"]),
        to_full(&["completions", "nushell"]),
        case("what is wrong with a glossary, to a full disk").file("g/terms/a.json", "{}").typed(["check", "g"]).shell("hayami > /dev/full").gives(
            2,
            "",
            FULL,
        ),
        case("in Japanese").typed(["list", "--lang", "ja"]).shell("hayami > /dev/full").gives(
            2,
            "",
            "hayami: 結果を書き出せません：空き容量がありません。出力先を確かめてください。\n",
        ),
        // That a message cannot be written can be told to nobody; only the status tells it.
        case("a miss").typed(["lookup", "zq"]).shell("hayami 2> /dev/full").gives(2, "", ""),
        case("a failure").typed(["--glossary", "nowhere", "zq"]).shell("hayami 2> /dev/full").gives(2, "", ""),
        case("wrong arguments").typed(["--wrong"]).shell("hayami 2> /dev/full").gives(2, "", ""),
        case("a note beside an answer").typed(["scan", "--json"]).input(b"\xffRLHF").shell("hayami 2> /dev/full").gives(
            0,
            "{\"schema\":1,\"kind\":\"mention\",\"file\":null,\"line\":1,\"column\":2,\"range\":{\"start\":1,\"end\":5},\"text\":\"RLHF\",\"id\":\"rlhf\"}\n",
            "",
        ),
    ]);
}

/// A stream that was closed on purpose is like /dev/null: nothing is read from it and what is written is lost, also where the next file that is
/// opened would have taken its number.
#[test]
fn closed_streams() {
    let no_term = "hayami: no term of the glossary is in this text.\n";
    check([
        case("terms from nowhere").typed(["lookup", "-"]).shell("hayami <&-").gives(0, "", ""),
        case("a text from nowhere").typed(["scan"]).shell("hayami <&-").gives(1, "", no_term),
        case("the file is not taken for standard input")
            .file("a", "RLHF")
            .typed(["scan", "-", "a"])
            .shell("hayami <&- | cut -d ' ' -f 1")
            .gives(0, "rlhf\n", ""),
        case("an answer to nobody").typed(["lookup", "rlhf"]).shell("hayami >&-").gives(0, "", ""),
        case("a miss to nobody").typed(["lookup", "zq"]).shell("hayami 2>&-").gives(1, "", ""),
        case("a failure to nobody").typed(["check", "nowhere"]).shell("hayami 2>&-").gives(2, "", ""),
        case("all closed").typed(["scan"]).shell("hayami <&- >&- 2>&-").gives(1, "", ""),
    ]);
}

#[test]
fn input_that_is_no_stream() {
    check([
        case("terms from a directory").typed(["lookup", "-"]).shell("hayami < .").gives(
            2,
            "",
            "hayami: cannot read the terms from standard input: it is a directory. Check where the input comes from.\n",
        ),
        case("terms from a directory, in Japanese").typed(["lookup", "-", "--lang", "ja"]).shell("hayami < .").gives(
            2,
            "",
            "hayami: 標準入力から用語を読めません：ディレクトリーです。入力元を確かめてください。\n",
        ),
        case("a text from a directory").typed(["scan"]).shell("hayami < .").gives(
            2,
            "",
            "hayami: cannot read standard input: it is a directory. Name text files, or - for standard input.\n",
        ),
    ]);
}
