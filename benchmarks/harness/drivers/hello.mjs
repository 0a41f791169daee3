// Prints hi through an engine that lives in a Node process, and how long that took once Node was
// up.
//
// Arguments: engine module, its path option (or ""), number of further instances. Prints hi as
// soon as it can, then makes more instances in the same process. The last line is `@result` and a
// JSON object: `first` and `again` (a list), each from asking for an instance to having its
// output. Unit: ms, wall time.
const [engineFile, path, more] = process.argv.slice(2);

/** From nothing to a printed line. */
async function hello() {
  const { open } = await import(engineFile);
  let output = "";
  const vm = await open(path, (text) => { output += text; });
  vm.run("print('hi')");
  if (output.trimEnd() !== "hi") throw new Error(`printed ${JSON.stringify(output)}`);
  return output;
}

const start = performance.now();
const output = await hello();
const first = performance.now() - start;
process.stdout.write(output);
const again = [];
for (let i = 0; i < Number(more); i += 1) {
  const from = performance.now();
  await hello();
  again.push(performance.now() - from);
}
console.log(`@result ${JSON.stringify({ first, again })}`);
process.exit(0);
