# A name assigned anywhere in a function is local in all of it.
x = "global"
def f():
    try:
        print(x)
    except UnboundLocalError as e:
        print(isinstance(e, NameError))  # expect: True
    x = "local"
    return x
print(f(), x)  # expect: local global
def g():
    for x in (): pass
    try:
        return x
    except UnboundLocalError:
        return "unbound"
print(g())  # expect: unbound
