// The syntax tree: node kinds and layouts, in the arena (compiler/arena.ts).
//
// Every node begins with the fields of Node. A list is a chain of nodes through `next`; its owner
// holds the first one (0: empty). A node is in one list at most. Repetition that a program can make
// arbitrarily long is flat, so that no pass need recurse over it: `a + b + c` is one CHAIN,
// `a.b(c)[d]` one POSTFIX, `x < y < z` one COMPARE, `a and b and c` one BOOL_OP, if/elif/elif one
// IF. COND nests only in its orElse: loop there. What nests otherwise is limited by the parser to
// MAX_DEPTH.
//
// Fields called `name` are interned strs. The tree's Values are safe until the compiler returns: it
// reaches no safepoint. Names inside a class are not mangled here: the scopes pass does that.
//
// What the parser has checked in a finished tree: targets are targets, at most one star in each;
// starred expressions stand where they may; parameters are in order and named once, keywords of a
// call once; `return` is in a function, `break` and `continue` in a loop; a bare `except` is last;
// patterns bind each name once and do not hide what follows; nothing binds __debug__. Left to the
// scopes pass, as they depend on scopes: everything about global and nonlocal, `import *` in a
// function, yield and await and async for/with/comprehensions outside (async) functions or inside
// comprehensions, walrus in comprehensions, `return value` in an async generator.
import { Value } from "../core/value";
import { arenaAlloc } from "./arena";

/** Deepest nesting of expressions, and of blocks and expressions together, that the parser lets
 *  through. Unit: levels of nodes nested other than by a list; passes may recurse so deep.
 *  Measured: the costliest nesting (lambdas in defaults of lambdas) takes half of V8's stack then;
 *  brackets alone end at 200. */
export const MAX_DEPTH: i32 = 1200;

