# Every format code packs and unpacks its whole range.
import struct
sizes = {"b": 8, "B": 8, "h": 16, "H": 16, "i": 32, "I": 32, "l": 32, "L": 32, "q": 64, "Q": 64}
wrong = 0
for order in "<>=!":
    for code, n in sizes.items():
        signed = code.islower()
        low, high = (-(1 << n - 1), (1 << n - 1) - 1) if signed else (0, (1 << n) - 1)
        for v in (low, low + 1, 0, 1, high // 3, high - 1, high):
            data = struct.pack(order + code, v)
            if struct.unpack(order + code, data) != (v,) or len(data) != n // 8: wrong += 1
            if data != v.to_bytes(n // 8, "big" if order in ">!" else "little",
                signed=signed): wrong += 1
        for v in (low - 1, high + 1):
            try:
                struct.pack(order + code, v)
                wrong += 1
            except struct.error:
                pass
print(wrong)  # expect: 0
