// The command line's arguments: as MicroPython's Unix port takes them.

export const USAGE = `usage: krait [options] [-X setting] [-c command | -m module | FILE | -] [argument ...]

Runs a Python program; without one, an interactive prompt (or what standard input holds).

  -c command   run this text
  -m module    run a module or package of sys.path as the program
  -            run what standard input holds
  -i           prompt afterwards
  -O[n]        optimisation level n (-OO: 2); 1 leaves asserts out, 3 also line numbers
  -v           show at the end what memory was used; -v -v also lists the bytecode of all that is compiled
  -h, --help   this text
  --version    name and version
  --mount HOST[:GUEST][:ro]
               let the program use one more folder (ro: only read it). It always sees the folder of
               the program, the current directory and the folders of MICROPYPATH
  -X heapsize=N[K|M]         largest heap (default 64M)
  -X compile-only            compile the program, do not run it
  -X emit=bytecode|native|viper   accepted; code is compiled to bytecode

MICROPYPATH holds the folders of sys.path, separated by colons; MICROPYINSPECT is like -i.
`;

/** What is to be run. */
export type Program =
  | { kind: "file"; path: string }
  | { kind: "command"; text: string }
  | { kind: "module"; name: string }
  | { kind: "stdin" }
  | { kind: "default" };

export interface Options {
  program: Program;
  /** sys.argv. */
  args: string[];
  interactive: boolean;
  optimisation: number;
  verbose: number;
  help: boolean;
  version: boolean;
  compileOnly: boolean;
  /** Unit: bytes; undefined: the default. */
  heapLimit: number | undefined;
  mounts: Mount[];
}

export interface Mount { host: string; guest: string; readOnly: boolean }

/** The arguments do not make sense. */
export class UsageError extends Error {}
const INVALID = "Invalid command line arguments. Use -h option for help.";

/** @param argv  arguments after the command's name. @throws {UsageError} */
export function parseOptions(argv: string[]): Options {
  const options: Options = {
    program: { kind: "default" }, args: [], interactive: false, optimisation: 0, verbose: 0,
    help: false,
    version: false, compileOnly: false, heapLimit: undefined, mounts: [],
  };
  let at = 0;
  const value = (): string => {
    const next = argv[at++];
    if (next === undefined) throw new UsageError(INVALID);
    return next;
  };
  while (at < argv.length) {
    const word = argv[at++]!;
    const rest = () => argv.slice(at);
    if (word === "-c") {
      options.program = { kind: "command", text: value() };
      options.args = ["-c", ...rest()];
      return options;
    }
    if (word === "-m") {
      const name = value();
      options.program = { kind: "module", name };
      options.args = [name, ...rest()];
      return options;
    }
    if (word === "-" || !word.startsWith("-")) {
      options.program = word === "-" ? { kind: "stdin" } : { kind: "file", path: word };
      options.args = [word, ...rest()];
      return options;
    }
    if (word === "-h" || word === "--help") options.help = true;
    else if (word === "--version") options.version = true;
    else if (word === "-i") options.interactive = true;
    else if (/^-v+$/.test(word)) options.verbose += word.length - 1;
    else if (/^-O+$/.test(word)) options.optimisation = word.length - 1;
    else if (/^-O\d$/.test(word)) options.optimisation = Number(word[2]);
    else if (word === "-X") setting(options, value());
    else if (word.startsWith("-X")) setting(options, word.slice(2));
    else if (word === "--mount") options.mounts.push(mount(value()));
    else throw new UsageError(INVALID);
  }
  return options;
}

function setting(options: Options, text: string): void {
  if (text === "compile-only") { options.compileOnly = true; return; }
  if (/^emit=(bytecode|native|viper)$/.test(text)) return;
  const heap = /^heapsize=(\d+)(w?)([kKmM]?)$/.exec(text);
  if (!heap) throw new UsageError(INVALID);
  const unit = { "": 1, k: 1024, m: 1024 * 1024 }[heap[3]!.toLowerCase()]!;
  // w: the number is for 4-byte words
  const bytes = Number(heap[1]) * unit * (heap[2] ? 2 : 1);
  if (bytes < 700) throw new UsageError(INVALID);
  options.heapLimit = Math.min(bytes, 0xffff0000);
}

function mount(text: string): Mount {
  const readOnly = text.endsWith(":ro");
  const [host, guest] = (readOnly ? text.slice(0, -3) : text).split(":");
  if (!host) throw new UsageError(INVALID);
  return { host, guest: guest ?? "", readOnly };
}
