// Optimises the booted core with Binaryen: what only boot needed is gone by then, so it goes first.
//
// asc only translates (-O0). Its own optimiser inlines for speed everywhere, and cannot know that globals
// set by boot alone - hooks, types, tables - are constants now. Here only functions of HOT files are inlined
// generously: with small limits for all, object-heavy programs were a third slower.
import binaryen from "binaryen";

/** What the core may use: the features asc enables by default. */
const FEATURES = binaryen.Features.MutableGlobals | binaryen.Features.SignExt
  | binaryen.Features.NontrappingFPToInt | binaryen.Features.BulkMemory;
/** Largest functions that are inlined: always, where it seems to pay, into their only caller. Unit: expressions. */
const INLINE = { always: 2, flexible: 10, oneCaller: 40 };
/** The same for functions of HOT files. */
const INLINE_HOT = { always: 12, flexible: 70, oneCaller: 200 };
/** Objects whose functions run all the time while a Python program does. */
const HOT_OBJECTS = [
  "args", "attributes", "bignum", "bool", "bound_method", "cell", "dict\\w*", "float", "function", "hooks",
  "instance", "instance_layout", "int", "int_arith", "iterators", "iterators_lazy", "list", "list_methods", "native",
  "protocol", "range", "sequence", "set", "shape", "slice", "str", "str_split", "string_iterators", "table", "text",
  "tuple", "tuple_methods", "type", "type_lookup",
];
/** The files that are hot. */
const HOT = new RegExp(`^assembly/((vm|heap|core)/|objects/(${HOT_OBJECTS.join("|")})$)`);
/** The interpreter's loop: nothing is inlined into it but what its source says. V8 optimises it in the background, while
 *  a program runs three times as slow as afterwards; the time that takes grows with its size. */
const LOOP = "assembly/vm/interpreter/run";

/**
 * The module optimised.
 * @param {Uint8Array} bytes    a module without data and without exports that only the build calls
 * @param {{names?: boolean}} options  names: keep the functions' names
 */
export function shrink(bytes, { names = false } = {}) {
  const module = read(bytes);
  binaryen.setDebugInfo(names);
  binaryen.setOptimizeLevel(3);
  binaryen.setShrinkLevel(0);
  // Nobody writes to the slots of the table that asc has filled.
  binaryen.setPassArgument("directize-initial-contents-immutable", "1");
  module.runPasses(["remove-unused-module-elements"]);
  for (const name of calledBy(module, LOOP)) noInline(module, name);
  inlineUpTo(INLINE);
  module.runPasses(["inlining-optimizing"]);
  for (const file of filesOf(module)) {
    if (!HOT.test(file)) noInline(module, `${file}/*`);
  }
  inlineUpTo(INLINE_HOT);
  module.optimize();
  return emit(module);
}
/** The module without functions that nothing can call. */
export function removeUnused(bytes) {
  const module = read(bytes);
  module.runPasses(["remove-unused-module-elements"]);
  return emit(module);
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

/** The names of the functions that a function calls, but for the accessors of fields. */
function calledBy(module, name) {
  const text = binaryen.emitText(binaryen.getFunctionInfo(module.getFunction(name)).body);
  return new Set([...text.matchAll(/\(call \$([^\s#]+)\s/g)].map((match) => match[1]));
}
/** Functions whose names match (with *) are never inlined. */
function noInline(module, pattern) {
  binaryen.setPassArgument("no-inline", pattern);
  module.runPasses(["no-inline"]);
}
function inlineUpTo({ always, flexible, oneCaller }) {
  binaryen.setAlwaysInlineMaxSize(always);
  binaryen.setFlexibleInlineMaxSize(flexible);
  binaryen.setOneCallerInlineMaxSize(oneCaller);
}

/** The source files of a module's functions, as asc names them: assembly/vm/calls. */
function filesOf(module) {
  const files = new Set();
  for (let i = 0; i < module.getNumFunctions(); i++) {
    const { name } = binaryen.getFunctionInfo(module.getFunctionByIndex(i));
    if (/^(assembly|~lib)\//.test(name)) files.add(name.slice(0, name.lastIndexOf("/")));
  }
  return files;
}
