# No other names of codecs.
aliases = {}
