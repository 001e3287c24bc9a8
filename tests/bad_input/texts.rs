//! Texts to scan that are none, or that are more than anybody meant, and lists of terms likewise.

use crate::table::{case, check, raw};

const NO_TERM: &str = "hayami: no term of the glossary is in this text.\n";

fn mention(file: &str, (line, column): (u32, u32), (start, end): (u32, u32), text: &str, id: &str) -> String {
    format!(
        "{{\"schema\":1,\"kind\":\"mention\",\"file\":{file},\"line\":{line},\"column\":{column},\
         \"range\":{{\"start\":{start},\"end\":{end}}},\"text\":\"{text}\",\"id\":\"{id}\"}}\n"
    )
}

#[test]
fn texts_with_odd_bytes() {
    check([
        case("NUL bytes in a file").file("a", "RL\0HF RLHF\0 \0\n").typed(["scan", "--json", "a"]).gives(
            0,
            mention("\"a\"", (1, 1), (0, 2), "RL", "reinforcement-learning") + &mention("\"a\"", (1, 7), (6, 10), "RLHF", "rlhf"),
            "",
        ),
        // Editors do not count the byte order mark as a column, and it is no part of the name.
        case("a byte order mark").typed(["scan", "--json"]).input("\u{feff}RLHF").gives(0, mention("null", (1, 1), (3, 7), "RLHF", "rlhf"), ""),
        case("a byte order mark within").typed(["scan", "--json"]).input("x\n\u{feff}RLHF").gives(
            0,
            mention("null", (2, 2), (5, 9), "RLHF", "rlhf"),
            "",
        ),
        case("a byte order mark is kept").typed(["scan", "--annotate"]).input("\u{feff}RLHF\n").gives(0, "\u{feff}RLHF\n", ""),
        case("line ends of Windows").typed(["scan", "--json"]).input("a\r\nreward\r\nmodel\r\n").gives(
            0,
            mention("null", (2, 1), (3, 16), "reward\\r\\nmodel", "reward-model"),
            "",
        ),
        case("only bytes that are not UTF-8").typed(["scan"]).input([0xff; 1000]).gives(
            1,
            "",
            format!("hayami: standard input is not UTF-8 at byte 0, 1, 2 and at 997 more places; skipped. Convert it with iconv if terms are missing.\n{NO_TERM}"),
        ),
        case("the same in Japanese").typed(["scan", "--lang", "ja"]).input([0xff; 5]).gives(
            1,
            "",
            "hayami: 標準入力はバイト位置0、1、2ほか2か所がUTF-8ではないため、読み飛ばしました。用語が足りない場合はiconvなどで変換してください。\n\
             hayami: この文章に用語集の用語はありません。\n",
        ),
        case("another encoding").file("utf-16", b"\xff\xfeR\0L\0H\0F\0").typed(["scan", "utf-16"]).gives(
            1,
            "",
            format!("hayami: utf-16 is not UTF-8 at byte 0, 1; skipped. Convert it with iconv if terms are missing.\n{NO_TERM}"),
        ),
        case("an empty file").file("a", "").typed(["scan", "a"]).gives(1, "", NO_TERM),
        case("terms with a byte order mark and line ends of Windows").typed(["lookup", "-", "--json"]).input("\u{feff}zq\r\n\r\n\r").gives(
            1,
            "{\"schema\":1,\"kind\":\"miss\",\"query\":\"\u{feff}zq\",\"suggestions\":[],\"mentioned\":0,\"mentioned_in\":[]}\n",
            "",
        ),
        case("NUL bytes and no UTF-8 in a list of terms").typed(["lookup", "-"]).input(b"\0\n\xff\n").gives(
            1,
            "",
            "hayami: no entry for “\\u{0}”. `hayami list` shows all entries.\nhayami: no entry for “\u{fffd}”. `hayami list` shows all entries.\n",
        ),
    ]);
}

#[test]
fn files_that_cannot_be_read() {
    let unread = |name: &str, why: &str| format!("hayami: cannot read {name}: {why}. Name text files, or - for standard input.\n");
    let permission = "you may not read it";
    check([
        case("no file").typed(["scan", "a"]).gives(2, "", unread("a", "it does not exist")),
        case("a directory").typed(["scan", "."]).gives(2, "", unread(".", "it is a directory")),
        case("a directory, for records").typed(["scan", "--json", "."]).gives(2, "", unread(".", "it is a directory")),
        case("a file as a directory").file("a", "").typed(["scan", "a/b"]).gives(2, "", unread("a/b", "it is not a directory")),
        case("a link to itself").link("a", "a").typed(["scan", "a"]).gives(2, "", unread("a", "Too many levels of symbolic links")),
        case("a name that is too long").typed(["scan", &"a".repeat(300)]).gives(2, "", unread(&"a".repeat(300), "File name too long")),
        case("a file that may not be read").file("a", "RLHF").locked("a").typed(["scan", "a"]).gives(2, "", unread("a", permission)),
        case("a file in a directory that may not be read").file("a/b", "RLHF").locked("a").typed(["scan", "a/b"]).gives(
            2,
            "",
            unread("a/b", permission),
        ),
        case("the others are read all the same").file("b", "zq RLHF").typed(["scan", "--json", "a", "b"]).gives(
            2,
            mention("\"b\"", (1, 4), (3, 7), "RLHF", "rlhf"),
            unread("a", "it does not exist"),
        ),
        case("a name that is not UTF-8").file(raw(b"caf\xe9"), "RLHF").typed([raw(b"scan"), raw(b"--json"), raw(b"caf\xe9")]).gives(
            0,
            mention("\"caf\u{fffd}\"", (1, 1), (0, 4), "RLHF", "rlhf"),
            "",
        ),
    ]);
}

/// None of them may take memory that grows with it: the shell allows 8 MiB. A file of 2 GiB takes a minute here, where nothing is
/// optimised, so it is read where CI asks for all tests, and a smaller one elsewhere.
#[test]
fn texts_that_are_too_long() {
    let holes = if std::env::var_os("HAYAMI_TEST_ALL").is_some() { 2 << 30 } else { 24 << 20 };
    check([
        case("a file of holes").sparse("a", holes).typed(["scan", "a"]).shell("ulimit -d 8192; hayami").gives(1, "", NO_TERM),
        case("zeros from a pipe").typed(["scan"]).shell("head -c 24M /dev/zero | (ulimit -d 8192; hayami)").gives(1, "", NO_TERM),
        // A pipe is a text like another. One that nobody writes to is waited for, and /dev/zero is read for ever, as other programs do.
        case("a pipe with a name").pipe("a").typed(["scan", "--json", "a"]).shell("echo RLHF > a & hayami").gives(
            0,
            mention("\"a\"", (1, 1), (0, 4), "RLHF", "rlhf"),
            "",
        ),
        case("a text without end is left when nobody reads on").typed(["scan", "--json"]).shell("yes RLHF | hayami | head -n 1").gives(
            0,
            mention("null", (1, 1), (0, 4), "RLHF", "rlhf"),
            "",
        ),
    ]);
}
