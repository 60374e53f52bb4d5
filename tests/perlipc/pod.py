"""The code blocks of the perlipc manual page, read from the installed documentation.

The text of the manual is never stored in this repository: it is looked up with
`perldoc -l perlipc` (Debian: package perl-doc) each time the tests run.
"""
import re
import subprocess
from dataclasses import dataclass


@dataclass(frozen=True)
class Block:
    """One verbatim paragraph group: the section it stands in, its first line, its text."""
    section: str
    line: int
    text: str


class Manual:
    def __init__(self, perldoc="perldoc"):
        found = subprocess.run([perldoc, "-l", "perlipc"], capture_output=True, text=True)
        path = found.stdout.strip()
        if found.returncode or not path:
            raise SystemExit("the manual page perlipc is not installed (package perl-doc)")
        with open(path, encoding="utf-8") as pod:
            self.blocks = list(split_blocks(pod.read().split("\n")))

    def find(self, section, *snippets):
        """The only block of the section whose text holds every snippet."""
        hits = [b for b in self.blocks
                if b.section == section and all(s in b.text for s in snippets)]
        if len(hits) != 1:
            raise LookupError(f"{section!r} {snippets!r}: {len(hits)} blocks, expected one")
        return hits[0]


def split_blocks(lines):
    """Verbatim paragraphs (perlpod: lines that start with a blank), joined over empty lines."""
    section, current, start = "", [], 0

    def flush():
        text = list(current)
        current.clear()
        while text and not text[-1].strip():
            text.pop()
        margin = min((len(t) - len(t.lstrip()) for t in text if t.strip()), default=0)
        return Block(section, start, "\n".join(t[margin:] for t in text) + "\n")

    for number, line in enumerate(lines, 1):
        if line[:1] in (" ", "\t") or (current and not line):
            if not current:
                start = number
            current.append(line)
            continue
        if current:
            yield flush()
        heading = re.match(r"=head\d\s+(.*)", line)
        if heading:
            section = heading.group(1).strip()
    if current:
        yield flush()
