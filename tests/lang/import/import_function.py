# __import__ gives the top package unless names are asked for.
m = __import__("_shapes.square")
# expect: init shapes
# expect: init circle _shapes.circle _shapes
# expect: init square
# expect: init deep
print(m.__name__)  # expect: _shapes
m = __import__("_shapes.square", globals(), locals(), ["side"])
print(m.__name__, m.side)  # expect: _shapes.square 4
print(__import__("math").sqrt(4))  # expect: 2.0
