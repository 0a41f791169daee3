// What is let go of without a word, on both sides of the border. Reports what is there before and
// after collections.
import { loadSync } from "../../../dist/index.js";
import { readFileSync } from "node:fs";
import { collect, report, turn } from "./report.mjs";

const MANY = 200;
const core =
  new WebAssembly.Module(readFileSync(new URL("../../../dist/krait.wasm", import.meta.url)));
const found = {};
const collectPython = (py) => py.run("import gc\nfor i in range(4): gc.collect()");

/** Proxies that JavaScript forgets: their objects die in Python. */
async function proxies() {
  const py = loadSync(core);
  py.run(`
import weakref
deaths = 0
class Thing:
    def __del__(self):
        global deaths
        deaths += 1
refs = []
def make():
    thing = Thing()
    refs.append(weakref.ref(thing))
    return thing
def alive(): return sum(1 for ref in refs if ref() is not None)
`);
  const look = () => {
    collectPython(py);
    return { held: py.held.pythonObjects, deaths: py.run("deaths"), alive: py.run("alive()") };
  };
  const empty = look();
  const kept = [];
  (() => {
    const make = py.run("make");
    for (let i = 0; i < MANY; i++) { const thing = make(); if (i < 3) kept.push(thing); }
    make.dispose();
  })();
  await turn();
  const made = look();
  await collect(() => py.held.pythonObjects <= empty.held + 3, 50);
  const dropped = look();
  found.proxies =
    { empty, made, dropped,
      kept: kept.map((thing) => py.run("lambda x: type(x).__name__")(thing)) };
}
/** Objects of JavaScript that Python forgets. */
async function objects() {
  const py = loadSync(core);
  const refs = [];
  py.globals.set("make", () => {
    const made = { data: new Array(10) };
    refs.push(new WeakRef(made));
    return made;
  });
  const look = async () => {
    collectPython(py);
    await collect();
    return { held: py.held.jsObjects, alive: refs.filter((ref) => ref.deref()).length };
  };
  const empty = await look();
  py.run(`things = [make() for i in range(${MANY})]`);
  const made = await look();
  py.run("del things");
  found.objects = { empty, made, dropped: await look() };
}
/** A cycle across the border stays, as docs/embedding.md says, until one side breaks it. */
async function cycles() {
  const py = loadSync(core);
  py.run("import weakref\nclass Node: pass\ndef alive(refs): return sum(1 for ref in refs if ref() is not None)\nrefs = []");
  const refs = [];
  (() => {
    const make =
      py.run("def make(other):\n    node = Node()\n    node.other = other\n    refs.append(weakref.ref(node))\n    return node\nmake");
    for (let i = 0; i < MANY; i++) {
      const object = {};
      object.node = make(object);
      refs.push(new WeakRef(object));
    }
    make.dispose();
  })();
  const look = async (turns) => {
    for (let i = 0; i < turns; i++) { await collect(undefined, 4); collectPython(py); }
    await collect();
    return { python: py.run("alive(refs)"), js: refs.filter((ref) => ref.deref()).length };
  };
  const made = await look(3);
  (() => { for (const ref of refs) ref.deref().node.dispose(); })();
  found.cycles = { made, broken: await look(3) };
}
/** Instances and unfinished programs that nobody has any more. */
async function instances() {
  const refs = [];
  const py = loadSync(core);
  (() => {
    for (let i = 0; i < MANY; i++) {
      const other = loadSync(core);
      other.run("x = [1]");
      other.start("while True: pass").step({ fuel: 100 });
      refs.push(new WeakRef(other));
    }
    py.run("import weakref\nclass Local: pass\nrefs = []");
    for (let i = 0; i < 50; i++) {
      py.start(
        "def f():\n    mine = Local()\n    refs.append(weakref.ref(mine))\n    while True: pass\nf()").step({ fuel: 100 });
    }
  })();
  const alive = () => {
    collectPython(py);
    return py.run("sum(1 for ref in refs if ref() is not None)");
  };
  const made = { instances: refs.filter((ref) => ref.deref()).length, programs: alive() };
  await collect(undefined, 20);
  found.instances =
    { made, dropped: { instances: refs.filter((ref) => ref.deref()).length, programs: alive() } };
}
await proxies();
await objects();
await cycles();
await instances();
report({ many: MANY, ...found });
