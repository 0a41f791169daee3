# Generators of several shapes driven by every sequence of three actions.
def plain():
    x = yield 1
    y = yield x
    return y
def guarded():
    try:
        yield 1
        yield 2
    except KeyError as e:
        yield "caught"
    finally:
        log.append("F")
def loop():
    while True:
        try:
            x = yield "loop"
            if x == "stop": return "stopped"
        except KeyError:
            continue
def delegating():
    r = yield from guarded()
    log.append("D")
    yield from plain()
def catcher():
    try:
        yield from loop()
    except GeneratorExit:
        log.append("G")
        raise
    except OSError:
        return "os"
actions = {"n": lambda g: next(g), "s": lambda g: g.send("stop"),
           "k": lambda g: g.throw(KeyError("k")), "o": lambda g: g.throw(OSError),
           "c": lambda g: g.close()}
for make in (plain, guarded, loop, delegating, catcher):
    for a in actions:
        line = []
        for b in actions:
            for c in actions:
                log, g, out = [], make(), ""
                for key in a + b + c:
                    try:
                        out += str(actions[key](g))
                    except StopIteration as e:
                        out += "S" + str(e.value)
                    except Exception as e:
                        out += type(e).__name__[0]
                    out += ","
                g.close()
                line.append(out + "".join(log))
        print(make.__name__, a, " ".join(line))
        # expect: plain n 1,None,SNone, 1,None,Sstop, 1,None,K, 1,None,O, 1,None,None, 1,stop,SNone, 1,stop,Sstop, 1,stop,K, 1,stop,O, 1,stop,None, 1,K,SNone, 1,K,SNone, 1,K,K, 1,K,O, 1,K,None, 1,O,SNone, 1,O,SNone, 1,O,K, 1,O,O, 1,O,None, 1,None,SNone, 1,None,SNone, 1,None,K, 1,None,O, 1,None,None,
        # expect: plain s T,1,None, T,1,stop, T,1,K, T,1,O, T,1,None, T,T,1, T,T,T, T,T,K, T,T,O, T,T,None, T,K,SNone, T,K,SNone, T,K,K, T,K,O, T,K,None, T,O,SNone, T,O,SNone, T,O,K, T,O,O, T,O,None, T,None,SNone, T,None,SNone, T,None,K, T,None,O, T,None,None,
        # expect: plain k K,SNone,SNone, K,SNone,SNone, K,SNone,K, K,SNone,O, K,SNone,None, K,SNone,SNone, K,SNone,SNone, K,SNone,K, K,SNone,O, K,SNone,None, K,K,SNone, K,K,SNone, K,K,K, K,K,O, K,K,None, K,O,SNone, K,O,SNone, K,O,K, K,O,O, K,O,None, K,None,SNone, K,None,SNone, K,None,K, K,None,O, K,None,None,
        # expect: plain o O,SNone,SNone, O,SNone,SNone, O,SNone,K, O,SNone,O, O,SNone,None, O,SNone,SNone, O,SNone,SNone, O,SNone,K, O,SNone,O, O,SNone,None, O,K,SNone, O,K,SNone, O,K,K, O,K,O, O,K,None, O,O,SNone, O,O,SNone, O,O,K, O,O,O, O,O,None, O,None,SNone, O,None,SNone, O,None,K, O,None,O, O,None,None,
        # expect: plain c None,SNone,SNone, None,SNone,SNone, None,SNone,K, None,SNone,O, None,SNone,None, None,SNone,SNone, None,SNone,SNone, None,SNone,K, None,SNone,O, None,SNone,None, None,K,SNone, None,K,SNone, None,K,K, None,K,O, None,K,None, None,O,SNone, None,O,SNone, None,O,K, None,O,O, None,O,None, None,None,SNone, None,None,SNone, None,None,K, None,None,O, None,None,None,
        # expect: guarded n 1,2,SNone,F 1,2,SNone,F 1,2,caught,F 1,2,O,F 1,2,None,F 1,2,SNone,F 1,2,SNone,F 1,2,caught,F 1,2,O,F 1,2,None,F 1,caught,SNone,F 1,caught,SNone,F 1,caught,K,F 1,caught,O,F 1,caught,None,F 1,O,SNone,F 1,O,SNone,F 1,O,K,F 1,O,O,F 1,O,None,F 1,None,SNone,F 1,None,SNone,F 1,None,K,F 1,None,O,F 1,None,None,F
        # expect: guarded s T,1,2,F T,1,2,F T,1,caught,F T,1,O,F T,1,None,F T,T,1,F T,T,T, T,T,K, T,T,O, T,T,None, T,K,SNone, T,K,SNone, T,K,K, T,K,O, T,K,None, T,O,SNone, T,O,SNone, T,O,K, T,O,O, T,O,None, T,None,SNone, T,None,SNone, T,None,K, T,None,O, T,None,None,
        # expect: guarded k K,SNone,SNone, K,SNone,SNone, K,SNone,K, K,SNone,O, K,SNone,None, K,SNone,SNone, K,SNone,SNone, K,SNone,K, K,SNone,O, K,SNone,None, K,K,SNone, K,K,SNone, K,K,K, K,K,O, K,K,None, K,O,SNone, K,O,SNone, K,O,K, K,O,O, K,O,None, K,None,SNone, K,None,SNone, K,None,K, K,None,O, K,None,None,
        # expect: guarded o O,SNone,SNone, O,SNone,SNone, O,SNone,K, O,SNone,O, O,SNone,None, O,SNone,SNone, O,SNone,SNone, O,SNone,K, O,SNone,O, O,SNone,None, O,K,SNone, O,K,SNone, O,K,K, O,K,O, O,K,None, O,O,SNone, O,O,SNone, O,O,K, O,O,O, O,O,None, O,None,SNone, O,None,SNone, O,None,K, O,None,O, O,None,None,
        # expect: guarded c None,SNone,SNone, None,SNone,SNone, None,SNone,K, None,SNone,O, None,SNone,None, None,SNone,SNone, None,SNone,SNone, None,SNone,K, None,SNone,O, None,SNone,None, None,K,SNone, None,K,SNone, None,K,K, None,K,O, None,K,None, None,O,SNone, None,O,SNone, None,O,K, None,O,O, None,O,None, None,None,SNone, None,None,SNone, None,None,K, None,None,O, None,None,None,
        # expect: loop n loop,loop,loop, loop,loop,Sstopped, loop,loop,loop, loop,loop,O, loop,loop,None, loop,Sstopped,SNone, loop,Sstopped,SNone, loop,Sstopped,K, loop,Sstopped,O, loop,Sstopped,None, loop,loop,loop, loop,loop,Sstopped, loop,loop,loop, loop,loop,O, loop,loop,None, loop,O,SNone, loop,O,SNone, loop,O,K, loop,O,O, loop,O,None, loop,None,SNone, loop,None,SNone, loop,None,K, loop,None,O, loop,None,None,
        # expect: loop s T,loop,loop, T,loop,Sstopped, T,loop,loop, T,loop,O, T,loop,None, T,T,loop, T,T,T, T,T,K, T,T,O, T,T,None, T,K,SNone, T,K,SNone, T,K,K, T,K,O, T,K,None, T,O,SNone, T,O,SNone, T,O,K, T,O,O, T,O,None, T,None,SNone, T,None,SNone, T,None,K, T,None,O, T,None,None,
        # expect: loop k K,SNone,SNone, K,SNone,SNone, K,SNone,K, K,SNone,O, K,SNone,None, K,SNone,SNone, K,SNone,SNone, K,SNone,K, K,SNone,O, K,SNone,None, K,K,SNone, K,K,SNone, K,K,K, K,K,O, K,K,None, K,O,SNone, K,O,SNone, K,O,K, K,O,O, K,O,None, K,None,SNone, K,None,SNone, K,None,K, K,None,O, K,None,None,
        # expect: loop o O,SNone,SNone, O,SNone,SNone, O,SNone,K, O,SNone,O, O,SNone,None, O,SNone,SNone, O,SNone,SNone, O,SNone,K, O,SNone,O, O,SNone,None, O,K,SNone, O,K,SNone, O,K,K, O,K,O, O,K,None, O,O,SNone, O,O,SNone, O,O,K, O,O,O, O,O,None, O,None,SNone, O,None,SNone, O,None,K, O,None,O, O,None,None,
        # expect: loop c None,SNone,SNone, None,SNone,SNone, None,SNone,K, None,SNone,O, None,SNone,None, None,SNone,SNone, None,SNone,SNone, None,SNone,K, None,SNone,O, None,SNone,None, None,K,SNone, None,K,SNone, None,K,K, None,K,O, None,K,None, None,O,SNone, None,O,SNone, None,O,K, None,O,O, None,O,None, None,None,SNone, None,None,SNone, None,None,K, None,None,O, None,None,None,
        # expect: delegating n 1,2,1,FD 1,2,1,FD 1,2,caught,F 1,2,O,F 1,2,None,F 1,2,1,FD 1,2,1,FD 1,2,caught,F 1,2,O,F 1,2,None,F 1,caught,1,FD 1,caught,1,FD 1,caught,K,F 1,caught,O,F 1,caught,None,F 1,O,SNone,F 1,O,SNone,F 1,O,K,F 1,O,O,F 1,O,None,F 1,None,SNone,F 1,None,SNone,F 1,None,K,F 1,None,O,F 1,None,None,F
        # expect: delegating s T,1,2,F T,1,2,F T,1,caught,F T,1,O,F T,1,None,F T,T,1,F T,T,T, T,T,K, T,T,O, T,T,None, T,K,SNone, T,K,SNone, T,K,K, T,K,O, T,K,None, T,O,SNone, T,O,SNone, T,O,K, T,O,O, T,O,None, T,None,SNone, T,None,SNone, T,None,K, T,None,O, T,None,None,
        # expect: delegating k K,SNone,SNone, K,SNone,SNone, K,SNone,K, K,SNone,O, K,SNone,None, K,SNone,SNone, K,SNone,SNone, K,SNone,K, K,SNone,O, K,SNone,None, K,K,SNone, K,K,SNone, K,K,K, K,K,O, K,K,None, K,O,SNone, K,O,SNone, K,O,K, K,O,O, K,O,None, K,None,SNone, K,None,SNone, K,None,K, K,None,O, K,None,None,
        # expect: delegating o O,SNone,SNone, O,SNone,SNone, O,SNone,K, O,SNone,O, O,SNone,None, O,SNone,SNone, O,SNone,SNone, O,SNone,K, O,SNone,O, O,SNone,None, O,K,SNone, O,K,SNone, O,K,K, O,K,O, O,K,None, O,O,SNone, O,O,SNone, O,O,K, O,O,O, O,O,None, O,None,SNone, O,None,SNone, O,None,K, O,None,O, O,None,None,
        # expect: delegating c None,SNone,SNone, None,SNone,SNone, None,SNone,K, None,SNone,O, None,SNone,None, None,SNone,SNone, None,SNone,SNone, None,SNone,K, None,SNone,O, None,SNone,None, None,K,SNone, None,K,SNone, None,K,K, None,K,O, None,K,None, None,O,SNone, None,O,SNone, None,O,K, None,O,O, None,O,None, None,None,SNone, None,None,SNone, None,None,K, None,None,O, None,None,None,
        # expect: catcher n loop,loop,loop,G loop,loop,SNone, loop,loop,loop,G loop,loop,Sos, loop,loop,None,G loop,SNone,SNone, loop,SNone,SNone, loop,SNone,K, loop,SNone,O, loop,SNone,None, loop,loop,loop,G loop,loop,SNone, loop,loop,loop,G loop,loop,Sos, loop,loop,None,G loop,Sos,SNone, loop,Sos,SNone, loop,Sos,K, loop,Sos,O, loop,Sos,None, loop,None,SNone,G loop,None,SNone,G loop,None,K,G loop,None,O,G loop,None,None,G
        # expect: catcher s T,loop,loop,G T,loop,SNone, T,loop,loop,G T,loop,Sos, T,loop,None,G T,T,loop,G T,T,T, T,T,K, T,T,O, T,T,None, T,K,SNone, T,K,SNone, T,K,K, T,K,O, T,K,None, T,O,SNone, T,O,SNone, T,O,K, T,O,O, T,O,None, T,None,SNone, T,None,SNone, T,None,K, T,None,O, T,None,None,
        # expect: catcher k K,SNone,SNone, K,SNone,SNone, K,SNone,K, K,SNone,O, K,SNone,None, K,SNone,SNone, K,SNone,SNone, K,SNone,K, K,SNone,O, K,SNone,None, K,K,SNone, K,K,SNone, K,K,K, K,K,O, K,K,None, K,O,SNone, K,O,SNone, K,O,K, K,O,O, K,O,None, K,None,SNone, K,None,SNone, K,None,K, K,None,O, K,None,None,
        # expect: catcher o O,SNone,SNone, O,SNone,SNone, O,SNone,K, O,SNone,O, O,SNone,None, O,SNone,SNone, O,SNone,SNone, O,SNone,K, O,SNone,O, O,SNone,None, O,K,SNone, O,K,SNone, O,K,K, O,K,O, O,K,None, O,O,SNone, O,O,SNone, O,O,K, O,O,O, O,O,None, O,None,SNone, O,None,SNone, O,None,K, O,None,O, O,None,None,
        # expect: catcher c None,SNone,SNone, None,SNone,SNone, None,SNone,K, None,SNone,O, None,SNone,None, None,SNone,SNone, None,SNone,SNone, None,SNone,K, None,SNone,O, None,SNone,None, None,K,SNone, None,K,SNone, None,K,K, None,K,O, None,K,None, None,O,SNone, None,O,SNone, None,O,K, None,O,O, None,O,None, None,None,SNone, None,None,SNone, None,None,K, None,None,O, None,None,None,
