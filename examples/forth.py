"""A small Forth: a stack, words that define words, loops and conditions, in a hundred lines.

Source is compiled to nested lists of Python functions and numbers, which an inner loop runs. What
a program prints with . and emit is collected and shown beside it.
"""

PROGRAMS = [
    "1 2 + 3 * .",
    ": square dup * ; 7 square .",
    ": cube dup square * ; 3 cube . -2 cube .",
    ": stars 0 do 42 emit loop ; 5 stars",
    ": sign dup 0 < if drop -1 else 0 > if 1 else 0 then then ; -7 sign . 0 sign . 9 sign .",
    ": factorial 1 swap 1 + 1 do i * loop ; 20 factorial . 30 factorial .",
    ": gcd begin dup while swap over mod repeat drop ; 1071 462 gcd .",
    ": fib 0 1 rot 0 do over + swap loop drop ; 10 fib . 90 fib .",
    ": collatz 0 swap begin dup 1 > while dup 2 mod if 3 * 1 + else 2 / then swap 1 + swap repeat"
    " drop ; 27 collatz .",
    "1 2 3 rot . . .",
    "1 +",
    "1 0 /",
    "nonsense",
    ": open 1 2",
]


class ForthError(Exception):
    pass


class Forth:
    def __init__(self):
        self.stack = []
        self.counters = []
        self.output = []
        self.words = {
            "dup": lambda: self.push(self.stack[-1]),
            "drop": self.pop,
            "swap": lambda: self.stack.extend([self.pop(), self.pop()]),
            "over": lambda: self.push(self.stack[-2]),
            "rot": lambda: self.push(self.stack.pop(-3)),
            "i": lambda: self.push(self.counters[-1]),
            ".": lambda: self.output.append(str(self.pop()) + " "),
            "emit": lambda: self.output.append(chr(self.pop())),
        }
        for name, function in (
                ("+", lambda a, b: a + b), ("-", lambda a, b: a - b), ("*", lambda a, b: a * b),
                ("/", lambda a, b: a // b), ("mod", lambda a, b: a % b),
                ("<", lambda a, b: -int(a < b)), (">", lambda a, b: -int(a > b)),
                ("=", lambda a, b: -int(a == b))):
            self.words[name] = self.binary(function)

    def push(self, value):
        self.stack.append(value)

    def pop(self):
        return self.stack.pop()

    def binary(self, function):
        def word():
            b = self.pop()
            self.push(function(self.pop(), b))
        return word

    def compile(self, tokens, *ends):
        """Code up to one of the words `ends`, and which it was."""
        code = []
        while tokens:
            token = tokens.pop(0)
            if token in ends:
                return code, token
            if token == ":":
                name = tokens.pop(0)
                body, _ = self.compile(tokens, ";")
                self.words[name] = lambda body=body: self.execute(body)
            elif token == "if":
                yes, end = self.compile(tokens, "else", "then")
                no = self.compile(tokens, "then")[0] if end == "else" else []
                code.append(lambda yes=yes, no=no: self.execute(yes if self.pop() else no))
            elif token == "do":
                body, _ = self.compile(tokens, "loop")
                code.append(lambda body=body: self.count(body))
            elif token == "begin":
                test, _ = self.compile(tokens, "while")
                body, _ = self.compile(tokens, "repeat")
                code.append(lambda test=test, body=body: self.repeat(test, body))
            elif token in self.words:
                code.append(lambda token=token: self.words[token]())
            else:
                try:
                    number = int(token)
                except ValueError:
                    raise ForthError("unknown word " + token)
                code.append(lambda number=number: self.push(number))
        if ends:
            raise ForthError("missing " + ends[-1])
        return code, ""

    def execute(self, code):
        for step in code:
            step()

    def count(self, body):
        start, end = self.pop(), self.pop()
        for value in range(start, end):
            self.counters.append(value)
            self.execute(body)
            self.counters.pop()

    def repeat(self, test, body):
        while True:
            self.execute(test)
            if not self.pop():
                return
            self.execute(body)

    def run(self, source):
        self.output = []
        try:
            self.execute(self.compile(source.split())[0])
        except IndexError:
            self.output.append("error: stack underflow")
        except ZeroDivisionError:
            self.output.append("error: division by zero")
        except ForthError as error:
            self.output.append("error: " + str(error))
        return "".join(self.output)


forth = Forth()
for program in PROGRAMS:
    print(program)
    print("   ", forth.run(program).rstrip())
print("left on the stack:", forth.stack)
