// The parser: entry points, and the means that its files share.
//
// Recursive descent over the lexer's tokens, files by theme: parser_expressions, _atoms, _calls,
// _strings, _fstrings, _numbers, _simple (statements), _blocks, _functions, _patterns, _targets. On
// an error the token becomes ERROR, which no rule accepts, so that functions return at once with
// whatever nodes they have: results need no testing, but loops go on only while they see the tokens
// they want, and checks of finished nodes ask `failed` first. Grammar:
// docs.python.org/3.11/reference/grammar.html. Messages and their places as CPython 3.11's.
import { Value, NOTHING } from "../core/value";
import {
  SyntaxError, IndentationError, RecursionError, raised, raise, raiseNoMemory,
} from "../objects/errors";
import { Text, textNew } from "../objects/text";
import { nativeDepthNow, stackHas, NATIVE_DEPTH_MAX } from "../objects/hooks";
import { arenaFailed } from "./arena";
import {
  Kind, Mode, Node, ListNode, ChainNode, ModuleNode, UnaryNode, MAX_DEPTH, nodeNew,
} from "./ast";
import { sourceAt, syntaxErrorAt, syntaxErrorText, syntaxErrorValue } from "./errors";
import {
  L, advance, failed, trying, setTrying, stop, readRest, lexerBegin, saveState, restoreState,
} from "./lexer";
import { T } from "./tokens";
import { sourceRead } from "./source";
import { parseStatements, parseStatement } from "./parser_simple";
import { parseExpressionList } from "./parser_expressions";
import { describeInto } from "./parser_targets";

// ---- errors ----

/** A node for what could not be parsed. Stops the parser. */
export function bad(): usize {
  stop();
  return nodeNew(Kind.BAD, 64, L.line, L.at);
}
/** "invalid syntax" at the current token (or what its kind deserves). Returns a BAD node. */
export function fail(): usize {
  if (failed) return bad();
  if (trying > 0) return bad();
  if (L.tok == T.INDENT || L.tok == T.DEDENT) {
    // In the column of the last space, as in CPython.
    const at = L.tok == T.INDENT ? L.at - 1 : L.at;
    syntaxErrorAt(IndentationError, at, L.end,
      L.tok == T.INDENT ? "unexpected indent" : "unexpected unindent");
    return bad();
  }
  return failAt(L.at, L.end, "invalid syntax");
}
/** SyntaxError(message) for the bytes `at` to `end`. Returns a BAD node. */
export function failAt(at: u32, end: u32, message: string): usize {
  return failFormat(at, end, message, 0, 0);
}
/** The same with a message made of a template (Text.format). */
export function failFormat(at: u32, end: u32, template: string, a: u64, b: u64): usize {
  if (failed || trying > 0) return bad();
  const t = textNew();
  if (L.inFormat != 0) t.literal("f-string: ");
  t.format(template, a, b);
  return failText(SyntaxError, at, end, t);
}
/** type(message) for the bytes `at` to `end`, with a built message, which is freed. */
export function failText(type: usize, at: u32, end: u32, message: Text): usize {
  if (failed || trying > 0) { message.drop(); return bad(); }
  syntaxErrorText(type, at, end, message);
  readRest();
  return bad();
}
/** SyntaxError(message) at the current token. Returns a BAD node. */
export function failHere(message: string): usize { return failAt(L.at, L.end, message); }
/** SyntaxError(message) at a node. Returns a BAD node. */
export function failNode(node: usize, message: string): usize {
  return failAt(changetype<Node>(node).at, changetype<Node>(node).end, message);
}
/** SyntaxError(before + what the node is called + after) at a node. Returns a BAD node. */
export function failKind(node: usize, before: string, after: string): usize {
  const t = textNew();
  if (L.inFormat != 0) t.literal("f-string: ");
  t.literal(before);
  describeInto(t, node);
  t.literal(after);
  return failText(SyntaxError, changetype<Node>(node).at, changetype<Node>(node).end, t);
}

// Errors of meaning (a `return` outside a function ...) do not stop the parser: only a text without
// errors of grammar has them, and of several the first counts.

