"""The command `partneris`."""

from __future__ import annotations

import argparse
import base64
import contextlib
import datetime as dt
import itertools
import json
import logging
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, get_args

from pydantic import BaseModel, Field, ValidationError

from bot import clock
from bot.training import ROOT, BrokenModelError
from core import call
from core.yaml_file import DataError

if TYPE_CHECKING:
    from bot.evaluation.report import Report
    from bot.partner import Partner, TurnResult
    from bot.responses import Attachment

FAILED = 1
WRONG_INPUT = 2


class Conversation(BaseModel):
    """One line of `ask --jsonl`."""

    id: str
    turns: list[str] = Field(min_length=1)


class WrongInputError(ValueError):
    """What was given to the command is wrong; the text says what."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit status: 0 good, 1 failed, 2 wrong input or data."""
    options = _parser().parse_args(arguments)
    try:
        _set_clock(options.now)
        if options.rasa:
            from bot import quiet  # noqa: F401  (before anything that imports Rasa)
        return int(options.run(options) or 0)
    except (DataError, WrongInputError, BrokenModelError) as error:
        print(f"partneris: {error}", file=sys.stderr)
        return WRONG_INPUT
    except BrokenPipeError:  # whoever read has enough: 'partneris ask … | head -1'
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except OSError as error:
        print(f"partneris: {error.filename}: {error.strerror}", file=sys.stderr)
        return WRONG_INPUT
    except RuntimeError as error:
        print(f"partneris: {error}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="partneris",
        description="Latvian and English assistant for Erasmus+ KA2 Strategic Partnerships (2020).",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    call_text = "Check or release the call's data and sentences after a change."
    of_call = commands.add_parser("call", help=call_text, description=call_text).add_subparsers(
        required=True, metavar="COMMAND"
    )

    def command(
        name: str,
        run: Callable[[argparse.Namespace], object],
        text: str,
        rasa: bool = True,
        within: Any = commands,
    ) -> argparse.ArgumentParser:
        sub = within.add_parser(name, help=text, description=text)
        sub.add_argument(
            "--now",
            metavar="MOMENT",
            help="answer as of this ISO day or moment, such as 2020-03-20 or 2020-03-20T12:00",
        )
        sub.set_defaults(run=run, rasa=rasa)
        return sub

    serve = command(
        "serve",
        _serve,
        "Serve the assistant: website with chat, and REST channel at /webhooks/rest/webhook.",
    )
    serve.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default: %(default)s)"
    )
    serve.add_argument(
        "--port", type=int, default=5005, help="port to listen on (default: %(default)s)"
    )
    serve.add_argument(
        "--endpoints",
        type=Path,
        metavar="FILE",
        help="Rasa's stores and brokers, such as deploy/endpoints.yml (default: endpoints.yml, or"
        " the variable PARTNERIS_ENDPOINTS)",
    )
    serve.add_argument(
        "--model",
        type=Path,
        metavar="FILE",
        help="a trained model, such as the one of before an upgrade (default: that of the present"
        " data, or the variable PARTNERIS_MODEL)",
    )
    actions = command(
        "actions",
        _serve_actions,
        "Serve the custom actions by themselves, for an action_endpoint with a url.",
    )
    actions.add_argument(
        "--host",
        default="127.0.0.1",
        help="address to listen on; whoever reaches it can run actions (default: %(default)s)",
    )
    actions.add_argument(
        "--port", type=int, default=5055, help="port to listen on (default: %(default)s)"
    )
    train = command(
        "train", _train, "Train the model if anything that it is made from has changed."
    )
    train.add_argument("--force", action="store_true", help="train even if nothing has changed")
    ask = command("ask", _ask, "Ask one question, or chat in the terminal.")
    ask.add_argument("question", nargs="?", help="the question; without it a chat begins")
    ask.add_argument(
        "--jsonl",
        nargs="?",
        const="-",
        metavar="FILE",
        help='read conversations {"id": "…", "turns": ["…"]}, a line each, from FILE or standard'
        " input, and print the answers as JSON lines",
    )
    ask.add_argument("--url", help="ask a running server, such as http://127.0.0.1:5005")
    evaluate = command(
        "evaluate", _evaluate, "Ask an evaluation set and write a report (HTML, Markdown, JSON)."
    )
    evaluate.add_argument(
        "--set",
        choices=("dev", "test", "follow_ups"),
        default="dev",
        help="which questions (default: %(default)s)",
    )
    evaluate.add_argument(
        "--output", type=Path, help="folder of the report (default: .partneris/evaluation/SET)"
    )
    evaluate.add_argument(
        "--compare", type=Path, metavar="JSON", help="report.json of an earlier run to compare with"
    )
    evaluate.add_argument(
        "--learning-curve", action="store_true", help="train on 5, 10, 20 and 40 utterances, too"
    )
    evaluate.add_argument("--url", help="ask a running server, such as http://127.0.0.1:5005")
    _add_plan_commands(command)
    _add_slot_commands(command)
    _add_officer_commands(command)
    _add_report_commands(command)
    _add_data_commands(command)
    _add_demo_commands(command)
    check = command(
        "check",
        _check_call,
        "Check the call's data, sentences, vocabulary and training files, show what changed since"
        " the last release, and ask for every fact in both languages.",
        within=of_call,
    )
    asking = check.add_mutually_exclusive_group()
    asking.add_argument(
        "--no-questions", action="store_true", help="ask nothing: quick, needs no model"
    )
    asking.add_argument(
        "--fact",
        metavar="NAME",
        help="ask only for one fact or kind, such as deadline, contacts.adult or contacts",
    )
    check.add_argument("--url", help="ask a running server, such as http://127.0.0.1:5005")
    check.add_argument("--json", type=Path, metavar="FILE", help="write the result as JSON, too")
    command(
        "release",
        _release_call,
        "Check everything and, if all is well, record the state in data/releases/.",
        within=of_call,
    )
    return parser


