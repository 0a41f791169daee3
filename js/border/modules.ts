// Modules that the host offers: the option `modules` of load().

/** A module as Python sees it: the members of an object, and submodules. */
export class HostModule {
  /** What it offers; undefined: it only has submodules. */
  readonly source: object | undefined;
  readonly submodules = new Map<string, HostModule>();

  /** self: the `this` of its functions, if that is not the object itself. */
  constructor(readonly name: string, source: object | undefined, self?: object) {
    this.source = source;
    this.self = self ?? source ?? this;
  }
  readonly self: object;

  /** The object that JavaScript gets when Python passes the module on. */
  get value(): object { return this.source ?? this; }
}

/** Objects with members: what can be a module, and what of a module can be imported as a
 *  submodule. */
function isNamespace(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  if (Object.prototype.toString.call(value) === "[object Module]") return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

export class HostModules {
  #roots = new Map<string, HostModule>();

  constructor(modules: Record<string, object> = {}) {
    for (const [path, source] of Object.entries(modules)) this.define(path, source);
  }
  /** Adds a module, or replaces one. Dots in the name make submodules. */
  define(path: string, source: object): void {
    let members = this.#roots;
    const parts = path.split(".");
    for (const [i, part] of parts.entries()) {
      const last = i === parts.length - 1;
      const there = members.get(part);
      const module = there && !last ? there : new HostModule(parts.slice(0, i + 1).join("."),
        last ? source : undefined);
      if (there && last)
        for (const [name, sub] of there.submodules) module.submodules.set(name, sub);
      members.set(part, module);
      members = module.submodules;
    }
  }
  delete(name: string): boolean { return this.#roots.delete(name); }

  /** The module of a dotted name; undefined: there is none. */
  find(path: string): HostModule | undefined {
    let found: HostModule | undefined, members = this.#roots;
    for (const part of path.split(".")) {
      let next = members.get(part);
      if (!next && found?.source && Object.hasOwn(found.source, part)) {
        const member = (found.source as Record<string, unknown>)[part];
        if (isNamespace(member)) {
          next = new HostModule(`${found.name}.${part}`, member);
          members.set(part, next);
        }
      }
      if (!next) return undefined;
      found = next;
      members = next.submodules;
    }
    return found;
  }
  values(): IterableIterator<HostModule> { return this.#roots.values(); }
}
