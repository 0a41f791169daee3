# Dates there and back; fields out of their ranges; the week of strftime.
import time
wrong = [t for t in range(-62135596800, 64092211200, 63158417) if time.mktime(time.localtime(t)) != t]
print(wrong)  # expect: []
for s in (951782399, 951868800, 4107542400, -2203891200, -1, 68169600):
    print(tuple(time.gmtime(s))[:8], end=" ")
print()
# expect: (2000, 2, 28, 23, 59, 59, 0, 59) (2000, 3, 1, 0, 0, 0, 2, 61) (2100, 3, 1, 0, 0, 0, 0, 60) (1900, 3, 1, 0, 0, 0, 3, 60) (1969, 12, 31, 23, 59, 59, 2, 365) (1972, 2, 29, 0, 0, 0, 1, 60)
a, b = (2023, 14, 35, 25, 61, 61, 0, 0, 0), (2024, 3, 7, 2, 2, 1, 0, 0, 0)
print(time.mktime(a) == time.mktime(b), time.mktime((1999, -11, 1, 0, 0, 0, 0, 0, 0)) == time.mktime((1998, 1, 1, 0, 0, 0, 0, 0, 0)))
# expect: True True
print(time.asctime((2000, 0, 0, 0, 0, 0, 0, 0, 0)), time.strftime("%V %G %j", (2021, 1, 3, 0, 0, 0, 6, 3, 0)))
# expect: Mon Jan  1 00:00:00 2000 53 2020 003
for bad in ((2000, 13, 1, 0, 0, 0, 0, 1, 0), (2000, 1, 1, 24, 0, 0, 0, 1, 0), (2000, 1, 1, 0, 0, 62, 0, 1, 0)):
    try:
        time.asctime(bad)
    except ValueError as e:
        print(e, end="; ")
for bad in (lambda: time.gmtime("x"), lambda: time.gmtime(10**30), lambda: time.mktime((2000, 1)), lambda: time.gmtime(1, 2)):
    try:
        bad()
    except (TypeError, OverflowError) as e:
        print(type(e).__name__, end="; ")
print()
# expect: month out of range; hour out of range; seconds out of range; TypeError; OverflowError; TypeError; TypeError;
print(time.gmtime, time.strftime.__name__)
# expect: <built-in function gmtime> strftime
