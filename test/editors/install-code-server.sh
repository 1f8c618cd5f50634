#!/bin/sh
# Installs VS Code as code-server 4.100.3 (VS Code 1.100.3, the last that runs on Node 20) for `npm run test:vscode`, outside the
# repository. Its own postinstall builds against headers that it downloads; this takes the steps one by one instead.
# Debian: apt-get install libkrb5-dev libx11-dev libxkbfile-dev libsecret-1-dev pkg-config ripgrep chromium
set -eu
# node-pty asks npx for node-gyp.
export npm_config_yes=true
version=4.100.3
folder="${XDG_CACHE_HOME:-$HOME/.cache}/healthlint/code-server-$version"
server="$folder/node_modules/code-server"
rm -rf "$folder"
mkdir -p "$folder"
cd "$folder"
echo '{"private": true}' > package.json
npm install "code-server@$version" --ignore-scripts --no-audit --no-fund
cd "$server/lib/vscode"
npm install --omit=dev --ignore-scripts --legacy-peer-deps --no-audit --no-fund
(cd extensions && npm install --omit=dev --ignore-scripts --legacy-peer-deps --no-audit --no-fund)
npm rebuild node-pty @vscode/spdlog native-watchdog @parcel/watcher kerberos
mkdir -p node_modules/@vscode/ripgrep/bin
ln -sf "$(command -v rg)" node_modules/@vscode/ripgrep/bin/rg
ln -sfn node_modules node_modules.asar
cd "$folder"
npm rebuild argon2
node "$server" --version
