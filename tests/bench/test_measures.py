"""What `bench` says of the cost of check."""

from scripts.bench import measures


def test_the_cost_of_check_is_told_for_the_planned_size_and_by_module(course, monkeypatch):
    cost = {(24, 42): 0.7, (240, 0): 2.4, (1_200, 0): 18.0}
    monkeypatch.setattr(measures, "_check_seconds", lambda _root, size, questions=0: cost[size, questions])
    said = []

    measures.bench_check(course.root, said.append)

    assert [" ".join(line.split()) for line in said[1:]] == [
        "24 modules, 1008 questions in 2 languages 0.70 s",
        "240 modules 2.40 s, 10.0 ms a module",
        "1200 modules 18.00 s, 15.0 ms a module",
        "a module of 1200, beside one of 240 1.50 ×",
    ]
