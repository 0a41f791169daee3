# throw() and close() reach the innermost await.
class Wait:
    def __await__(self):
        try:
            yield "waiting"
        except ValueError as e:
            return "recovered from " + str(e)
        finally:
            print("left")
async def inner(): return await Wait()
async def outer():
    try:
        return await inner()
    except KeyError as e:
        return "outer " + repr(e)
c = outer()
print(c.send(None))
c.close()
for e in (ValueError("v"), KeyError("k")):
    c = outer()
    c.send(None)
    try:
        c.throw(e)
    except StopIteration as stop:
        print(stop.value)
c = outer()
c.send(None)
c.close()
c = outer()
try:
    c.throw(TypeError)
except TypeError:
    print("before start")

# output:
# waiting
# left
# left
# recovered from v
# left
# outer KeyError('k')
# left
# before start
