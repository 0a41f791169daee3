# Arrays are equal as lists of their items are, whatever their kinds.
from array import array

a, nan = array("i", [1, 2, 3]), float("nan")
print(a == array("i", [1, 2, 3]), a != array("i", [1, 2, 3]), a == array("i", [1, 2]),
      a != array("i", [1, 2, 4]))  # expect: True False False True
print(a == array("b", [1, 2, 3]), a == array("d", [1, 2, 3]), a < array("q", [1, 3]),
      a == [1, 2, 3])  # expect: True True True False
print(array("d", [0.0]) == array("d", [-0.0]), array("d", [nan]) == array("d", [nan]),
      array("f", [nan]) != array("f", [nan]))  # expect: True False True
print(array("i") == array("d"), array("u", "añ") == array("u", "añ"),
      array("u", "a") == array("i", [97]))  # expect: True True False
print(array("B", range(200)) == array("B", range(200)), array("h", [5]) >= array("h", [4]),
      array("I", [2**32 - 1]) == array("i", [-1]))  # expect: True True False
