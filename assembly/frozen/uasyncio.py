# uasyncio: the name that asyncio had in MicroPython before 1.21.
import sys
import asyncio

sys.modules["uasyncio"] = asyncio
