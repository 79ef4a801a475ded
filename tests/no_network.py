"""No test reaches the world outside: names and addresses other than this machine's are refused."""

import ipaddress
import sys

LOOKED_AT = {"socket.connect", "socket.sendto", "socket.getaddrinfo"}
active = False


class ReachedOutside(BaseException):
    """A test tried to use the network. Not an Exception, so that nobody can swallow it."""


def close() -> None:
    """Close the doors to the network for the rest of this process."""
    global active  # noqa: PLW0603  (an audit hook cannot be taken away, only be told to sleep)
    if not active:
        active = True
        sys.addaudithook(_guard)


def _guard(event: str, arguments: tuple) -> None:
    if event not in LOOKED_AT:
        return
    host = arguments[0] if event == "socket.getaddrinfo" else _host(arguments[1])
    if host is not None and not is_here(host):
        raise ReachedOutside(f"{event} {host}")


def _host(address: object) -> str | bytes | None:
    return address[0] if isinstance(address, tuple) else None  # a path is a socket on this machine


def is_here(host: str | bytes) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if name in {"", "localhost"}:
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
