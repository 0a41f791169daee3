known = 1
def __getattr__(name):
    if name.startswith("dyn_"):
        return name[4:]
    raise AttributeError(name)
