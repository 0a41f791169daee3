# a = b = value evaluates the value once and binds from left to right.
class Log:
    def __setitem__(self, key, value):
        print("set", key, value)
log = Log()
def value():
    print("value")
    return 7
log["first"] = log["second"] = x = value()
print(x)

# output:
# value
# set first 7
# set second 7
# 7
