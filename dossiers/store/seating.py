"""What each person at this desk was not given, and whose secret was given by another; kept in the encrypted store."""

from dataclasses import replace

from dossiers.errors import Impossible
from dossiers.people import Clerk
from dossiers.permissions import Standing
from dossiers.store.settings import Settings

KEY = "people"


class Seating:
    """Everybody's standing, by name; whoever is not named stands plainly."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def of(self, name: str) -> Standing:
        """How a person stands."""
        return self._all().get(name, Standing())

    def keep(self, name: str, standing: Standing) -> None:
        """Change how a person stands, from their next deed on."""
        self._settings.set(KEY, {**self._all(), name: standing})

    def seated(self, clerk: Clerk) -> Clerk:
        """Somebody as they stand at this desk."""
        standing = self.of(clerk.name)
        return replace(clerk, withheld=frozenset(standing.withheld), given=standing.given)

    @staticmethod
    def require_own_secret(clerk: Clerk) -> None:
        """Nobody acts under a name whose secret another person knows; raises Impossible."""
        if clerk.given:
            raise Impossible(
                "Mật khẩu này do người khác đặt. Vào quầy trên màn hình và đặt mật khẩu của riêng mình trước."
            )

    def _all(self) -> dict[str, Standing]:
        return self._settings.get(KEY, dict[str, Standing]) or {}
