module completions {

  def "nu-complete hayami lang" [] {
    [ "en" "ja" ]
  }

  def "nu-complete hayami color" [] {
    [ "auto" "always" "never" ]
  }

  def "nu-complete hayami hyperlinks" [] {
    [ "auto" "always" "never" ]
  }

  # A quick look at AI words, in English and Japanese, and at what their makers officially announced
  export extern hayami [
    --full                    # The whole article too
    --brief                   # One line: headword and definition
    --lang: string@"nu-complete hayami lang" # Language of the text for people [default: HAYAMI_LANG, then the locale]
    --json                    # Write JSON Lines: one record for each result, both languages
    --color: string@"nu-complete hayami color" # When to use colour
    --width: string           # Lay text out in so many columns, 20 to 1000 [default: HAYAMI_WIDTH, then the terminal's, at most 80 for prose]
    --ambiguous-width: string # Columns of symbols such as … and ①, as the terminal's font has them [default: HAYAMI_AMBIGUOUS_WIDTH, then 1]
    --hyperlinks: string@"nu-complete hayami hyperlinks" # When to set links behind text (OSC 8) instead of writing addresses: auto, always, never
    --no-pager                # Never show a long answer in a pager (HAYAMI_PAGER, PAGER, less)
    --glossary: path          # Put a team's glossary on top of the embedded one (repeatable)
    --help(-h)                # Print help (see more with '--help')
    --version(-V)             # Print version
    ...terms: string          # A name, abbreviation, reading or id, in either language; several words are tried together first; - reads terms from standard input, one a line
  ]

  def "nu-complete hayami lookup lang" [] {
    [ "en" "ja" ]
  }

  def "nu-complete hayami lookup color" [] {
    [ "auto" "always" "never" ]
  }

  def "nu-complete hayami lookup hyperlinks" [] {
    [ "auto" "always" "never" ]
  }

  # What a term means; `hayami TERM` is short for it
  export extern "hayami lookup" [
    --full                    # The whole article too
    --brief                   # One line: headword and definition
    --lang: string@"nu-complete hayami lookup lang" # Language of the text for people [default: HAYAMI_LANG, then the locale]
    --json                    # Write JSON Lines: one record for each result, both languages
    --color: string@"nu-complete hayami lookup color" # When to use colour
    --width: string           # Lay text out in so many columns, 20 to 1000 [default: HAYAMI_WIDTH, then the terminal's, at most 80 for prose]
    --ambiguous-width: string # Columns of symbols such as … and ①, as the terminal's font has them [default: HAYAMI_AMBIGUOUS_WIDTH, then 1]
    --hyperlinks: string@"nu-complete hayami lookup hyperlinks" # When to set links behind text (OSC 8) instead of writing addresses: auto, always, never
    --no-pager                # Never show a long answer in a pager (HAYAMI_PAGER, PAGER, less)
    --glossary: path          # Put a team's glossary on top of the embedded one (repeatable)
    --help(-h)                # Print help (see more with '--help')
    ...terms: string          # A name, abbreviation, reading or id, in either language; several words are tried together first; - reads terms from standard input, one a line
  ]

  def "nu-complete hayami search lang" [] {
    [ "en" "ja" ]
  }

  def "nu-complete hayami search color" [] {
    [ "auto" "always" "never" ]
  }

  def "nu-complete hayami search hyperlinks" [] {
    [ "auto" "always" "never" ]
  }

  # The entries whose text has every word of a query
  export extern "hayami search" [
    --limit: string           # Show at most N
    --lang: string@"nu-complete hayami search lang" # Language of the text for people [default: HAYAMI_LANG, then the locale]
    --json                    # Write JSON Lines: one record for each result, both languages
    --color: string@"nu-complete hayami search color" # When to use colour
    --width: string           # Lay text out in so many columns, 20 to 1000 [default: HAYAMI_WIDTH, then the terminal's, at most 80 for prose]
    --ambiguous-width: string # Columns of symbols such as … and ①, as the terminal's font has them [default: HAYAMI_AMBIGUOUS_WIDTH, then 1]
    --hyperlinks: string@"nu-complete hayami search hyperlinks" # When to set links behind text (OSC 8) instead of writing addresses: auto, always, never
    --no-pager                # Never show a long answer in a pager (HAYAMI_PAGER, PAGER, less)
    --glossary: path          # Put a team's glossary on top of the embedded one (repeatable)
    --help(-h)                # Print help (see more with '--help')
    ...words: string          # Words, or beginnings of words, that an entry must have, all of them, in either language; what stands in quotes is a phrase
  ]

