"""A bare surname with a role."""

from tasks.reconciling.names import Name, roles_agree
from tasks.reconciling.rulings import Ruled


def surname_and_role(bare: Name, full: Name) -> Ruled | None:
    """The same surname in the same role, elsewhere in the lake: "President Ruiz" and "President Ana Ruiz"."""
    role = roles_agree(bare.roles, full.roles)
    if role and full.words[-1] == bare.words[-1]:
        return Ruled("same", f"“{bare.text}” is the surname of “{full.text}”, both with the role “{role}”")
    return None
