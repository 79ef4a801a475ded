"""Who stops a match at once: only the room of safety, that asked its own permit first."""

from kruispunt.base.drawers import NO_DRAWER
from kruispunt.base.permits import permit, roles

HOLD = permit("arrangements.hold", roles("room:safety"), opens=NO_DRAWER)
