"""Which step leads to which."""

from __future__ import annotations

from flowcharts import procedure, step
from khumue.flowchart.graph import END, START, Edge, graph_of
from khumue.model import Step


def edges(*steps: Step) -> set[tuple[str, str, str]]:
    return {(edge.source, edge.target, edge.kind) for edge in graph_of(procedure(*steps)).edges}


def rows(*steps: Step) -> tuple[tuple[str, ...], ...]:
    return graph_of(procedure(*steps)).rows[1:-1]


def test_list_order_is_the_flow() -> None:
    assert edges(step("a"), step("b")) == {(START, "a", "next"), ("a", "b", "next"), ("b", END, "next")}


def test_decision_goes_on_when_agreed_and_back_when_not() -> None:
    assert edges(step("write"), step("agree", no="write"), step("publish")) == {
        (START, "write", "next"),
        ("write", "agree", "next"),
        ("agree", "publish", "yes"),
        ("agree", "write", "no"),
        ("publish", END, "next"),
    }


def test_decision_as_last_step_ends_when_agreed() -> None:
    assert {("agree", END, "yes"), ("agree", "write", "no")} < edges(step("write"), step("agree", no="write"))


def test_refusal_can_end_the_procedure() -> None:
    assert {("ask", END, "no"), ("ask", "write", "yes")} < edges(step("ask", no="end"), step("write"))


def test_steps_after_one_step_run_side_by_side_and_join() -> None:
    steps = (step("a"), step("b"), step("c", after=("a",)), step("d", after=("b", "c")))
    assert edges(*steps) == {
        (START, "a", "next"),
        ("a", "b", "next"),
        ("a", "c", "next"),
        ("b", "d", "next"),
        ("c", "d", "next"),
        ("d", END, "next"),
    }
    assert rows(*steps) == (("a",), ("b", "c"), ("d",))


def test_join_waits_below_the_longer_branch() -> None:
    steps = (step("a"), step("b"), step("b2"), step("c", after=("a",)), step("d", after=("b2", "c")))
    assert rows(*steps) == (("a",), ("b", "c"), ("b2",), ("d",))


def test_branch_that_a_decision_refuses_to_is_not_also_agreed_to() -> None:
    steps = (step("ask", no="other"), step("write"), step("other", after=("ask",)))
    assert {edge for edge in edges(*steps) if edge[0] == "ask"} == {("ask", "write", "yes"), ("ask", "other", "no")}


def test_jump_target_stands_below_its_decision() -> None:
    steps = (step("a"), step("b"), step("ask", no="d"), step("c", after=("a",)), step("d", after=("a",)))
    graph = graph_of(procedure(*steps))
    assert graph.ranks["d"] > graph.ranks["ask"]


def test_only_arrows_to_the_next_row_are_the_trunk() -> None:
    graph = graph_of(procedure(step("a"), step("ask", no="a"), step("b")))
    trunk = {(edge.source, edge.target) for edge in graph.edges if graph.is_trunk(edge)}
    assert trunk == {(START, "a"), ("a", "ask"), ("ask", "b"), ("b", END)}
    assert not graph.is_trunk(Edge(source="a", target="b"))
