// A Python generator that asks by `yield`, answered by JavaScript: values go to and fro across the border.
import { load } from "krait";

const python = await load();
python.run(`
def interview():
    """Yields questions; takes answers. Returns what it has found out."""
    name = yield "What is your name?"
    numbers = []
    while True:
        answer = yield f"A number, {name}, or nothing?" if not numbers else "Another?"
        if answer is None:
            break
        numbers.append(answer)
    return {"name": name, "count": len(numbers), "sum": sum(numbers)}
`);

const answers = ["Ada", 12, 30.5, 2n ** 70n, null];
const interview = python.globals.get("interview");
const talk = interview();
let { value, done } = talk.next();                        // to the first yield
while (!done) {
  const answer = answers.shift();
  console.log(`${value} ${answer === null ? "-" : answer}`);
  ({ value, done } = talk.next(answer));
}
console.log(value.toJs());
python.dispose();                                         // gives back all that came from it
