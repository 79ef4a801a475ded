"""The guard on the network bites, and lets this machine through."""

import socket

import pytest

from tests.no_network import ReachedOutside


def test_a_call_to_the_outside_is_refused():
    with socket.socket() as telephone, pytest.raises(ReachedOutside):
        telephone.connect(("192.0.2.1", 80))


def test_a_name_outside_is_not_even_looked_up():
    with pytest.raises(ReachedOutside):
        socket.getaddrinfo("example.org", 80)


def test_this_machine_may_be_called():
    with socket.create_server(("127.0.0.1", 0)) as here:
        socket.create_connection(here.getsockname()).close()
