// Optimises the booted core with Binaryen: what only boot needed is gone by then, so it goes first.
//
// asc only translates (-O0), and puts no function into another (tools/asc-calls.mjs): its own
// optimiser inlines for speed everywhere, and cannot know that globals set by boot alone - hooks,
// types, tables - are constants now. Here room is given to what runs much: calls that are done
// often (HOT) and those of the interpreter's loop are inlined; all others stay calls, unless the
// function is smaller than its call. That is 100 KB less, and as fast.
//
// Binaryen chooses by the function that is called, never by the caller, so small hot functions get
// a twin that is called where calls are cold (tools/wasm/twins.mjs). Its pass `no-inline` takes
// patterns of names: while this file works, names end in a class.
import { readFileSync } from "node:fs";
import binaryen from "binaryen";
import { functionNames, readModule, renamed, unnamed, writeModule } from "./wasm/binary.mjs";
import { mostCalledFirst } from "./wasm/order.mjs";
import { tidied } from "./wasm/tidy.mjs";
import { addTwins, calledBy, hasLoop, withoutNeedlessTwins } from "./wasm/twins.mjs";

/** What the core may use: the features asc enables by default. */
const FEATURES = binaryen.Features.MutableGlobals | binaryen.Features.SignExt
  | binaryen.Features.NontrappingFPToInt | binaryen.Features.BulkMemory;
/** Largest functions that are inlined: always, where it seems to pay, into their only caller. Unit:
 *  expressions. */
const INLINE_TRIVIAL = { always: 3, flexible: 0, oneCaller: 0 };
const INLINE_LISTED = { always: 100_000, flexible: 0, oneCaller: 0 };
const INLINE_HOT = { always: 12, flexible: 70, oneCaller: 200 };
// Larger functions with one caller stay out of it: in the interpreter's loop they cost first runs a fifth.
const INLINE_COLD = { always: 2, flexible: 0, oneCaller: 200 };
/** Larger ones have no twin: nothing would inline them. Unit: bytes. */
const TWIN_BYTES = 160;
/** Functions that run much, one a line, each with the functions that it calls often:
 *  tools/profile.mjs makes the list. */
const HOT = new URL("hot.txt", import.meta.url);
/** The interpreter's loop: nothing is inlined into it but what its source says. V8 optimises it in
 *  the background, while a program runs three times as slow as afterwards; the time that takes
 *  grows with its size. */
const LOOP = "assembly/vm/interpreter/run";
/** Hot, but called next to much slower things, and from a hundred places: not inlined. */
const NEVER_INLINED = ["heap/roots/keep", "core/utf8/utf8SequenceLength", "objects/int/intPart",
  "objects/float/floatPart",
  "objects/protocol/payloadOf", "objects/int/itemPlace"].map((name) => `assembly/${name}`);
/** What a function's name ends in. LISTED: hot, and @inline in the source. APART: the loop, and
 *  what it calls. */
const CLASS = { listed: "|listed", hot: "|hot", apart: "|apart", cold: "|cold" };
const FAST = [3, 0], SMALL = [2, 2];

/**
 * The module optimised.
 * @param {Uint8Array} bytes    a module without data and without exports that only the build calls
 * @param {{names?: boolean, listed: Set<string>}} options names: keep the functions' names; listed:
 *   functions that are
 *   @inline in the source
 */
export function shrink(bytes, { names = false, listed }) {
  const prepared = withoutTrivial(bytes), hot = readHot(prepared);
  let module = read(classified(prepared, hot, listed));
  inline(module, INLINE_LISTED, [CLASS.hot, CLASS.apart, CLASS.cold]);
  // that a function is not to be inlined is forgotten
  module = read(emit(module));
  inline(module, INLINE_HOT, [CLASS.apart, CLASS.cold]);
  // What was not inlined everywhere is there: its twin would only be a second one.
  module =
    read(writeModule(withoutNeedlessTwins(readModule(emit(module)), plainName,
      (name) => name.endsWith(CLASS.cold))));
  levels(SMALL);
  inline(module, INLINE_COLD, [CLASS.apart]);
  // Twins that nothing was inlined into are alike; arguments that are the same everywhere go.
  module.runPasses(["duplicate-function-elimination", "dae-optimizing",
    "simplify-globals-optimizing",
    "duplicate-function-elimination", "remove-unused-module-elements"]);
  eachFunction(module, (f, name) => {
    levels(name.endsWith(CLASS.cold) ? SMALL : FAST);
    module.optimizeFunction(f);
  });
  levels(SMALL);
  module.runPasses(["duplicate-function-elimination", "simplify-globals-optimizing",
    "duplicate-function-elimination",
    "remove-unused-module-elements", "directize", "reorder-globals", "generate-stack-ir",
    "optimize-stack-ir"]);
  const sections = mostCalledFirst(tidied(readModule(emit(module)), {
    isCold: (name) => name.endsWith(CLASS.cold), isLoop: (name) => name.startsWith(LOOP),
    coldEnding: CLASS.cold,
  }));
  return writeModule(names ? renamed(sections, plainName) : unnamed(sections));
}
/** The module without functions that are smaller than their calls, accessors of fields above all:
 *  what tools/profile.mjs counts. */
