"""DeltaBlue, an incremental solver of one-way constraints: class hierarchies, virtual methods.

After Freeman-Benson, Maloney and Borning, "An incremental constraint solver" (1990): every
variable remembers which constraint determines it and how strongly; adding or removing one
constraint changes only what must change. A plan is the order in which to execute constraints.
"""
import sys

SIZE = 5000
SMALL = 20

# Strengths: the smaller number wins.
REQUIRED, STRONG, PREFERRED, NORMAL, WEAK, WEAKEST = range(6)


class Variable:
    def __init__(self, value):
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.strength = WEAKEST
        self.fixed = True
        self.mark = 0


class Constraint:
    """A relation between variables that some method of it can establish."""

    def __init__(self, strength):
        self.strength = strength

    def is_input(self):
        return False

    def attach(self):
        for variable in self.variables():
            variable.constraints.append(self)

    def detach(self):
        for variable in self.variables():
            variable.constraints.remove(self)

    def satisfy(self, mark, solver):
        """Enforces this constraint if it can be; returns the constraint it overrode, or None."""
        self.choose_output(mark)
        if not self.is_satisfied():
            if self.strength == REQUIRED:
                raise ValueError("cannot satisfy a required constraint")
            return None
        for variable in self.inputs():
            variable.mark = mark
        output = self.output()
        overridden = output.determined_by
        if overridden is not None:
            overridden.forget()
        output.determined_by = self
        if not solver.propagate(self, mark):
            raise ValueError("cycle of constraints")
        output.mark = mark
        return overridden

    def inputs_known(self, mark):
        for variable in self.inputs():
            if not (variable.mark == mark or variable.fixed or variable.determined_by is None):
                return False
        return True


class Unary(Constraint):
    def __init__(self, variable, strength, solver):
        Constraint.__init__(self, strength)
        self.variable = variable
        self.satisfied = False
        self.attach()
        solver.add(self)

    def variables(self):
        return (self.variable,)

    def inputs(self):
        return ()

    def output(self):
        return self.variable

    def is_satisfied(self):
        return self.satisfied

    def forget(self):
        self.satisfied = False

    def choose_output(self, mark):
        variable = self.variable
        self.satisfied = variable.mark != mark and self.strength < variable.strength

    def recalculate(self):
        self.variable.strength = self.strength
        self.variable.fixed = not self.is_input()

    def execute(self):
        pass


class Stay(Unary):
    pass


class Edit(Unary):
    def is_input(self):
        return True


class Binary(Constraint):
    """Relates `first` and `second`; `direction`: 0 unsatisfied, 1 to second, -1 to first."""

    def __init__(self, first, second, strength, solver):
        Constraint.__init__(self, strength)
        self.first = first
        self.second = second
        self.direction = 0
        self.attach()
        solver.add(self)

    def variables(self):
        return (self.first, self.second)

    def inputs(self):
        return (self.first if self.direction > 0 else self.second,)

    def output(self):
        return self.second if self.direction > 0 else self.first

    def is_satisfied(self):
        return self.direction != 0

    def forget(self):
        self.direction = 0

    def choose_output(self, mark):
        first = self.first
        second = self.second
        if first.mark == mark:
            wins = second.mark != mark and self.strength < second.strength
            self.direction = 1 if wins else 0
        elif second.mark == mark:
            self.direction = -1 if self.strength < first.strength else 0
        elif first.strength > second.strength:
            self.direction = -1 if self.strength < first.strength else 0
        else:
            self.direction = 1 if self.strength < second.strength else 0

    def recalculate(self):
        source = self.inputs()[0]
        target = self.output()
        target.strength = max(self.strength, source.strength)
        target.fixed = source.fixed
        if target.fixed:
            self.execute()


class Equal(Binary):
    def execute(self):
        self.output().value = self.inputs()[0].value