  def "nu-complete hayami scan lang" [] {
    [ "en" "ja" ]
  }

  def "nu-complete hayami scan color" [] {
    [ "auto" "always" "never" ]
  }

  def "nu-complete hayami scan hyperlinks" [] {
    [ "auto" "always" "never" ]
  }

  # Which terms of the glossary a text uses, and where
  export extern "hayami scan" [
    --full                    # The definitions too
    --markdown                # A glossary in Markdown, to be put at the end of a document
    --annotate                # The text itself, with its terms marked by colour or links (into a pipe only with --color always or --hyperlinks always)
    --lang: string@"nu-complete hayami scan lang" # Language of the text for people [default: HAYAMI_LANG, then the locale]
    --json                    # Write JSON Lines: one record for each result, both languages
    --color: string@"nu-complete hayami scan color" # When to use colour
    --width: string           # Lay text out in so many columns, 20 to 1000 [default: HAYAMI_WIDTH, then the terminal's, at most 80 for prose]
    --ambiguous-width: string # Columns of symbols such as … and ①, as the terminal's font has them [default: HAYAMI_AMBIGUOUS_WIDTH, then 1]
    --hyperlinks: string@"nu-complete hayami scan hyperlinks" # When to set links behind text (OSC 8) instead of writing addresses: auto, always, never
    --no-pager                # Never show a long answer in a pager (HAYAMI_PAGER, PAGER, less)
    --glossary: path          # Put a team's glossary on top of the embedded one (repeatable)
    --help(-h)                # Print help (see more with '--help')
    ...files: path            # Texts in UTF-8; - or none is standard input
  ]

  def "nu-complete hayami random lang" [] {
    [ "en" "ja" ]
  }

  def "nu-complete hayami random color" [] {
    [ "auto" "always" "never" ]
  }

  def "nu-complete hayami random hyperlinks" [] {
    [ "auto" "always" "never" ]
  }

  # An entry at random, or the entry of the day
  export extern "hayami random" [
    --category: string        # Only entries of this category
    --daily                   # The entry of the day: the same one until midnight UTC
    --full                    # The whole article too
    --brief                   # One line: headword and definition
    --lang: string@"nu-complete hayami random lang" # Language of the text for people [default: HAYAMI_LANG, then the locale]
    --json                    # Write JSON Lines: one record for each result, both languages
    --color: string@"nu-complete hayami random color" # When to use colour
    --width: string           # Lay text out in so many columns, 20 to 1000 [default: HAYAMI_WIDTH, then the terminal's, at most 80 for prose]
    --ambiguous-width: string # Columns of symbols such as … and ①, as the terminal's font has them [default: HAYAMI_AMBIGUOUS_WIDTH, then 1]
    --hyperlinks: string@"nu-complete hayami random hyperlinks" # When to set links behind text (OSC 8) instead of writing addresses: auto, always, never
    --no-pager                # Never show a long answer in a pager (HAYAMI_PAGER, PAGER, less)
    --glossary: path          # Put a team's glossary on top of the embedded one (repeatable)
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete hayami related lang" [] {
    [ "en" "ja" ]
  }

  def "nu-complete hayami related color" [] {
    [ "auto" "always" "never" ]
  }

  def "nu-complete hayami related hyperlinks" [] {
    [ "auto" "always" "never" ]
  }

