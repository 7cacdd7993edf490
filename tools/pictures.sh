#!/usr/bin/env bash
# The pictures of README.md, from what `make demo` made: needs poppler, LibreOffice and Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
shot() { chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking \
  --user-data-dir="$work/chromium" --window-size="$1" --screenshot="$2" "file://$3" 2>/dev/null; }
pdftoppm -r 64 -png -f 1 -l 8 out/demo/bulletins.pdf "$work/pdf"
soffice --headless --convert-to pdf --outdir "$work" out/demo/bulletins.docx >/dev/null
pdftoppm -r 64 -png -f 1 -l 8 "$work/bulletins.pdf" "$work/word"
for issue in daily notice letter; do
  pdftoppm -r 64 -png -f 1 -l 1 "out/demo/issues/$issue.pdf" "$work/page"
  mv "$work"/page-*1.png "$work/$issue-1.png"
done
mkdir "$work/book" && (cd "$work/book" && unzip -q "$OLDPWD/out/demo/bulletins.epub")
shot 529,748 "$work/epub-1.png" "$work/book/EPUB/contents.xhtml"
shot 529,748 "$work/epub-2.png" "$work/book/EPUB/article-0005.xhtml"
.venv/bin/python tools/pictures.py "$work" docs/pictures
