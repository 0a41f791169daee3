// Last passes over the code that Binaryen has written: on its instructions, not on a tree, and by
// their length in bytes.
import {
  EXPORT_KIND, SECTION, exportSection, functionNames, globalSection, namesSection, putSection,
  readExports, readFunctionTypes,
  readGlobals, readImports, u32, unnamed, vector, writeBodies,
} from "./binary.mjs";
import { joinReturns, shortenNonZero, splitConditions } from "./branches.mjs";
import { shareConstants, shortenFloats } from "./constants.mjs";
import { outlined } from "./outline.mjs";
import { joinWords, useConstantResults } from "./results.mjs";
import { wrapped } from "./wrappers.mjs";
import { bodyBytes, readFunctions, readTypes, signatures } from "./instructions.mjs";

/**
 * The module with shorter code.
 * @param {object[]} sections  with the functions' names
 * @param {object} which
 * @param {(name: string) => boolean} which.isCold  functions whose speed does not count
 * @param {(name: string) => boolean} which.isLoop functions that stay as they are: code that runs
 *   for long before V8 has optimised it
 * @param {string} which.coldEnding  what the names of cold functions end in
 */
export function tidied(sections, { isCold, isLoop, coldEnding }) {
  const names = functionNames(sections), imports = readImports(sections).length;
  const nameOf = (i) => names.get(imports + i);
  const functions = readFunctions(sections), globals = readGlobals(sections);
  const all = signatures(sections), types = readTypes(sections);
  useConstantResults(functions, imports);
  functions.forEach((f, i) => {
    if (isLoop(nameOf(i))) return;
    joinWords(f);
    const context = { locals: f.locals, all, types, globals };
    shortenNonZero(f, context);
    splitConditions(f, context);
    joinReturns(f, context);
    shortenFloats(f);
  });
  const context = { all, types, globals }, before = all.length;
  // What is added is named after what it is like, and cold.
  const add = (added) => {
    for (const f of added) {
      names.set(all.length, names.get(f.like).replace(/\|.*/, `+${all.length}${coldEnding}`));
      all.push(f.signature);
      functions.push(f);
    }
  };
  add(wrapped(functions, context, all.length, (i) => isCold(nameOf(i))));
  add(outlined(functions, context, all.length, (i) => isCold(nameOf(i))));
  const shared = shareConstants(functions, globals, (i) => isCold(nameOf(i)));
  let out = withTypesOf(sections, all.slice(before));
  out = putSection(out, SECTION.code, writeBodies(functions.map(bodyBytes)));
  out = putSection(out, SECTION.global, globalSection(shared.globals));
  out = putSection(out, SECTION.export, exportSection(readExports(out).map((e) =>
    (e.kind === EXPORT_KIND.global ? { ...e, index: shared.now[e.index] } : e))));
  return [...unnamed(out), namesSection(names)];
}

/** The module with the types of further functions. */
function withTypesOf(sections, signatures) {
  const types = readTypes(sections), own = readFunctionTypes(sections);
  const keyOf = ({ params, result }) => `${params}:${result}`;
  const numbers = new Map(types.map((type, i) => [keyOf(type), i]));
  for (const signature of signatures) {
    const key = keyOf(signature);
    if (!numbers.has(key)) {
      numbers.set(key, types.length);
      types.push(signature);
    }
    own.push(numbers.get(key));
  }
  const entries = types.map(({ params, result }) =>
    [0x60, ...vector(params.map((t) => [t])), ...vector(result === undefined ? [] : [[result]])]);
  return putSection(putSection(sections, SECTION.type, Uint8Array.from(vector(entries))),
    SECTION.function,
    Uint8Array.from(vector(own.map(u32))));
}
