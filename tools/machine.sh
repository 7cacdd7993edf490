#!/usr/bin/env bash
# Install the programs that `make test` and `make validate` run: Debian packages, each only
# when its probe fails. `machine.sh base` takes the few that come before any make target.
set -euo pipefail

missing=()

need() {  # need PACKAGE PROBE...
  local package=$1
  shift
  "$@" >/dev/null 2>&1 || missing+=("$package")
}

has_font() { compgen -G "/usr/share/fonts/truetype/wqy/wqy-microhei.*"; }

need make command -v make
need python3 command -v python3
need python3-venv python3 -c "import ensurepip, venv"

if [ "${1:-all}" = all ]; then
  need default-jdk-headless command -v javac                   # Java sources are run as they are
  need epubcheck test -e /usr/share/java/epubcheck.jar         # EPUBCheck 4.2.6
  need libjaxb-java test -e /usr/share/java/jaxb-runtime.jar   # veraPDF reads its profiles with it
  need qpdf command -v qpdf
  need poppler-utils command -v pdffonts
  need ghostscript command -v gs
  need mupdf-tools command -v mutool
  need chromium command -v chromium                            # Ace looks at the pages with it
  need calibre command -v calibre-debug                        # its checker, and AZW3 from our books
  need unicode-data test -e /usr/share/unicode/auxiliary/LineBreakTest.txt  # UAX #14's cases
  need nodejs command -v node
  need npm command -v npm
  need libreoffice-writer-nogui command -v soffice
  need fonts-wqy-microhei has_font                             # one TrueType face for bench and LibreOffice
fi

if [ ${#missing[@]} -eq 0 ]; then
  exit 0
fi
if [ "$(id -u)" -eq 0 ]; then as_root=(env); else as_root=(sudo); fi
echo "installing: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT

quietly() {  # apt says nothing unless it fails
  "${as_root[@]}" apt-get -q -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 "$@" >"$log" 2>&1 || {
    cat "$log" >&2
    exit 1
  }
}

quietly update
quietly install -y --no-install-recommends "${missing[@]}"
