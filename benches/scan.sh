#!/usr/bin/env bash
# How fast `scan` is, as a multiple of `grep -F -o` for the same names in the same text of 100 MB: the articles of the glossary, both languages in turn,
# again and again. Both write what they find to a file. Needs hyperfine and jq.
#
#   benches/scan.sh          print the table
#   benches/scan.sh --check  print it, and fail where scan is not twice as fast
set -euo pipefail
cd "$(dirname "$0")/.."
work=target/scan
mkdir -p "$work"
cargo build --quiet --release
hayami=$PWD/target/release/hayami
cd "$work"

"$hayami" list | "$hayami" lookup - --json > terms.jsonl
jq -r '.name.en, .name.ja, .abbreviation // empty, .aliases.en[], .aliases.ja[]' terms.jsonl | sort -u > names
jq -r '.article[] | .text.en, .text.ja' terms.jsonl > articles
while [ "$(stat -c %s text 2> /dev/null || echo 0)" -lt 100000000 ]; do cat articles >> text; done
head -c 100000000 text > text.cut && mv text.cut text

hyperfine --warmup 1 --runs 5 --export-json times.json \
    'grep -F -o -f names text > grep.out' "$hayami scan text > table.out" "$hayami scan --json text > json.out" > /dev/null

jq -r '.results | map(.min) as [$grep, $table, $json]
    | ["| command | times as fast as grep |", "| --- | ---: |", "| `scan` | \($grep / $table * 10 | round / 10) |", "| `scan --json` | \($grep / $json * 10 | round / 10) |"][]' times.json
if [ "${1-}" = --check ] && jq -e '.results | map(.min) | .[0] / .[1] < 2' times.json > /dev/null; then
    echo 'scan: not twice as fast as grep' >&2
    exit 1
fi
