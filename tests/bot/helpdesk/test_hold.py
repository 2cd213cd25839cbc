"""Messages have their turns in the order in which they came, and nobody keeps the turn."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import wraps
from itertools import pairwise

from bot.helpdesk.hold import InOrder


def in_a_loop(test: Callable[[], Awaitable[None]]) -> Callable[[], None]:
    """Run a test in an event loop of its own."""

    @wraps(test)
    def run() -> None:
        async def begin() -> None:
            await test()

        asyncio.run(begin())

    return run


@in_a_loop
async def test_all_are_let_in_one_by_one_in_their_order() -> None:
    order, seen, inside = InOrder(), [], 0

    async def message(number: int) -> None:
        nonlocal inside
        async with order:
            inside += 1
            assert inside == 1
            seen.append(number)
            inside -= 1

    await asyncio.gather(*(message(number) for number in range(20)))
    assert seen == list(range(20))


@in_a_loop
async def test_between_two_messages_other_work_gets_on() -> None:
    """A message of the website has many steps of its own, each of which waits for the loop."""
    order, steps, at_steps = InOrder(), 0, []

    async def message() -> None:
        async with order:
            at_steps.append(steps)

    async def other_work() -> None:
        nonlocal steps
        while len(at_steps) < 5:
            steps += 1
            await asyncio.sleep(0)

    await asyncio.gather(other_work(), *(message() for _ in range(5)))
    assert all(later - earlier > 1 for earlier, later in pairwise(at_steps))


@in_a_loop
async def test_who_gives_up_leaves_the_turn_to_the_next_one() -> None:
    order = InOrder()
    async with order:
        waiting = asyncio.create_task(order.__aenter__())
        await asyncio.sleep(0)
        waiting.cancel()
    entering = asyncio.create_task(order.__aenter__())
    await asyncio.sleep(0)  # it has the turn now, and is given up before it begins
    entering.cancel()
    for task in (waiting, entering):
        with suppress(asyncio.CancelledError):
            await task
    async with asyncio.timeout(1), order:
        pass
