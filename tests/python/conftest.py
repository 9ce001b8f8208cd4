# SPDX-License-Identifier: BSL-1.0
"""A small cascade that the tests share.

    CP/1 (year 2025)                 sở
      ^            ^                  ^
    T1 (<31/7)    T2 (Q3, weight 3)  bệnh viện  -- khoa
                   ^
                  T3 after T2, five working days, due "31/11"
"""

import kehoach
import pytest
from kehoach import rules


def fill(edit):
    edit.add_unit(key="so", level="department", name="Sở Y tế")
    edit.add_unit(key="bv", level="hospital", name="Bệnh viện", parent="so")
    edit.add_unit(key="khoa", level="division", name="Khoa Nội", parent="bv")
    edit.add_unit(key="all", level="division", name="Các đơn vị", members=["bv", "khoa"])
    edit.add_document(key="CP", symbol="1/NQ-CP", issued="2025-01-02", issuer="so")
    edit.add_document(
        key="KH",
        symbol="2/KH-BV",
        issued="2025-06-02",
        issuer="bv",
        relations=[{"relation": "implements", "to": "CP"}],
    )
    edit.add_task(
        key="CP/1",
        name="Chung",
        document="CP",
        path="I.1",
        leads=["so"],
        deadline=rules.period("2025-01-02", "2025-12-31"),
    )
    common = {"document": "KH", "implements": ["CP/1"]}
    edit.add_tasks(
        [
            {
                **common,
                "key": "T1",
                "name": "Tuyên truyền",
                "path": "II.1",
                "leads": ["bv"],
                "supports": ["khoa"],
                "deadline": rules.by_date("2025-07-31", exclusive=True),
            },
            {
                **common,
                "key": "T2",
                "name": "Tập huấn",
                "path": "II.2",
                "leads": ["khoa"],
                "weight": 3,
                "deadline": rules.period("2025-07-01", "2025-09-30"),
            },
            {
                "key": "T3",
                "name": "Đánh giá",
                "document": "KH",
                "path": "II.3",
                "leads": ["khoa"],
                "duration": 5,
                "after": [{"task": "T2"}],
                "deadline": rules.impossible(31, 11),
            },
        ]
    )
    edit.add_report(
        key="BC",
        name="Báo cáo quý",
        document="KH",
        **{"from": ["all"]},
        to=["so"],
        due=rules.every("quarter", "last_month", 10, **{"from": "2025-06-02"}),
    )
    edit.add_indicator(
        key="BS", name="Bác sĩ", measure="bác sĩ/vạn dân", aggregation="ratio", factor=10000, decimals=1
    )
    edit.add_target(
        key="BS-2025",
        indicator="BS",
        unit="bv",
        document="KH",
        executing=["bv", "khoa"],
        text="tối thiểu 13,1",
        milestones=[{"by": "2025-12-31", "bound": "13.1"}],
    )
    edit.add_observation(what="done", task="T1", date="2025-07-30")
    edit.add_observation(what="progress", task="T2", date="2025-08-01", value=40)
    edit.add_observation(
        what="value", indicator="BS", unit="bv", date="2025-09-01", value=131, denominator=100000
    )


@pytest.fixture
def engine():
    engine = kehoach.Engine()
    with engine.edit() as edit:
        fill(edit)
    return engine


@pytest.fixture
def snapshot(engine):
    return engine.snapshot()


@pytest.fixture
def today(snapshot):
    return snapshot.evaluate(as_of="2025-08-04")
