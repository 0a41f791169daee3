# Every way to leave try, except, else and finally, against every other, in a loop.
ways = {"pass": "pass", "return": "return %r", "break": "break", "continue": "continue",
        "raise": "raise KeyError(%r)"}
def build(body, handler, else_, final):
    part = lambda way, name: ways[way] % name if "%" in ways[way] else ways[way]
    lines = ["def f(log):", " for i in range(2):", "  try:", "   log.append('b')",
             "   " + part(body, "body")]
    if handler: lines += ["  except KeyError:", "   log.append('h')",
                          "   " + part(handler, "handler")]
    if else_: lines += ["  else:", "   log.append('e')", "   " + part(else_, "else")]
    if final: lines += ["  finally:", "   log.append('f')", "   " + part(final, "final")]
    lines += ["  log.append('a')", " else:", "  log.append('E')", " log.append('X')",
              " return 'end'"]
    space = {}
    exec("\n".join(lines), space)
    return space["f"]
for body in ways:
    for final in (None, *ways):
        out = []
        for handler in (None, *ways):
            for else_ in (None, *ways):
                if not handler and (else_ or not final): continue
                log = []
                try:
                    r = build(body, handler, else_, final)(log)
                except KeyError as e:
                    r = "!" + e.args[0]
                out.append("".join(log) + ":" + r)
        print(body, final, len(out), "\n " + " ".join(sorted(set(out))))
        # expect: pass None 30
        # expect:  babaEX:end be:!else be:else beX:end beabeaEX:end bebeEX:end
        # expect: pass pass 31
        # expect:  bef:!else bef:else befX:end befabefaEX:end befbefEX:end bfabfaEX:end
        # expect: pass return 31
        # expect:  bef:final bf:final
        # expect: pass break 31
        # expect:  befX:end bfX:end
        # expect: pass continue 31
        # expect:  befbefEX:end bfbfEX:end
        # expect: pass raise 31
        # expect:  bef:!final bf:!final
        # expect: return None 30
        # expect:  b:body
        # expect: return pass 31
        # expect:  bf:body
        # expect: return return 31
        # expect:  bf:final
        # expect: return break 31
        # expect:  bfX:end
        # expect: return continue 31
        # expect:  bfbfEX:end
        # expect: return raise 31
        # expect:  bf:!final
        # expect: break None 30
        # expect:  bX:end
        # expect: break pass 31
        # expect:  bfX:end
        # expect: break return 31
        # expect:  bf:final
        # expect: break break 31
        # expect:  bfX:end
        # expect: break continue 31
        # expect:  bfbfEX:end
        # expect: break raise 31
        # expect:  bf:!final
        # expect: continue None 30
        # expect:  bbEX:end
        # expect: continue pass 31
        # expect:  bfbfEX:end
        # expect: continue return 31
        # expect:  bf:final
        # expect: continue break 31
        # expect:  bfX:end
        # expect: continue continue 31
        # expect:  bfbfEX:end
        # expect: continue raise 31
        # expect:  bf:!final
        # expect: raise None 30
        # expect:  bh:!handler bh:handler bhX:end bhabhaEX:end bhbhEX:end
        # expect: raise pass 31
        # expect:  bf:!body bhf:!handler bhf:handler bhfX:end bhfabhfaEX:end bhfbhfEX:end
        # expect: raise return 31
        # expect:  bf:final bhf:final
        # expect: raise break 31
        # expect:  bfX:end bhfX:end
        # expect: raise continue 31
        # expect:  bfbfEX:end bhfbhfEX:end
        # expect: raise raise 31
        # expect:  bf:!final bhf:!final
