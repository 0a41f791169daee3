// The programs of the list: those of examples/ that are pleasant here, and some that show what this page can do.
import adventure from "../../examples/adventure.py?raw";
import life from "../../examples/life.py?raw";
import mandelbrot from "../../examples/mandelbrot.py?raw";
import sudoku from "../../examples/sudoku.py?raw";

export interface Example {
  name: string;
  code: string;
}

const welcome = `# Run me: F5. Pause me: F8. Set a breakpoint: F9.
# Step: F11. My variables are shown while I stand still.
import time

def fibonacci(n):
    a, b = 0, 1
    for i in range(n):
        yield a
        a, b = b, a + b

total = 0
for number in fibonacci(20):
    total += number
    print(number, end=" ")
    time.sleep(0.1)
print()
print("total", total)
name = input("Your name? ")
print(f"Hello, {name}!")
`;

const loop = `# A loop without end cannot freeze the page: Stop it, or
# Pause it and look at x. Pause, Snapshot, Go on, Restore:
# the program is again where it was.
x = 0
while True:
    x += 1
    print("x =", x)
`;

const together = `# Several things at once: asyncio on the page's own timers.
import asyncio

async def tick(name, seconds):
    for i in range(5):
        print(name, i)
        await asyncio.sleep(seconds)
    return name

async def main():
    print(await asyncio.gather(tick("fast", 0.2), tick("slow", 0.5)))

asyncio.run(main())
`;

export const examples: Example[] = [
  { name: "Welcome", code: welcome },
  { name: "A loop without end", code: loop },
  { name: "asyncio", code: together },
  { name: "Game of life", code: life },
  { name: "Mandelbrot", code: mandelbrot },
  { name: "Sudoku", code: sudoku },
  { name: "Adventure", code: adventure },
];
