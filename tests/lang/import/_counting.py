print("loaded", __name__)
counter = [0]
