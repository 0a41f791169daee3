# Slices, attributes and items as targets of one unpacking.
class Box: pass
box = Box()
items = [0, 1, 2, 3]
box.name, items[1:3], (d := {})["key"] = "n", "xyz", 9
print(box.name, items, d)  # expect: n [0, 'x', 'y', 'z', 3] {'key': 9}
