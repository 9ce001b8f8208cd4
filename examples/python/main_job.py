#!/usr/bin/python3
# SPDX-License-Identifier: BSL-1.0
"""The main job in Python: load a plan and what was reported, name a day, ask.

    main_job.py PLAN.json OBSERVATIONS.json
"""

import sys
from pathlib import Path

import kehoach
from kehoach import to_vietnamese


def show_rows(plans, rows):
    for row in rows:
        print(f"  {to_vietnamese(row.due)}  {plans.label(row.item)}, {kehoach.describe(row.status)}")


def main(plan, observations, today):
    engine = kehoach.Engine.from_json(Path(plan).read_bytes())
    engine.add_json(Path(observations).read_bytes())
    plans = engine.snapshot()
    answers = plans.evaluate(as_of=today)
    end = kehoach.Calendar.vietnam().add_working_days(today, 30)

    print(f"Quá hạn ngày {to_vietnamese(answers.as_of)}:")
    show_rows(plans, answers.overdue())
    print(f"Đến hạn trước hết ngày {to_vietnamese(end)}:")
    show_rows(plans, answers.due(today, end))

    sums = answers.rollup()
    print(f"Nhiệm vụ: {sums.total}, xong {sums.done}, quá hạn {sums.counts['open_overdue']}")
    for target in plans.items("target"):
        verdict = answers.verdict(target)
        figure = "" if verdict.actual is None else f", thực tế {to_vietnamese(verdict.actual)}"
        print(f"Chỉ tiêu {plans.spec(target)['path']}: {kehoach.describe(verdict.compliance)}{figure}")

    print("Vì sao báo cáo 6 tháng có hạn như vậy:")
    for reason in answers.explain(("report", "217/KH-BV/6-thang"), "deadline"):
        print(f"{'  ' * (reason.depth + 1)}{reason.text}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("main_job.py PLAN.json OBSERVATIONS.json")
    main(sys.argv[1], sys.argv[2], today="2026-05-18")
