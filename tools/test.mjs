// npm test: all suites. `npm test -- python fuzz` runs some. Ends with `N passed, N failed`, the
// sum of all.
import { SUITES, runSuite } from "./suites.mjs";

const wanted = process.argv.slice(2);
for (const name of wanted) {
  if (name in SUITES) continue;
  console.error(`no suite ${name}; there are: ${Object.keys(SUITES).join(" ")}`);
  process.exit(2);
}
const sum = { passed: 0, failed: 0 };
const summary = [];
for (const [name, args] of Object.entries(SUITES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`== ${name}`);
  const began = Date.now();
  const { passed, failed } = await runSuite(args);
  sum.passed += passed;
  sum.failed += failed;
  summary.push(
    `${name}: ${passed} passed, ${failed} failed (${((Date.now() - began) / 1000).toFixed(1)} s)`);
}
console.log(`\n${summary.join("\n")}`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 ? 1 : 0;
