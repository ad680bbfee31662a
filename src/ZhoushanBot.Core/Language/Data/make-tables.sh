#!/usr/bin/env bash
# Makes pinyin.txt and simplified.txt from ICU's transliteration data (Unicode CLDR, Unicode License v3).
# Needs uconv (Debian: icu-devtools). Run it here; the result is committed, so a build needs neither bash nor uconv.
set -euo pipefail
export LC_ALL=C.UTF-8
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for ((code = 0x4e00; code <= 0x9fff; code++)); do printf "\\U$(printf %08x "$code")\n"; done > "$work/han"
uconv -f utf8 -t utf8 -x 'Han-Latin; Latin-ASCII; Lower' < "$work/han" > "$work/pinyin"
uconv -f utf8 -t utf8 -x 'Traditional-Simplified' < "$work/han" > "$work/simplified"

{
  echo "# Han character to its commonest toneless syllable: a syllable, a space, its characters. U+4E00 to U+9FFF, ü as u."
  echo "# Source: Unicode CLDR / ICU transliterator Han-Latin, Unicode License v3. Made by make-tables.sh; do not edit."
  paste -d ' ' "$work/pinyin" "$work/han" | grep -a '^[a-z][a-z]* ' | LC_ALL=C sort -s -k1,1 \
    | awk '{ if ($1 != last) { if (last != "") printf "\n"; printf "%s ", $1; last = $1 } printf "%s", $2 } END { printf "\n" }'
} > pinyin.txt

# Left out: characters that simplified text uses as they are.
{
  echo "# Traditional character and the simplified one that stands for it, as pairs. U+4E00 to U+9FFF."
  echo "# Source: Unicode CLDR / ICU transliterator Traditional-Simplified, Unicode License v3. Made by make-tables.sh; do not edit."
  paste -d ' ' "$work/han" "$work/simplified" | grep -av '^[著俱姊垵咷瞭]' \
    | awk '$1 != $2 { printf "%s%s", $1, $2; if (++n % 40 == 0) printf "\n" } END { printf "\n" }'
} > simplified.txt
