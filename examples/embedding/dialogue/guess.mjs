// JavaScript guesses a number that Python thinks of.
import { converse } from "./converse.mjs";

const program = `
import random
secret = random.randint(1, 100)
print("I think of a number from 1 to 100.")
tries = 0
while True:
    guess = int(input("Your guess? "))
    tries += 1
    if guess == secret:
        break
    print("higher" if guess < secret else "lower")
print("Right, after", tries, "guesses." if tries > 1 else "guess.")
`;

const talk = converse(program);
let low = 1, high = 100, guess = 50;
let { done, value: said } = await talk.next();
while (!done) {
  guess = (low + high) >> 1;
  console.log(`${said}${guess}`);
  ({ done, value: said } = await talk.next(guess));
  if (said.startsWith("higher")) low = guess + 1;
  else high = guess - 1;
}
console.log(said.trimEnd());
