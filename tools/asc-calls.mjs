// A transform of asc for release builds: what is marked @inline becomes functions, and is listed.
//
// asc puts the body of such a function wherever it is called. In code that runs seldom that is
// waste of room: tools/shrink.mjs inlines them itself, where it pays. The list, build/inline.json:
// names as asc gives them to functions.
import { writeFileSync } from "node:fs";
import { DecoratorKind, NodeKind } from "assemblyscript";
import { Transform } from "assemblyscript/transform";

const LIST = "build/inline.json";

export default class extends Transform {
  afterParse(parser) {
    const names = [];
    for (const source of parser.sources) {
      // The library's own are left as they are: some only work inlined.
      if (!source.isLibrary) toCalls(source.statements, `${source.internalPath}/`, names);
    }
    writeFileSync(LIST, JSON.stringify(names));
  }
}

/** Removes @inline from functions and methods. Generic ones keep it: they have one name, and many
 *  functions. */
function toCalls(statements, prefix, names) {
  for (const s of statements) {
    if (s.kind === NodeKind.ClassDeclaration) toCalls(s.members, `${prefix}${s.name.text}#`, names);
    if (s.kind !== NodeKind.FunctionDeclaration && s.kind !== NodeKind.MethodDeclaration) continue;
    if (s.typeParameters?.length || !s.decorators) continue;
    const others = s.decorators.filter((d) => d.decoratorKind !== DecoratorKind.Inline);
    if (others.length === s.decorators.length) continue;
    s.decorators = others;
    names.push(prefix + s.name.text);
  }
}