def _function_of(module: str, name: str) -> Callable[[argparse.Namespace], object]:
    """Return what runs a function of a module, imported only then: most commands need few."""

    def run(options: argparse.Namespace) -> object:
        return getattr(import_module(module), name)(options)

    return run


def _add_plan_commands(command: Callable[..., argparse.ArgumentParser]) -> None:
    run = partial(_function_of, "bot.plans.commands")
    texts = {
        "budget": "Work out the budget of a project plan.",
        "check": "Check whether a project plan is eligible.",
        "distance": "Measure the distance between two places.",
    }
    names = ("budget", "check_plan", "between")
    budget, check, between = (
        command(word, run(name), text, rasa=False)
        for name, (word, text) in zip(names, texts.items(), strict=True)
    )
    plan = command("plan", _new_plan, "Make a project plan.", rasa=False)
    new = plan.add_subparsers(metavar="COMMAND", required=True).add_parser(
        "new", help="ask for a plan in the terminal and save it as YAML"
    )
    new.set_defaults(run=_new_plan)
    new.add_argument(
        "--output",
        type=Path,
        default=Path("plan.yml"),
        metavar="FILE",
        help="file to write (default: %(default)s)",
    )
    for sub in (budget, check, between, new):
        sub.add_argument(
            "--language", choices=("lv", "en"), default="lv", help="default: %(default)s"
        )
    for sub in (budget, check):
        sub.add_argument(
            "plan", metavar="PLAN", help="YAML or JSON file (docs/plan.md); - reads standard input"
        )
    budget.add_argument(
        "--format",
        choices=("table", "json", "xlsx", "pdf"),
        default="table",
        help="default: %(default)s",
    )
    check.add_argument(
        "--format", choices=("text", "json"), default="text", help="default: %(default)s"
    )
    budget.add_argument(
        "--output", type=Path, metavar="FILE", help="file to write (default: print)"
    )
    for name in ("origin", "target"):
        between.add_argument(name, help="city, or 'city, country'")


def _add_slot_commands(command: Callable[..., argparse.ArgumentParser]) -> None:
    run = _function_of("bot.helpdesk.slot_commands", "show")
    slots = command("slots", run, "Say who comes on a consultation day.", rasa=False)
    text = "list the bookings of a day"
    show = slots.add_subparsers(metavar="COMMAND", required=True).add_parser(
        "list", help=text, description=text
    )
    show.set_defaults(run=run)
    show.add_argument("--day", metavar="DAY", help="ISO day (default: the next consultation day)")
    show.add_argument("--officer", metavar="EMAIL", help="only this officer's")
    show.add_argument(
        "--format", choices=("table", "csv", "ics"), default="table", help="default: %(default)s"
    )
    show.add_argument("--language", choices=("lv", "en"), default="lv", help="default: %(default)s")


