// Makes the Python that is frozen into the core (assembly/frozen) short: the core holds its source
// text (heap/compressed.ts).
//
// What goes: comments, docstrings, blank lines, spaces that nothing needs, indentation beyond one
// space a level, lines of their own for suites of one simple statement, the names of local
// variables. What stays, since programs can see it: parameters, names of functions and classes,
// everything at the level of a module or class.
//
// Not for any Python: files of assembly/frozen do without `match` and without strings behind each
// other that end a line.

/** Statements that have a suite. */
const COMPOUND =
  new Set(["async", "class", "def", "elif", "else", "except", "finally", "for", "if", "try",
    "while", "with"]);
const KEYWORDS =
  new Set([...COMPOUND,
    ..."and as assert await break continue del from global import in is lambda not or nonlocal pass raise return yield None True False".split(" ")]);
/** Names that mean something without being assigned: a local variable called so keeps its name. */
const BUILTINS =
  new Set((
    "abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr dict dir divmod "
  + "enumerate eval exec filter float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len list "
  + "locals map max memoryview min next object oct open ord pow print property range repr reversed round set setattr slice sorted "
  + "staticmethod str sum super tuple type vars zip self cls").split(" "));
/** Files of nothing but functions that natives call, by place. */
const HELPERS = new Set(["helpers.py", "seldom.py"]);
const WORD = /^[A-Za-z0-9_\u0080-\uffff]/;
/** A token: white space and line ends; a comment; a string; a name; a number; an operator. */
const TOKEN = new RegExp([
  String.raw`(?<blank>[ \t\f]+|\\\n)`, String.raw`(?<comment>#[^\n]*)`, String.raw`(?<newline>\n)`,
  String.raw`(?<string>[A-Za-z]{0,2}(?:"""(?:\\[^]|[^\\])*?"""|'''(?:\\[^]|[^\\])*?'''|"(?:\\[^]|[^\\\n"])*"|'(?:\\[^]|[^\\\n'])*'))`,
  String.raw`(?<name>[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)`,
  String.raw`(?<number>0[xXoObB][\da-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?[jJ]?)`,
  String.raw`(?<operator>\*\*=|//=|>>=|<<=|\.\.\.|->|:=|[-+*/%&|^@=!<>]=|\*\*|//|<<|>>|[-+*/%&|^~<>()[\]{}:,;.=@])`,
].join("|"), "y");

/** The logical lines of a source: { depth, tokens }, depth in levels of indentation; a token: {
 *  kind, text, nesting }. */
function linesOf(source, file) {
  const lines = [], widths = [0];
  let tokens = [], nesting = 0, column = 0, fresh = true;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex, match = TOKEN.exec(source);
    if (!match) throw new Error(`${file}: no token of Python's: ${source.slice(at, at + 40)}`);
    const [kind, text] = Object.entries(match.groups).find(([, value]) => value !== undefined);
    if (kind === "blank") { if (fresh) column = text.length; continue; }
    if (kind === "comment") continue;
    if (kind === "newline") {
      if (nesting > 0) continue;
      if (tokens.length > 0) lines.push({ depth: widths.length - 1, tokens });
      [tokens, column, fresh] = [[], 0, true];
      continue;
    }
    if (fresh) {
      while (column < widths.at(-1)) widths.pop();
      if (column > widths.at(-1)) widths.push(column);
      fresh = false;
    }
    if (")]}".includes(text)) nesting--;
    tokens.push({ kind, text, nesting });
    if ("([{".includes(text)) nesting++;
  }
  return lines;
}

const names = (tokens) => tokens.filter(({ kind }) => kind === "name").map(({ text }) => text);
const isDefinition = ({ tokens }) => tokens[0].text === "def"
  || (tokens[0].text === "async" && tokens[1].text === "def");

/** The names that a line's tokens bind as variables; those they bind in other ways go to
 *  `others`. */
function bound(tokens, others) {
  const found = [], first = tokens[0].text;
  tokens.forEach(({ text, nesting }, i) => {
    if (text === "def" || text === "lambda") {
      // Parameters: names behind a bracket, comma or star, up to the colon.
      if (text === "def") others.push(tokens[i + 1].text);
      const inside = text === "def" ? nesting + 1 : nesting;
      for (let k = i + 1; k < tokens.length
          && !(tokens[k].text === ":" && tokens[k].nesting === nesting); k++) {
        const before = tokens[k - 1];
        if (tokens[k].kind === "name" && tokens[k].nesting === inside
          && (before.text === "lambda" || "(,***".includes(before.text)))
            others.push(tokens[k].text);
      }
    } else if (text === "for") {
      for (let k = i + 1; tokens[k].text !== "in"; k++)
        if (tokens[k].kind === "name") found.push(tokens[k].text);
    } else if (text === "as" && first !== "import" && first !== "from") {
      found.push(tokens[i + 1].text);
    } else if (text === ":=") {
      found.push(tokens[i - 1].text);
    }
  });
  if (["import", "from", "global", "class"].includes(first)) others.push(...names(tokens));
  const last =
    tokens.findLastIndex(({ text, nesting }) =>
      nesting === 0 && /^([-+*/%&|^@]|\/\/|\*\*|<<|>>)?=$/.test(text));
  const targets = tokens.slice(0, Math.max(last, 0));
  if (targets.every(({ kind, text }) => kind === "name" || "(),=*[]".includes(text))
    && !targets.some(({ kind }, i) =>
      kind === "name" && "([".includes(targets[i + 1]?.text || "."))) found.push(...names(targets));
  return found;
}

