# Clauses are tried in order, match subclasses, and may name any expression.
def catch(e):
    try:
        raise e
    except ArithmeticError:
        return "arithmetic"
    except (LookupError, OSError, ValueError):
        return "lookup, os or value"
    except kinds()[0]:
        return "from a call"
    except:
        return "bare"
def kinds(): return [TypeError]
errors = [ZeroDivisionError, KeyError(1), OSError(2), UnicodeError("x"), TypeError,
          KeyboardInterrupt]
for e in errors:
    print(catch(e)) 
    # expect: arithmetic
    # expect: lookup, os or value
    # expect: lookup, os or value
    # expect: lookup, os or value
    # expect: from a call
    # expect: bare
