"""A bank: accounts that refuse, transfers that happen wholly or not at all.

A small family of exceptions carries what went wrong; a context manager undoes a half-done
transfer; the journal is written in any case. Money is counted in cents.
"""


class BankError(Exception):
    """Something the bank will not do."""


class InsufficientFunds(BankError):
    def __init__(self, account, amount):
        super().__init__("%s is short of %d" % (account.owner, amount - account.balance))
        self.account = account
        self.missing = amount - account.balance


class UnknownAccount(BankError):
    pass


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("an amount must be positive, not %d" % amount)
        self.balance += amount

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(self, amount)
        self.balance -= amount


class Frozen(Account):
    def withdraw(self, amount):
        raise BankError(self.owner + "'s account is frozen")


class Transaction:
    """All changes to these accounts happen together, or none does."""

    def __init__(self, *accounts):
        self.accounts = accounts

    def __enter__(self):
        self.before = [account.balance for account in self.accounts]
        return self

    def __exit__(self, kind, error, trace):
        if kind is not None:
            for account, balance in zip(self.accounts, self.before):
                account.balance = balance
        return False


class Bank:
    def __init__(self):
        self.accounts = {}
        self.journal = []

    def open(self, account):
        self.accounts[account.owner] = account

    def find(self, owner):
        try:
            return self.accounts[owner]
        except KeyError:
            raise UnknownAccount("nobody here is called " + owner)

    def transfer(self, source, target, amount, fee=0):
        outcome = "failed"
        try:
            a, b = self.find(source), self.find(target)
            with Transaction(a, b):
                b.deposit(amount)
                a.withdraw(amount)
                a.withdraw(fee)
            outcome = "done"
        finally:
            self.journal.append((source, target, amount, outcome))

    def total(self):
        return sum(account.balance for account in self.accounts.values())


bank = Bank()
bank.open(Account("Ada", 10000))
bank.open(Account("Grace", 2500))
bank.open(Frozen("Mallory", 99999))

attempts = [
    ("Ada", "Grace", 4000, 0),
    ("Grace", "Ada", 7000, 0),
    ("Grace", "Ada", 6500, 5),
    ("Ada", "Edsger", 100, 0),
    ("Mallory", "Ada", 100, 0),
    ("Ada", "Grace", -5, 0),
    ("Ada", "Grace", 6000, 0),
]
for source, target, amount, fee in attempts:
    try:
        bank.transfer(source, target, amount, fee)
    except InsufficientFunds as error:
        print("refused: %s (missing: %d)" % (error, error.missing))
    except BankError as error:
        print("refused: %s [%s]" % (error, type(error).__name__))
    except ValueError as error:
        print("mistake:", error)
    else:
        print("%s pays %s %d" % (source, target, amount))

for entry in bank.journal:
    print("%-8s -> %-8s %6d  %s" % entry)
for owner in sorted(bank.accounts):
    print("%-8s %8.2f" % (owner, bank.accounts[owner].balance / 100))
print("nothing was lost:", bank.total() == 10000 + 2500 + 99999)
