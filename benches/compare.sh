#!/usr/bin/env bash
# hayami and other programs that explain words in a terminal: what one question costs, as a multiple of a hello-world Rust program.
#
#   benches/compare.sh          print the table
#   benches/compare.sh --check  print it, and fail unless hayami takes fewer instructions than every peer for a lookup and a search
#
# The peers answer from the same glossary as hayami, in their own format, except wn, which has WordNet's inside; the word that is looked
# up is in both. What they are given is shorter than what hayami holds: no articles, one language.
#
#   instructions  of the whole process, by valgrind's callgrind: the same on each run, whatever else the machine does
#   time          by hyperfine, the fastest of many runs without a shell over the fastest of hello-world's
#   memory        the largest resident size, as the kernel counts it
#
# Installs what it needs: Debian packages, and two crates below target/. Runs on Debian as root, or where the tools are there already.
set -euo pipefail
cd "$(dirname "$0")/.."
check=${1-}
work=$PWD/target/compare
runs=${RUNS:-300}
mkdir -p "$work"

packages=()
for tool in sdcv:sdcv wn:wordnet hyperfine:hyperfine valgrind:valgrind jq:jq /usr/bin/time:time; do
    command -v "${tool%:*}" > /dev/null || packages+=("${tool#*:}")
done
if [ ${#packages[@]} -gt 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" > /dev/null
fi
# Both are called tldr, so each gets a folder of its own. Without --locked, because a lock file may name a release that a mirror lacks.
for crate in tealdeer@1.9.1 tlrc@1.13.1; do
    [ -x "$work/${crate%@*}/bin/tldr" ] || cargo install --quiet --root "$work/${crate%@*}" --target-dir "$work/build" "$crate"
done
cargo build --quiet --release --locked
benches/hello-world.sh "$work"
cp target/release/hayami "$work/hayami"

# The glossary, one entry a line: id, what it is called (separated by U+001F), and its text as a dictionary has it, \n for line ends.
rm -rf "$work/home"
mkdir -p "$work/home"
entries=$work/home/entries.tsv
"$work/hayami" list --ids | "$work/hayami" lookup - --json | jq -r '[
    .id,
    ([.name.en, .name.ja, .abbreviation, .aliases.en[]?, .aliases.ja[]?] | map(select(. != null)) | unique | join("\u001f")),
    ([.name.en, .name.ja, .definition.en, "Category: " + .category.name.en, "Related: " + (.related | join(", "))] + [.sources[].title]
        | map(select(. != null)) | join("\\n"))
] | join("\t")' | sort -u > "$entries" # an id that is another entry's synonym too is answered with both

# tealdeer and tlrc read pages that they downloaded before; a page is a Markdown file. Here the pages are written where they would lie, and
# the configuration names the place and forbids to renew them.
pages=$work/home/tldr-pages/pages.en/common
mkdir -p "$pages" "${pages%/*}/linux" # tlrc wants a folder of the platform too
while IFS=$'\t' read -r id _ text; do
    printf '# %s\n\n> %b\n\n- Read more:\n\n`hayami %s`\n' "$id" "${text//\\n/\\n> }" "$id" > "$pages/$id.md"
done < "$entries"
printf '[directories]\ncache_dir = "%s"\n\n[updates]\nauto_update = false\n' "$work/home" > "$work/home/config.toml"
printf '[cache]\ndir = "%s"\nauto_update = false\n' "$work/home/tldr-pages" > "$work/home/tlrc.toml"

# StarDict: texts one after another, and an index of words in StarDict's order (ASCII letters without case, then bytes), each with the
# place and the length of its text. perl-base, which Debian always has, writes the binary numbers.
mkdir -p "$work/home/stardict"
perl -e '
    my ($entries, $to) = @ARGV;
    open my $in, "<", $entries or die; open my $dict, ">", "$to.dict" or die; open my $idx, ">", "$to.idx" or die; open my $ifo, ">", "$to.ifo" or die;
    my ($at, %place, %seen) = (0);
    while (<$in>) {
        chomp; my ($id, $names, $text) = split /\t/; $text =~ s/\\n/\n/g; print $dict $text;
        $seen{lc $_}++ or $place{$_} = pack "NN", $at, length $text for $id, split /\x1f/, $names; # one entry is shown once
        $at += length $text;
    }
    my @words = sort { lc $a cmp lc $b or $a cmp $b } keys %place;
    print $idx "$_\0$place{$_}" for @words;
    close $idx;
    printf $ifo "StarDict'\''s dict ifo file\nversion=2.4.2\nbookname=hayami\nwordcount=%d\nidxfilesize=%d\nsametypesequence=m\n", scalar @words, -s "$to.idx";
' "$entries" "$work/home/stardict/hayami"

# The same few variables for all: more of them cost instructions, in every program alike.
clean=(env -i "PATH=/usr/bin:/bin" "HOME=$work/home" LANG=C.UTF-8 "TEALDEER_CONFIG_DIR=$work/home" "TLRC_CONFIG=$work/home/tlrc.toml")
hello=$work/hello-world
hayami=$work/hayami
tealdeer=$work/tealdeer/bin/tldr
tlrc=$work/tlrc/bin/tldr
sdcv="sdcv --non-interactive --utf8-output --utf8-input --only-data-dir --data-dir $work/home/stardict"
word=hallucination miss=halucinatoin phrase='reward model'

# What each is asked; none where it has no such function. tlrc and wn search names only, not what is said of
# them: that is another question, and they are asked for one word of the phrase.
has_search=$("$hayami" --help | grep -c '^  search ' || true)
questions() {
    cat << END
lookup|hayami|$hayami lookup $word
lookup|tealdeer|$tealdeer $word
lookup|tlrc|$tlrc $word
lookup|sdcv|$sdcv $word
lookup|wn|wn $word -over
miss|hayami|$hayami lookup $miss
miss|tealdeer|$tealdeer $miss
miss|tlrc|$tlrc $miss
miss|sdcv|$sdcv $miss
miss|wn|wn $miss -over
list|hayami|$hayami list
list|tealdeer|$tealdeer --list
list|tlrc|$tlrc --list
list|sdcv|
list|wn|
search|hayami|$([ "$has_search" = 0 ] || echo "$hayami search '$phrase'")
search|tealdeer|
search|tlrc|
search|sdcv|$sdcv '|$phrase'
search|wn|
names|tlrc|$tlrc --search ${phrase%% *}
names|wn|wn ${phrase%% *} -grepn
END
}

# A program that finds nothing is quick: each answer must hold what was asked for.
proves() { # question, program, output
    case $1 in
    lookup) grep -qi 'hallucination' "$3" && grep -qiE 'false|illusory|delusion' "$3" ;;
    list) grep -qw "$word" "$3" && [ "$(wc -w < "$3")" -ge "$(wc -l < "$entries")" ] ;;
    search | names) grep -qi "${phrase%% *}" "$3" ;;
    miss) ! grep -qiE 'illusory|delusion' "$3" ;;
    esac
}

