// Names in nested functions and classes of random shape: which variable each is.
import { Lines, several } from "./cases.mjs";

export function program(r) {
  const p = new Lines();
  function nested(d, deep, fn, v, w) {
    const n = p.name();
    if (r.chance(70)) {
      p.add(d, `def ${n}(${r.pick(["", v, `${v}=1`, `*${v}`])}):`);
      const declared = r.pick(["", "", `global ${w}`, `nonlocal ${w}`]);
      if (declared && (fn || !declared.startsWith("nonlocal")) && w !== v) p.add(d + 1, declared);
      body(d + 1, deep - 1, true);
      p.add(d, `try: ${n}(${r.pick(["", "1"])})\nexcept Exception as e: print(type(e).__name__)`);
    } else {
      p.add(d, `class ${n}:`);
      body(d + 1, deep - 1, fn);
      p.add(d, `print(sorted(k for k in vars(${n}) if len(k) == 1))`);
    }
  }
  function body(d, deep, fn) {
    several(2 + r.int(3), () => {
      const v = r.pick([..."abcd"]), w = r.pick([..."abcd"]), k = r.int(14);
      if (k <= 1) p.add(d, `${v} = ${r.int(10)}`);
      else if (k === 2) p.add(d, `print('${v}', ${v})`);
      else if (k === 3)
        p.add(d,
          `print([${v} + ${w} for ${v} in range(3)]${fn && r.chance(50) ? `, [(${v} := x) for x in range(2)]` : ""})`);
      else if (k === 4)
        p.add(d, `print(list(map(lambda ${v}: ${v} + ${w}, [1, 2])), (lambda: ${v})())`);
      else if (k === 5) p.add(d, `del ${v}`);
      else if (k === 6) p.add(d, `${v} = ${v} + 1 if ${r.int(2)} else ${w}`);
      else if (k === 7) p.add(d, "print(sorted(k for k in locals() if len(k) == 1))");
      else if (k === 8) p.add(d, `for ${v} in range(2): pass`);
      else if (k === 9)
        p.add(d, `fs = [lambda: ${v} for ${v} in range(3)]\nprint([f() for f in fs])`);
      else if (k === 10)
        p.add(d, `print({${v}: [${w} for ${w} in range(${v})] for ${v} in range(3)})`);
      else if (deep > 0) nested(d, deep, fn, v, w);
      else p.add(d, "pass");
    });
  }
  p.add(0, "a, b = 1, 2\ndef main():");
  body(1, 3, true);
  p.add(0, "try: main()\nexcept Exception as e: print(type(e).__name__)\nprint(a, b)");
  return p.text();
}
