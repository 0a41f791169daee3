"""A calculator with variables, functions and error messages, by recursive descent.

Text becomes tokens, tokens become a tree of tuples, and the tree is evaluated; assignments are
kept. Numbers are exact integers of any size until a division or a decimal point makes them
floats.
"""

LINES = """\
1 + 2 * 3
(1 + 2) * 3
-2 ** 2
2 ** 3 ** 2
7 / 2
x = 6
y = x * 7
y - x
max(x, y, 3) + abs(-1)
2 ** 100
10 % 4 + 0.25
area = square(x + 1)
area
1 + * 2
3 $ 4
z + 1
1 / (x - 6)
(1 + 2
square(1, 2)
"""


class CalculatorError(Exception):
    pass


def tokens_of(text):
    """Pairs of kind and value; the last is ("end", "")."""
    found = []
    i = 0
    while i < len(text):
        c = text[i]
        start = i
        if c == " ":
            i += 1
        elif c.isdigit():
            while i < len(text) and (text[i].isdigit() or text[i] == "."):
                i += 1
            word = text[start:i]
            found.append(("number", float(word) if "." in word else int(word)))
        elif c.isalpha():
            while i < len(text) and text[i].isalpha():
                i += 1
            found.append(("name", text[start:i]))
        elif text[i:i + 2] == "**":
            i += 2
            found.append(("sign", "**"))
        elif c in "+-*/%(),=":
            i += 1
            found.append(("sign", c))
        else:
            raise CalculatorError("what is %s at %d?" % (c, i))
    found.append(("end", ""))
    return found


class Parser:
    """Statement: [name =] sum. Binding from weak to strong: + -, * / %, sign, **, calls."""

    def __init__(self, text):
        self.tokens = tokens_of(text)
        self.at = 0

    def peek(self):
        return self.tokens[self.at]

    def accept(self, *signs):
        kind, value = self.peek()
        if kind == "sign" and value in signs:
            self.at += 1
            return value
        return None

    def expect(self, sign):
        if not self.accept(sign):
            raise CalculatorError("expected %s, not %s" % (sign, self.peek()[1] or "the end"))

    def statement(self):
        if self.peek()[0] == "name" and self.tokens[self.at + 1] == ("sign", "="):
            name = self.peek()[1]
            self.at += 2
            tree = ("assign", name, self.sum())
        else:
            tree = self.sum()
        if self.peek()[0] != "end":
            raise CalculatorError("unexpected %s" % (self.peek()[1],))
        return tree

    def sum(self):
        left = self.product()
        while True:
            sign = self.accept("+", "-")
            if not sign:
                return left
            left = (sign, left, self.product())

    def product(self):
        left = self.signed()
        while True:
            sign = self.accept("*", "/", "%")
            if not sign:
                return left
            left = (sign, left, self.signed())

    def signed(self):
        if self.accept("-"):
            return ("negate", self.signed())
        return self.power()

    def power(self):
        base = self.atom()
        if self.accept("**"):
            return ("**", base, self.signed())
        return base

    def atom(self):
        kind, value = self.peek()
        if kind == "number":
            self.at += 1
            return ("number", value)
        if kind == "name":
            self.at += 1
            if self.accept("("):
                arguments = [self.sum()]
                while self.accept(","):
                    arguments.append(self.sum())
                self.expect(")")
                return ("call", value, arguments)
            return ("name", value)
        if self.accept("("):
            tree = self.sum()
            self.expect(")")
            return tree
        raise CalculatorError("expected a number, not %s" % (value or "the end"))


BINARY = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "%": lambda a, b: a % b,
    "**": lambda a, b: a ** b,
}

FUNCTIONS = {
    "abs": (1, 1, abs),
    "max": (1, 99, max),
    "min": (1, 99, min),
    "square": (1, 1, lambda a: a * a),
}


class Calculator:
    def __init__(self):
        self.variables = {}

    def value_of(self, tree):
        kind = tree[0]
        if kind in BINARY:
            return BINARY[kind](self.value_of(tree[1]), self.value_of(tree[2]))
        return getattr(self, "value_of_" + kind)(*tree[1:])

    def value_of_number(self, value):
        return value

    def value_of_negate(self, tree):
        return -self.value_of(tree)

    def value_of_name(self, name):
        if name not in self.variables:
            raise CalculatorError("no variable called " + name)
        return self.variables[name]

    def value_of_assign(self, name, tree):
        self.variables[name] = self.value_of(tree)
        return self.variables[name]

    def value_of_call(self, name, arguments):
        if name not in FUNCTIONS:
            raise CalculatorError("no function called " + name)
        fewest, most, function = FUNCTIONS[name]
        if not fewest <= len(arguments) <= most:
            raise CalculatorError("%s does not take %d arguments" % (name, len(arguments)))
        return function(*[self.value_of(argument) for argument in arguments])

    def answer(self, text):
        try:
            return str(self.value_of(Parser(text).statement()))
        except CalculatorError as error:
            return "error: " + str(error)
        except ZeroDivisionError:
            return "error: division by zero"


calculator = Calculator()
for line in LINES.split("\n"):
    if line:
        print("%-24s %s" % (line, calculator.answer(line)))
print("variables:", [(name, calculator.variables[name]) for name in sorted(calculator.variables)])
