// Engine that runs each file in a process of its own: `COMMAND FILE`.
//
// An engine is an object { name, run(path, options) }; tests/README.md tells what run() promises.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";

/** Output beyond this is cut off and the program ended. Unit: bytes. No test prints near it. */
const OUTPUT_LIMIT = 8 << 20;

/**
 * Makes the engine for a command such as "python3" or "node bin/krait.js".
 * @param {string} command  words separated by spaces; words that name a file are made absolute
 * @returns {{name: string, run: (path: string, options: object) => Promise<object>}}
 */
export function subprocessEngine(command) {
  const words = command.split(" ").filter(Boolean)
    .map((word) => (word.includes("/") && existsSync(word) ? resolve(word) : word));
  return {
    name: engineName(words),
    run: (path, options) => runProcess(words, path, options),
  };
}

/** The name that `# skip NAME:` lines use. */
function engineName(words) {
  const program = basename(words[words.length - 1]).replace(/\.[cm]?js$/, "");
  return /^python/.test(program) ? "cpython" : program;
}

function runProcess(words, path, { directory, stdin, timeout }) {
  return new Promise((done) => {
    const env = {
      ...process.env,
      PYTHONDONTWRITEBYTECODE: "1",
      PYTHONIOENCODING: "utf-8",
      PYTHONINTMAXSTRDIGITS: "0",
    };
    const child = spawn(words[0], [...words.slice(1), path], { cwd: directory, env });
    const out = { stdout: [], stderr: [] };
    let size = 0;
    let timedOut = false;
    const timer = setTimeout(() => { timedOut = true; child.kill("SIGKILL"); }, timeout);
    for (const stream of ["stdout", "stderr"]) {
      child[stream].on("data", (chunk) => {
        size += chunk.length;
        if (size > OUTPUT_LIMIT) child.kill("SIGKILL");
        else out[stream].push(chunk);
      });
    }
    const end = (code, extra) => {
      clearTimeout(timer);
      const stdout = Buffer.concat(out.stdout).toString();
      done({ stdout, stderr: Buffer.concat(out.stderr).toString() + extra, code, timedOut });
    };
    child.on("error", (error) => end(-1, error.message));
    child.on("close", (code, signal) => end(code ?? -1, signal ? `ended by ${signal}` : ""));
    child.stdin.on("error", () => {});              // the program may end without reading
    child.stdin.end(stdin);
  });
}