def _add_officer_commands(command: Callable[..., argparse.ArgumentParser]) -> None:
    run = partial(_function_of, "bot.helpdesk.commands")
    text = "Say who may sign in to the helpdesk's console at /console."
    officer = command("officer", run("show_all"), text, rasa=False)
    subs = officer.add_subparsers(metavar="COMMAND", required=True)
    texts = {
        "add": "add an officer; the password is asked for",
        "password": "set a new password; the officer is signed out everywhere",
        "disable": "let an officer in no longer",
        "list": "list the officers who may sign in",
    }
    names = ("add", "set_password", "disable", "show_all")
    add, password, disable, show_all = (
        subs.add_parser(word, help=text, description=text) for word, text in texts.items()
    )
    for sub, name in zip((add, password, disable, show_all), names, strict=True):
        sub.set_defaults(run=run(name))
    for sub in (add, password, disable):
        sub.add_argument("email", metavar="EMAIL", help="the officer's e-mail address")
    for sub in (add, password):
        sub.add_argument(
            "--password-stdin", action="store_true", help="read the password from standard input"
        )
    add.add_argument("--name", required=True, help="as people who ask read it")
    add.add_argument(
        "--field",
        action="append",
        default=[],
        choices=get_args(call.FieldId),
        help="a field whose conversations are theirs; can be given several times",
    )
    add.add_argument(
        "--role",
        choices=("officer", "head"),
        default="officer",
        help="a head has all fields and sees the reports (default: %(default)s)",
    )
    add.add_argument(
        "--language",
        choices=("lv", "en"),
        default="lv",
        help="of the console; the officer can change it (default: %(default)s)",
    )


def _add_report_commands(command: Callable[..., argparse.ArgumentParser]) -> None:
    run = partial(_function_of, "bot.helpdesk.report.commands")
    report = command("report", run("write"), "Report what was learned from the conversations.")
    report.add_argument(
        "--format", choices=("html", "csv", "json"), default="html", help="default: %(default)s"
    )
    report.add_argument("--output", type=Path, metavar="FOLDER", help="default: .partneris/report")
    report.add_argument(
        "--language", choices=("lv", "en"), default="lv", help="of the page (default: %(default)s)"
    )
    text = "write a group's messages into a file for review in data/nlu/review/"
    add = report.add_subparsers(metavar="COMMAND").add_parser("add", help=text, description=text)
    add.set_defaults(run=run("add"))
    add.add_argument("group", metavar="GROUP", help="as the report names it")
    add.add_argument("--intent", required=True, help="what the messages ask, such as ask_deadline")
    add.add_argument(
        "--language",
        dest="spoken",
        choices=("lv", "en"),
        help="of the messages, if it was mistaken",
    )
    for sub, default in ((report, None), (add, argparse.SUPPRESS)):
        for name, dest in (("--from", "first"), ("--to", "last")):
            sub.add_argument(
                name,
                dest=dest,
                type=_day,
                default=default,  # given before `add`, it holds for `add`
                metavar="DAY",
                help=f"{dest} day, such as 2020-03-20",
            )


def _add_data_commands(command: Callable[..., argparse.ArgumentParser]) -> None:
    run = partial(_function_of, "bot.privacy.commands")
    forget = command(
        "forget", run("forget"), "Delete a person's conversation with all that belongs to it."
    )
    forget.add_argument("--yes", action="store_true", help="delete without asking")
    export = command("export", run("write"), "Write what is kept of a conversation as JSON.")
    export.add_argument(
        "--output", type=Path, metavar="FILE", help="file to write (default: print)"
    )
    export.add_argument(
        "--language", choices=("lv", "en"), default="lv", help="default: %(default)s"
    )
    for sub in (forget, export):
        which = sub.add_mutually_exclusive_group(required=True)
        which.add_argument(
            "conversation", nargs="?", metavar="CONVERSATION", help="its name, such as web-0a1b…"
        )
        which.add_argument("--ticket", type=int, metavar="N", help="the one of this ticket")
        which.add_argument(
            "--contact",
            metavar="ADDRESS",
            help="those in which this e-mail address or telephone number was left or written",
        )


def _add_demo_commands(command: Callable[..., argparse.ArgumentParser]) -> None:
    demo = command("demo", _demo, "Play something through on the real system.")
    day = demo.add_subparsers(metavar="COMMAND", required=True).add_parser(
        "consultation-day",
        help="simulated people on website, Slack and Telegram, and officers at the console",
    )
    day.set_defaults(run=_demo)
    day.add_argument("--people", type=int, default=100, help="default: %(default)s")
    day.add_argument("--officers", type=int, default=5, help="1 to 5 (default: %(default)s)")
    day.add_argument(
        "--pace", type=float, default=2, help="seconds that a thought takes (default: %(default)s)"
    )
    day.add_argument(
        "--restarts",
        type=int,
        default=0,
        help="how often the system is killed and started again (default: %(default)s)",
    )
    day.add_argument(
        "--output",
        type=Path,
        default=Path(".partneris/consultation-day"),
        metavar="FOLDER",
        help="new folder for databases, log and report (default: %(default)s)",
    )


