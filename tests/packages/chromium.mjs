// Debian's Chromium, driven by playwright-core. Shared with the tests of the examples.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";
const ARGUMENTS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

/** Why no browser can be had; undefined if one can. */
export function missingChromium() {
  return existsSync(EXECUTABLE) ? undefined
    : `${EXECUTABLE} is missing (apt-get install chromium, or set CHROMIUM to the path of one)`;
}
/** @returns {Promise<import("playwright-core").Browser>} */
export function startChromium() {
  return chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
}
