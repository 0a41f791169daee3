"""A small ray tracer: vectors with operator methods, float attributes, short-lived objects."""
import math
import sys

SIZE = 105
SMALL = 6


class Vector:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def unit(self):
        return self * (1.0 / math.sqrt(self.dot(self)))

    def mirrored(self, normal):
        return self - normal * (2.0 * self.dot(normal))


class Sphere:
    def __init__(self, centre, radius, colour, shine):
        self.centre = centre
        self.radius = radius
        self.colour = colour
        self.shine = shine

    def distance(self, origin, direction):
        """Along the ray to the nearest point of this sphere in front of `origin`, or None."""
        to_centre = self.centre - origin
        along = to_centre.dot(direction)
        rest = self.radius * self.radius - to_centre.dot(to_centre) + along * along
        if rest < 0.0:
            return None
        half = math.sqrt(rest)
        if along - half > 1e-6:
            return along - half
        if along + half > 1e-6:
            return along + half
        return None

    def normal(self, point):
        return (point - self.centre) * (1.0 / self.radius)

    def colour_at(self, point):
        return self.colour


class Floor:
    """The plane y = 0 with a chequered pattern."""
    shine = 0.1
    up = Vector(0.0, 1.0, 0.0)

    def distance(self, origin, direction):
        if direction.y > -1e-6:
            return None
        return -origin.y / direction.y

    def normal(self, point):
        return self.up

    def colour_at(self, point):
        return 0.9 if (math.floor(point.x) + math.floor(point.z)) & 1 else 0.2


class Scene:
    def __init__(self):
        self.things = [Floor()]
        self.light = Vector(-5.0, 8.0, -3.0)

    def hit(self, origin, direction):
        nearest = None
        best = 1e9
        for thing in self.things:
            distance = thing.distance(origin, direction)
            if distance is not None and distance < best:
                best = distance
                nearest = thing
        return nearest, best

    def brightness(self, origin, direction, depth):
        thing, distance = self.hit(origin, direction)
        if thing is None:
            return 0.3 + 0.2 * direction.y
        point = origin + direction * distance
        normal = thing.normal(point)
        to_light = (self.light - point).unit()
        lit = normal.dot(to_light)
        if lit < 0.0 or self.hit(point + normal * 1e-5, to_light)[0] is not None:
            lit = 0.0
        value = thing.colour_at(point) * (0.15 + 0.85 * lit)
        if depth and thing.shine > 0.0:
            mirrored = direction.mirrored(normal)
            reflected = self.brightness(point + normal * 1e-5, mirrored, depth - 1)
            value = value * (1.0 - thing.shine) + reflected * thing.shine
        return value


def run(size):
    scene = Scene()
    for i in range(4):
        centre = Vector(i * 1.1 - 1.7, 0.5 + i * 0.2, 1.0 + i % 2)
        scene.things.append(Sphere(centre, 0.45 + i * 0.1, 0.5 + i * 0.1, 0.3))
    eye = Vector(0.0, 1.5, -4.0)
    checksum = 0
    total = 0.0
    for row in range(size):
        for column in range(size):
            x = (column + 0.5) / size - 0.5
            y = 0.4 - (row + 0.5) / size
            value = scene.brightness(eye, Vector(x, y, 1.0).unit(), 2)
            total += value
            checksum = (checksum * 13 + int(value * 255)) % 1000003
    return (checksum, int(total * 1e6))


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
