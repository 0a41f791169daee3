"""A report from JSON: orders come in as text, tables and JSON go out.

Shows json.loads and json.dumps, grouping with dicts, sorting by several keys, and aligned columns
with format specifications. Money is counted in cents, as integers.
"""
import json

ORDERS = """
{"currency": "EUR",
 "products": {"tea": 450, "cup": 1295, "pot": 3900, "spoon": 180},
 "orders": [
   {"id": 1, "customer": "Ada", "lines": [["tea", 3], ["cup", 2]]},
   {"id": 2, "customer": "Grace", "lines": [["pot", 1], ["tea", 1]], "discount": 10},
   {"id": 3, "customer": "Ada", "lines": [["spoon", 6]]},
   {"id": 4, "customer": "Edsger", "lines": []},
   {"id": 5, "customer": "Barbara", "lines": [["cup", 4], ["spoon", 4], ["pot", 1]], "discount": 5},
   {"id": 6, "customer": "Grace", "lines": [["tea", 12]]}
 ]}
"""


def money(cents):
    return "%d.%02d" % (cents // 100, cents % 100)


def total_of(order, prices):
    """Unit: cents. The discount is in percent; half cents are rounded up."""
    total = sum(prices[name] * count for name, count in order["lines"])
    return (total * (100 - order.get("discount", 0)) + 50) // 100


def main():
    data = json.loads(ORDERS)
    prices = data["products"]
    by_customer = {}
    sold = {name: 0 for name in prices}
    for order in data["orders"]:
        entry = by_customer.setdefault(order["customer"], {"orders": 0, "total": 0})
        entry["orders"] += 1
        entry["total"] += total_of(order, prices)
        for name, count in order["lines"]:
            sold[name] += count

    print("{:<10}|{:>7}|{:>12}".format("customer", "orders", "total " + data["currency"]))
    print("-" * 10 + "+" + "-" * 7 + "+" + "-" * 12)
    ranking = sorted(by_customer.items(), key=lambda item: (-item[1]["total"], item[0]))
    for customer, entry in ranking:
        print("{:<10}|{:>7}|{:>12}".format(customer, entry["orders"], money(entry["total"])))
    everything = sum(entry["total"] for entry in by_customer.values())
    print("{:<10}|{:>7}|{:>12}".format("all", len(data["orders"]), money(everything)))
    print()

    widest = max(sold.values())
    for name in sorted(sold, key=lambda name: (-sold[name], name)):
        print("{:<6} {:>3} {}".format(name, sold[name], "*" * (sold[name] * 30 // widest)))
    print()

    best, entry = ranking[0]
    mean = entry["total"] / entry["orders"]
    print(json.dumps({best: [entry["orders"], entry["total"], mean, None, True]}))
    again = json.loads(json.dumps(data))
    print("survives the round trip:", again == data)


main()
