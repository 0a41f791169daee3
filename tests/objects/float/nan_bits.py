# A NaN keeps its sign and payload where nothing is computed.
import math
import struct

nan = float("nan")
print(math.copysign(1, nan), math.copysign(1, -nan), math.copysign(1, abs(-nan)))  # expect: 1.0 -1.0 1.0
print(math.copysign(1, math.copysign(nan, -2)), math.copysign(1, math.fabs(-nan)))  # expect: -1.0 1.0
print(math.copysign(1, float("-nan")))  # expect: -1.0
odd = bytes([1, 2, 0, 0, 0, 0, 248, 255])
print(struct.pack("<d", struct.unpack("<d", odd)[0]) == odd)  # expect: True