/** Node kinds. The comment names the class and says what a newcomer might not guess. */
export const enum Kind {
  /** A node that stands for what could not be parsed; never in a finished tree. */
  BAD,
  // ---- root ----
  /** ModuleNode. */
  MODULE,

  // ---- statements ----
  /** FunctionNode. */
  FUNCTION,
  /** ClassNode. */
  CLASS,
  /** UnaryNode: value, 0 for a bare return. */
  RETURN,
  /** ListNode of targets. */
  DELETE,
  /** AssignNode. */
  ASSIGN,
  /** AugAssignNode. */
  AUG_ASSIGN,
  /** AnnAssignNode. */
  ANN_ASSIGN,
  /** ForNode. */
  FOR,
  /** WhileNode. */
  WHILE,
  /** IfNode. */
  IF,
  /** IfClauseNode, only in IfNode.clauses. */
  IF_CLAUSE,
  /** WithNode. */
  WITH,
  /** WithItemNode, only in WithNode.items. */
  WITH_ITEM,
  /** MatchNode. */
  MATCH,
  /** CaseNode, only in MatchNode.cases. */
  CASE,
  /** BinaryNode: left = exception (0: re-raise), right = cause (0: none). */
  RAISE,
  /** TryNode. */
  TRY,
  /** HandlerNode, only in TryNode.handlers. */
  HANDLER,
  /** BinaryNode: left = test, right = message (0: none). */
  ASSERT,
  /** ListNode of ALIAS. */
  IMPORT,
  /** ImportFromNode. */
  IMPORT_FROM,
  /** AliasNode, only in an import. */
  ALIAS,
  /** ListNode of NAME. */
  GLOBAL,
  /** ListNode of NAME. */
  NONLOCAL,
  /** UnaryNode: an expression as a statement. */
  EXPRESSION,
  /** Node. */
  PASS,
  /** Node. */
  BREAK,
  /** Node. */
  CONTINUE,

  // ---- expressions ----
  /** NameNode. */
  NAME,
  /** ConstNode: int, float, complex, str, bytes, None, True, False, Ellipsis. */
  CONST,
  /** ListNode of parts: CONST (a str, never empty) and FORMATTED. Adjacent literals are joined
   *  already. */
  FSTRING,
  /** FormattedNode, only in an FSTRING. */
  FORMATTED,
  /** ListNode of two or more operands; op = Bool.AND or Bool.OR. */
  BOOL_OP,
  /** UnaryNode; op = Unary.*. */
  UNARY,
  /** ChainNode of LINKs with op = Binary.*: ((first op1 a) op2 b) ... */
  CHAIN,
  /** ChainNode of LINKs with op = Compare.*. */
  COMPARE,
  /** UnaryNode: value; op as said by the chain that holds it. */
  LINK,
  /** ChainNode of ATTRIBUTE, CALL and SUBSCRIPT: what follows a primary, in the order of
   *  evaluation. As an assignment target its last link (never a CALL) is what is stored to. */
  POSTFIX,
  /** NameNode: `.name`, only in a POSTFIX. */
  ATTRIBUTE,
  /** CallNode: `(...)`, only in a POSTFIX. */
  CALL,
  /** UnaryNode: `[value]`, only in a POSTFIX. The value may be a SLICE or a TUPLE with SLICEs and
   *  STARREDs. */
  SUBSCRIPT,
  /** SliceNode, only in a SUBSCRIPT. */
  SLICE,
  /** CondNode: `body if test else orElse`. */
  COND,
  /** LambdaNode. */
  LAMBDA,
  /** WalrusNode. */
  WALRUS,
  /** UnaryNode: value, 0 for a bare yield. */
  YIELD,
  /** UnaryNode. */
  YIELD_FROM,
  /** UnaryNode. */
  AWAIT,
  /** UnaryNode: `*value` in a display, call, subscript or target. */
  STARRED,
  /** ListNode of elements, STARRED among them. Also a target. */
  TUPLE,
  /** ListNode of elements, STARRED among them. Also a target. */
  LIST,
  /** ListNode of elements, STARRED among them; not empty. */
  SET,
  /** ListNode of DICT_ITEM. */
  DICT,
  /** BinaryNode: left = key, 0 for `**right`; right = value. Only in a DICT. */
  DICT_ITEM,
  /** KeywordNode: `name=value` or `**value` in a call or class header. */
  KEYWORD,
  /** ComprehensionNode. */
  LIST_COMP,
  /** ComprehensionNode. */
  SET_COMP,
  /** ComprehensionNode. */
  DICT_COMP,
  /** ComprehensionNode. */
  GENERATOR,
  /** CompForNode, only in a comprehension. */
  COMP_FOR,
  /** ArgNode, only in ArgumentsNode.args. */
  ARG,
  /** ArgumentsNode, of a FUNCTION or LAMBDA. */
  ARGUMENTS,

  // ---- patterns ----
  /** UnaryNode: an expression compared by ==: a number (also a CHAIN like 1 + 2j or UNARY minus), a
   *  str (never an FSTRING), bytes, or a dotted name (POSTFIX). */
  P_VALUE,
  /** ConstNode: None, True, False, compared by `is`. */
  P_SINGLETON,
  /** ListNode of patterns, at most one P_STAR among them. */
  P_SEQUENCE,
  /** NameNode: `*name` in a P_SEQUENCE; name NOTHING for `*_`. */
  P_STAR,
  /** MappingPatternNode. */
  P_MAPPING,
  /** BinaryNode: left = key (an expression as in P_VALUE, or a CONST None/True/False), right =
   *  pattern. Only in a P_MAPPING. */
  P_ITEM,
  /** ClassPatternNode. */
  P_CLASS,
  /** KeywordNode: `name=pattern`, only in a P_CLASS. */
  P_KEYWORD,
  /** PatternAsNode: `pattern as name`, `name` (pattern 0), `_` (both nothing). */
  P_AS,
  /** ListNode of two or more patterns. */
  P_OR,
}

