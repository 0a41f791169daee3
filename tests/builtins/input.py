# input reads lines; at the end of the file it raises EOFError.
# stdin: first line
# stdin:   spaces
print(repr(input()))  # expect: 'first line'
print(repr(input("prompt> ")))  # expect: prompt> '  spaces'
try:
    input("again: ")
except EOFError:
    print("EOFError")  # expect: again: EOFError
