#!/usr/bin/env node
// The command `krait`: js/cli/main.ts, built into dist/. A CommonJS script (bin/package.json): Node starts those sooner.
const { main } = require("../dist/cli.cjs");

main(process.argv.slice(2)).then((code) => process.exit(code));
