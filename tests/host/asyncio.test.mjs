// asyncio and select on the host's event loop: nothing blocks, several programs, interrupts,
// snapshots.
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
  assert.equal(out.text(),
    "t 0\ng1 0\ng2 0\nt 1\ng1 1\ng2 1\ng1 2\n[['g1', 'g2'], 'slept']\ntimeout\nt\nrun\n");
});

test("promises of JavaScript are awaited with other tasks going on", async () => {
  const out = collect();
  const later = (ms, value) => new Promise((done) => { setTimeout(() => done(value), ms); });
  const py =
    await load({ ...out.options,
      modules: { host: { later: { make: (ms, value) => [later(ms, value)] } } } });
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
  const slow =
    py.start("import time\nasync def slow():\n  time.sleep(0.02)\n  return 5\nasyncio.run(slow())")
      .run();
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
  const task =
    py.start(
      `${code}try:\n  asyncio.run(forever())\nexcept KeyboardInterrupt:\n  print('interrupted')\n"end"`);
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

const later = (ms, value) => new Promise((done) => { setTimeout(() => done(value), ms); });

test("programs that wait outside of functions do not take each other's turns", async () => {
  const errors = [];
  const py = await load({ stderr: (text) => { errors.push(text); } });
  py.run("import asyncio");
  // The later a program began, the sooner its wait is over: each is found due by another's loop.
  const waits =
    [8, 6, 4, 2].map((ms) => py.runAsync(`await asyncio.sleep_ms(${ms}, ${ms})`,
      { globals: { asyncio: py.globals.get("asyncio") } }));
  const loops = [7, 3].map((ms) => py.runAsync(`asyncio.run(asyncio.sleep_ms(${ms}, "${ms}"))`));
  assert.deepEqual(await Promise.all([...waits, ...loops]), [8, 6, 4, 2, "7", "3"]);
  assert.deepEqual(errors, []);
});

test("what an interrupted or abandoned program has left does not disturb the next", async () => {
  const errors = [];
  const py = await load({ stderr: (text) => { errors.push(text); } });
  py.run("import asyncio\nlock = asyncio.Lock()\nevent = asyncio.Event()");
  const waits = ["asyncio.sleep(0.01)", "event.wait()", "asyncio.gather(asyncio.sleep(0.01))",
    "asyncio.wait_for(event.wait(), 5)",
    "asyncio.create_task(asyncio.sleep(0.01))"];
  for (const wait of waits) {
    for (const end of ["interrupt", "abandon"]) {
      const task = py.start(`await ${wait}`, { topLevelAwait: true });
      assert.equal(task.step().status, "waiting", wait);
      task[end]();
      if (end === "interrupt") await assert.rejects(task.run(), { type: "KeyboardInterrupt" });
      assert.equal(await py.runAsync(`await asyncio.sleep(0, "after ${wait}")`), `after ${wait}`);
    }
  }
  // A lock is not handed to a program that is gone.
  py.run("async def hold():\n  async with lock: await asyncio.sleep_ms(5)");
  const holder = py.runAsync("asyncio.run(hold())");
  const gone = py.start("await lock.acquire()", { topLevelAwait: true });
  assert.equal(gone.step().status, "waiting");
  const next = py.runAsync("await lock.acquire()\nlock.release()\n'next'");
  gone.abandon();
  await holder;
  assert.equal(await next, "next");
  py.run("event.set()");
  await later(15);
  assert.equal(await py.runAsync("asyncio.run(asyncio.sleep_ms(20, 'last'))"), "last");
  assert.equal(py.run("asyncio._loops == [] and asyncio._owner == 0 and asyncio.cur_task is None"),
    true);
  assert.deepEqual(errors, []);
});

test("a program that need not wait holds nobody up, nor does one whose wait was refused", async () => {
  const py = await load();
  assert.equal(await py.runAsync(`
import asyncio
done = asyncio.create_task(asyncio.sleep(0, 1))
await done
results = [await asyncio.gather(), await asyncio.gather(done), asyncio.run(asyncio.sleep(0, 2))]
for wrong in (lambda: asyncio.sleep("x"), lambda: asyncio.wait_for(asyncio.sleep(0), "x"), lambda: asyncio.StreamReader(5).read(1)):
    try:
        await wrong()
    except TypeError:
        results.append(asyncio.run(asyncio.sleep(0, 3)))
    except OSError:
        results.append(asyncio.run(asyncio.sleep(0, 4)))
repr(results)`), "[[], [1], 2, 3, 3, 4]");
});

test("interrupted in a task's turn: the loop ends, and whoever waits for the task hears of it", async () => {
  const py = await load();
  py.run(`
import asyncio
async def spin():
    while True: pass
async def main():
    global task
    task = asyncio.create_task(spin())
    await task`);
  const run = py.runAsync("asyncio.run(main())");
  setTimeout(() => py.interrupt(), 10);
  await assert.rejects(run, { type: "KeyboardInterrupt" });
  assert.equal(await py
    .runAsync("try:\n    await task\nexcept KeyboardInterrupt:\n    r = task.done()\nr"), true);
});

test("programs that are cut anywhere share the loop's queue without losing a task", async () => {
  // A clock of its own, which goes on when nobody can.
  let now = 0;
  const py = await load({ clock: { now: () => now / 1000, ticks: () => now } });
  py.run(`
import asyncio
lock = asyncio.Lock()
order = []
async def work(name, n):
    total = 0
    for i in range(n):
        async with lock:
            total += i
            await asyncio.sleep_ms((i * 7 + n) % 5)
        t = asyncio.create_task(asyncio.sleep_ms(1000))
        await asyncio.sleep_ms(0)
        t.cancel()
    order.append(name)
    return total
async def main(name):
    return sum(await asyncio.gather(*[work(name, n) for n in range(3, 8)]))`);
  let seed = 12345;
  const random = (n) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % n;
  const tasks = Array.from({ length: 12 }, (_, n) => (n % 2
    ? py.start(`asyncio.run(main(${n}))`)
    : py.start(
      `a = asyncio.create_task(main(${n}))\nawait asyncio.sleep_ms(${n})\nasync with lock: pass\nawait a`, { topLevelAwait: true })));
  let rounds = 0;
  while (tasks.some((task) => !task.ended)) {
    assert.ok(++rounds < 100_000, `after ${rounds} rounds: ${tasks.map((task) => task.status)}`);
    let waiting = 0;
    for (const task of tasks) {
      if (task.ended || task.step({ fuel: 1 + random(40) }).status === "waiting") waiting++;
    }
    if (waiting === tasks.length) now++;
  }
  const sum = [3, 4, 5, 6, 7].reduce((all, n) => all + n * (n - 1) / 2, 0);
  assert.deepEqual(tasks.map((task) => task.result), tasks.map(() => sum));
  assert.equal(py.run("len(order)"), 60);
});

// A network of the test's own: what asyncio's functions for sockets need of a module `socket`.
const SOCKET = `
AF_INET, SOCK_STREAM, SOL_SOCKET, SO_REUSEADDR = 2, 1, 1, 4
listening = {}
def getaddrinfo(host, port, family=0, kind=0):
    return [(AF_INET, SOCK_STREAM, 0, "", (host, port))]
class socket:
    def __init__(self, family=AF_INET, kind=SOCK_STREAM, protocol=0):
        self.input, self.peer, self.queue, self.closed, self.ended = bytearray(), None, [], False, False
    def setblocking(self, on): self.blocking = on
    def setsockopt(self, level, name, value): pass
    def bind(self, address): self.address = address
    def listen(self, backlog): listening[self.address] = self
    def accept(self): return self.queue.pop(0)
    def connect(self, address):
        if address not in listening: raise OSError(111)
        self.peer, other = socket(), self
        self.peer.peer = other
        listening[address].queue.append((self.peer, ("client", 1)))
        raise OSError(115)
    def read(self, n=-1):
        if not self.input: return b"" if self.ended else None
        data = bytes(self.input if n < 0 else self.input[:n])
        self.input = self.input[len(data):]
        return data
    def readline(self):
        i = self.input.find(b"\\n")
        return self.read(i + 1) if i >= 0 or self.ended else None
    def write(self, data):
        self.peer.input += bytes(data[:3])
        return min(len(data), 3)
    def close(self):
        self.closed = True
        if self.peer: self.peer.ended = True
        listening.pop(getattr(self, "address", None), None)
    def ioctl(self, request, mask):
        ready = 4 | (1 if self.input or self.queue or self.ended else 0)
        return ready & mask if request == 3 else -22
`;
test("open_connection and start_server speak through a module socket of the embedder's", async () => {
  const py = await load({ files: { "/socket.py": SOCKET } });
  assert.deepEqual((await py.runAsync(`
import asyncio
peers = []
async def greet(reader, writer):
    peers.append(reader.get_extra_info("peername"))
    name = await reader.readline()
    writer.write(b"Hello " + name)
    await writer.drain()
    writer.close()
    await writer.wait_closed()
async def ask(name):
    reader, writer = await asyncio.open_connection("here", 80)
    writer.write(name + b"\\n")
    await writer.drain()
    answer = await reader.read()
    await writer.wait_closed()
    return answer.decode()
async def main():
    async with await asyncio.start_server(greet, "here", 80) as server:
        got = await asyncio.gather(ask(b"Ada"), ask(b"Bob"))
    try:
        await ask(b"Eve")
    except OSError as e:
        got.append(e.errno)
    return got + [len(peers)]
asyncio.run(main())`)).toJs(), ["Hello Ada\n", "Hello Bob\n", 111, 2]);
  const bare = await load();
  await assert.rejects(bare.runAsync("import uasyncio\nawait uasyncio.open_connection('here', 80)"),
    { type: "ModuleNotFoundError" });
});
