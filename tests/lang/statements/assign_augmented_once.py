# An augmented assignment evaluates the parts of its target once.
def index():
    print("index")
    return 1
def target():
    print("target")
    return items
items = [1, 2, 3]
target()[index()] += 10
print(items)

# output:
# target
# index
# [1, 12, 3]
