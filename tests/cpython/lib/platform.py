# Where the tests think they run.


def python_implementation():
    return "Krait"


def system():
    return "Linux"


def machine():
    return "wasm"


def architecture(*arguments):
    return "32bit", ""


def python_compiler():
    return ""


def platform(*arguments):
    return "Krait"


def win32_ver():
    return "", "", "", ""


def libc_ver(*arguments):
    return "", ""


def python_version():
    return "3.11.0"