class Scaled(Binary):
    """second == first * scale + offset; `scale` and `offset` are inputs, never outputs."""

    def __init__(self, first, scale, offset, second, strength, solver):
        self.scale = scale
        self.offset = offset
        Binary.__init__(self, first, second, strength, solver)

    def variables(self):
        return (self.first, self.second, self.scale, self.offset)

    def inputs(self):
        return (self.first if self.direction > 0 else self.second, self.scale, self.offset)

    def execute(self):
        if self.direction > 0:
            self.second.value = self.first.value * self.scale.value + self.offset.value
        else:
            self.first.value = (self.second.value - self.offset.value) // self.scale.value

    def recalculate(self):
        source = self.inputs()[0]
        target = self.output()
        target.strength = max(self.strength, source.strength)
        target.fixed = source.fixed and self.scale.fixed and self.offset.fixed
        if target.fixed:
            self.execute()


class Solver:
    def __init__(self):
        self.mark = 0

    def new_mark(self):
        self.mark += 1
        return self.mark

    def add(self, constraint):
        mark = self.new_mark()
        overridden = constraint.satisfy(mark, self)
        while overridden is not None:
            overridden = overridden.satisfy(mark, self)

    def remove(self, constraint):
        output = constraint.output()
        satisfied = constraint.is_satisfied()
        constraint.forget()
        constraint.detach()
        if not satisfied:
            return
        output.determined_by = None
        output.strength = WEAKEST
        output.fixed = True
        unsatisfied = []
        todo = [output]
        while todo:
            variable = todo.pop()
            for other in variable.constraints:
                if not other.is_satisfied():
                    unsatisfied.append(other)
            for user in users_of(variable):
                user.recalculate()
                todo.append(user.output())
        for strength in range(WEAKEST):
            for other in unsatisfied:
                if other.strength == strength:
                    self.add(other)

    def propagate(self, constraint, mark):
        """Recalculates everything downstream; False when it comes back to `mark`: a cycle."""
        todo = [constraint]
        while todo:
            current = todo.pop()
            output = current.output()
            if output.mark == mark:
                self.remove(constraint)
                return False
            current.recalculate()
            todo.extend(users_of(output))
        return True

    def plan(self, sources):
        """The constraints to execute, in order, when the inputs `sources` change."""
        mark = self.new_mark()
        plan = []
        todo = [source for source in sources if source.is_satisfied()]
        while todo:
            constraint = todo.pop()
            output = constraint.output()
            if output.mark != mark and constraint.inputs_known(mark):
                plan.append(constraint)
                output.mark = mark
                todo.extend(users_of(output))
        return plan


def users_of(variable):
    """Satisfied constraints that read `variable`."""
    return [constraint for constraint in variable.constraints
            if constraint is not variable.determined_by and constraint.is_satisfied()]


def change(solver, variable, values):
    """Edits `variable` through `values`, executing one plan for each."""
    edit = Edit(variable, PREFERRED, solver)
    plan = solver.plan([edit])
    for value in values:
        variable.value = value
        for constraint in plan:
            constraint.execute()
    solver.remove(edit)


def chain(length):
    """A line of equal variables, edited at one end and read at the other."""
    solver = Solver()
    variables = [Variable(0) for _ in range(length + 1)]
    for i in range(length):
        Equal(variables[i], variables[i + 1], REQUIRED, solver)
    Stay(variables[length], NORMAL, solver)
    change(solver, variables[0], range(1, 60))
    return variables[length].value


def projection(length):
    """Many pairs scaled by one common scale and offset, edited from both sides."""
    solver = Solver()
    scale = Variable(10)
    offset = Variable(1000)
    pairs = []
    for i in range(length):
        source = Variable(i)
        target = Variable(i)
        pairs.append((source, target))
        Stay(source, NORMAL, solver)
        Scaled(source, scale, offset, target, REQUIRED, solver)
    source, target = pairs[-1]
    change(solver, source, [17])
    forward = target.value
    change(solver, target, [1050])
    backward = source.value
    change(solver, scale, range(2, 12))
    first = sum([target.value for source, target in pairs])
    change(solver, offset, range(500, 490, -1))
    second = sum([target.value for source, target in pairs])
    return (forward, backward, first, second)


def run(size):
    return (chain(size),) + projection(size)


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
