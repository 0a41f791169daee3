// npm run test:stress: the Python tests with a collection at every safepoint and freed memory filled with 0xDD, so
// that a value that nothing keeps alive shows at once. Slow: minutes. Options go to tests/run-python.mjs.
import { runSuite } from "./suites.mjs";

const { passed, failed } = await runSuite(["tests/run-python.mjs",
  "--engine", "node tests/runner/stress-command.mjs", "--timeout", "15", ...process.argv.slice(2)]);
console.log(`stress: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