/** Operators of CHAIN's links and of AUG_ASSIGN. */
export const enum Binary {
  OR, XOR, AND, LSHIFT, RSHIFT, ADD, SUB, MUL, MATMUL, DIV, FLOOR_DIV, MOD, POW,
}
/** Operators of COMPARE's links. */
export const enum Compare { LT, GT, EQ, LE, GE, NE, IN, NOT_IN, IS, IS_NOT }
/** Operators of UNARY. */
export const enum Unary { PLUS, MINUS, INVERT, NOT }
/** Operators of BOOL_OP. */
export const enum Bool { AND, OR }
/** ModuleNode.op. */
export const enum Mode { MODULE, EVAL, SINGLE }
/** ArgNode.op: the kinds of parameters, in the order in which they can stand. */
export const enum Param { POSITIONAL_ONLY, POSITIONAL, VARARGS, KEYWORD_ONLY, VARKEYWORDS }
/** FormattedNode.op. */
export const enum Conversion { NONE, STR, REPR, ASCII }

// Node.flags
/** `async def`, `async for`, `async with`, `async for` in a comprehension. */
export const FLAG_ASYNC: u16 = 1;
/** TRY and HANDLER: `except*`. IMPORT_FROM: `import *`. CALL and CLASS: a STARRED among the positional
 *  arguments. Displays: a STARRED (DICT: a `**`) among the elements. */
export const FLAG_STAR: u16 = 2;
/** CALL and CLASS: `**` among the keywords. */
export const FLAG_DOUBLE_STAR: u16 = 4;
/** An expression written in parentheses of its own: `(x)`. ANN_ASSIGN looks at it, and error
 *  messages. */
export const FLAG_PARENTHESISED: u16 = 8;
/** ANN_ASSIGN: the target is a bare name, so the annotation goes into __annotations__. */
export const FLAG_SIMPLE: u16 = 16;
/** For the passes after the parser; the parser leaves these 0. */
export const FLAG_PASSES: u16 = 0xff00;

//  0     1    2      4     8    12   16    20     24
//  |kind |op  |flags |line |at  |end |next |info  | the kind's own fields
/** What every node begins with. */
@unmanaged export class Node {
  /** Kind.*. */
  kind: u8;
  /** Operator or variant, as the kind says. */
  op: u8;
  /** FLAG_* bits. */
  flags: u16;
  /** Line of the node's first character, 1 for the first line. FUNCTION, CLASS: of `def`, `class`
   *  (or `async`), not of a decorator. LINK: of the operator. ATTRIBUTE: of the name; CALL,
   *  SUBSCRIPT: of the bracket. */
  line: u32;
  /** Where it begins in the source. Unit: bytes from the source's begin (columnAt makes columns of
   *  it). */
  at: u32;
  /** Where it ends: the byte after its last one. For statements with a block: the end of the
   *  header's `:`. */
  end: u32;
  /** Next node of the list that this one is in; 0: the last. */
  next: usize;
  /** For the passes after the parser (scope of a FUNCTION ...); the parser leaves it 0. */
  info: u32;
}

/** MODULE; op = Mode.*. */
@unmanaged export class ModuleNode extends Node {
  /** Statements. Mode.EVAL: exactly one, an EXPRESSION. */
  body: usize;
}

/** RETURN, EXPRESSION, UNARY, LINK, SUBSCRIPT, YIELD, YIELD_FROM, AWAIT, STARRED, P_VALUE. */
@unmanaged export class UnaryNode extends Node {
  value: usize;
}

/** RAISE, ASSERT, DICT_ITEM, P_ITEM: see there. */
@unmanaged export class BinaryNode extends Node {
  left: usize;
  right: usize;
}

/** DELETE, IMPORT, GLOBAL, NONLOCAL, FSTRING, BOOL_OP, TUPLE, LIST, SET, DICT, P_SEQUENCE, P_OR. */
@unmanaged export class ListNode extends Node {
  first: usize;
  /** Last node of the list; 0 if empty. */
  last: usize;
  count: u32;
}

/** CHAIN, COMPARE, POSTFIX. */
@unmanaged export class ChainNode extends Node {
  /** The operand that the first link is applied to. Not a CHAIN whose operators bind alike (unless
   *  in parentheses), never a POSTFIX in a POSTFIX (unless in parentheses). */
  first: usize;
  /** The links; at least one. */
  links: usize;
  lastLink: usize;
  count: u32;
}

