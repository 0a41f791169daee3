// The suite `packages`: the packed package is installed and used in every host it is made for.
//
//   node tests/packages/main.mjs [contents] [runtimes] [workerd] [browser] [examples] [playground]
//
// A host that is not there is skipped, loudly.
import { testBrowser } from "./browser.mjs";
import { testContents } from "./contents.mjs";
import { testExamples } from "./examples.mjs";
import { packAndInstall } from "./pack.mjs";
import { Tally } from "./report.mjs";
import { testPlayground } from "./playground.mjs";
import { testRuntimes } from "./runtimes.mjs";
import { testWorkerd } from "./workerd.mjs";

const PARTS = {
  contents: testContents, runtimes: testRuntimes, workerd: testWorkerd, browser: testBrowser,
  examples: testExamples, playground: testPlayground,
};
const wanted = process.argv.slice(2);
const tally = new Tally();
const installed = packAndInstall();
try {
  for (const [name, test] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const began = Date.now();
    await test(tally, installed.project, installed);
    console.log(`${name}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
  }
  tally.compareFuel();
} finally {
  installed.dispose();
}
tally.end();
