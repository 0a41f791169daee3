// Starting a child process that measures, and reading what it says.
import { spawn } from "node:child_process";

const MARK = "@result ";
/** So much of an error is shown. Unit: characters. */
const ERROR_TAIL = 300;

/** One line that says how a process ended. `text`: what it printed about it. */
function failure(code, signal, total, text) {
  if (signal) return `stopped by ${signal} after ${Math.round(total)} ms`;
  const last = [...text.matchAll(/^\w*(?:Error|Exception|Interrupt)\b.*$/gm)].at(-1)?.[0];
  return `exit code ${code}: ${last ?? text.slice(-ERROR_TAIL)}`;
}

/**
 * Runs a command to its end. Never throws.
 * @returns {Promise<{result?: object, error?: string, out?: string, firstOutput: number,
 *   total: number}>}
 *   `result`: the object on the line marked "@result"; `error`: why there is none (or, where
 *   none is needed, why the exit code is not 0); `out`: all output; times are wall time since the
 *   start, in ms.
 */
export function runChild([file, args], { timeout, needsResult = true }) {
  return new Promise((done) => {
    const start = performance.now();
    let firstOutput = NaN;
    let out = "";
    let err = "";
    const env = { ...process.env, PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1" };
    const child = spawn(file, args, { stdio: ["ignore", "pipe", "pipe"], env, timeout });
    child.stdout.setEncoding("utf8");
    child.stderr.setEncoding("utf8");
    child.stdout.on("data", (data) => {
      if (Number.isNaN(firstOutput)) firstOutput = performance.now() - start;
      out += data;
    });
    child.stderr.on("data", (data) => { err += data; });
    child.on("error", (error) => done({ error: error.message, firstOutput, total: NaN }));
    child.on("close", (code, signal) => {
      const total = performance.now() - start;
      const line = out.split("\n").find((text) => text.startsWith(MARK));
      const result = line && JSON.parse(line.slice(MARK.length));
      const fine = result || (code === 0 && !needsResult);
      const error = fine ? undefined : failure(code, signal, total, (err || out).trim());
      done({ result, error, out, firstOutput, total });
    });
  });
}
