// SPDX-License-Identifier: BSL-1.0
#include <kehoach/evaluation.hpp>

namespace kehoach {

Text describe(Status status) {
  switch (status) {
    case Status::done_in_time: return {"hoàn thành đúng hạn", "done in time"};
    case Status::done_late: return {"hoàn thành quá hạn", "done late"};
    case Status::open_in_time: return {"đang thực hiện, trong hạn", "open, in time"};
    case Status::open_overdue: return {"chưa hoàn thành, quá hạn", "open, overdue"};
    case Status::open_without_deadline:
      return {"đang thực hiện, không có thời hạn", "open, without a deadline"};
    case Status::not_yet_started: return {"chưa đến thời gian thực hiện", "not yet started"};
    case Status::suspended: return {"tạm dừng", "suspended"};
    case Status::cancelled: return {"đã hủy", "cancelled"};
  }
  return {};
}

const char* name(Status status) noexcept {
  switch (status) {
    case Status::done_in_time: return "done_in_time";
    case Status::done_late: return "done_late";
    case Status::open_in_time: return "open_in_time";
    case Status::open_overdue: return "open_overdue";
    case Status::open_without_deadline: return "open_without_deadline";
    case Status::not_yet_started: return "not_yet_started";
    case Status::suspended: return "suspended";
    case Status::cancelled: return "cancelled";
  }
  return "unknown";
}

}  // namespace kehoach
