"""Quicksort, heap sort and merge sort written in Python: subscripts, swaps, slices."""
import sys

SIZE = 32000
SMALL = 200


def numbers(count):
    state = 7
    result = []
    for _ in range(count):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        result.append(state >> 4)
    return result


def quicksort(items, low, high):
    while low < high:
        pivot = items[(low + high) >> 1]
        i = low
        j = high
        while i <= j:
            while items[i] < pivot:
                i += 1
            while pivot < items[j]:
                j -= 1
            if i <= j:
                items[i], items[j] = items[j], items[i]
                i += 1
                j -= 1
        if j - low < high - i:
            quicksort(items, low, j)
            low = i
        else:
            quicksort(items, i, high)
            high = j


def sift_down(items, root, end):
    value = items[root]
    while True:
        child = 2 * root + 1
        if child >= end:
            break
        if child + 1 < end and items[child] < items[child + 1]:
            child += 1
        if not value < items[child]:
            break
        items[root] = items[child]
        root = child
    items[root] = value


def heapsort(items):
    count = len(items)
    for root in range(count // 2 - 1, -1, -1):
        sift_down(items, root, count)
    for end in range(count - 1, 0, -1):
        items[0], items[end] = items[end], items[0]
        sift_down(items, 0, end)


def mergesort(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    left = mergesort(items[:middle])
    right = mergesort(items[middle:])
    result = []
    i = j = 0
    while i < len(left) and j < len(right):
        if right[j] < left[i]:
            result.append(right[j])
            j += 1
        else:
            result.append(left[i])
            i += 1
    result.extend(left[i:])
    result.extend(right[j:])
    return result


def run(size):
    first = numbers(size)
    second = first[:]
    third = mergesort(first)
    quicksort(first, 0, size - 1)
    heapsort(second)
    checksum = 0
    for position in range(size):
        checksum = (checksum * 31 + first[position]) % 1000000007
    return (checksum, first == second, second == third)


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
