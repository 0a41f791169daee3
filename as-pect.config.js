// as-pect: units of the core, compiled with asc and run in Node (tests/units). Run by tools/units.mjs.

/** What the core imports; units never reach the host. */
function hostImports() {
  const refuse = (name) => () => { throw new Error(`a unit calls the host: ${name}`); };
  const group = (names) => Object.fromEntries(names.split(" ").map((name) => [name, refuse(name)]));
  return {
    // There is always room on the stack.
    task: { ...group("poll watch settled drop"), stack: () => 1 },
    io: { ...group("read"), write: (stream, at, bytes) => bytes },
    time: group("now ticks process offset block"),
    random: group("seed bytes"),
    ffi: group("call construct get set getItem setItem ask next perform module release"),
    fs: group("open read write seek truncate close stat statvfs list listTake mkdir remove rmdir rename"),
  };
}

export default {
  entries: ["tests/units/**/*.spec.ts"],
  include: ["tests/units/**/*.include.ts"],
  disclude: [/node_modules/],
  async instantiate(memory, createImports, instantiate, binary) {
    return instantiate(binary, createImports({ env: { memory }, ...hostImports() }));
  },
  outputBinary: false,
};
