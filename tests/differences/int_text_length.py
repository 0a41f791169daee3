"""int() and str() convert integers of any length.

Cause: CPython refuses more than 4300 digits, because its conversion takes
quadratic time; Krait's does not.
Workaround: Check the length of texts from untrusted sources before converting them.
"""
# skip cpython: it refuses more than 4300 digits unless it is told not to
print(len(str(10 ** 10000)), int("7" * 10000) % 1000)  # expect: 10001 777
