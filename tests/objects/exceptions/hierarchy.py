# The tree of built-in exceptions.
tree = """BaseException: SystemExit KeyboardInterrupt GeneratorExit Exception BaseExceptionGroup
Exception: StopIteration StopAsyncIteration ArithmeticError AssertionError
Exception: AttributeError BufferError
Exception: EOFError ImportError LookupError MemoryError NameError OSError RuntimeError
Exception: SyntaxError TypeError
Exception: ValueError Warning ExceptionGroup
BaseExceptionGroup: ExceptionGroup
ArithmeticError: FloatingPointError OverflowError ZeroDivisionError
ImportError: ModuleNotFoundError
LookupError: IndexError KeyError
NameError: UnboundLocalError
OSError: BlockingIOError ChildProcessError ConnectionError FileExistsError
OSError: FileNotFoundError InterruptedError
OSError: IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError
ConnectionError: BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError
RuntimeError: NotImplementedError RecursionError
SyntaxError: IndentationError
IndentationError: TabError
ValueError: UnicodeError
UnicodeError: UnicodeDecodeError UnicodeEncodeError
Warning: DeprecationWarning RuntimeWarning SyntaxWarning UserWarning FutureWarning"""
for line in tree.split("\n"):
    base, children = line.split(": ")
    for child in children.split():
        if not issubclass(eval(child), eval(base)):
            print(child, "is no", base)
print(issubclass(Exception, LookupError), IOError is OSError, EnvironmentError is OSError)
# expect: False True True