def _demo(options: argparse.Namespace) -> int:
    from bot.demo.command import consultation_day

    _ready_model()
    return consultation_day(options)


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a day such as 2020-03-20") from None


def _new_plan(options: argparse.Namespace) -> int:
    from bot.plans.guide import new

    return new(options)


def _set_clock(now: str | None) -> None:
    text = now or os.environ.get(clock.VARIABLE)
    if not text:
        return
    try:
        clock.read(text, call.newest().timezone)
    except ValueError:
        raise WrongInputError(f"'{text}' is not a day or moment such as 2020-03-20T12:00") from None
    os.environ[clock.VARIABLE] = text


def _check_call(options: argparse.Namespace) -> int:
    from bot.content.check import Check, Result, UnknownFactError

    try:
        check = Check.begin(options.fact)
        check.show_changes()
        if not options.no_questions:
            _run(_with_partner(options.url, check.ask))
    except DataError as error:
        _write_result(options.json, Result(wrong=str(error)))
        raise
    except UnknownFactError as error:
        raise WrongInputError(str(error)) from None
    check.show_answers()
    _write_result(options.json, check.result)
    return FAILED if check.result.failures else 0


def _write_result(path: Path | None, result: BaseModel) -> None:
    if path:
        path.write_text(result.model_dump_json(indent=1) + "\n", encoding="utf-8")


def _release_call(options: argparse.Namespace) -> None:
    from bot.content.check import Check

    check = Check.begin()
    check.show_changes()
    _run(_with_partner(None, check.ask))
    check.show_answers()
    path = check.release()
    print(f"Released: data/releases/{path.name}" if path else "There is nothing new to release.")


def _train(options: argparse.Namespace) -> None:
    from bot import checks, training

    model = _checked_model()
    if training.is_whole(model) and not options.force:
        return
    checks.check_training_files()
    print("Training the model (two to three minutes on two cores) …", file=sys.stderr, flush=True)
    with contextlib.redirect_stdout(sys.stderr):
        model = training.train()
    print(f"Trained: models/{model.name}", file=sys.stderr, flush=True)


def _checked_model() -> Path:
    """Return where the model of the present files is or will be; the other files are checked."""
    from bot import checks, training

    checks.check_rasa()
    checks.check_data()
    return training.current_model()


def _ready_model() -> Path:
    """Return a model that is up to date, trained first where there is none; who loads it checks it.

    One that was damaged is not trained anew by itself: somebody should know of it.
    """
    model = _checked_model()
    if model.is_file():
        return model
    # in a process of its own, which gives back what training takes (a third of a gigabyte)
    trained = subprocess.run([sys.executable, "-m", "bot.cli", "train"], cwd=ROOT, check=False)
    if trained.returncode > 0:
        raise SystemExit(trained.returncode)  # it has said why
    if trained.returncode:
        raise RuntimeError(f"the training was ended by signal {-trained.returncode}")
    return model


def _evaluate(options: argparse.Namespace) -> int:
    from bot.evaluation import cases, report, scores
    from bot.evaluation.learning import learning_curve
    from bot.training import current_model

    asked = cases.load(options.set)
    earlier = _read_report(options.compare) if options.compare else None
    messages = [turn.user for case in asked for turn in case.conversation.turns]
    if earlier and messages != [outcome.user for outcome in earlier.outcomes]:
        raise WrongInputError(f"{options.compare}: a run over other messages than those of now")

    async def talk(partner: Partner) -> int:
        outcomes = await scores.run(partner, asked)
        made = report.Report(
            set_name=options.set,
            model=options.url or current_model().name,
            scores=scores.score(outcomes),
            outcomes=outcomes,
            comparison=scores.compare(earlier.outcomes, outcomes) if earlier else None,
            compared_with=earlier.model if earlier else None,
            learning_curve=learning_curve(asked) if options.learning_curve else None,
        )
        folder = options.output or ROOT / ".partneris" / "evaluation" / options.set
        page = report.write(made, folder)
        print(report.summary(made.scores))
        print(f"Report: {page}")
        return 0

    return _run(_with_partner(options.url, talk))


def _read_report(path: Path) -> Report:
    from bot.evaluation.report import Report

    try:
        return Report.model_validate_json(path.read_bytes())
    except OSError as error:
        raise WrongInputError(f"{path}: {error.strerror}") from None
    except ValidationError:
        raise WrongInputError(f"{path}: not a report.json of `partneris evaluate`") from None


