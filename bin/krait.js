#!/usr/bin/env node
// The command `krait`: js/cli/main.ts, built into dist/. A CommonJS script (bin/package.json): Node starts those sooner.
// Later versions of Node can keep what they have compiled.
require("node:module").enableCompileCache?.();
// The core is compiled in the background while the host is loaded here.
const core = WebAssembly.compile(require("node:fs").readFileSync(`${__dirname}/../dist/krait.wasm`));
core.catch(() => {});                                      // main tells
const { main } = require("../dist/cli.cjs");

main(process.argv.slice(2), core).then((code) => process.exit(code));