measure() { # command; prints instructions, time as a multiple of hello-world's, KiB
    eval "set -- $1"
    local instructions
    # A miss has a status of its own, and wn counts in it what it found.
    instructions=$({ "${clean[@]}" valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 > /dev/null < /dev/null || true; } |
        sed -n 's/.*Collected : \([0-9]*\)/\1/p')
    # Both in one call, one right after the other: how fast a machine is changes while the table is made.
    "${clean[@]}" hyperfine --shell=none --ignore-failure --warmup 20 --runs "$runs" --style none --export-json "$work/time.json" \
        "$hello" "$(printf '%q ' "$@")" > /dev/null 2>&1
    "${clean[@]}" /usr/bin/time --quiet --format %M --output "$work/memory" "$@" > /dev/null 2>&1 < /dev/null || true
    printf '%s %s %s\n' "$instructions" "$(jq -r '.results | .[1].min / .[0].min' "$work/time.json")" "$(tail -1 "$work/memory")"
}

ratios() { # what measure printed
    awk -v a="$1" -v b="$2" -v c="$3" -v floor="$floor" 'BEGIN { split(floor, f, " "); printf "%.2f | %.2f | %.2f", a / f[1], b, c / f[3] }'
}

floor=$(measure "$hello")
printf '%s, %s, %s, %s; tealdeer 1.9.1, tlrc 1.13.1, sdcv %s, WordNet %s; %s entries\n\n' "$(date -u +%F)" "$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1)" \
    "$(sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' /etc/os-release)" "$(rustc --version | cut -d' ' -f1,2)" "$(dpkg-query -W -f '${Version}' sdcv)" "$(dpkg-query -W -f '${Version}' wordnet)" "$(wc -l < "$entries")"
printf '| question | program | instructions | time | memory |\n| --- | --- | ---: | ---: | ---: |\n'
printf '| | hello-world | 1.00 | 1.00 | 1.00 |\n'
failed=0
while IFS='|' read -r question program command; do
    if [ -z "$command" ]; then
        printf '| %s | %s | – | – | – |\n' "$question" "$program"
        [ "$program" != hayami ] || own=
        continue
    fi
    (eval "set -- $command"; "${clean[@]}" "$@") > "$work/answer" 2>&1 < /dev/null || true
    proves "$question" "$program" "$work/answer" || { echo "compare: $program does not answer: $command" >&2; head -5 "$work/answer" >&2; exit 1; }
    read -r instructions time memory < <(measure "$command")
    printf '| %s | %s | %s |\n' "$question" "$program" "$(ratios "$instructions" "$time" "$memory")"
    case $question:$program in
    *:hayami) own=$instructions ;;
    lookup:* | search:*) [ "$instructions" -gt "${own:-0}" ] || failed=1 ;;
    esac
done < <(questions)
[ "$has_search" != 0 ] || printf '\nThis hayami has no search.\n'
if [ "$check" = --check ] && [ "$failed" = 1 ]; then
    echo 'compare: a peer is ahead of hayami' >&2
    exit 1
fi
