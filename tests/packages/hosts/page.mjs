// Run in pages: reports on entries, and prints what it found for the test to read.
import { conformance } from "./conformance.mjs";
import { stack } from "./stack.mjs";
import { worker } from "./worker.mjs";

/** @param entries  name -> a function that gives a report */
export async function runPage(entries) {
  const report = {};
  for (const [name, entry] of Object.entries(entries)) {
    try {
      report[name] = await entry();
    } catch (error) {
      report[name] = { results: [{ name: "page", error: String(error?.stack ?? error) }] };
    }
  }
  console.log(`report ${JSON.stringify(report)}`);
}
export { conformance, stack, worker };
