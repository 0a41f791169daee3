# The package of codecs, without any: Krait's are built in.


def normalize_encoding(name):
    return "_".join(name.replace("-", " ").replace("_", " ").split())
