// Is what was typed a whole statement? And how does the next line begin? Decided from the text
// alone.

const COMPOUND = /^(?:@|(?:if|while|for|try|with|def|class|async|match)\b)/;

/** True if more lines must follow before `text` can be run. */
export function needsMore(text: string): boolean {
  const { open, quote } = scan(text);
  if (quote.length === 3 || open > 0) return true;
  if (text.endsWith("\\")) return true;
  // A compound statement ends with an empty line. (`match` is also a name: `match = 1` is whole.)
  if (!COMPOUND.test(text) || /^match\s*[=.)]/.test(text)) return false;
  if (text.startsWith("match") && !/:\s*(?:#.*)?$/m.test(text)) return false;
  return !text.endsWith("\n");
}

/** Blanks that the line after `text` begins with: as the line before, four more behind a colon. */
export function nextIndent(text: string): string {
  const lines = text.split("\n");
  const last = lines.at(-1)!;
  if (last.trim() === "") return "";
  const { open, quote } = scan(text);
  if (quote !== "") return "";
  const indent = /^\s*/.exec(last)![0];
  if (open === 0 && /^\s*(?:return|pass|break|continue|raise)\b/.test(last)) return indent.slice(4);
  return /:\s*(?:#.*)?$/.test(last) && open === 0 ? `${indent}    ` : indent;
}

/** Brackets open at the end, and the quote that is open ("" if none). */
function scan(text: string): { open: number; quote: string } {
  let open = 0;
  let quote = "";
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (quote !== "") {
      if (char === "\\") i++;
      else if (text.startsWith(quote, i)) { i += quote.length - 1; quote = ""; }
      else if (char === "\n" && quote.length === 1) quote = "";
    } else if (char === "#") {
      while (i + 1 < text.length && text[i + 1] !== "\n") i++;
    } else if (char === "'" || char === '"') {
      quote = text.startsWith(char.repeat(3), i) ? char.repeat(3) : char;
      i += quote.length - 1;
    } else if ("([{".includes(char)) open++;
    else if (")]}".includes(char)) open--;
  }
  return { open, quote };
}
