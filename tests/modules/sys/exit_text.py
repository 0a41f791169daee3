# sys.exit with a text prints it on the standard error and ends with code 1.
import sys
print("before")  # expect: before
sys.exit("the end")  # expect exit: 1
