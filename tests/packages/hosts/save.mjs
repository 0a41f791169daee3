// Makes the snapshot that every host restores: writes it, as text, into a module beside.
import { writeFileSync } from "node:fs";
import { load } from "krait";

const python = await load({ files: { "notes.txt": "kept\n" } });
python.run(`
class Counter:
    def __init__(self): self.n = 0
    def next(self):
        self.n += 1
        return self.n
counter = Counter()
counter.next()
numbers = iter(range(10))
next(numbers)
data = {"é": [1, 2.5, 2 ** 70]}
`);
const text = Buffer.from(python.snapshot()).toString("base64");
writeFileSync(new URL("saved.mjs", import.meta.url), `export default ${JSON.stringify(text)};\n`);
