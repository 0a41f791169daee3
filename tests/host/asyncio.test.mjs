// asyncio and select on the host's event loop: nothing blocks, several programs, interrupts, snapshots.
import assert from "node:assert/strict";
import test from "node:test";
import { load, TimeoutError, WaitError } from "../../dist/index.js";

const collect = () => {
  const texts = [];
  return { options: { stdout: (text) => { texts.push(text); } }, text: () => texts.join("") };
};
const TICKS = `
import asyncio
async def tick(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0.002)
    return name
async def main(name):
    return await asyncio.gather(tick(name + "1", 3), tick(name + "2", 2))
`;

test("asyncio.run leaves the event loop free in runAsync, and blocks in run", async () => {
  const out = collect();
  const py = await load(out.options);
  let turns = 0;
  const timer = setInterval(() => { turns++; }, 1);
  assert.equal(await py.runAsync(`${TICKS}\n",".join(asyncio.run(main("a")))`), "a1,a2");
  clearInterval(timer);
  assert.ok(turns > 0);
  assert.equal(out.text(), "a1 0\na2 0\na1 1\na2 1\na1 2\n");
  assert.equal(py.run('",".join(asyncio.run(main("b")))'), "b1,b2");
});

test("top-level await of asyncio's waits: other tasks have their turns meanwhile", async () => {
  const out = collect();
  const py = await load(out.options);
  assert.equal(await py.runAsync(`${TICKS}
t = asyncio.create_task(tick("t", 2))
await asyncio.sleep(0)
lock = asyncio.Lock()
async with lock:
    print(await asyncio.gather(main("g"), asyncio.sleep(0, "slept")))
try:
    await asyncio.wait_for(asyncio.Event().wait(), 0.002)
except asyncio.TimeoutError:
    print("timeout")
print(await t)
print(asyncio.run(asyncio.sleep(0, "run")))
await asyncio.sleep(0, "end")`), "end");
  assert.equal(out.text(), "t 0\ng1 0\ng2 0\nt 1\ng1 1\ng2 1\ng1 2\n[['g1', 'g2'], 'slept']\ntimeout\nt\nrun\n");
});

test("promises of JavaScript are awaited with other tasks going on", async () => {
  const out = collect();
  const later = (ms, value) => new Promise((done) => { setTimeout(() => done(value), ms); });
  const py = await load({ ...out.options, modules: { host: { later: { make: (ms, value) => [later(ms, value)] } } } });
  assert.equal(await py.runAsync(`${TICKS}
from host import later
async def get():
    return await later.make(20, "answer")[0]
async def both():
    return await asyncio.gather(get(), tick("t", 3))
print(asyncio.run(both()))
task = asyncio.create_task(tick("u", 2))
print(await later.make(20, "top")[0], task.done())
"end"`), "end");
  assert.equal(out.text(), "t 0\nt 1\nt 2\n['answer', 't']\nu 0\nu 1\ntop True\n");
});

test("two programs of one instance may both run the loop", async () => {
  const out = collect();
  const py = await load(out.options);
  py.run(TICKS);
  const results = await Promise.all(["x", "y", "z"].map((name) =>
    py.start(`",".join(asyncio.run(main("${name}")))`).run()));
  assert.deepEqual(results, ["x1,x2", "y1,y2", "z1,z2"]);
  // A task that blocks in the middle of its turn holds up the others, and no more.
  const slow = py.start("import time\nasync def slow():\n  time.sleep(0.02)\n  return 5\nasyncio.run(slow())").run();
  assert.equal(await py.start("asyncio.run(asyncio.sleep(0, 6))").run(), 6);
  assert.equal(await slow, 5);
});

test("a program given up in the middle of a turn leaves the loop usable", async () => {
  const py = await load();
  py.run("import asyncio\nasync def spin():\n  while True: pass\nasync def nap():\n  await asyncio.sleep(100)");
  assert.throws(() => py.run("asyncio.run(spin())", { timeoutMs: 20 }), TimeoutError);
  assert.equal(py.run("asyncio.run(asyncio.sleep(0, 7))"), 7);
  const task = py.start("asyncio.run(nap())");
  const run = task.run();
  setTimeout(() => task.interrupt(), 5);
  await assert.rejects(run, { type: "KeyboardInterrupt" });
  py.run("asyncio.new_event_loop()");
  assert.equal(py.run("asyncio.run(asyncio.sleep(0, 8))"), 8);
});

test("a loop with nothing to do waits for the host: interrupt ends it, and run says that it cannot wait", async () => {
  const py = await load();
  const code = "import asyncio\nasync def forever():\n  await asyncio.Event().wait()\n";
  assert.throws(() => py.run(`${code}asyncio.run(forever())`), WaitError);
  const task = py.start(`${code}try:\n  asyncio.run(forever())\nexcept KeyboardInterrupt:\n  print('interrupted')\n"end"`);
  assert.equal(task.step().status, "waiting");
  assert.equal(task.waitsFor, "events");
  task.interrupt();
  assert.equal(await task.run(), "end");
});

test("input wakes a loop that waits for standard input, with other tasks going on", async () => {
  const out = collect();
  let give;
  const py = await load({ ...out.options, stdin: () => new Promise((done) => { give = done; }) });
  const run = py.runAsync(`
import asyncio, sys
async def read():
    line = await asyncio.StreamReader(sys.stdin).readline()
    return line.strip()
async def main():
    ticks = asyncio.create_task(tick())
    line = await read()
    ticks.cancel()
    return line
async def tick():
    while True:
        print("t", end="")
        await asyncio.sleep(0.001)
asyncio.run(main())`);
  while (!give || out.text().length < 3) await new Promise((done) => { setTimeout(done, 1); });
  give("a line\n");
  assert.equal(await run, "a line");
});

test("a program in asyncio's wait goes on from a snapshot", async () => {
  const out = collect();
  const py = await load(out.options);
  const task = py.start(`${TICKS}\n",".join(asyncio.run(main("s")))`);
  assert.equal(task.step().status, "waiting");
  const bytes = py.snapshot();
  task.abandon();
  const later = collect();
  const again = await load({ ...later.options, snapshot: bytes });
  assert.equal(await again.tasks[0].run(), "s1,s2");
  assert.equal(out.text() + later.text(), "s1 0\ns2 0\ns1 1\ns2 1\ns1 2\n");
});
