# break, continue, return and nested match inside cases.
for x in [1, "skip", 2, "stop", 3]:
    match x:
        case "skip": continue
        case "stop": break
        case int():
            match x:
                case 1: print("one")
                case _: print("another")
    print("end of step", x)
def f(x):
    while True:
        match x:
            case [] | 0: return "done"
            case [_, *x]: pass
            case int(): x -= 1
print(f([1, 2]), f(4))

# output:
# one
# end of step 1
# another
# end of step 2
# done done
