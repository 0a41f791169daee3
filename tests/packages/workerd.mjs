// The installed package in workerd, the runtime of Cloudflare's workers.
import { spawn } from "node:child_process";
import { copyFileSync, existsSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { build } from "vite";
import { ROOT } from "./pack.mjs";
import { same } from "./report.mjs";
import { output } from "./runtimes.mjs";

const WORKERD = join(ROOT, "node_modules/.bin/workerd");
/** Unit: ms. */
const START_TIMEOUT = 20_000;

/** A port that is free now. */
export function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** Bundles as workers' tools do: condition `workerd`, imports of .wasm stay imports. */
export async function bundleWorker(root, entry, outDir) {
  await build({
    root, logLevel: "error", configFile: false,
    plugins: [{
      name: "compiled-wasm", enforce: "pre",
      async resolveId(id, from) {
        if (!/\bwasm$/.test(id)) return null;
        const found = await this.resolve(id, from, { skipSelf: true });
        return found && { id: `./${found.id.split(/[\\/]/).at(-1).split("?")[0]}`, external: true };
      },
    }],
    ssr: { noExternal: true, target: "webworker", resolve: { conditions: ["workerd", "worker"] } },
    build: { ssr: entry, outDir, emptyOutDir: true, minify: false,
      rollupOptions: { output: { entryFileNames: "worker.js" } } },
  });
}

/** Starts workerd. @returns {Promise<{url: string, stop: () => Promise<void>, log: () => string} |
 *  undefined>} */
export async function startWorkerd(folder, config) {
  writeFileSync(join(folder, "config.capnp"), config);
  const port = await freePort();
  const child = spawn(WORKERD, ["serve", "config.capnp", "--socket-addr", `http=127.0.0.1:${port}`],
    { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  child.stdout.on("data", (chunk) => { log += chunk; });
  child.stderr.on("data", (chunk) => { log += chunk; });
  const ended = new Promise((done) => { child.on("close", done); });
  const stop = async () => { child.kill("SIGKILL"); await ended; };
  const url = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + START_TIMEOUT; Date.now() < end && child.exitCode === null;) {
    try {
      await fetch(`${url}/started`);
      return { url, stop, log: () => log };
    } catch {
      await new Promise((done) => { setTimeout(done, 50); });
    }
  }
  await stop();
  throw new Error(`workerd does not start:\n${log}`);
}

/** Whether workerd is there; if not, the reason. */
export async function missingWorkerd() {
  if (!existsSync(WORKERD)) return `${WORKERD} is missing (npm ci installs it)`;
  const { code, out } = await output(WORKERD, ["--version"], ROOT);
  return code === 0 ? undefined : `workerd does not run here: ${out}`;
}

const CONFIG = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .main)],
  sockets = [(name = "http", address = "*:8080", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [
    (name = "worker.js", esModule = embed "worker.js"),
    (name = "krait.wasm", wasm = embed "krait.wasm"),
  ],
  compatibilityDate = "2025-06-01",
);
`;

/** @param {import("./report.mjs").Tally} tally */
export async function testWorkerd(tally, project) {
  const missing = await missingWorkerd();
  if (missing) { tally.skip("workerd", missing); return; }
  const folder = join(project, "workerd");
  let server;
  await tally.check("workerd: starts", async () => {
    await bundleWorker(project, "workerd_main.mjs", folder);
    copyFileSync(join(project, "node_modules/krait/dist/krait.wasm"), join(folder, "krait.wasm"));
    server = await startWorkerd(folder, CONFIG);
  });
  if (!server) return;
  const text = async (path) => (await fetch(`${server.url}${path}`)).text();
  await tally.check("workerd: conformance", async () => {
    const reply = await text("/conformance");
    const report =
      JSON.parse(reply.startsWith("{") ? reply
        : JSON.stringify({ ".": { results: [{ name: "reply", error: reply }] } }));
    for (const [entry, part] of Object.entries(report)) tally.take(`workerd ${entry}`, part);
  });
  await tally.check("workerd: requests at the same time", async () => {
    const sums = await Promise.all(Array.from({ length: 20 }, (_, i) => text(`/add?a=${i}&b=1`)));
    same(sums, Array.from({ length: 20 }, (_, i) => String(i + 1)));
  });
  await tally.check("workerd: compiling later is refused in words", async () => {
    const reply = await text("/compile");
    if (!/^LoadError: .*krait\/wasm/.test(reply)) throw new Error(reply);
  });
  await server.stop();
}
