"""The world's faults, each a calm sentence with a way out; every other exception is our own bug."""


class KnownError(Exception):
    """A fault of the world (disk, printer, line, input) that a person can act on.

    `template` is a Vietnamese sentence with `{names}`, the key under which the window translates it;
    `facts` fill it. Neither ever holds personal data: sentences travel in logs and over the telephone.
    """

    def __init__(self, template: str, **facts: object) -> None:
        super().__init__(template, facts)
        self.template = template
        self.facts = facts

    def __str__(self) -> str:
        return self.template.format(**self.facts)


class InvalidInput(KnownError):
    """What was typed, scanned or imported cannot be accepted; `field` names the form field at fault."""

    def __init__(self, template: str, *, field: str = "", **facts: object) -> None:
        super().__init__(template, **facts)
        self.field = field


class Impossible(KnownError):
    """The act does not fit the dossier's present state; the sentence says why and what is possible."""


class NotFound(KnownError):
    """Nothing in the register answers to what was asked."""
