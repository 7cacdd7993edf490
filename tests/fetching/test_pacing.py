"""Who asks a host stands in line."""

from bulletin_export.fetching.pacing import LONGEST, OwnTurns, Pacer


def test_the_first_does_not_wait_and_the_others_do(clock):
    pacer = Pacer(0.5, OwnTurns(), clock.now, clock.sleep)
    for _ in range(3):
        pacer.wait("a")
    pacer.wait("b")
    assert clock.slept == [0.5, 0.5]


def test_a_host_may_ask_for_more_time_but_not_for_ever(clock):
    pacer = Pacer(0.5, OwnTurns(), clock.now, clock.sleep)
    pacer.slow_down("a", 2)
    pacer.wait("a"), pacer.wait("a")
    pacer.postpone("a", 1e9)
    pacer.wait("a")
    assert clock.slept == [2, LONGEST]


def test_no_host_can_ask_for_less_time(clock):
    pacer = Pacer(0.5, OwnTurns(), clock.now, clock.sleep)
    pacer.slow_down("a", 0.1)
    pacer.wait("a"), pacer.wait("a")
    assert clock.slept == [0.5]


def test_a_clock_that_was_put_back_keeps_nobody_waiting(clock):
    pacer = Pacer(0.5, OwnTurns(), clock.now, clock.sleep)
    pacer.wait("a")
    clock.seconds -= 86_400
    pacer.wait("a")
    assert clock.slept == []