/** Message of the first error of meaning, a str; NOTHING: none. */
let later: Value = NOTHING;
let laterAt: u32 = 0;
let laterEnd: u32 = 0;
/** SyntaxError(message) at a node, if the rest parses; `message` is freed. */
function laterText(node: usize, message: Text): void {
  if (failed || trying > 0 || later != NOTHING) { message.drop(); return; }
  later = message.finish();
  laterAt = changetype<Node>(node).at;
  laterEnd = changetype<Node>(node).end;
}
/** SyntaxError(message) at a node, if the rest parses. */
export function failLater(node: usize, message: string): void {
  failLaterNamed(node, message, NOTHING);
}
/** The same with a message of a template (Text.format); `name` a str. */
export function failLaterNamed(node: usize, template: string, name: Value): void {
  const t = textNew();
  t.format(template, name);
  laterText(node, t);
}
/** SyntaxError(before + the node's source + after) at a node, if the rest parses. */
export function failLaterSource(node: usize, before: string, after: string): void {
  const t = textNew(), n = changetype<Node>(node);
  t.literal(before);
  t.bytes(sourceAt() + n.at, n.end - n.at);
  t.literal(after);
  laterText(node, t);
}

// ---- tokens ----

/** Goes on if the current token is `t`. Returns whether it was. */
@inline export function accept(t: T): bool {
  if (L.tok != t) return false;
  advance();
  return true;
}
/** The current token must be `t`. */
export function expect(t: T): void { if (L.tok == t) advance(); else fail(); }
/** The current token must be `:`; if the line ends here, the message says so. */
export function expectColon(): void {
  if (L.tok == T.COLON) advance();
  else if (L.tok == T.NEWLINE) failHere("expected ':'");
  else fail();
}
/** The current token must be `:`, whatever else is there the message says so. */
export function forceColon(): void {
  if (L.tok == T.COLON) advance(); else failHere("expected ':'");
}
/** Begins to try: errors of the parser only stop it. Returns the state to go back to. */
export function tryBegin(): usize {
  setTrying(trying + 1);
  return saveState();
}
/** Ends a try. Returns whether it succeeded; if not, the state is as it was at its begin (unless
 *  the lexer has raised an error: then that stands). */
export function tryEnd(state: usize): bool {
  setTrying(trying - 1);
  if (!failed) return true;
  restoreState(state);
  return false;
}

// ---- nodes ----

/** A node that begins at the current token. */
@inline export function nodeHere(kind: Kind, bytes: usize): usize {
  return nodeNew(kind, bytes, L.line, L.at);
}
/** Sets the end of a node: that of the last token taken. Returns the node. */
@inline export function finish(node: usize): usize {
  changetype<Node>(node).end = L.previousEnd;
  return node;
}
/** A UnaryNode that begins at the current token. */
export function unaryHere(kind: Kind, op: i32): UnaryNode {
  const node = changetype<UnaryNode>(nodeHere(kind, offsetof<UnaryNode>()));
  node.op = <u8>op;
  return node;
}
/** A ListNode that begins where `at` and `line` say. */
export function listNew(kind: Kind, line: u32, at: u32): ListNode {
  return changetype<ListNode>(nodeNew(kind, offsetof<ListNode>(), line, at));
}
/** A ChainNode that begins with the node `first`, at `line` and `at`. */
export function chainNew(kind: Kind, first: usize, line: u32, at: u32): ChainNode {
  const chain = changetype<ChainNode>(nodeNew(kind, offsetof<ChainNode>(), line, at));
  chain.first = first;
  return chain;
}
/** Appends a node to a list. */
export function append(list: ListNode, node: usize): void {
  if (list.last == 0) list.first = node; else changetype<Node>(list.last).next = node;
  list.last = node;
  list.count++;
}
/** Appends `node` to a chain of nodes whose last one is `last` (0: none). Returns `node`, the new
 *  last one. */
@inline export function link(last: usize, node: usize): usize {
  if (last != 0) changetype<Node>(last).next = node;
  return node;
}
/** The same for the chain whose first node is kept at `first`. */
export function linkIn(first: usize, last: usize, node: usize): usize {
  if (last == 0) store<u32>(first, <u32>node);
  return link(last, node);
}

// ---- depth ----

/** Nesting now. */
let depth: i32 = 0;
/** Deepest nesting allowed: MAX_DEPTH, or less if natives below the compiler have taken of the
 *  stack already. */
let depthMax: i32 = MAX_DEPTH;
/** After so many levels the host is asked whether its stack has room for as many again
 *  (hooks.ts). */
