// Turns measurements into tables: times and ratios, geometric means, memory, start-up, and what
// is wrong.
import { cpus } from "node:os";
import { geometricMean, median } from "./statistics.mjs";
import { short, table } from "./table.mjs";

/** Ratios are to this engine where it takes part, else to the first. */
const BASELINE = "cpython";
/** Krait should be slower than this engine in no program. */
const FLOOR = "micropython";

/** The number `key` of one `@result`, see summarize(). */
const VALUE_OF = {
  cpu: (result) => result.runs[0].cpu,
  wall: (result) => result.runs[0].wall,
  again: (result) => result.runs.at(-1).cpu,
  load: (result) => result.load.cpu,
  peakMib: (result) => result.peakKib / 1024,
};

/**
 * Medians over the rounds for one program on one engine.
 * @param {object[]} results - the `@result` objects of its child processes
 * @returns {{cpu: number, wall: number, again: number, load: number, peakMib: number}} times in ms;
 *   `cpu` and `wall`: of the first run; `again`: CPU time of the last run in a process (where it is
 *   long, the only one); NaN for what is not known
 */
export function summarize(results) {
  return Object.fromEntries(Object.entries(VALUE_OF)
    .map(([key, valueOf]) => [key, median(results.map(valueOf))]));
}

/**
 * How many times as long `engine` takes as `base`: the median of the rounds' ratios, since what
 * slows the machine down for a while slows both down. NaN if one of them has no result.
 */
function ratio(row, engine, base, key) {
  const [ours, theirs] = [row.results[engine], row.results[base]];
  const rounds = Math.min(ours.length, theirs.length);
  const ratios = ours.slice(0, rounds)
    .map((result, round) => VALUE_OF[key](result) / VALUE_OF[key](theirs[round]));
  return median(ratios);
}

/** The checksums by engine if they differ, else undefined. */
function disagreement(byEngine) {
  const found = Object.entries(byEngine)
    .flatMap(([engine, entry]) => [...new Set(entry.results.map((r) => r.checksum))]
      .map((checksum) => ({ engine, checksum })));
  return new Set(found.map(({ checksum }) => checksum)).size > 1 ? found : undefined;
}

/** Everything that went wrong, one line each. */
export function complaints(programs) {
  const lines = [];
  for (const { name, engines } of programs) {
    for (const { engine, checksum } of disagreement(engines) ?? []) {
      lines.push(`CHECKSUMS DIFFER in ${name}: ${engine} says ${checksum}`);
    }
    for (const [engine, { errors }] of Object.entries(engines)) {
      for (const error of new Set(errors)) lines.push(`FAILED ${name} on ${engine}: ${error}`);
    }
  }
  return lines;
}

/** Programs with their results and, for engines that have some, medians. */
function withMedians(programs) {
  return programs.map(({ name, engines }) => ({
    name,
    wrong: disagreement(engines) !== undefined,
    results: Object.fromEntries(Object.entries(engines)
      .map(([engine, entry]) => [engine, entry.results])),
    by: Object.fromEntries(Object.entries(engines)
      .filter(([, entry]) => entry.results.length > 0)
      .map(([engine, entry]) => [engine, summarize(entry.results)])),
  }));
}

/** CPU times, ratios to `base` and their geometric means. `key`: "cpu" or "again". */
function timesTable(rows, engines, base, key, markdown) {
  const others = engines.filter((engine) => engine !== base);
  const heading = ["program", `${base} ms`, ...others.flatMap((name) => [`${name} ms`, "ratio"])];
  const body = rows.map((row) => [
    row.wrong ? `${row.name} WRONG` : row.name,
    short(row.by[base]?.[key]),
    ...others.flatMap((engine) => (
      [short(row.by[engine]?.[key]), short(ratio(row, engine, base, key))])),
  ]);
  const means = others.flatMap((engine) => {
    const ratios = rows.map((row) => ratio(row, engine, base, key)).filter((value) => value > 0);
    return [`${ratios.length} of ${rows.length}`, short(geometricMean(ratios))];
  });
  return table([heading, ...body, ["geometric mean", "", ...means]], markdown);
}

/** Programs in which krait is slower than the others, worst first. */
function slowest(rows, engines) {
  const lines = [];
  for (const [engine, what] of [[BASELINE, "than CPython"], [FLOOR, "than native MicroPython"]]) {
    if (!engines.includes(engine) || !engines.includes("krait")) continue;
    const slow = rows
      .map((row) => ({ name: row.name, times: ratio(row, "krait", engine, "cpu") }))
      .filter(({ times }) => times > 1)
      .sort((a, b) => b.times - a.times)
      .map(({ name, times }) => `${name} ${short(times)}`);
    lines.push(`Krait is slower ${what} in: ${slow.join(", ") || "no program"}.`);
  }
  return lines;
}

/** One number for each program and engine. */
function plainTable(rows, engines, key, markdown) {
  const line = (row) => [row.name, ...engines.map((engine) => short(row.by[engine]?.[key]))];
  return table([["program", ...engines], ...rows.map(line)], markdown);
}

function startUpTable(startUp, engines, markdown) {
  const cell = (engine, key) => short(median(startUp[engine]?.[key] ?? []));
  const row = (label, key) => [label, ...engines.map((engine) => cell(engine, key))];
  return table([
    ["print('hi'), ms wall", ...engines],
    row("from starting the process to the output", "spawn"),
    row("from starting the process to its end", "total"),
    row("in a running Node process, first instance", "first"),
    row("in a running Node process, further instances", "again"),
  ], markdown);
}

/**
 * The whole report.
 * @param {object} data - as bench.mjs writes it with --json
 * @param {{markdown: boolean}} options
 */
export function report(data, { markdown }) {
  const engines = data.engines.map((engine) => engine.name);
  const base = engines.includes(BASELINE) ? BASELINE : engines[0];
  const rows = withMedians(data.programs);
  const limits = withMedians(data.limits);
  const title = (text) => (markdown ? `\n## ${text}\n` : `\n${text}\n`);
  const item = markdown ? "* " : "  ";
  const parts = [
    `${data.date}, ${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, `
      + `Node ${process.version}; rounds: ${data.rounds}, sizes: ${data.size}.`,
    "",
    ...data.engines.map(({ name, version }) => `${item}${name}: ${version}`),
  ];
  if (rows.length > 0) {
    parts.push(
      title("CPU time of the main thread: first run in a process"),
      timesTable(rows, engines, base, "cpu", markdown),
      "",
      ...slowest(rows, engines),
    );
    if (data.repeat > 1) {
      parts.push(title("The same, last run in the same process (warm; long runs are not repeated)"),
        timesTable(rows, engines, base, "again", markdown));
    }
    parts.push(
      title("Wall time of the first run, ms"), plainTable(rows, engines, "wall", markdown),
      title("Peak memory of the process, MiB"), plainTable(rows, engines, "peakMib", markdown),
    );
  }
  if (limits.length > 0) {
    parts.push(title("Single operations, ms of CPU time"),
      plainTable(limits, engines, "cpu", markdown));
  }
  if (data.startUp) parts.push(title("Start-up"), startUpTable(data.startUp, engines, markdown));
  const wrong = complaints([...data.programs, ...data.limits]);
  if (wrong.length > 0) parts.push(title("WRONG"), ...wrong.map((line) => item + line));
  return `${parts.join("\n")}\n`;
}