/** Names of the parameters of the function that a line begins. */
function parameters(tokens) {
  const end = tokens.findIndex(({ text, nesting }) => text === ")" && nesting === 0);
  return tokens.slice(0, end).filter(({ kind, nesting }, i) =>
    kind === "name" && nesting === 1 && "(,***".includes(tokens[i - 1].text))
    .map(({ text }) => text);
}

/** Renames the local variables of an outermost function, in place; of a helper, which only natives
 *  call, the parameters, too. used: names with a meaning outside of it. */
function shorten(lines, used, isHelper) {
  const all = lines.flatMap(({ tokens }) => tokens), others = [];
  if (lines.some(({ tokens }) => tokens[0].text === "class")
    || all.some(({ text }) => text === "locals" || text === "eval" || text === "exec")) return;
  const locals = lines.flatMap(({ tokens }) => bound(tokens, others));
  const first = isHelper ? parameters(lines[0].tokens) : [];
  for (const name of first) others.splice(others.indexOf(name), 1);
  const variables = new Set([...first, ...locals]);
  const texts = all.filter(({ kind, text }) => kind === "string" && /^[rR]?[fF]/.test(text))
    .flatMap(({ text }) => text.match(/[A-Za-z_]\w*/g));
  const kept = new Set([...others, ...texts, ...used, ...BUILTINS, ...KEYWORDS]);
  const free = freshNames(new Set([...names(all), ...texts, ...KEYWORDS]));
  const short = new Map();
  for (const name of variables)
    if (name.length > 1 && !kept.has(name) && !name.startsWith("__")) short.set(name, free());
  for (const { tokens } of lines) {
    tokens.forEach((token, i) => {
      const attribute = tokens[i - 1]?.text === ".",
        keyword = token.nesting > 0 && tokens[i + 1]?.text === "=";
      if (token.kind === "name" && !attribute && !keyword)
        token.text = short.get(token.text) ?? token.text;
    });
  }
}
/** Gives names of one letter, then of two, that are not taken. */
function freshNames(taken) {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"],
    pool = [...letters, ...letters.flatMap((a) => letters.map((b) => a + b))];
  return () => {
    let name;
    do name = pool.shift(); while (taken.has(name));
    return name;
  };
}

/** A line's text without what nothing needs. */
function textOf(tokens) {
  let text = "";
  for (const token of tokens) {
    if (token.text === ";") throw new Error(`two statements in a line: ${text}`);
    if (WORD.test(token.text) && WORD.test(text.at(-1) ?? "")) text += " ";
    text += token.text;
  }
  return text;
}

/**
 * @param {string} source  Python
 * @param {string} file    its name, for errors
 * @returns {string} the same program; a line that does not begin with a space begins a statement of
 *   the module
 */
export function minify(source, file) {
  const lines =
    linesOf(source, file).filter(({ depth, tokens }, i, all) =>
      !(tokens.every(({ kind }) => kind === "string") && all[i + 1]?.depth === depth));
  const isHelper = HELPERS.has(file);
  const outside =
    new Set(lines.filter(({ depth }) => depth === 0).flatMap(({ tokens }) =>
      (isHelper ? [tokens[tokens[0].text === "async" ? 2 : 1].text] : names(tokens))));
  for (let i = 0; i < lines.length; i++) {
    if (!isDefinition(lines[i])) continue;
    let end = i + 1;
    while (end < lines.length && lines[end].depth > lines[i].depth) end++;
    shorten(lines.slice(i, end), outside, isHelper);
    i = end - 1;
  }
  let text = "";
  lines.forEach(({ depth, tokens }, i) => {
    const before = lines[i - 1], after = lines[i + 1];
    const alone = before && depth > before.depth && !COMPOUND.has(tokens[0].text)
      && tokens[0].text !== "@" && !(after?.depth >= depth);
    text += alone ? textOf(tokens) : `${i === 0 ? "" : "\n"}${" ".repeat(depth)}${textOf(tokens)}`;
  });
  return `${text}\n`;
}
