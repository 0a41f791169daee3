# != , ==, <=, := , lambda and colons inside brackets.
a, b = 1, 2
print(f"{a != b} {a == b} {a <= b} {a >= b} {a<b}")  # expect: True False True False True
print(f"{(c := 5)} {c}")  # expect: 5 5
print(f"{[a, b][0:1]} {({'k': 1})['k']} {(lambda: 3)()}")  # expect: [1] 1 3
print(f"{a:=^5} {a:=5}" )  # expect: ==1==     1
print(f"{'a:b'} {'!r'} {'}'} {'{'}")  # expect: a:b !r } {
