"""How a claim is meant; planned, denied and asserted values are different facts."""

from typing import Literal, TypeAlias

Modality: TypeAlias = Literal["asserted", "planned", "denied", "hypothetical"]
