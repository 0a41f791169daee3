# Many signatures against many calls: the bound values, or T for TypeError.
signatures = ["", "a", "a, b", "a, b=9", "a=8, b=9", "*args", "**kw", "a, *args", "a, *, b",
              "a, *, b=9", "*, b", "a, /", "a, /, b", "a, /, b=9", "a=8, /, b=9, *, c=7",
              "a, b=9, *args, c, d=7, **kw", "*args, **kw", "a, /, **kw", "a, *args, b=9"]
calls = ["", "1", "1, 2", "1, 2, 3", "a=1", "b=2", "1, b=2", "1, a=2", "b=2, a=1", "*[1]",
         "*[1, 2]", "**{'a': 1}", "**{'b': 2}", "1, *[2]", "1, **{'b': 2}", "1, c=3",
         "1, 2, c=3, e=5", "*(), **{}", "1, b=2, **{'b': 3}", "*[1], b=2, *[3]"]
for signature in signatures:
    names = [p.strip().split("=")[0].lstrip("*") for p in signature.split(",")]
    names = [n for n in names if n not in ("", "/")]
    space = {}
    exec("def f(%s): return (%s)" % (signature, "".join(n + ", " for n in names)), space)
    out = []
    for call in calls:
        try:
            out.append(repr(eval("f(%s)" % call, space)).replace(" ", ""))
        except TypeError:
            out.append("T")
    print("(%s)" % signature, " ".join(out))
    # expect: () () T T T T T T T T T T T T T T T T () T T
    # expect: (a) T (1,) T T (1,) T T T T (1,) T (1,) T T T T T T T T
    # expect: (a, b) T T (1,2) T T T (1,2) T (1,2) T (1,2) T T (1,2) (1,2) T T T T T
    # expect: (a, b=9) T (1,9) (1,2) T (1,9) T (1,2) T (1,2) (1,9) (1,2) (1,9) T (1,2) (1,2) T T T T T
    # expect: (a=8, b=9) (8,9) (1,9) (1,2) T (1,9) (8,2) (1,2) T (1,2) (1,9) (1,2) (1,9) (8,2) (1,2) (1,2) T T (8,9) T T
    # expect: (*args) ((),) ((1,),) ((1,2),) ((1,2,3),) T T T T T ((1,),) ((1,2),) T T ((1,2),) T T T ((),) T T
    # expect: (**kw) ({},) T T T ({'a':1},) ({'b':2},) T T ({'b':2,'a':1},) T T ({'a':1},) ({'b':2},) T T T T ({},) T T
    # expect: (a, *args) T (1,()) (1,(2,)) (1,(2,3)) (1,()) T T T T (1,()) (1,(2,)) (1,()) T (1,(2,)) T T T T T T
    # expect: (a, *, b) T T T T T T (1,2) T (1,2) T T T T T (1,2) T T T T T
    # expect: (a, *, b=9) T (1,9) T T (1,9) T (1,2) T (1,2) (1,9) T (1,9) T T (1,2) T T T T T
    # expect: (*, b) T T T T T (2,) T T T T T T (2,) T T T T T T T
    # expect: (a, /) T (1,) T T T T T T T (1,) T T T T T T T T T T
    # expect: (a, /, b) T T (1,2) T T T (1,2) T T T (1,2) T T (1,2) (1,2) T T T T T
    # expect: (a, /, b=9) T (1,9) (1,2) T T T (1,2) T T (1,9) (1,2) T T (1,2) (1,2) T T T T T
    # expect: (a=8, /, b=9, *, c=7) (8,9,7) (1,9,7) (1,2,7) T T (8,2,7) (1,2,7) T T (1,9,7) (1,2,7) T (8,2,7) (1,2,7) (1,2,7) (1,9,3) T (8,9,7) T T
    # expect: (a, b=9, *args, c, d=7, **kw) T T T T T T T T T T T T T T T (1,9,(),3,7,{}) (1,2,(),3,7,{'e':5}) T T T
    # expect: (*args, **kw) ((),{}) ((1,),{}) ((1,2),{}) ((1,2,3),{}) ((),{'a':1}) ((),{'b':2}) ((1,),{'b':2}) ((1,),{'a':2}) ((),{'b':2,'a':1}) ((1,),{}) ((1,2),{}) ((),{'a':1}) ((),{'b':2}) ((1,2),{}) ((1,),{'b':2}) ((1,),{'c':3}) ((1,2),{'c':3,'e':5}) ((),{}) T ((1,3),{'b':2})
    # expect: (a, /, **kw) T (1,{}) T T T T (1,{'b':2}) (1,{'a':2}) T (1,{}) T T T T (1,{'b':2}) (1,{'c':3}) T T T T
    # expect: (a, *args, b=9) T (1,(),9) (1,(2,),9) (1,(2,3),9) (1,(),9) T (1,(),2) T (1,(),2) (1,(),9) (1,(2,),9) (1,(),9) T (1,(2,),9) (1,(),2) T T T T (1,(3,),2)
