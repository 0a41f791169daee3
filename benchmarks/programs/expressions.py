"""A tokenizer, parser and evaluator of arithmetic: characters, lists, recursion, dispatch."""
import sys

SIZE = 3000
SMALL = 10


def tokenize(text):
    tokens = []
    i = 0
    n = len(text)
    while i < n:
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit():
            start = i
            while i < n and text[i].isdigit():
                i += 1
            tokens.append(("number", int(text[start:i])))
        elif c.isalpha():
            start = i
            while i < n and (text[i].isalpha() or text[i].isdigit()):
                i += 1
            tokens.append(("name", text[start:i]))
        else:
            tokens.append(("sign", c))
            i += 1
    tokens.append(("end", ""))
    return tokens


class Number:
    def __init__(self, value):
        self.value = value

    def evaluate(self, names):
        return self.value


class Name:
    def __init__(self, name):
        self.name = name

    def evaluate(self, names):
        return names[self.name]


class Operation:
    def __init__(self, sign, left, right):
        self.sign = sign
        self.left = left
        self.right = right

    def evaluate(self, names):
        left = self.left.evaluate(names)
        right = self.right.evaluate(names)
        sign = self.sign
        if sign == "+":
            return left + right
        if sign == "-":
            return left - right
        if sign == "*":
            return left * right % 1000003
        return left // (right or 1)


class Parser:
    def __init__(self, tokens):
        self.tokens = tokens
        self.position = 0

    def accept(self, signs):
        kind, text = self.tokens[self.position]
        if kind == "sign" and text in signs:
            self.position += 1
            return text
        return None

    def sum(self):
        left = self.product()
        while True:
            sign = self.accept("+-")
            if sign is None:
                return left
            left = Operation(sign, left, self.product())

    def product(self):
        left = self.atom()
        while True:
            sign = self.accept("*/")
            if sign is None:
                return left
            left = Operation(sign, left, self.atom())

    def atom(self):
        if self.accept("("):
            inside = self.sum()
            if not self.accept(")"):
                raise SyntaxError("missing )")
            return inside
        kind, value = self.tokens[self.position]
        self.position += 1
        if kind == "number":
            return Number(value)
        if kind == "name":
            return Name(value)
        raise SyntaxError("unexpected " + repr(value))


def run(size):
    names = {"x": 7, "y1": 11, "total": 40}
    checksum = 0
    count = 0
    for i in range(size):
        text = "(%d + x) * %d - (y1 / (%d - total) + 3) * (x * x + %d)" % (i, i % 17, i % 40, i * 3)
        text = text + " + " + text + " - (((x)))"
        tokens = tokenize(text)
        count += len(tokens)
        tree = Parser(tokens).sum()
        for x in range(3):
            names["x"] = x
            checksum = (checksum * 31 + tree.evaluate(names)) % 1000000007
    return (checksum, count)


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
