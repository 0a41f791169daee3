"""json.dumps and json.loads of a nested document with strings, numbers and lists."""
import json
import sys

SIZE = 2600
SMALL = 3


def document(records):
    people = []
    for i in range(records):
        people.append({
            "id": i,
            "name": "Person %d" % i,
            "active": i % 3 == 0,
            "score": i * 0.25,
            "tags": ["t%d" % (i % 7), "quote \" and \\", "caf\u00e9"],
            "address": {
                "street": "%d Long Lane" % (i * 3),
                "zip": "%05d" % i,
                "geo": [i, -i, None],
            },
        })
    return {"version": 2, "people": people, "empty": [], "nothing": {}}


def summary(doc):
    total = 0
    for person in doc["people"]:
        total += person["id"] + int(person["score"] * 4) + len(person["tags"][1])
        total += len(person["address"]["zip"]) + person["address"]["geo"][1]
        if person["active"]:
            total += 1
    return total


def run(size):
    doc = document(20)
    text = json.dumps(doc)
    for _ in range(size):
        again = json.loads(text)
        text = json.dumps(again)
    return (summary(doc), summary(again), text.count("Person"), text.count("{"), again == doc)


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