/** NAME, ATTRIBUTE, P_STAR. */
@unmanaged export class NameNode extends Node {
  name: Value;
}

/** CONST, P_SINGLETON. */
@unmanaged export class ConstNode extends Node {
  value: Value;
}

/** FUNCTION; FLAG_ASYNC. */
@unmanaged export class FunctionNode extends Node {
  name: Value;
  /** ArgumentsNode; never 0. */
  args: usize;
  /** Statements; at least one. */
  body: usize;
  /** Expressions, in the order of the source. */
  decorators: usize;
  /** Annotation after `->`; 0: none. */
  returns: usize;
}

/** LAMBDA. */
@unmanaged export class LambdaNode extends Node {
  /** ArgumentsNode; never 0. */
  args: usize;
  body: usize;
}

/** ARGUMENTS: parameters of a function. */
@unmanaged export class ArgumentsNode extends Node {
  /** ARGs in the order of the source, which is that of Param. */
  args: usize;
  /** Numbers of ARGs by kind. */
  positionalOnly: u32;
  /** Positional ones, positional-only included. */
  positional: u32;
  keywordOnly: u32;
  /** Positional ones with a default: always the last ones. */
  defaults: u32;
  /** Keyword-only ones with a default. */
  keywordDefaults: u32;
  /** The VARARGS and VARKEYWORDS ARGs (also in `args`); 0: none. */
  varArgs: usize;
  varKeywords: usize;
}

/** ARG; op = Param.*. */
@unmanaged export class ArgNode extends Node {
  name: Value;
  /** 0: none. VARARGS may be annotated with a STARRED. */
  annotation: usize;
  /** Expression; 0: none. */
  default_: usize;
}

/** CLASS; FLAG_STAR, FLAG_DOUBLE_STAR as in a CALL. */
@unmanaged export class ClassNode extends Node {
  name: Value;
  /** Bases: expressions and STARREDs. */
  bases: usize;
  baseCount: u32;
  /** KEYWORDs. */
  keywords: usize;
  keywordCount: u32;
  body: usize;
  decorators: usize;
}

/** CALL. All positional arguments are evaluated before all keywords, wherever they stand. */
@unmanaged export class CallNode extends Node {
  /** Positional arguments: expressions and STARREDs. */
  args: usize;
  argCount: u32;
  /** KEYWORDs. */
  keywords: usize;
  keywordCount: u32;
}

/** KEYWORD, P_KEYWORD. */
@unmanaged export class KeywordNode extends Node {
  /** NOTHING for `**value`. */
  name: Value;
  value: usize;
}

/** ASSIGN: t1 = t2 = value. */
@unmanaged export class AssignNode extends Node {
  /** Targets: NAME, POSTFIX, TUPLE, LIST (STARRED within these). */
  targets: usize;
  value: usize;
}

/** AUG_ASSIGN; op = Binary.*. */
@unmanaged export class AugAssignNode extends Node {
  /** NAME or POSTFIX. */
  target: usize;
  value: usize;
}

/** ANN_ASSIGN: target: annotation [= value]; FLAG_SIMPLE. */
@unmanaged export class AnnAssignNode extends Node {
  /** NAME or POSTFIX. */
  target: usize;
  annotation: usize;
  /** 0: none. */
  value: usize;
}

/** FOR; FLAG_ASYNC. */
@unmanaged export class ForNode extends Node {
  target: usize;
  iter: usize;
  body: usize;
  orElse: usize;
}

/** WHILE. */
@unmanaged export class WhileNode extends Node {
  test: usize;
  body: usize;
  orElse: usize;
}

/** IF. */
@unmanaged export class IfNode extends Node {
  /** IF_CLAUSEs: if and every elif. */
  clauses: usize;
  /** Statements of else; 0: none. */
  orElse: usize;
}
/** IF_CLAUSE. */
@unmanaged export class IfClauseNode extends Node {
  test: usize;
  body: usize;
}

