//! The neighbours of entries in the languages of two programs that draw graphs.

use std::collections::{BTreeSet, HashMap};

use crate::answer::related::Tree;
use crate::glossary::bilingual::Lang;

/// All trees as one graph, because a picture shows one graph.
struct Graph<'a> {
    /// Ids and names, in the order in which they came.
    nodes: Vec<(&'a str, &'a str)>,
    /// Places of nodes: from, to.
    edges: Vec<(usize, usize)>,
}

impl<'a> Graph<'a> {
    fn of(trees: &'a [Tree], lang: Lang) -> Self {
        let mut graph = Self { nodes: Vec::new(), edges: Vec::new() };
        let mut places: HashMap<&str, usize> = HashMap::new();
        let mut known: BTreeSet<(usize, usize)> = BTreeSet::new();
        for tree in trees {
            let mut place = |id: &'a str, name: &'a str| {
                *places.entry(id).or_insert_with(|| {
                    graph.nodes.push((id, name));
                    graph.nodes.len() - 1
                })
            };
            place(&tree.root.id, tree.root.name.read(lang));
            for relation in &tree.relations {
                // Where a relation begins, another one led before, or it is the root: the name is known.
                let edge = (place(&relation.from, ""), place(&relation.to, relation.name.read(lang)));
                if known.insert(edge) {
                    graph.edges.push(edge);
                }
            }
        }
        graph
    }
}

/// A digraph for Graphviz (<https://graphviz.org/doc/info/lang.html>).
pub fn dot(trees: &[Tree], lang: Lang) -> String {
    let Graph { nodes, edges } = Graph::of(trees, lang);
    let mut text = String::from("digraph related {\n  rankdir=LR;\n");
    for (id, name) in &nodes {
        text += &format!("  \"{id}\" [label=\"{}\"];\n", in_dot(name));
    }
    for (from, to) in edges {
        text += &format!("  \"{}\" -> \"{}\";\n", nodes[from].0, nodes[to].0);
    }
    text + "}\n"
}

/// A graph for Mermaid (<https://mermaid.js.org/syntax/flowchart.html>). Its nodes are numbered, because ids may be words that mean something
/// there: `end`, `class`, `default`.
pub fn mermaid(trees: &[Tree], lang: Lang) -> String {
    let Graph { nodes, edges } = Graph::of(trees, lang);
    let mut text = String::from("graph LR\n");
    for (number, (_, name)) in nodes.iter().enumerate() {
        text += &format!("  n{number}[\"{}\"]\n", in_mermaid(name));
    }
    for (from, to) in edges {
        text += &format!("  n{from} --> n{to}\n");
    }
    text
}

/// A name between quotes of DOT: backslashes begin escapes there, and ampersands the names of characters.
fn in_dot(name: &str) -> String {
    name.replace('\\', "\\\\").replace('"', "\\\"").replace('&', "&amp;")
}

/// A name between quotes of Mermaid, which would read marks in it as its own, as HTML or as Markdown: all that it may are written as numbers.
fn in_mermaid(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for c in name.chars() {
        if c.is_ascii_punctuation() && !"-.,/'+".contains(c) {
            text += &format!("#{};", u32::from(c));
        } else {
            text.push(c);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{in_dot, in_mermaid};

    #[test]
    fn marks_that_the_languages_would_read() {
        for (name, dot, mermaid) in [
            ("GPT-4.1/o3, 推論モデル（仮）", "GPT-4.1/o3, 推論モデル（仮）", "GPT-4.1/o3, 推論モデル（仮）"),
            (r#"the "gold" set"#, r#"the \"gold\" set"#, "the #34;gold#34; set"),
            ("a]b[c", "a]b[c", "a#93;b#91;c"),
            (r"C:\new\", r"C:\\new\\", "C#58;#92;new#92;"),
            (r#"\""#, r#"\\\""#, "#92;#34;"),
            ("Q&amp;A <b>", "Q&amp;amp;A <b>", "Q#38;amp#59;A #60;b#62;"),
            ("#1; `x` $$y$$", "#1; `x` $$y$$", "#35;1#59; #96;x#96; #36;#36;y#36;#36;"),
        ] {
            assert_eq!((in_dot(name).as_str(), in_mermaid(name).as_str()), (dot, mermaid));
        }
    }
}
