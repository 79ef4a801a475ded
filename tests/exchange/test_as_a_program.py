"""The command as people run it: its own process, stopped halfway, or read by nobody."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.exchange.two_files import question, sheet, volunteer

PROGRAM = [sys.executable, "-c", "from kruispunt.config.cli import main; main()", "match"]


@pytest.fixture
def command(tmp_path) -> list[str]:
    """The whole command over two good files."""
    (tmp_path / "v.csv").write_text(sheet(volunteer()))
    (tmp_path / "q.csv").write_text(sheet(question()))
    return [
        *PROGRAM, "--questions", f"{tmp_path}/q.csv", "--volunteers", f"{tmp_path}/v.csv",
        "--out", f"{tmp_path}/uit.csv", "--json",
    ]  # fmt: skip


def test_it_runs_without_django_settings_or_a_database(command, tmp_path):
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=tmp_path, check=False, env={"HOME": "/"}
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith('{"doel": ')


def test_it_never_loads_django(command):
    script = "import sys; from kruispunt.exchange.match_command import main; main(sys.argv[1:]); "
    script += "print(any(name.split('.')[0] == 'django' for name in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script, *command[4:]], capture_output=True, text=True, check=True
    )

    assert done.stdout.endswith("False\n")


def test_whoever_stops_reading_gets_no_traceback(command, tmp_path):
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.close()
        said = running.stderr.read()

    assert (running.returncode, said) == (0, b"")
    assert (tmp_path / "uit.csv").exists()


def _minds_its_signals(process: int) -> bool:
    """Whether the run has begun: from then on it catches a polite request to stop."""
    status = Path(f"/proc/{process}/status").read_text()
    caught = int(status.partition("SigCgt:")[2].split()[0], 16)
    return bool(caught >> (signal.SIGTERM - 1) & 1)


@pytest.mark.parametrize("wish", [signal.SIGINT, signal.SIGTERM])
def test_who_stops_it_halfway_finds_nothing_changed(command, tmp_path, wish):
    (tmp_path / "uit.csv").write_text("oud")
    slow = Path(f"{tmp_path}/groot.csv")
    slow.write_text(sheet(*[question(id=f"q{number}") for number in range(60_000)]))
    command[command.index("--questions") + 1] = str(slow)
    # Whatever is started in the background inherits that Ctrl-C is not heard.
    hears = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    command[2] = hears + command[2]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        while not _minds_its_signals(running.pid):
            time.sleep(0.01)
        running.send_signal(wish)
        said = running.stderr.read().decode()

    assert running.returncode == 130
    assert said == "gestopt; er is niets veranderd\n"
    assert (tmp_path / "uit.csv").read_text() == "oud"
    assert {path.name for path in tmp_path.iterdir()} == {"q.csv", "v.csv", "uit.csv", "groot.csv"}


def test_a_full_disk_is_said_in_a_sentence_and_changes_nothing(command, tmp_path):
    (tmp_path / "uit.csv").write_text("oud")
    small = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)); "
    command[2] = small + command[2]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (3, "")
    assert "schrijven lukt niet" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert (tmp_path / "uit.csv").read_text() == "oud"
    assert {path.name for path in tmp_path.iterdir()} == {"q.csv", "v.csv", "uit.csv"}


def test_progress_is_only_for_people_who_look(command):
    done = subprocess.run(command, capture_output=True, text=True, check=True)

    assert done.stderr == ""
