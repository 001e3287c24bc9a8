#!/usr/bin/env bash
# How many instructions a command takes, as a multiple of a hello-world Rust program built with the same profile.
#
#   benches/instructions.sh          print the table
#   benches/instructions.sh --check  print it, and fail where a ratio is above its limit
#
# valgrind's callgrind counts instructions: the same program with the same input and environment gives the same number, whatever else the
# machine does, so the table can be compared with anybody's (ratios move a little with the C library and the compiler).
set -euo pipefail
cd "$(dirname "$0")/.."
check=${1-}
work=target/instructions
mkdir -p "$work"

# The programs: hello-world, and hayami with a glossary of 1,200 and of 12,000 entries.
benches/hello-world.sh "$PWD/$work"
rustc --edition 2024 -O -o "$work/synthetic" benches/synthetic.rs
for count in 1200 12000; do
    rm -rf "$work/glossary-$count"
    "$work/synthetic" "$count" "$work/glossary-$count"
    HAYAMI_BUILD_GLOSSARY=$PWD/$work/glossary-$count cargo build --quiet --release --target-dir "$work/target"
    cp "$work/target/release/hayami" "$work/hayami-$count"
done
rm -rf "$work/team"
"$work/synthetic" 2000 "$work/team" --team

# An environment of two variables: more of them cost instructions, in every program alike.
count() {
    (cd "$work" && env -i PATH="$PATH" LANG=C valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null </dev/null) |
        sed -n 's/.*Collected : \([0-9]*\)/\1/p'
}

failed=0
row() { # name, limit, instructions, instructions to compare with
    local ratio
    ratio=$(awk -v a="$3" -v b="$4" 'BEGIN { printf "%.3f", a / b }')
    printf '| %-42s | %9s | %7s | %6s |\n' "$1" "$3" "$ratio" "$2"
    if awk -v a="$ratio" -v b="$2" 'BEGIN { exit !(a > b) }'; then failed=1; fi
}

hello=$(count ./hello-world)
lookup=$(count ./hayami-1200 lookup rlhf)
many=$(count ./hayami-12000 lookup rlhf)
printf '| %-42s | %9s | %7s | %6s |\n' command instructions ratio limit
printf '| --- | ---: | ---: | ---: |\n'
row 'hello-world' 1.000 "$hello" "$hello"
row '`lookup rlhf`' 1.250 "$lookup" "$hello"
row '`lookup rlhf --json`' 1.250 "$(count ./hayami-1200 lookup rlhf --json)" "$hello"
row '`list`' 1.250 "$(count ./hayami-1200 list)" "$hello"
row '`lookup rlfh` (a miss with suggestions)' 10.000 "$(count ./hayami-1200 lookup rlfh)" "$hello"
row '`search "reward model"`' 12.300 "$(count ./hayami-1200 search "reward model")" "$hello"
row '`lookup rlhf --glossary` (2,000 entries)' 650.000 "$(count ./hayami-1200 lookup rlhf --glossary team)" "$hello"
row '`lookup rlhf`, 12,000 entries / 1,200' 1.020 "$many" "$lookup"
if [ "$check" = --check ] && [ "$failed" = 1 ]; then
    echo 'instructions: a ratio is above its limit' >&2
    exit 1
fi
