# SPDX-License-Identifier: BSL-1.0
"""What bench/table says, in Vietnamese."""

VIETNAMESE = {
    # The section.
    "## How fast": "## Nhanh đến đâu",
    " tasks; all of it printed by `bench/table` in one run, on one core but for the row of two. The loops are arrays and the "
    "least code that gives dates and sums; the engine also keeps statuses, slack, what binds each "
    "date, and what an edit needs.":
        " nhiệm vụ; tất cả do `bench/table` in ra trong một lần chạy, trên một lõi, trừ dòng hai lõi. Các vòng lặp chỉ là "
        "mảng và đoạn mã ngắn nhất cho ra ngày và tổng; thư viện còn giữ trạng thái, dự trữ, điều gì "
        "quyết định từng ngày, và những gì một lần sửa cần đến.",
    " bytes a task, without names, everything in the engine counted.":
        " byte mỗi nhiệm vụ, không kể tên, tính hết mọi thứ trong bộ máy.",
    "–": "–",
    # Beside loops.
    "the engine's time over the loop's": "thời gian của bộ máy chia cho của vòng lặp",
    "plain loop, 35 calendars": "vòng lặp đơn giản, 35 lịch",
    "plain loop, no calendars": "vòng lặp đơn giản, không lịch",
    "tuned loop, no calendars": "vòng lặp tinh chỉnh, không lịch",
    "from specs to a ready engine": "từ bản mô tả đến bộ máy sẵn sàng",
    "the same, tasks said in random order": "như trên, nhiệm vụ đưa vào theo thứ tự ngẫu nhiên",
    "the same of tasks said in random order":
        "như trên, với nhiệm vụ đưa vào theo thứ tự ngẫu nhiên",
    "earliest dates": "ngày sớm nhất",
    "latest dates": "ngày muộn nhất",
    "exact distinct sums of every task": "tổng chính xác, không đếm trùng, của mọi nhiệm vụ",
    "dates and sums together": "cả ngày lẫn tổng",
    "dates, statuses and sums together, beside dates and sums":
        "ngày, trạng thái và tổng cùng nhau, so với ngày và tổng",
    "the first day asked of a version, after an edit":
        "ngày đầu tiên được hỏi của một phiên bản, sau một lần sửa",
    "`evaluate` on two cores, a task": "`evaluate` trên hai lõi, mỗi nhiệm vụ",
    "on one": "trên một lõi",
    "`evaluate`: every status and sum of a day, beside dates and sums":
        "`evaluate`: mọi trạng thái và tổng của một ngày, so với ngày và tổng",
    "all dates anew, then `evaluate`, beside dates and sums":
        "tính lại mọi ngày, rồi `evaluate`, so với ngày và tổng",
    # Edits.
    "one edit, with all it changed": "một lần sửa, kèm mọi thay đổi",
    "median": "trung vị",
    "99 of 100": "99 trên 100",
    "the plain loop over everything takes": "vòng lặp đơn giản qua tất cả mất",
    " µs": " µs",
    " times the median": " lần trung vị",
    "one progress report, sums up to the national total":
        "một báo cáo tiến độ, tổng lên đến cấp quốc gia",
    "one duration": "một thời lượng",
    "a root task's deadline": "thời hạn của một nhiệm vụ gốc",
    "a branch with one edit": "một nhánh với một lần sửa",
    "findings asked for again after one progress report":
        "hỏi lại các phát hiện sau một báo cáo tiến độ",
    "all findings anew: ": "tìm lại mọi phát hiện: ",
    # Costs.
    "cost": "chi phí",
    "ns": "ns",
    "times as long": "lâu gấp",
    ": ": ": ",
    "; ": "; ",
    "from specs to a ready engine, a task": "từ bản mô tả đến bộ máy sẵn sàng, mỗi nhiệm vụ",
    "a root task's deadline, each task it touches":
        "thời hạn của một nhiệm vụ gốc, mỗi nhiệm vụ chịu tác động",
    "as many progress reports as tasks in one commit, each":
        "số báo cáo tiến độ bằng số nhiệm vụ trong một lần ghi, mỗi báo cáo",
    "from cascade JSON to a ready engine, a task": "từ JSON đến bộ máy sẵn sàng, mỗi nhiệm vụ",
    "simdjson's document alone": "riêng việc simdjson đọc văn bản",
    "exact distinct sums of every task, a task":
        "tổng chính xác, không đếm trùng, của mọi nhiệm vụ, mỗi nhiệm vụ",
    "a search per task": "tìm kiếm từ mỗi nhiệm vụ",
    "a search per root task only": "chỉ tìm kiếm từ mỗi nhiệm vụ gốc",
    # Other tools.
    "Other tools at the same work, in processes of their own: each comes to the engine's dates on 35 "
    "calendars and to its sums over distinct tasks, or there is no table. Boost.Graph sorts its "
    "compressed sparse row graph and loops over it; numpy takes a level at a time, networkx a "
    "task; SQLite one update a level and a recursive query of distinct pairs; HyperFormula a row "
    "of formulas a task.":
        "Công cụ khác làm cùng việc ấy, mỗi công cụ một tiến trình: từng công cụ phải ra đúng các ngày "
        "của bộ máy trên 35 lịch và đúng tổng không đếm trùng, nếu không thì không có bảng. Boost.Graph "
        "xếp thứ tự đồ thị nén theo hàng rồi lặp trên đó; numpy đi từng mức, networkx từng nhiệm vụ; "
        "SQLite mỗi mức một lệnh cập nhật và một truy vấn đệ quy các cặp khác nhau; HyperFormula mỗi "
        "nhiệm vụ một hàng công thức.",
    "the same dates and sums by": "cùng ngày và tổng ấy bằng",
    "tasks": "số nhiệm vụ",
    "from arrays to all dates and sums: times as long": "từ mảng đến mọi ngày và tổng: lâu gấp",
    "all of them again: times as long": "tính lại tất cả: lâu gấp",
    "one report, sums up to the top: times as long": "một báo cáo, tổng lên đến đỉnh: lâu gấp",
    " tasks": " nhiệm vụ",
    "the engine itself": "bản thân bộ máy",
    "from arrays to all dates and sums, ns a task": "từ mảng đến mọi ngày và tổng, ns mỗi nhiệm vụ",
    "all of them again, ns a task": "tính lại tất cả, ns mỗi nhiệm vụ",
    "one report, sums up to the top, µs": "một báo cáo, tổng lên đến đỉnh, µs",
    # Time.
    "time": "thời gian",
    "add 1 to 60 working days, columns over 35 calendars":
        "cộng 1 đến 60 ngày làm việc, theo cột trên 35 lịch",
    "a monthly report: window, due day, rolled day":
        "một báo cáo tháng: khoảng nộp, hạn, hạn đã dời",
    "a quarterly report, 10 working days after its end":
        "một báo cáo quý, 10 ngày làm việc sau khi hết quý",
    "a phrase read as a rule (median of all examples)":
        "đọc một cụm từ thành quy tắc (trung vị của mọi ví dụ)",
    "QuantLib advance": "advance của QuantLib",
    "Boost.Date_Time day loop": "lặp từng ngày bằng Boost.Date_Time",
    "libical, written day only": "libical, chỉ ngày viết",
    "Boost.Date_Time, due and rolled day": "Boost.Date_Time, hạn và hạn đã dời",
}
