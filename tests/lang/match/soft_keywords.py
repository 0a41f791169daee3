# match and case are ordinary names elsewhere; _ too.
match = [1, 2]
case = match[0]
print(match, case, match [1], match[case])  # expect: [1, 2] 1 2 2
match.append(3)
match: list = match
def match_it(match, case=5): return match * case
print(match_it(match=2))  # expect: 10
match = len
print(match("abc"))  # expect: 3
match ("abcd")
case, match = 1, -1
print(match -1, case)  # expect: -2 1
match = {"x": 1}
match["x"] += 1
print(match)  # expect: {'x': 2}
class match: case = "attribute"
print(match.case)  # expect: attribute
_ = 5
print(_)  # expect: 5