const LEVELS_AT_ONCE: i32 = 8;
/** Frames (stackHas) of so many levels. */
const PARSER_FRAMES: i32 = 500;
/** Nesting at which it is asked next. */
let depthLimit: i32 = LEVELS_AT_ONCE;
/** Enters a level of nesting. False: too deep, RecursionError is raised. Every call is paired with
 *  leave(). */
export function enter(): bool {
  if (++depth <= depthLimit) return true;
  if (depth <= depthMax && stackHas(PARSER_FRAMES)) {
    depthLimit = depth + LEVELS_AT_ONCE;
    if (depthLimit > depthMax) depthLimit = depthMax;
    return true;
  }
  if (!failed && !raised()) raiseTooDeep();
  stop();
  return false;
}
@inline export function leave(): void { depth--; }
function raiseTooDeep(): void {
  raise(RecursionError, "maximum recursion depth exceeded during compilation");
}
/** Frames (stackHas) that the passes over the tree take a level at most; what the parser takes may
 *  be less. */
const FRAMES_A_LEVEL: i32 = 3;
/** True if the stack has room for the passes over a tree as deep as what was parsed last; else
 *  RecursionError is pending. */
export function treeIsWalkable(): bool {
  return depthLimit == LEVELS_AT_ONCE || stackIsRoomy(depthLimit * FRAMES_A_LEVEL);
}
function stackIsRoomy(frames: i32): bool {
  if (stackHas(frames)) return true;
  raiseTooDeep();
  return false;
}

// ---- context ----

/** Bits of `context`. */
export const IN_FUNCTION: u32 = 1;
export const IN_LOOP: u32 = 2;
/** Where the statement being parsed stands: for `return`, `break`, `continue`. */
export let context: u32 = 0;
export function setContext(bits: u32): void { context = bits; }

// ---- entry ----

/** parseSource's flag: the text is bytes from a file, so a `coding` comment counts. Without it the
 *  text is a str. */
export const PARSE_BYTES: u32 = 1;

/** Parses `bytes` bytes of source at `at`; `name`: the file's name, a str. Returns the ModuleNode,
 *  or 0 with SyntaxError, IndentationError, TabError, RecursionError or MemoryError pending. The
 *  tree lies in the arena, which the caller begins before (arenaBegin) and ends when it is done
 *  with the tree (arenaEnd). */
export function parseSource(at: usize, bytes: u32, name: Value, mode: Mode, flags: u32): usize {
  if (!stackIsRoomy(PARSER_FRAMES) || !sourceRead(at, bytes, name, flags)) return 0;
  depth = 0;
  depthMax = MAX_DEPTH - MAX_DEPTH * nativeDepthNow() / (NATIVE_DEPTH_MAX + 1);
  depthLimit = LEVELS_AT_ONCE < depthMax ? LEVELS_AT_ONCE : depthMax;
  context = 0;
  later = NOTHING;
  lexerBegin();
  const module = changetype<ModuleNode>(nodeNew(Kind.MODULE, offsetof<ModuleNode>(), 1, 0));
  module.op = <u8>mode;
  if (mode == Mode.EVAL) module.body = parseEval();
  else if (mode == Mode.SINGLE) module.body = parseSingle();
  else module.body = parseStatements(T.END);
  finish(changetype<usize>(module));
  if (arenaFailed() != 0 && !raised()) raiseNoMemory(arenaFailed());
  if (later != NOTHING && !raised()) syntaxErrorValue(SyntaxError, laterAt, laterEnd, later);
  return raised() ? 0 : changetype<usize>(module);
}
/** One expression and any number of newlines. */
function parseEval(): usize {
  const statement = unaryHere(Kind.EXPRESSION, 0);
  statement.value = parseExpressionList();
  finish(changetype<usize>(statement));
  while (accept(T.NEWLINE)) {}
  if (L.tok != T.END) fail();
  return changetype<usize>(statement);
}
/** One statement of an interactive session; nothing gives nothing. */
function parseSingle(): usize {
  while (accept(T.NEWLINE)) {}
  if (L.tok == T.END) return 0;
  const end = L.at;
  const first = parseStatement();
  while (accept(T.NEWLINE)) {}
  if (L.tok != T.END) {
    failAt(end, end, "multiple statements found while compiling a single statement");
  }
  return first;
}