def _serve(options: argparse.Namespace) -> None:
    from bot.web import build

    if options.endpoints:
        os.environ["PARTNERIS_ENDPOINTS"] = str(options.endpoints)
    # the widget is built beside the training; if that fails, it is said when the model is kept
    with ThreadPoolExecutor() as beside:
        scripts = beside.submit(build.ensure)
        model = _named_model(options.model) or _ready_model()
    from bot.server import serve

    serve(model, scripts.result(), options.host, options.port)


def _named_model(given: Path | None) -> Path | None:
    """Return the model that the option or the variable names; none where neither does.

    Raises:
        BrokenModelError: it is not there, or not as training wrote it.
    """
    from bot import checks, training

    named = given or os.environ.get(training.VARIABLE)
    if not named:
        return None
    checks.check_rasa()
    checks.check_all()  # it may have been made from other files
    path = Path(named).resolve()
    training.check(path)
    return path


def _serve_actions(options: argparse.Namespace) -> None:
    from bot import action_server

    action_server.serve(options.host, options.port)


def _ask(options: argparse.Namespace) -> int:
    if options.jsonl is not None:
        return _run(_answer_lines(options))
    if options.question is not None:
        return _run(_answer_one(options))
    return _run(_chat(options))


async def _partner(url: str | None) -> Partner:
    if url:
        from bot.partner import Remote

        return Remote(url)
    model = _ready_model()
    from bot.engine import Local

    return await Local.load(model)


async def _with_partner(url: str | None, talk: Callable[[Partner], Awaitable[int]]) -> int:
    import aiohttp

    partner = await _partner(url)
    try:
        return await talk(partner)
    except aiohttp.ClientError as error:
        raise RuntimeError(f"the server at {url} does not answer well: {error}") from None
    finally:
        await partner.close()


async def _answer_one(options: argparse.Namespace) -> int:
    from bot.partner import new_conversation

    async def talk(partner: Partner) -> int:
        _show(await partner.send(new_conversation(), options.question))
        return 0

    return await _with_partner(options.url, talk)


async def _chat(options: argparse.Namespace) -> int:
    from prompt_toolkit import PromptSession

    from bot.partner import new_conversation

    async def talk(partner: Partner) -> int:
        conversation, session = new_conversation(), PromptSession[str]()
        print("Partneris · latviski / in English · Ctrl-D\n")
        while True:
            try:
                text = await session.prompt_async("> ")
            except EOFError:
                return 0
            if text.strip():
                _show(await partner.send(conversation, text))
                print()

    return await _with_partner(options.url, talk)


def _show(result: TurnResult) -> None:
    for reply in result.replies:
        print(reply.text)
        if reply.attachment:
            print(f"\n  ⤓ {_save(reply.attachment)}")
        if reply.buttons:
            print("\n" + "\n".join(f"  → {button.title}" for button in reply.buttons))


def _save(file: Attachment) -> Path:
    """Write a file that came with an answer into the working folder, over no other one."""
    own = Path(file.name).name or "file"  # a server may name a file of another folder
    stem, dot, ending = own.rpartition(".")
    names = itertools.chain([own], (f"{stem}-{n}{dot}{ending}" for n in itertools.count(2)))
    path = next(path for name in names if not (path := Path(name)).exists())
    path.write_bytes(base64.b64decode(file.content))
    return path


async def _answer_lines(options: argparse.Namespace) -> int:
    conversations = _read_lines(options.jsonl)

    async def talk(partner: Partner) -> int:
        from bot.partner import new_conversation

        for conversation in conversations:
            name = new_conversation()
            turns = [await partner.send(name, text) for text in conversation.turns]
            line = {
                "id": conversation.id,
                "turns": [turn.model_dump(mode="json") for turn in turns],
            }
            print(json.dumps(line, ensure_ascii=False), flush=True)
        return 0

    return await _with_partner(options.url, talk)


def _run(work: Coroutine[Any, Any, int]) -> int:
    import asyncio  # here, since the commands about plans need none of it

    logging.getLogger("asyncio").setLevel(logging.ERROR)
    return asyncio.run(work)


def _read_lines(source: str) -> list[Conversation]:
    if source == "-":
        return _parse_lines(sys.stdin, "standard input")
    try:
        with open(source, encoding="utf-8") as file:
            return _parse_lines(file, source)
    except OSError as error:
        raise WrongInputError(f"{source}: {error.strerror}") from None


def _parse_lines(file: TextIO, name: str) -> list[Conversation]:
    conversations = []
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        try:
            conversations.append(Conversation.model_validate_json(line))
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(step) for step in first["loc"])
            raise WrongInputError(
                f"{name}:{number}: {where + ': ' if where else ''}{first['msg']}"
            ) from None
    return conversations


if __name__ == "__main__":
    sys.exit(main())
