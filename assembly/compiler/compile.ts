// The compiler's entry: source text to a code object, and its settings.
//
// lexer and parser (parser.ts) → tree → scopes (scopes_visit.ts, scopes.ts) → code (emitter.ts).
// Nothing here is a safepoint, so values need not be kept while it works; all its memory is given
// back at the end, also after errors.
import { Value, RAISED } from "../core/value";
import { addPackHook } from "../heap/pack";
import { installCompile, noteCompiled, optLevel, COMPILE_FROZEN,
  COMPILE_BUILTINS } from "../objects/hooks";
import { CODE_FROZEN, CODE_BUILTIN } from "../bytecode/code";
import { mpyRead } from "../bytecode/reader";
import { raised, raiseNoMemory } from "../objects/errors";
import { internStr } from "../objects/str";
import { arenaBegin, arenaClear, arenaEnd, arenaFailed } from "./arena";
import { Mode } from "./ast";
import { keywordsInit } from "./tokens";
import { lexerInit } from "./lexer";
import { parseSource, treeIsWalkable } from "./parser";
import { setOptions, setFrozen } from "./options";
import { visitModule } from "./scopes_visit";
import { resolveScopes } from "./scopes";
import { codeReset, codeFree } from "./emitter_code";
import { tablesReset, tablesFree } from "./emitter_tables";
import { emitScopes } from "./emitter";

// modes, as of the builtin compile()
export const COMPILE_EXEC: i32 = 0;
export const COMPILE_EVAL: i32 = 1;
/** Expression statements are printed: the code calls `__repl_print__(value)`. */
export const COMPILE_SINGLE: i32 = 2;

// options
/** The value of the last statement, if it is an expression, is what the module's code returns. */
export const COMPILE_RETURN_LAST: u32 = 2;
/** The source is bytes of a file, in which a `coding` comment counts (the parser's flag); or those
 *  of a .mpy file. */
export const COMPILE_BYTES: u32 = 4;
/** `await` and its like may stand outside of functions: the module's code is then that of a
 *  coroutine. */
export const COMPILE_TOP_AWAIT: u32 = 8;
/** Add `level << 8` and this for an optimisation level of this compilation. */
export const COMPILE_LEVEL: u32 = 0x80;

export { setOptLevel } from "../objects/hooks";
export function getOptLevel(): i32 { return optLevel; }

/** Compiles `bytes` bytes of UTF-8 at `at`. `filename` a str; mode and options COMPILE_*. Returns a
 *  CodeObject as a Value, or RAISED with SyntaxError (or a subclass), RecursionError, RuntimeError
 *  or MemoryError. */
export function compileWith(at: usize, bytes: u32, filename: Value, mode: i32,
    options: u32): Value {
  // No source text begins so: 6 is no character of Python's.
  if (options & COMPILE_BYTES && bytes > 1 && load<u16>(at) == 0x064d) return mpyRead(at, bytes);
  const level = options & COMPILE_FROZEN ? 0 : options & COMPILE_LEVEL ? <i32>(options >> 8 & 3)
    : optLevel;
  const name = internStr(filename);
  if (name == RAISED) return RAISED;
  setOptions(level, (options & COMPILE_RETURN_LAST) != 0 || mode == COMPILE_EVAL,
    mode == COMPILE_SINGLE, (options & COMPILE_TOP_AWAIT) != 0);
  setFrozen(options & COMPILE_FROZEN ? CODE_FROZEN : 0, options & COMPILE_BUILTINS ? CODE_BUILTIN
    : 0);
  arenaBegin();
  tablesReset();
  codeReset();
  const result = run(at, bytes, name, mode, options);
  tablesFree();
  codeFree();
  arenaEnd();
  if (result != RAISED && !(options & COMPILE_FROZEN)) {
    listingFn(result);
    noteCompiled(result);
  }
  return result;
}
let listingFn: (code: Value) => void = noListing;
function noListing(code: Value): void {}
/** Has `f` told of every code object of a whole source. */
export function installListing(f: (code: Value) => void): void { listingFn = f; }
function run(at: usize, bytes: u32, name: Value, mode: i32, options: u32): Value {
  const module = parseSource(at, bytes, name,
    mode == COMPILE_EVAL ? Mode.EVAL : mode == COMPILE_SINGLE ? Mode.SINGLE : Mode.MODULE,
    options & COMPILE_BYTES ? 1 : 0);
  if (module == 0 || !treeIsWalkable()) return RAISED;
  if (!visitModule(module) || raised()) return RAISED;
  if (!arenaFailed() && !resolveScopes()) return RAISED;
  if (arenaFailed()) return raiseNoMemory(arenaFailed());
  return emitScopes(name);
}

/** Installs the hook that compile(), exec(), eval() and import use. Called once, at boot. */
export function compilerInit(): void {
  keywordsInit();
  lexerInit();
  installCompile(compileWith);
  addPackHook(arenaClear);
}