  # The neighbours of a term, as a tree or a graph
  export extern "hayami related" [
    --depth: string           # How many steps away, 1 to 5
    --dot                     # A digraph for Graphviz instead of the tree
    --mermaid                 # A graph for Mermaid instead of the tree
    --lang: string@"nu-complete hayami related lang" # Language of the text for people [default: HAYAMI_LANG, then the locale]
    --json                    # Write JSON Lines: one record for each result, both languages
    --color: string@"nu-complete hayami related color" # When to use colour
    --width: string           # Lay text out in so many columns, 20 to 1000 [default: HAYAMI_WIDTH, then the terminal's, at most 80 for prose]
    --ambiguous-width: string # Columns of symbols such as … and ①, as the terminal's font has them [default: HAYAMI_AMBIGUOUS_WIDTH, then 1]
    --hyperlinks: string@"nu-complete hayami related hyperlinks" # When to set links behind text (OSC 8) instead of writing addresses: auto, always, never
    --no-pager                # Never show a long answer in a pager (HAYAMI_PAGER, PAGER, less)
    --glossary: path          # Put a team's glossary on top of the embedded one (repeatable)
    --help(-h)                # Print help (see more with '--help')
    ...terms: string          # A name, abbreviation, reading or id, in either language; several words are one term
  ]

  def "nu-complete hayami list lang" [] {
    [ "en" "ja" ]
  }

  def "nu-complete hayami list color" [] {
    [ "auto" "always" "never" ]
  }

  def "nu-complete hayami list hyperlinks" [] {
    [ "auto" "always" "never" ]
  }

  # The entries of the glossary
  export extern "hayami list" [
    --category: string        # Only entries of this category
    --ids                     # Only ids, one a line, on a terminal too
    --lang: string@"nu-complete hayami list lang" # Language of the text for people [default: HAYAMI_LANG, then the locale]
    --json                    # Write JSON Lines: one record for each result, both languages
    --color: string@"nu-complete hayami list color" # When to use colour
    --width: string           # Lay text out in so many columns, 20 to 1000 [default: HAYAMI_WIDTH, then the terminal's, at most 80 for prose]
    --ambiguous-width: string # Columns of symbols such as … and ①, as the terminal's font has them [default: HAYAMI_AMBIGUOUS_WIDTH, then 1]
    --hyperlinks: string@"nu-complete hayami list hyperlinks" # When to set links behind text (OSC 8) instead of writing addresses: auto, always, never
    --no-pager                # Never show a long answer in a pager (HAYAMI_PAGER, PAGER, less)
    --glossary: path          # Put a team's glossary on top of the embedded one (repeatable)
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete hayami news by" [] {
    [ "month" ]
  }

  def "nu-complete hayami news lang" [] {
    [ "en" "ja" ]
  }

  def "nu-complete hayami news color" [] {
    [ "auto" "always" "never" ]
  }

  def "nu-complete hayami news hyperlinks" [] {
    [ "auto" "always" "never" ]
  }

  # Official announcements, newest first
  export extern "hayami news" [
    --publisher: string       # Only announcements of this publisher
    --term: string            # Only announcements that touch this term
    --since: string           # On this day or later
    --until: string           # On this day or earlier
    --limit: string           # Show at most N
    --full                    # The summaries too
    --by: string@"nu-complete hayami news by" # Count them instead, per publisher: month
    --lang: string@"nu-complete hayami news lang" # Language of the text for people [default: HAYAMI_LANG, then the locale]
    --json                    # Write JSON Lines: one record for each result, both languages
    --color: string@"nu-complete hayami news color" # When to use colour
    --width: string           # Lay text out in so many columns, 20 to 1000 [default: HAYAMI_WIDTH, then the terminal's, at most 80 for prose]
    --ambiguous-width: string # Columns of symbols such as … and ①, as the terminal's font has them [default: HAYAMI_AMBIGUOUS_WIDTH, then 1]
    --hyperlinks: string@"nu-complete hayami news hyperlinks" # When to set links behind text (OSC 8) instead of writing addresses: auto, always, never
    --no-pager                # Never show a long answer in a pager (HAYAMI_PAGER, PAGER, less)
    --glossary: path          # Put a team's glossary on top of the embedded one (repeatable)
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete hayami update lang" [] {
    [ "en" "ja" ]
  }

  def "nu-complete hayami update color" [] {
    [ "auto" "always" "never" ]
  }

  def "nu-complete hayami update hyperlinks" [] {
    [ "auto" "always" "never" ]
  }

