// Last passes over the code that Binaryen has written: on its instructions, not on a tree, and by their length in bytes.
import {
  EXPORT_KIND, SECTION, exportSection, functionNames, globalSection, putSection, readExports, readGlobals, readImports,
  writeBodies,
} from "./binary.mjs";
import { joinReturns, shortenNonZero, splitConditions } from "./branches.mjs";
import { shareConstants, shortenFloats } from "./constants.mjs";
import { joinWords, useConstantResults } from "./results.mjs";
import { bodyBytes, readFunctions, readTypes, signatures } from "./instructions.mjs";

/**
 * The module with shorter code.
 * @param {object[]} sections  with the functions' names
 * @param {{isCold: (name: string) => boolean, isLoop: (name: string) => boolean}} which  cold: speed does not count;
 *   loop: the code that runs before V8 has optimised it, too
 */
export function tidied(sections, { isCold, isLoop }) {
  const names = functionNames(sections), imports = readImports(sections).length;
  const nameOf = (i) => names.get(imports + i);
  const functions = readFunctions(sections), globals = readGlobals(sections);
  const all = signatures(sections), types = readTypes(sections);
  useConstantResults(functions, imports);
  functions.forEach((f, i) => {
    joinWords(f);
    const context = { locals: f.locals, all, types, globals };
    shortenNonZero(f, context);
    splitConditions(f, context);
    joinReturns(f, context);
    if (!isLoop(nameOf(i))) shortenFloats(f);
  });
  const shared = shareConstants(functions, globals, (i) => isCold(nameOf(i)));
  let out = putSection(sections, SECTION.code, writeBodies(functions.map(bodyBytes)));
  out = putSection(out, SECTION.global, globalSection(shared.globals));
  return putSection(out, SECTION.export, exportSection(readExports(out).map((e) =>
    (e.kind === EXPORT_KIND.global ? { ...e, index: shared.now[e.index] } : e))));
}
