// Programs made by damaging good ones: test files with pieces changed, doubled, cut or taken from
// elsewhere.

const TOKENS = ["(", ")", "[", "]", "{", "}", ":", ",", ".", "=", "==", "*", "**", "->", "\n",
  "    ", "\t", "'", "\"",
  "'''", "\\", "#", "@", "lambda ", "yield ", "await ", "async ", "def f(", "class C:", "f'{", "}'",
  "0x", "1e", "\0",
  "\u00e9", "\ud83d\ude42", "None", "*args", "if ", "else:", "except:", "finally:", "match x:",
  "case ", "9999999999999999999",
  "-", "~", "not ", "in ", "is ", "1_0", "0b2", "\ufeff", "\r", "\x0c", ";", ":="];

/** A damaged copy of one of the texts. */
export function mutate(texts, random) {
  let text = random.pick(texts);
  for (let changes = 1 + random.int(4); changes > 0; changes--) {
    const at = random.int(text.length + 1);
    const length = random.int(random.chance(20) ? 200 : 12);
    switch (random.int(6)) {
      case 0: text = text.slice(0, at) + text.slice(at + length); break;
      case 1: text = text.slice(0, at) + random.pick(TOKENS) + text.slice(at); break;
      case 2:
        text = text.slice(0, at) + text.slice(at, at + length).repeat(1 + random.int(4)) + text
          .slice(at + length);
        break;
      case 3: { const other = random.pick(texts); const from = random.int(other.length);
        text = text.slice(0, at) + other.slice(from, from + 80) + text.slice(at + random.int(80));
        break; }
      case 4: { const lines = text.split("\n"); const line = random.int(lines.length);
        lines.splice(line, 1,
          ...(random.chance(50) ? [] : [`${" ".repeat(random.int(9))}${lines[line].trim()}`]));
        text = lines.join("\n"); break; }
      default: text = text.slice(0, at) + String.fromCharCode(random.int(128)) + text.slice(at + 1);
    }
  }
  return text;
}