export function withoutTrivial(bytes) {
  binaryen.setDebugInfo(true);
  // Nobody writes to the slots of the table that asc has filled.
  binaryen.setPassArgument("directize-initial-contents-immutable", "1");
  // Nothing lies below 1024 (FIRST in tools/link.mjs): constants that are added to addresses become
  // offsets.
  binaryen.setLowMemoryUnused(true);
  const module = read(bytes);
  // asc's code as it is says little about sizes.
  levels(FAST);
  module.runPasses(["remove-unused-module-elements", "simplify-globals", "directize"]);
  eachFunction(module, (f) => module.optimizeFunction(f));
  inline(module, INLINE_TRIVIAL, []);
  return emit(module);
}
/** The module without functions that nothing can call. */
export function removeUnused(bytes) {
  const module = read(bytes);
  module.runPasses(["remove-unused-module-elements"]);
  return emit(module);
}

/** A function's name in the source. */
const plainName = (name) => name.replace(/(\+\d+)?\|\w+$/, "");
/** Of each hot function the functions that it calls often. Says which there are no more: renamed
 *  ones would be slow. */
function readHot(bytes) {
  const hot = new Map(), lines = readFileSync(HOT, "utf8").split("\n");
  for (const line of lines) {
    if (line === "" || line.startsWith("#")) continue;
    const [name, ...called] = line.split(" ");
    hot.set(name, new Set(called));
  }
  const names = new Set(functionNames(readModule(bytes)).values());
  const gone = [...hot.keys()].filter((name) => !names.has(name));
  if (gone.length > 0)
    console.warn(
      `tools/hot.txt names ${gone.length} functions that are gone: node tools/profile.mjs`);
  return hot;
}

/** The module with twins, and the functions' classes in their names. */
function classified(bytes, hot, listed) {
  const sections = readModule(bytes);
  const apart = new Set([LOOP, ...calledBy(sections, LOOP), ...NEVER_INLINED]);
  const classOf = (name) =>
    (!hot.has(name) && name !== LOOP ? CLASS.cold : NEVER_INLINED.includes(name) ? CLASS.apart
    : listed.has(name) ? CLASS.listed : apart.has(name) ? CLASS.apart : CLASS.hot);
  return writeModule(addTwins(sections, {
    wantsTwin: (name, body) =>
      hot.has(name) && (listed.has(name) || (body.length <= TWIN_BYTES && !hasLoop(body))),
    callsTwin: (name, called) => !hot.get(name)?.has(called) && name !== LOOP,
    rename: (name, isTwin) => name + (isTwin ? CLASS.cold : classOf(name)),
  }));
}

function inline(module, { always, flexible, oneCaller }, notThese) {
  for (const ending of notThese) {
    binaryen.setPassArgument("no-inline", `*${ending}`);
    module.runPasses(["no-inline"]);
  }
  binaryen.setAlwaysInlineMaxSize(always);
  binaryen.setFlexibleInlineMaxSize(flexible);
  binaryen.setOneCallerInlineMaxSize(oneCaller);
  module.runPasses(["inlining-optimizing", "remove-unused-module-elements"]);
}
/** Calls `visit(function, name)` for the functions that are not imported. */
function eachFunction(module, visit) {
  for (let i = 0; i < module.getNumFunctions(); i++) {
    const f = module.getFunctionByIndex(i), info = binaryen.getFunctionInfo(f);
    if (!info.module) visit(f, info.name);
  }
}
function levels([optimize, shrinking]) {
  binaryen.setOptimizeLevel(optimize);
  binaryen.setShrinkLevel(shrinking);
}
function read(bytes) {
  const module = binaryen.readBinary(bytes);
  module.setFeatures(FEATURES);
  return module;
}
function emit(module) {
  const bytes = module.emitBinary();
  module.dispose();
  return bytes;
}