/** WITH; FLAG_ASYNC. */
@unmanaged export class WithNode extends Node {
  /** WITH_ITEMs; at least one. */
  items: usize;
  body: usize;
}
/** WITH_ITEM. */
@unmanaged export class WithItemNode extends Node {
  context: usize;
  /** 0: no `as`. */
  target: usize;
}

/** MATCH. */
@unmanaged export class MatchNode extends Node {
  subject: usize;
  /** CASEs. */
  cases: usize;
}
/** CASE. */
@unmanaged export class CaseNode extends Node {
  pattern: usize;
  /** 0: none. */
  guard: usize;
  body: usize;
}

/** TRY; FLAG_STAR: the handlers are `except*`. */
@unmanaged export class TryNode extends Node {
  body: usize;
  /** HANDLERs. */
  handlers: usize;
  orElse: usize;
  final: usize;
}
/** HANDLER. */
@unmanaged export class HandlerNode extends Node {
  /** NOTHING: no `as`. */
  name: Value;
  /** 0: a bare except. */
  type: usize;
  body: usize;
}

/** IMPORT_FROM; FLAG_STAR: `import *` (then `names` is empty). */
@unmanaged export class ImportFromNode extends Node {
  /** Dotted name as written (interned, spaces left out); the empty str for `from . import`. */
  module: Value;
  /** ALIASes. */
  names: usize;
  /** Leading dots. */
  level: u32;
}
/** ALIAS. */
@unmanaged export class AliasNode extends Node {
  /** Name as written; with dots (spaces left out) in an `import`. Interned. */
  name: Value;
  /** Name after `as`; NOTHING: none. */
  asName: Value;
  /** The name's parts between dots: NAMEs, at least one. */
  parts: usize;
}

/** FORMATTED: `{value!c:spec}` in an f-string; op = Conversion.*. `{x=}` has its text as a literal
 *  part before and REPR filled in where Python does so. */
@unmanaged export class FormattedNode extends Node {
  value: usize;
  /** FSTRING (perhaps without parts) or 0: no spec. */
  spec: usize;
}

/** SLICE; each may be 0. */
@unmanaged export class SliceNode extends Node {
  lower: usize;
  upper: usize;
  step: usize;
}

/** COND. */
@unmanaged export class CondNode extends Node {
  test: usize;
  body: usize;
  orElse: usize;
}

/** WALRUS. */
@unmanaged export class WalrusNode extends Node {
  /** NAME. */
  target: usize;
  value: usize;
}

/** LIST_COMP, SET_COMP, DICT_COMP, GENERATOR. */
@unmanaged export class ComprehensionNode extends Node {
  /** The element; a DICT_COMP's key. */
  element: usize;
  /** A DICT_COMP's value; else 0. */
  value: usize;
  /** COMP_FORs; at least one. */
  clauses: usize;
}
/** COMP_FOR; FLAG_ASYNC. */
@unmanaged export class CompForNode extends Node {
  target: usize;
  iter: usize;
  /** Expressions after `if`s. */
  conditions: usize;
}

/** P_MAPPING. */
@unmanaged export class MappingPatternNode extends Node {
  /** P_ITEMs. */
  items: usize;
  count: u32;
  /** Name after `**`; NOTHING: none. */
  rest: Value;
}
/** P_CLASS. */
@unmanaged export class ClassPatternNode extends Node {
  /** NAME or POSTFIX of ATTRIBUTEs. */
  cls: usize;
  patterns: usize;
  patternCount: u32;
  /** P_KEYWORDs. */
  keywords: usize;
  keywordCount: u32;
}
/** P_AS. */
@unmanaged export class PatternAsNode extends Node {
  /** 0: matches anything. */
  pattern: usize;
  /** NOTHING: not captured. */
  name: Value;
}

/** Where the children of the Kinds stand that passes visit one like the other, in the order of
 *  evaluation: a hexadecimal digit each, the last digit first. 8 to b: the node in field 0 to 3
 *  (words behind those of Node); c to f: the list in field 0 to 3. */
