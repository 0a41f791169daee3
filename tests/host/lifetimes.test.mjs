// Lifetimes: nothing grows with the number of loads, a thousand instances live side by side, and
// what either side of the border forgets is let go. Each program of lifetimes/ runs in a process of
// its own, with --expose-gc. Under npm run test:stress, where each instance takes long and freed
// memory is written to, there are fewer of them, and they may be larger.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { loadSync } from "../../dist/index.js";
import { readFileSync } from "node:fs";

/** Runs a program of lifetimes/. @returns {Promise<object>} its report */
function child(name, ...args) {
  const program = fileURLToPath(new URL(`lifetimes/${name}.mjs`, import.meta.url));
  return new Promise((done, failed) => {
    const run = spawn(process.execPath, ["--expose-gc", program, ...args.map(String)],
      { stdio: ["ignore", "pipe", "pipe"] });
    let out = "", errors = "";
    run.stdout.on("data", (chunk) => { out += chunk; });
    run.stderr.on("data", (chunk) => { errors += chunk; });
    run.on("close", (code) => {
      if (code === 0) done(JSON.parse(out));
      else failed(new Error(`${name} ended with ${code}: ${errors}`));
    });
  });
}
const MiB = 1024;
const STRESSED = process.env.KRAIT_STRESS_SHARE !== undefined;

test("a thousand loads and disposals do not grow the process", async () => {
  const [few, many] = STRESSED ? [60, 300] : [200, 1000];
  const { after, odd } = await child("churn", few, many);
  assert.deepEqual(odd, []);
  /** What those between may leave, by what is measured. Unit: KiB. An instance alive has 126,
   *  5,600, 2.5, 1,100, and 10 GiB. */
  const bounds = { heap: 2 * MiB, external: MiB, arrayBuffers: MiB / 2, rss: 32 * MiB,
    space: 512 * MiB };
  for (const [what, bound] of Object.entries(bounds)) {
    const grown = after[many][what] - after[few][what];
    assert.ok(grown < bound, `${what}: ${grown} KiB more after ${many} loads than after ${few}`);
  }
});
test("a thousand instances at once, each with its own state", async () => {
  const { count, fault, wrong, before, alive, disposed } = await child("crowd", STRESSED ? 200 : 1000);
  const each = (what) => Math.round((alive[what] - before[what]) / count);
  const sizes =
    `an instance: ${each("rss")} KiB of memory, ${each("heap")} of them JavaScript's heap, ${each("space")} KiB of addresses`;
  assert.equal(fault, undefined, `${count} instances, then ${fault}; ${sizes}`);
  assert.deepEqual(wrong, []);
  assert.ok(each("rss") < (STRESSED ? 4 : 2) * MiB, sizes);
  assert.ok(each("heap") < MiB / 4, sizes);
  // The objects of the instances that are gone are still held here: only they remain.
  const left = (what) => disposed[what] - before[what];
  const rest =
    `left of ${count} instances that were disposed of: ${JSON.stringify(disposed)}, before: ${JSON.stringify(before)}`;
  // V8 (from Node 22 on) keeps pages of its heap that are free for what comes next.
  const pooled = alive.heap - disposed.heap;
  assert.ok(left("rss") < count * 100 + pooled, rest);
  assert.ok(left("heap") < count * 20, rest);
  assert.ok(left("external") < 2 * MiB, rest);
  assert.ok(left("space") < 512 * MiB, rest);
});
test("what either side forgets is let go", async (t) => {
  const { many, proxies, objects, cycles, instances } = await child("forgotten");
  await t.test("proxies that JavaScript forgets: the objects die, with __del__; those still held do not", () => {
    assert.deepEqual(proxies.made, { held: proxies.empty.held + many, deaths: 0, alive: many });
    assert.deepEqual(proxies.dropped, { held: proxies.empty.held + 3, deaths: many - 3, alive: 3 });
    assert.deepEqual(proxies.kept, ["Thing", "Thing", "Thing"]);
  });
  await t.test("objects of JavaScript that Python forgets", () => {
    assert.deepEqual(objects.made, { held: objects.empty.held + many, alive: many });
    // A word of the stack that looks like one may keep one for a while.
    assert.ok(objects.dropped.held - objects.empty.held <= 2, `${objects.dropped.held} held`);
    assert.ok(objects.dropped.alive <= 2, `${objects.dropped.alive} alive`);
  });
  await t.test("cycles across the border stay until one side breaks them", () => {
    assert.deepEqual(cycles.made, { python: many, js: many });
    assert.ok(cycles.broken.python <= 2 && cycles.broken.js <= 2, JSON.stringify(cycles.broken));
  });
  await t.test("instances and unfinished programs that nobody has", () => {
    assert.deepEqual(instances.made, { instances: many, programs: 50 });
    assert.ok(instances.dropped.instances <= 2 && instances.dropped.programs <= 2,
      JSON.stringify(instances.dropped));
  });
});
test("no addresses left for another instance: the error says so, and those that live go on", async () => {
  const { name, message, other } = await child("full");
  assert.equal(name, "LoadError");
  assert.match(message, /memory/i);
  assert.doesNotMatch(message, /another version|not krait/);
  assert.equal(other, 42);
});
test("another module is refused as that", () => {
  const empty = [0, 97, 115, 109, 1, 0, 0, 0];
  /** One that wants the memory `a.b`. */
  const other = [...empty, 2, 8, 1, 1, 97, 1, 98, 2, 0, 1];
  for (const bytes of [empty, other]) {
    assert.throws(() => loadSync(new WebAssembly.Module(new Uint8Array(bytes))),
      { name: "LoadError", message: /not krait/ });
  }
  const core =
    new WebAssembly.Module(readFileSync(new URL("../../dist/krait.wasm", import.meta.url)));
  assert.equal(loadSync(core).run("1"), 1);
});
