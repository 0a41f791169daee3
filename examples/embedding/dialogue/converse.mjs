// A Python program as a conversation: it asks with input(), JavaScript answers.
import { load } from "krait";

/**
 * Runs a program that asks. Each step gives what it has printed when it asks, and takes the answer:
 * `await talk.next(answer)`. At the end it returns the rest of what the program printed.
 *
 * @param {string} program  Python source
 * @param {import("krait").LoadOptions & {fuel?: number}} options  fuel: the most between two questions
 * @returns {AsyncGenerator<string, string, string>}
 */
export async function* converse(program, { fuel = 1_000_000, ...options } = {}) {
  let printed = "";
  const answers = [];
  const python = await load({
    ...options,
    stdout: (text) => { printed += text; },
    stdin: () => answers.shift() ?? "",                   // nothing yet: the program waits where it is
  });
  try {
    const task = python.start(program);
    while (true) {
      const step = task.step({ fuel });
      if (step.status === "done") return printed;
      if (step.waitsFor !== "input") throw new Error(`the program neither asks nor ends: it is ${step.status}`);
      const said = printed;
      printed = "";
      answers.push(`${yield said}\n`);
    }
  } finally {
    python.dispose();                                     // also where the conversation is broken off
  }
}
