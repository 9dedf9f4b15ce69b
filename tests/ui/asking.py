"""Answers by script, in place of dialogs."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtPrintSupport import QPrinter

from ui.parts.ask import Answer, Kind


class ScriptedAsk:
    """Gives the answers it was told, in their order, and keeps what was asked.

    A question nobody expected fails the test; so does, at its end, an answer nobody asked for.
    """

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, str]] = []
        self._answers: list[tuple[str, Any]] = []

    def will(self, method: str, answer: Any) -> "ScriptedAsk":
        """The next question will be `method` ("confirm", "choose_file", …) and be answered so."""
        self._answers.append((method, answer))
        return self

    @property
    def is_done(self) -> bool:
        """Whether every answer was used."""
        return not self._answers

    def confirm(self, title: str, what_happens: str, yes: str, *, risky: bool = False) -> bool:
        return bool(self._take("confirm", title, what_happens))

    def question(self, title: str, text: str, answers: Sequence[Answer]) -> str | None:
        answer = self._take("question", title, text)
        assert answer is None or answer in [one.key for one in answers]
        return answer if answer is None else str(answer)

    def reason(self, title: str, why: str, yes: str) -> str | None:
        answer = self._take("reason", title, why)
        return None if answer is None else str(answer)

    def choose_file(self, title: str, kinds: Sequence[Kind], start: Path | None = None) -> Path | None:
        return _path(self._take("choose_file", title, ""))

    def choose_files(self, title: str, kinds: Sequence[Kind], start: Path | None = None) -> tuple[Path, ...]:
        return tuple(self._take("choose_files", title, ""))

    def choose_save(self, title: str, kinds: Sequence[Kind], suggested: Path | None = None) -> Path | None:
        return _path(self._take("choose_save", title, suggested.name if suggested else ""))

    def choose_folder(self, title: str, start: Path | None = None) -> Path | None:
        return _path(self._take("choose_folder", title, ""))

    def tell(self, title: str, text: str) -> None:
        self._take("tell", title, text)

    def printer(self, title: str, pages: int) -> QPrinter | None:
        answer = self._take("printer", title, str(pages))
        assert answer is None or isinstance(answer, QPrinter)
        return answer

    def _take(self, method: str, title: str, text: str) -> Any:
        self.asked.append((method, title, text))
        assert self._answers, f"nobody told what to answer to {method}: {title}: {text}"
        expected, answer = self._answers.pop(0)
        assert expected == method, f"{method} was asked ({title}) where {expected} was expected"
        return answer


def _path(answer: Any) -> Path | None:
    assert answer is None or isinstance(answer, Path)
    return answer