  # Fetch newer announcements from the makers' own feeds; the only command that uses the network
  export extern "hayami update" [
    --feeds: path             # The feeds of this file instead; it has the form of glossary/publishers.json
    --dry-run                 # Fetch and report, but store nothing
    --lang: string@"nu-complete hayami update lang" # Language of the text for people [default: HAYAMI_LANG, then the locale]
    --json                    # Write JSON Lines: one record for each result, both languages
    --color: string@"nu-complete hayami update color" # When to use colour
    --width: string           # Lay text out in so many columns, 20 to 1000 [default: HAYAMI_WIDTH, then the terminal's, at most 80 for prose]
    --ambiguous-width: string # Columns of symbols such as … and ①, as the terminal's font has them [default: HAYAMI_AMBIGUOUS_WIDTH, then 1]
    --hyperlinks: string@"nu-complete hayami update hyperlinks" # When to set links behind text (OSC 8) instead of writing addresses: auto, always, never
    --no-pager                # Never show a long answer in a pager (HAYAMI_PAGER, PAGER, less)
    --glossary: path          # Put a team's glossary on top of the embedded one (repeatable)
    --help(-h)                # Print help (see more with '--help')
  ]

  def "nu-complete hayami check lang" [] {
    [ "en" "ja" ]
  }

  def "nu-complete hayami check color" [] {
    [ "auto" "always" "never" ]
  }

  def "nu-complete hayami check hyperlinks" [] {
    [ "auto" "always" "never" ]
  }

  # What is wrong with a glossary, every problem at once
  export extern "hayami check" [
    --team                    # Hold it to the rules for a team's glossary: the editorial rules only warn
    --lang: string@"nu-complete hayami check lang" # Language of the text for people [default: HAYAMI_LANG, then the locale]
    --json                    # Write JSON Lines: one record for each result, both languages
    --color: string@"nu-complete hayami check color" # When to use colour
    --width: string           # Lay text out in so many columns, 20 to 1000 [default: HAYAMI_WIDTH, then the terminal's, at most 80 for prose]
    --ambiguous-width: string # Columns of symbols such as … and ①, as the terminal's font has them [default: HAYAMI_AMBIGUOUS_WIDTH, then 1]
    --hyperlinks: string@"nu-complete hayami check hyperlinks" # When to set links behind text (OSC 8) instead of writing addresses: auto, always, never
    --no-pager                # Never show a long answer in a pager (HAYAMI_PAGER, PAGER, less)
    --glossary: path          # Put a team's glossary on top of the embedded one (repeatable)
    --help(-h)                # Print help (see more with '--help')
    directory?: path          # The directory of a glossary
  ]

  def "nu-complete hayami completions shell" [] {
    [ "bash" "zsh" "fish" "powershell" "elvish" "nushell" ]
  }

  def "nu-complete hayami completions lang" [] {
    [ "en" "ja" ]
  }

  def "nu-complete hayami completions color" [] {
    [ "auto" "always" "never" ]
  }

  def "nu-complete hayami completions hyperlinks" [] {
    [ "auto" "always" "never" ]
  }

  # A completion script for a shell
  export extern "hayami completions" [
    --lang: string@"nu-complete hayami completions lang" # Language of the text for people [default: HAYAMI_LANG, then the locale]
    --json                    # Write JSON Lines: one record for each result, both languages
    --color: string@"nu-complete hayami completions color" # When to use colour
    --width: string           # Lay text out in so many columns, 20 to 1000 [default: HAYAMI_WIDTH, then the terminal's, at most 80 for prose]
    --ambiguous-width: string # Columns of symbols such as … and ①, as the terminal's font has them [default: HAYAMI_AMBIGUOUS_WIDTH, then 1]
    --hyperlinks: string@"nu-complete hayami completions hyperlinks" # When to set links behind text (OSC 8) instead of writing addresses: auto, always, never
    --no-pager                # Never show a long answer in a pager (HAYAMI_PAGER, PAGER, less)
    --glossary: path          # Put a team's glossary on top of the embedded one (repeatable)
    --help(-h)                # Print help (see more with '--help')
    shell: string@"nu-complete hayami completions shell" # The shell to complete in
  ]

}

export use completions *
