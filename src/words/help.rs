//! `--help` in Japanese. The English is the comments in `cli`; a test compares the two, so that neither can lack a text.

use clap::{Arg, ArgAction, Command};

/// What a command is about, by its name.
pub const ABOUT: &[(&str, &str)] = &[
    ("hayami", "AI用語を日本語と英語ですぐに引く。開発元の公式発表も読める"),
    ("lookup", "用語の意味。`hayami 用語` はこの省略形"),
    ("search", "本文にすべての語を含む項目を探す"),
    ("scan", "文章に使われている用語を調べる"),
    ("list", "項目の一覧"),
    ("news", "公式発表（新しい順）"),
    #[cfg(feature = "update")]
    ("update", "開発元のフィードから新しい発表を取得（ネットワークを使う唯一のコマンド）"),
    ("random", "無作為に選んだ1項目"),
    ("related", "用語の関連項目の木"),
    ("check", "用語集の問題点をすべて挙げる"),
    ("completions", "シェルの補完スクリプト"),
];

/// What an argument means, by the name of its command (`*` for all) and its own.
pub const ARGUMENTS: &[(&str, &str, &str)] = &[
    ("*", "lang", "表示の言語：en または ja［既定：HAYAMI_LANG、次にロケール］"),
    ("*", "json", "JSON Linesで出力（結果1件が1行、常に両言語）"),
    ("*", "color", "色を使うとき：auto、always、never"),
    ("*", "width", "表示の幅（20〜1000桁）［既定：HAYAMI_WIDTH、次にターミナルの幅。本文は最大80桁］"),
    ("*", "ambiguous_width", "…や①などの文字の桁数：1 または 2［既定：HAYAMI_AMBIGUOUS_WIDTH、次に1］"),
    ("*", "hyperlinks", "URLを書く代わりに文字にリンク（OSC 8）を付けるとき：auto、always、never"),
    ("*", "no_pager", "長くてもページャー（HAYAMI_PAGER、PAGER、less）を使わない"),
    ("*", "glossary", "チームの用語集を上に重ねる（繰り返し可）"),
    ("*", "help", "この説明を表示"),
    ("*", "version", "バージョンを表示"),
    (
        "lookup",
        "terms",
        "名前、略語、読み、idのいずれか（日本語でも英語でも可）。複数の語は、まずひと続きとして引く。- なら標準入力から1行に1語ずつ読む",
    ),
    ("lookup", "full", "解説の全文も表示"),
    ("lookup", "brief", "見出し語と定義だけを1行で表示"),
    (
        "search",
        "words",
        "探す語（日本語でも英語でも可。英語は語の先頭だけでもよい）。すべてを含む項目だけを表示する。引用符で囲むとひと続きの語句になる",
    ),
    ("search", "limit", "最大の件数［既定：10］"),
    ("scan", "files", "UTF-8の文章のファイル。- または省略時は標準入力"),
    ("scan", "full", "定義も表示"),
    ("scan", "markdown", "文書の末尾に付けられるMarkdownの用語集を出力"),
    ("scan", "annotate", "元の文章の用語に色やリンクを付けて出力（パイプでは --color always か --hyperlinks always が必要）"),
    ("list", "category", "この分類の項目だけ"),
    ("list", "ids", "ターミナルでもidだけを1行に1つ表示"),
    ("news", "publisher", "この発表元の発表だけ"),
    ("news", "term", "この用語に関わる発表だけ"),
    ("news", "since", "この日以降"),
    ("news", "until", "この日以前"),
    ("news", "limit", "最大の件数"),
    ("news", "full", "要約も表示"),
    ("news", "by", "一覧の代わりに発表元ごとの件数を表示：month（月ごと）"),
    #[cfg(feature = "update")]
    ("update", "feeds", "このファイルのフィードを使う（形式は glossary/publishers.json と同じ）"),
    #[cfg(feature = "update")]
    ("update", "dry_run", "取得して結果を示すだけで、保存しない"),
    ("random", "category", "この分類の項目だけから選ぶ"),
    ("random", "daily", "1日の間は同じ項目（UTC）"),
    ("random", "full", "解説の全文も表示"),
    ("random", "brief", "見出し語と定義だけを1行で表示"),
    ("related", "terms", "用語。複数の語はひと続きとして引く"),
    ("related", "depth", "何段先までたどるか（1〜5）［既定：1］"),
    ("related", "dot", "Graphvizの形式で出力"),
    ("related", "mermaid", "Mermaidの形式で出力"),
    ("check", "directory", "用語集のディレクトリー［既定：glossary］"),
    ("completions", "shell", "補完を使うシェル：bash、zsh、fish、powershell、elvish、nushell"),
    ("check", "team", "チームの用語集の規則で調べる（編集上の規則は注意にとどめる）"),
];

/// The meaning of the argument `id` of `command`.
fn argument(command: &str, id: &str) -> Option<&'static str> {
    // `hayami` itself takes what `lookup` takes.
    let command = if command == "hayami" { "lookup" } else { command };
    let named = |(owner, name, _): &&(&str, &str, &str)| *name == id && (*owner == command || *owner == "*");
    ARGUMENTS.iter().find(named).map(|(_, _, text)| *text)
}

/// The command with every text of its help in Japanese.
pub fn japanese(command: Command) -> Command {
    let name = command.get_name().to_owned();
    let about = ABOUT.iter().find(|(command, _)| *command == name).map_or("", |(_, about)| *about);
    let own_flag = |id: &'static str, short: char, action: ArgAction| Arg::new(id).short(short).long(id).action(action);
    let mut command = command
        .about(about)
        .help_template("{about}\n\n使い方：{usage}\n\n{all-args}")
        .subcommand_help_heading("コマンド")
        .disable_help_flag(true)
        .arg(own_flag("help", 'h', ArgAction::Help));
    if command.get_version().is_some() {
        command = command.disable_version_flag(true).arg(own_flag("version", 'V', ArgAction::Version));
    }
    let subcommands: Vec<String> = command.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    for name in subcommands {
        command = command.mut_subcommand(name, japanese);
    }
    command.mut_args(|arg| {
        let heading = match arg.get_help_heading() {
            Some(_) => "共通のオプション",
            None if arg.is_positional() => "引数",
            None => "オプション",
        };
        let text = argument(&name, arg.get_id().as_str()).unwrap_or_default();
        // The values and the default are in the text: clap would name them in English.
        let takes_value = arg.get_action().takes_values();
        arg.help(text).help_heading(heading).hide_possible_values(takes_value).hide_default_value(takes_value)
    })
}
