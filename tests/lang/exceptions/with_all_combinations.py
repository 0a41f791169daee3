# Every way to leave the body of a with, against everything __exit__ can do.
log = []
class M:
    def __init__(self, does): self.does = does
    def __enter__(self): log.append("+")
    def __exit__(self, kind, value, trace):
        log.append("-" + (kind.__name__ if kind else ""))
        if self.does == "raise": raise OSError("exit")
        return self.does == "swallow"
def run(way, outer, inner):
    for i in range(2):
        with M(outer), M(inner):
            if way == "return": return "returned"
            if way == "break": break
            if way == "continue": continue
            if way == "raise": raise KeyError("body")
            log.append("end")
        log.append("after")
    else:
        log.append("else")
    return "end"
for way in ("pass", "return", "break", "continue", "raise"):
    for outer in ("pass", "swallow", "raise"):
        for inner in ("pass", "swallow", "raise"):
            log.clear()
            try:
                r = run(way, outer, inner)
            except Exception as e:
                r = repr(e) + " " + repr(e.__context__)
            print(way, outer, inner, " ".join(log), "=", r)
            # expect: pass pass pass + + end - - after + + end - - after else = end
            # expect: pass pass swallow + + end - - after + + end - - after else = end
            # expect: pass pass raise + + end - -OSError = OSError('exit') None
            # expect: pass swallow pass + + end - - after + + end - - after else = end
            # expect: pass swallow swallow + + end - - after + + end - - after else = end
            # expect: pass swallow raise + + end - -OSError after + + end - -OSError after else = end
            # expect: pass raise pass + + end - - = OSError('exit') None
            # expect: pass raise swallow + + end - - = OSError('exit') None
            # expect: pass raise raise + + end - -OSError = OSError('exit') OSError('exit')
            # expect: return pass pass + + - - = returned
            # expect: return pass swallow + + - - = returned
            # expect: return pass raise + + - -OSError = OSError('exit') None
            # expect: return swallow pass + + - - = returned
            # expect: return swallow swallow + + - - = returned
            # expect: return swallow raise + + - -OSError after + + - -OSError after else = end
            # expect: return raise pass + + - - = OSError('exit') None
            # expect: return raise swallow + + - - = OSError('exit') None
            # expect: return raise raise + + - -OSError = OSError('exit') OSError('exit')
            # expect: break pass pass + + - - = end
            # expect: break pass swallow + + - - = end
            # expect: break pass raise + + - -OSError = OSError('exit') None
            # expect: break swallow pass + + - - = end
            # expect: break swallow swallow + + - - = end
            # expect: break swallow raise + + - -OSError after + + - -OSError after else = end
            # expect: break raise pass + + - - = OSError('exit') None
            # expect: break raise swallow + + - - = OSError('exit') None
            # expect: break raise raise + + - -OSError = OSError('exit') OSError('exit')
            # expect: continue pass pass + + - - + + - - else = end
            # expect: continue pass swallow + + - - + + - - else = end
            # expect: continue pass raise + + - -OSError = OSError('exit') None
            # expect: continue swallow pass + + - - + + - - else = end
            # expect: continue swallow swallow + + - - + + - - else = end
            # expect: continue swallow raise + + - -OSError after + + - -OSError after else = end
            # expect: continue raise pass + + - - = OSError('exit') None
            # expect: continue raise swallow + + - - = OSError('exit') None
            # expect: continue raise raise + + - -OSError = OSError('exit') OSError('exit')
            # expect: raise pass pass + + -KeyError -KeyError = KeyError('body') None
            # expect: raise pass swallow + + -KeyError - after + + -KeyError - after else = end
            # expect: raise pass raise + + -KeyError -OSError = OSError('exit') KeyError('body')
            # expect: raise swallow pass + + -KeyError -KeyError after + + -KeyError -KeyError after else = end
            # expect: raise swallow swallow + + -KeyError - after + + -KeyError - after else = end
            # expect: raise swallow raise + + -KeyError -OSError after + + -KeyError -OSError after else = end
            # expect: raise raise pass + + -KeyError -KeyError = OSError('exit') KeyError('body')
            # expect: raise raise swallow + + -KeyError - = OSError('exit') None
            # expect: raise raise raise + + -KeyError -OSError = OSError('exit') OSError('exit')
