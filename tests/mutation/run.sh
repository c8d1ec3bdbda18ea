#!/usr/bin/env bash
# Breaks the access gate in the ways of mutations.txt, one at a time in a copy of the sources, and shows which test catches each. Exits with 1
# when one survives, no longer applies or does not compile.
#
#   tests/mutation/run.sh               all of them
#   tests/mutation/run.sh reference     those whose name contains the text
#
# A mutation takes ten seconds to half a minute, so this is no part of the checks of every change: run it after changing the gate or its tests.
# Needs the .NET SDK, git and perl.
set -euo pipefail

root=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
wanted=${1:-}
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
export MSBUILDDISABLENODEREUSE=1

# The quick tests first: what they catch needs no search.
stages=(
    'FullyQualifiedName~Access&FullyQualifiedName!~Differential&FullyQualifiedName!~RandomNonInterference'
    'FullyQualifiedName~Differential|FullyQualifiedName~RandomNonInterference'
)

build() {
    dotnet build "$copy/tests/Execution.Tests" "$@" -v q --nologo -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false >"$copy/build.log" 2>&1
}

# Prints the first test that fails; nothing when all pass.
first_failure() {
    local stage
    for stage in "${stages[@]}"; do
        if ! timeout 300 dotnet test "$copy/tests/Execution.Tests" --no-build --nologo --logger 'console;verbosity=normal' --filter "$stage" >"$copy/test.log" 2>&1; then
            local failed
            failed=$(sed -nE 's/^ *Failed ([A-Za-z0-9_.]+).*/\1/p' "$copy/test.log" | head -n 1)
            echo "${failed:-(the run broke off)}"
            return
        fi
    done
}

git -C "$root" ls-files -co --exclude-standard -z | (cd "$root" && xargs -0 cp --parents -t "$copy")
cd "$copy"
build || { tail -n 20 "$copy/build.log"; exit 1; }
broken=$(first_failure)
[ -z "$broken" ] || { echo "Without a mutation a test fails already: $broken"; grep -A 30 '^ *Failed ' "$copy/test.log"; exit 1; }

total=0
bad=0
while IFS= read -r name && IFS= read -r file && IFS= read -r expression; do
    IFS= read -r _ || true
    [[ $name == *"$wanted"* ]] || continue
    total=$((total + 1))
    cp "$copy/$file" "$copy/unchanged"
    perl -0pi -e "$expression" "$copy/$file"
    if cmp -s "$copy/$file" "$copy/unchanged"; then
        verdict='NO LONGER APPLIES'
        bad=$((bad + 1))
    elif ! build --no-restore; then
        verdict="DOES NOT COMPILE: $(grep -m 1 'error ' "$copy/build.log" | cut -c 1-200 || true)"
        bad=$((bad + 1))
    else
        verdict=$(first_failure)
        if [ -z "$verdict" ]; then
            verdict='SURVIVED'
            bad=$((bad + 1))
        fi
    fi

    printf '%-75s → %s\n' "$name" "${verdict#OwnedData.Execution.Tests.}"
    # A new time stamp, or the next build would keep the mutation.
    cp "$copy/unchanged" "$copy/$file"
    touch "$copy/$file"
done <"$copy/tests/mutation/mutations.txt"

echo "$((total - bad)) of $total mutations are caught."
[ "$total" -gt 0 ] && [ "$bad" -eq 0 ]
