// Makes the snapshots that every host restores: an instance, and a program paused in the middle of
// an expression. Writes them, as text, into a module beside.
import { writeFileSync } from "node:fs";
import { load } from "krait";

const python = await load({ files: { "notes.txt": "kept\n" } });
python.run(`
class Counter:
    def __init__(self): self.n = 0
    def next(self):
        self.n += 1
        return self.n
counter = Counter()
counter.next()
numbers = iter(range(10))
next(numbers)
data = {"é": [1, 2.5, 2 ** 70]}
`);
const text = (bytes) => Buffer.from(bytes).toString("base64");
const saved = { idle: text(python.snapshot()) };

const busy = await load();
const task = busy.start(`
def walk(n):
    total = 0
    for i in range(n):
        total += sum([j * i for j in range(20)]) + len(str(total))
    return total
before = 1
before + walk(400)
`);
task.step({ fuel: 3333 });
if (task.status !== "out-of-fuel") throw new Error(task.status);
saved.paused = text(busy.snapshot());
while (task.step().status !== "done");
saved.result = task.result;
saved.fuel = String(task.fuelUsed);

// A program that holds a module of the host, a function of it and a member of a member, between two
// calls of it.
const hosted =
  await load({ modules: { db: { query: (n) => `node ${n}`, names: { first: "node" } } } });
const talk = hosted.start(`
import db
from db import query
held = [query, db.names]
first = query(1)
for i in range(1000): pass
[first, held[0](2), db.query(3), held[1].first]
`);
talk.step({ fuel: 500 });
if (talk.status !== "out-of-fuel") throw new Error(talk.status);
saved.hosted = text(hosted.snapshot());
writeFileSync(new URL("saved.mjs", import.meta.url), `export default ${JSON.stringify(saved)};\n`);
