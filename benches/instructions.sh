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
clean=(env -i PATH="$PATH" LANG=C)

# A command that does not answer would cost little.
proves() { # status, a part of the answer, command
    local said status=0
    said=$(cd "$work" && "${clean[@]}" "${@:3}" 2>&1 < /dev/null) || status=$?
    if [ "$status" != "$1" ] || [[ $said != *"$2"* ]]; then
        echo "instructions: this does not answer with status $1 and “$2”: ${*:3}" >&2
        exit 1
    fi
}

counted=0
count() { # status, a part of the answer, command; sets `counted`
    proves "$@"
    counted=$({ cd "$work" && "${clean[@]}" valgrind --tool=callgrind --callgrind-out-file=/dev/null "${@:3}" 2>&1 > /dev/null < /dev/null || true; } |
        sed -n 's/.*Collected : \([0-9]*\)/\1/p')
    [ "${counted:-0}" -gt 0 ] || { echo "instructions: valgrind counts nothing for: ${*:3}" >&2; exit 1; }
}

failed=0
row() { # name, limit, instructions to compare the last count with
    local ratio
    ratio=$(awk -v a="$counted" -v b="$3" 'BEGIN { printf "%.3f", a / b }')
    printf '| %-42s | %9s | %7s | %6s |\n' "$1" "$counted" "$ratio" "$2"
    if awk -v a="$ratio" -v b="$2" 'BEGIN { exit !(a > b) }'; then failed=1; fi
}

definition='A way of training a language model'
printf '| %-42s | %9s | %7s | %6s |\n' command instructions ratio limit
printf '| --- | ---: | ---: | ---: |\n'
count 0 'Hello, world!' ./hello-world
hello=$counted
row 'hello-world' 1.000 "$hello"
count 0 "$definition" ./hayami-1200 lookup rlhf
lookup=$counted
row '`lookup rlhf`' 1.250 "$hello"
count 0 "$definition" ./hayami-1200 lookup rlhf --json
row '`lookup rlhf --json`' 1.250 "$hello"
count 0 'rlhf' ./hayami-1200 list
row '`list`' 1.250 "$hello"
count 1 'rlhf (Reinforcement' ./hayami-1200 lookup rlfh
row '`lookup rlfh` (a miss with suggestions)' 10.000 "$hello"
count 0 'reward model' ./hayami-1200 search "reward model"
row '`search "reward model"`' 12.300 "$hello"
proves 0 'A thing that our team says' ./hayami-1200 lookup 'alpha alpha alpha alpha' --glossary team
count 0 "$definition" ./hayami-1200 lookup rlhf --glossary team
row '`lookup rlhf --glossary` (2,000 entries)' 650.000 "$hello"
count 0 "$definition" ./hayami-12000 lookup rlhf
row '`lookup rlhf`, 12,000 entries / 1,200' 1.020 "$lookup"
if [ "$check" = --check ] && [ "$failed" = 1 ]; then
    echo 'instructions: a ratio is above its limit' >&2
    exit 1
fi
