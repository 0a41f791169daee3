// npm run test:stress: the Python tests and the examples with a collection at every safepoint and freed memory filled
// with 0xDD, so that a value that nothing keeps alive shows at once. Slow: minutes.
import { SUITES, runSuite } from "./suites.mjs";

const extra = process.argv.slice(2);
const { passed, failed } = await runSuite([...SUITES.python, "--timeout", "10", ...extra],
  { ...process.env, KRAIT_STRESS: "1" });
console.log(`stress: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
