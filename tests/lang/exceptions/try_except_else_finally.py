# Order of the parts of a try statement.
def run(error):
    print("start", error)
    try:
        if error:
            raise error
        print("body")
    except ValueError:
        print("except ValueError")
    except (TypeError, KeyError) as e:
        print("except", type(e).__name__)
    else:
        print("else")
    finally:
        print("finally")
run(None)
run(ValueError)
run(KeyError("k"))
try:
    run(IndexError())
except LookupError:
    print("outside")

# output:
# start None
# body
# else
# finally
# start <class 'ValueError'>
# except ValueError
# finally
# start 'k'
# except KeyError
# finally
# start
# finally
# outside
