// Counts what the checks of the package find, and says what is wrong.

/** @typedef {{results: {name: string, error?: string}[], fuel?: Record<string, string>}} Report */

/** Of a message that is shown. Unit: characters. */
const MESSAGE_LIMIT = 2000;

export class Tally {
  passed = 0;
  failed = 0;
  /** Fuel by program, each with the hosts that used that much. @type {Map<string, Map<string,
   *  string[]>>} */
  #fuel = new Map();
  #skipped = [];

  /** Counts one check. error: what is wrong; undefined: it passed. */
  add(name, error) {
    if (error === undefined) { this.passed++; return; }
    this.failed++;
    console.log(
      `not ok: ${name}\n  ${String(error).slice(0, MESSAGE_LIMIT).replaceAll("\n", "\n  ")}`);
  }
  /** Runs a check. */
  async check(name, f) {
    try {
      await f();
      this.add(name);
    } catch (error) {
      this.add(name, error?.stack ?? error);
    }
  }
  /** Counts all of a host's report. @param {Report} report */
  take(host, report) {
    if (!report?.results?.length) { this.add(host, "no results"); return; }
    for (const { name, error } of report.results) this.add(`${host}: ${name}`, error);
    for (const [program, used] of Object.entries(report.fuel ?? {})) {
      if (!this.#fuel.has(program)) this.#fuel.set(program, new Map());
      const byUse = this.#fuel.get(program);
      byUse.set(used, [...(byUse.get(used) ?? []), host]);
    }
  }
  /** Says loudly that something was not tested, and why. */
  skip(what, why) {
    this.#skipped.push(what);
    console.log(`SKIPPED: ${what}: ${why}`);
  }
  /** Every program used the same fuel in all hosts. */
  compareFuel() {
    for (const [program, byUse] of this.#fuel) {
      const uses = [...byUse].map(([used, hosts]) => `${used}: ${hosts.join(", ")}`);
      this.add(`fuel of ${program} in ${[...byUse.values()].flat().length} hosts`,
        byUse.size === 1 ? undefined : `differs\n${uses.join("\n")}`);
    }
  }
  end() {
    if (this.#skipped.length > 0)
      console.log(`${this.#skipped.length} SKIPPED: ${this.#skipped.join("; ")}`);
    console.log(`${this.passed} passed, ${this.failed} failed`);
    process.exitCode = this.failed > 0 ? 1 : 0;
  }
}

/** @throws if the two are not the same JSON */
export function same(got, want, what = "result") {
  const [a, b] = [JSON.stringify(got), JSON.stringify(want)];
  if (a !== b) throw new Error(`${what}: ${a}, not ${b}`);
}