export const CHILDREN: usize = memory.data<u16>([
  // BAD, MODULE, FUNCTION, CLASS, RETURN, DELETE, ASSIGN, AUG_ASSIGN, ANN_ASSIGN, FOR, WHILE
  0, 0, 0, 0, 0x8, 0, 0, 0, 0, 0, 0,
  // IF, IF_CLAUSE, WITH, WITH_ITEM, MATCH, CASE, RAISE, TRY, HANDLER, ASSERT
  0xdc, 0xd8, 0xdc, 0, 0xd8, 0xe98, 0x98, 0xfedc, 0, 0x98,
  // IMPORT, IMPORT_FROM, ALIAS, GLOBAL, NONLOCAL, EXPRESSION, PASS, BREAK, CONTINUE
  0xc, 0xe, 0, 0, 0, 0x8, 0, 0, 0,
  // NAME, CONST, FSTRING, FORMATTED, BOOL_OP, UNARY, CHAIN, COMPARE, LINK
  0, 0, 0xc, 0x98, 0xc, 0x8, 0xd8, 0xd8, 0x8,
  // POSTFIX, ATTRIBUTE, CALL, SUBSCRIPT, SLICE, COND, LAMBDA, WALRUS, YIELD, YIELD_FROM, AWAIT
  0xd8, 0, 0xec, 0x8, 0xa98, 0, 0, 0, 0x8, 0x8, 0x8,
  // STARRED, TUPLE, LIST, SET, DICT, DICT_ITEM, KEYWORD
  0x8, 0xc, 0xc, 0xc, 0xc, 0x98, 0xa,
  // LIST_COMP, SET_COMP, DICT_COMP, GENERATOR, COMP_FOR, ARG, ARGUMENTS
  0, 0, 0, 0, 0, 0, 0,
  // P_VALUE, P_SINGLETON, P_SEQUENCE, P_STAR, P_MAPPING, P_ITEM, P_CLASS, P_KEYWORD, P_AS, P_OR
  0x8, 0, 0xc, 0, 0xc, 0x98, 0xfd8, 0xa, 0x8, 0xc,
]);
if (Kind.NAME != 30 || Kind.STARRED != 50 || Kind.P_OR != 73)
  ERROR("the rows of CHILDREN are not those of the Kinds");
/** The child that the lowest digit of `children` (of CHILDREN) names: a node, or the first of a
 *  list. */
export function childOf(node: usize, children: u32): usize {
  return <usize>load<u32>(node + ((children & 3) << 2), offsetof<Node>());
}

/** A new node of `bytes` bytes (offsetof the class), all else 0. Never fails (compiler/arena.ts).
 *  */
export function nodeNew(kind: Kind, bytes: usize, line: u32, at: u32): usize {
  const node = arenaAlloc(bytes);
  changetype<Node>(node).kind = <u8>kind;
  changetype<Node>(node).line = line;
  changetype<Node>(node).at = at;
  changetype<Node>(node).end = at;
  return node;
}
/** Kind of the node at `node` (BAD for 0). */
@inline export function kindOf(node: usize): Kind { return <Kind>load<u8>(node); }
/** The next node of the list. */
@inline export function nextOf(node: usize): usize { return <usize>changetype<Node>(node).next; }

/** The call, if a node is the call of a bare name and no more: `name(...)`; else 0. */
export function callOf(node: usize, name: u64): CallNode {
  if (kindOf(node) == Kind.POSTFIX) {
    const chain = changetype<ChainNode>(node);
    if (chain.count == 1 && kindOf(chain.first) == Kind.NAME
      && changetype<NameNode>(chain.first).name == name && kindOf(chain.links) == Kind.CALL)
        return changetype<CallNode>(chain.links);
  }
  return changetype<CallNode>(0);
}
/** True for a node of this kind that is not written in parentheses. */
export function isBare(node: usize, kind: Kind): bool {
  return kindOf(node) == kind && (changetype<Node>(node).flags & FLAG_PARENTHESISED) == 0;
}
