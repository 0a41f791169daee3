#!/usr/bin/env node
// The command `krait`: js/cli/main.ts, built into dist/.
import { main } from "../dist/cli.js";

process.exitCode = await main(process.argv.slice(2));
process.exit();
