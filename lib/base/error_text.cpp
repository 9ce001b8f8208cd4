// SPDX-License-Identifier: BSL-1.0
#include <kehoach/error_text.hpp>

namespace kehoach {
namespace {

struct Words {
  const char* vi;
  const char* en;
};

Words words(Errc code) noexcept {
  switch (code) {
    case Errc::ok: return {"không có lỗi", "no error"};
    case Errc::unknown_id:
      return {"không có mục mang số này, hoặc mục đã bị xoá",
              "no item has this id, or it was removed"};
    case Errc::unknown_key: return {"không có mục mang mã này", "no item has this key"};
    case Errc::duplicate_key:
      return {"hai mục cùng loại có chung một mã", "two items of one kind have the same key"};
    case Errc::missing_field: return {"thiếu thông tin bắt buộc", "a required field is missing"};
    case Errc::invalid_value:
      return {"giá trị nằm ngoài phạm vi cho phép", "a value lies outside its range"};
    case Errc::stale_edit:
      return {"kế hoạch đã được sửa ở nơi khác từ khi bắt đầu lần sửa này",
              "the plans were changed elsewhere since this edit was begun"};
    case Errc::misuse:
      return {"gọi thư viện không đúng lúc hoặc không đúng cách",
              "the library was called out of turn or in a wrong way"};
    case Errc::cycle:
      return {"các mục chờ lẫn nhau thành vòng", "items wait for each other in a circle"};
    case Errc::still_used:
      return {"không xoá được vì mục khác còn dẫn đến mục này", "other items still refer to it"};
    case Errc::outside_calendar:
      return {"ngày nằm ngoài phạm vi của lịch làm việc",
              "a day lies outside the range of the calendar"};
    case Errc::impossible_date: return {"ngày không có thật", "there is no such day"};
    case Errc::overflow:
      return {"số quá lớn, không tính chính xác được", "a number is too large for exact figures"};
    case Errc::divide_by_zero: return {"chia cho số không", "division by zero"};
    case Errc::syntax: return {"nội dung không đúng cú pháp", "the text is not well formed"};
    case Errc::wrong_type: return {"giá trị sai kiểu", "a value has the wrong type"};
    case Errc::unknown_field:
      return {"có trường mà định dạng không có", "a field that the format does not have"};
    case Errc::too_large: return {"vượt quá giới hạn đã nêu", "beyond a stated limit"};
    case Errc::not_utf8: return {"nội dung không phải UTF-8", "the text is not UTF-8"};
    case Errc::not_understood:
      return {"câu chữ không hiểu được nếu không đoán",
              "the words cannot be understood without guessing"};
    case Errc::no_memory: return {"hết bộ nhớ", "out of memory"};
    case Errc::cancelled: return {"đã dừng theo yêu cầu", "stopped as asked"};
    case Errc::internal: break;
  }
  return {"lỗi của chính thư viện, xin hãy báo lại", "a fault of the library: please report it"};
}

}  // namespace

const char* describe(Errc code, Language language) noexcept {
  const Words all = words(code);
  return language == Language::vi ? all.vi : all.en;
}

}  // namespace kehoach
