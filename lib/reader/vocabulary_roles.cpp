// SPDX-License-Identifier: BSL-1.0
// Labels of a task, relations between papers, bound words of figures, and the verbs that end a name.
#include "reader/vocabulary.hpp"

namespace kehoach::detail {
namespace {

constexpr VocabularyRow rows[] = {
    // ---- labels ----
    {"label", "lead",
     "đơn vị chủ trì|cơ quan chủ trì|chủ trì|đơn vị thực hiện|cơ quan thực hiện|đơn vị chủ trì "
     "thực hiện|"
     "cơ quan chủ trì thực hiện|đơn vị đầu mối|cơ quan đầu mối|đơn vị chịu trách nhiệm|cơ quan "
     "chịu trách nhiệm|"
     "đơn vị chủ trì, thực hiện|bộ phận chủ trì|bộ phận thực hiện|phòng chủ trì|người chủ trì|cá "
     "nhân chủ trì|người thực hiện|"
     "đơn vị, cá nhân chủ trì|trách nhiệm thực hiện|đơn vị được giao|phân công thực hiện|đơn vị "
     "chủ trì tham mưu|"
     "cơ quan, đơn vị chủ trì|đơn vị, địa phương thực hiện|cơ quan chủ trì, thực hiện|đơn vị tham "
     "mưu|phân công chủ trì|"
     "cơ quan, đơn vị thực hiện|khoa, phòng chủ trì|khoa, phòng thực hiện|đơn vị phụ trách|bộ phận "
     "phụ trách|người phụ trách|"
     "đơn vị tổ chức thực hiện|cơ quan tham mưu|đơn vị triển khai"},
    {"label", "support",
     "đơn vị phối hợp|cơ quan phối hợp|phối hợp|đơn vị phối hợp thực hiện|cơ quan phối hợp thực "
     "hiện|"
     "phối hợp thực hiện|bộ phận phối hợp|phòng phối hợp|cơ quan, đơn vị phối hợp|đơn vị hỗ "
     "trợ|phân công phối hợp|"
     "đơn vị, cá nhân phối hợp|khoa, phòng phối hợp|đơn vị cùng thực hiện|người phối hợp|cá nhân "
     "phối hợp"},
    {"label", "both", "đơn vị chủ trì, phối hợp|cơ quan chủ trì, phối hợp"},
    {"label", "time",
     "thời gian thực hiện|thời gian hoàn thành|thời gian|thời hạn|thời hạn hoàn thành|thời hạn "
     "thực hiện|"
     "tiến độ|tiến độ thực hiện|tiến độ hoàn thành|hoàn thành|thời điểm hoàn thành|thời gian triển "
     "khai|"
     "thời gian tổ chức|thời gian, tiến độ thực hiện|thời gian thực hiện, hoàn thành|thời điểm "
     "thực hiện|kỳ hạn|thời gian báo cáo"},
    {"label", "product",
     "sản phẩm|kết quả|sản phẩm đầu ra|kết quả, sản phẩm|kết quả đầu ra|sản phẩm hoàn thành|sản "
     "phẩm, kết quả|"
     "kết quả thực hiện|dự kiến sản phẩm|dự kiến kết quả|kết quả dự kiến|hình thức văn bản|yêu cầu "
     "kết quả"},
    {"label", "other",
     "kinh phí|kinh phí thực hiện|nguồn kinh phí|địa điểm|đối tượng|ghi chú|căn cứ thực hiện|thành "
     "phần|"
     "hình thức|số lượng|nguồn lực|phạm vi"},
    {"label", "content",
     "nội dung|nhiệm vụ|nội dung thực hiện|nội dung công việc|nội dung nhiệm vụ|công việc|tên "
     "nhiệm vụ"},
    {"label", "monitor",
     "đơn vị theo dõi|cơ quan theo dõi|đơn vị giám sát|cơ quan theo dõi, đánh giá|đơn vị theo dõi, "
     "đánh giá|"
     "cơ quan giám sát|đơn vị theo dõi, đôn đốc|bộ phận theo dõi|đơn vị tổng hợp|cơ quan tổng "
     "hợp|đơn vị theo dõi, tổng hợp"},

    // ---- relations ----
    {"relation", "implements",
     "thực hiện|triển khai|triển khai thực hiện|tổ chức thực hiện|tổ chức triển khai|tiếp tục thực "
     "hiện|"
     "cụ thể hóa|thi hành|đẩy mạnh thực hiện|tổ chức triển khai thực hiện|nhằm thực hiện|để thực "
     "hiện|hưởng ứng|"
     "tiếp tục triển khai|triển khai thi hành"},
    {"relation", "pursuant_to", "căn cứ|căn cứ vào"},
    {"relation", "proposed_by",
     "xét đề nghị|theo đề nghị|xét đề xuất|theo đề xuất|xét tờ trình|tại tờ trình|trên cơ sở đề "
     "nghị|"
     "trên cơ sở đề xuất|xét báo cáo|trên cơ sở tham mưu|theo tham mưu|theo tờ trình"},
    {"relation", "annex_of", "kèm theo|ban hành kèm theo|đính kèm|gửi kèm"},
    {"relation", "amends", "sửa đổi, bổ sung|sửa đổi|bổ sung|sửa đổi bổ sung|điều chỉnh, bổ sung"},
    {"relation", "replaces", "thay thế|thay cho"},
    {"relation", "repeals", "bãi bỏ|hủy bỏ"},
    {"relation", "mentions",
     "tại|theo|nêu tại|nêu trong|quy định tại|trong|đề ra trong|giao tại|được giao tại|chỉ đạo tại|"
     "theo quy định tại|ban hành|bám sát|theo hướng dẫn tại|phê duyệt tại|theo nội dung|theo tinh "
     "thần|phù hợp với|gắn với|"
     "được phê duyệt tại|xác định tại|được nêu tại|lồng ghép với|lồng ghép|trả lời|phúc đáp|nhận "
     "được|theo chỉ đạo tại"},

    // ---- bounds ----
    {"bound", ">=", "ít nhất|tối thiểu|không thấp hơn|không dưới|không ít hơn|từ trên"},
    {"bound", ">", "trên|hơn|vượt|cao hơn|lớn hơn"},
    {"bound", "<=", "không quá|tối đa|không vượt quá|không cao hơn|nhiều nhất|không trên"},
    {"bound", "<", "dưới|thấp hơn|nhỏ hơn|ít hơn|xuống dưới|còn dưới"},
    {"bound", "increase", "tăng|tăng thêm|tăng ít nhất|nâng thêm|thêm"},
    {"bound", "decrease", "giảm|cắt giảm|giảm thêm|giảm ít nhất|rút ngắn"},
    {"bound", "down_to", "xuống|xuống còn|còn|giảm còn|giảm xuống còn|giảm xuống|khống chế"},
    {"bound", "up_to", "lên|lên đến|tăng lên|nâng lên"},
    {"bound", "and_more", "trở lên"},
    {"bound", "and_less", "trở xuống"},
    {"bound", "reach", "đạt|duy trì|bằng|ở mức|đảm bảo|bảo đảm|là|đạt mức|đạt tỷ lệ|hoàn thành"},

    // ---- verbs that end a list of units ----
    {"verb", "",
     "tham mưu|xây dựng|tổ chức|triển khai|thực hiện|theo dõi|đôn đốc|hướng dẫn|kiểm tra|giám "
     "sát|rà soát|đề xuất|"
     "báo cáo|tổng hợp|chỉ đạo|phổ biến|quán triệt|tuyên truyền|nghiên cứu|lập|bố trí|phân bổ|thẩm "
     "định|phê duyệt|ban hành|"
     "cung cấp|chia sẻ|đẩy mạnh|tăng cường|nâng cao|đảm bảo|bảo đảm|tiếp tục|chủ động|phối hợp|chủ "
     "trì|căn cứ|quản lý|giúp|"
     "hỗ trợ|tập trung|khẩn trương|thường xuyên|kịp thời|cập nhật|công bố|công khai|phát huy|đầu "
     "tư|thanh tra|xử lý|giải quyết|"
     "gửi|trình|lồng ghép|chuẩn bị|tiếp nhận|huy động|vận động|đào tạo|tập huấn|đánh giá|khảo "
     "sát|thống kê|thu thập|kiến nghị|"
     "yêu cầu|nghiêm túc|chịu trách nhiệm|có trách nhiệm|xác định|phân công|duy trì|kiện toàn|mở "
     "rộng|phát triển|khắc phục|"
     "cụ thể hóa|phát động|biên soạn|in ấn|đăng tải|truyền thông|góp ý|tham gia|ký kết|bàn "
     "giao|sắp xếp|làm đầu mối|đưa|bám sát|"
     "định kỳ|hoàn thiện|hoàn thành|thông báo|tư vấn|điều phối|cân đối|hoàn thiện|chấn chỉnh|bồi "
     "dưỡng|tạo điều kiện|điều tra|"
     "tích hợp|vận hành|liên kết|ưu tiên|khuyến khích|thúc đẩy|lựa chọn|phân tích|xét nghiệm|phát "
     "hiện|khám|chăm sóc|ứng dụng|tháo gỡ|cân nhắc|nắm|"
     "quy định|quy định chi tiết|sửa đổi|bổ sung|thay thế|bãi bỏ|tổ chức thực hiện|tổ chức triển "
     "khai|nâng cấp|hợp tác|"
     "chịu|giao|chuyển giao|luân phiên|sử dụng|bảo trì|bảo quản|mua sắm|đấu thầu|thanh toán|quyết "
     "toán|giảng dạy|mở|phân cấp"},
    {"label", "lead",
     "phụ trách|thực hiện|đầu mối|đầu mối thực hiện|chủ trì thực hiện|chủ trì tham mưu|"
     "cơ quan/đơn vị chủ trì|đơn vị/cá nhân thực hiện|đơn vị/bộ phận thực hiện|"
     "cán bộ phụ trách|lãnh đạo phụ trách|phòng phụ trách|khoa, phòng phụ trách|"
     "khoa/phòng thực hiện|trách nhiệm|đơn vị, bộ phận thực hiện|"
     "bộ phận, đơn vị thực hiện|cơ quan, tổ chức chủ trì|đơn vị chủ trì triển khai|"
     "đơn vị làm đầu mối|cơ quan làm đầu mối|phòng, đơn vị chủ trì|đơn vị, phòng chủ trì|"
     "đơn vị giao thực hiện|giao thực hiện|đơn vị chính|chịu trách nhiệm|"
     "chịu trách nhiệm thực hiện|chịu trách nhiệm chính|người chịu trách nhiệm|"
     "người chịu trách nhiệm chính|bộ phận chịu trách nhiệm|phân công đơn vị thực hiện|"
     "phân công nhiệm vụ|đơn vị chủ trì/thực hiện"},
    {"label", "support",
     "phối hợp với|cơ quan, đơn vị phối hợp|cơ quan/đơn vị phối hợp|"
     "đơn vị, địa phương phối hợp|đơn vị, cơ quan phối hợp|phòng, đơn vị phối hợp|"
     "khoa/phòng phối hợp|đơn vị phối hợp chính|cơ quan, tổ chức phối hợp|đơn vị tham gia|"
     "cơ quan tham gia|đơn vị phối hợp triển khai|bộ phận hỗ trợ|các đơn vị phối hợp|"
     "các cơ quan phối hợp|các đơn vị tham gia"},
    {"label", "both",
     "đơn vị chủ trì và phối hợp|cơ quan chủ trì và phối hợp|đơn vị chủ trì/phối hợp|"
     "chủ trì, phối hợp|chủ trì/phối hợp|đơn vị chủ trì - phối hợp"},
    {"label", "time",
     "thời gian dự kiến|thời gian dự kiến hoàn thành|dự kiến hoàn thành|dự kiến thời gian|"
     "dự kiến thời gian thực hiện|dự kiến thời gian hoàn thành|ngày hoàn thành|"
     "hạn hoàn thành|hạn thực hiện|mốc thời gian|mốc hoàn thành|lộ trình|"
     "lộ trình thực hiện|thời gian, lộ trình|thời gian, lộ trình thực hiện|"
     "thời gian và lộ trình thực hiện|tần suất|tần suất thực hiện|thời gian và tiến độ|"
     "thời gian và tiến độ thực hiện|thời gian bắt đầu|thời gian triển khai thực hiện|"
     "thời gian/tiến độ|thời hạn trình|thời gian trình|thời gian ban hành|thời gian gửi|"
     "hạn chót|hoàn thành trước|thời gian thực hiện và hoàn thành|thời gian xong|"
     "kế hoạch thời gian|thời điểm"},
    {"label", "product",
     "sản phẩm dự kiến|sản phẩm chủ yếu|kết quả đạt được|kết quả cần đạt|kết quả/sản phẩm|"
     "sản phẩm/kết quả|đầu ra|kết quả mong đợi|kết quả mong muốn|chỉ số đầu ra|"
     "chỉ số đánh giá|sản phẩm cụ thể|hình thức"},
    {"label", "other",
     "cấp trình|cơ quan ban hành|cơ quan phê duyệt|cấp phê duyệt|lãnh đạo chỉ đạo|"
     "phương pháp|cách thức|cách thực hiện|phương thức|thành phần tham dự|đơn vị thụ hưởng"},
    {"bound",
     ">=", "đạt tối thiểu|đạt ít nhất|tối thiểu là|tối thiểu đạt|ít nhất là|thấp nhất|chí ít"},
    {"bound", "<=", "tối đa là|cao nhất|không quá mức"},
    {"bound", "down_to", "hạ xuống|hạ xuống còn|giảm về|rút xuống còn|khống chế ở mức"},
    {"bound", "increase", "tăng lên thêm|tăng trưởng"},
    {"bound", "decrease", "giảm bớt|giảm ít nhất là|tiết giảm"},
    {"bound", "reach",
     "đạt được|phấn đấu đạt|ổn định ở mức|giữ ở mức|giữ vững|giữ mức|duy trì ở mức|"
     "tương đương|khoảng|đạt khoảng|tiệm cận"},
    {"verb", "",
     "họp|lãnh đạo|cử cán bộ|cử người|cử nhân sự|xem xét|tăng|giảm|trực tiếp|tiến hành|thành "
     "lập|ký|mời|xem xét|thống nhất|"
     "thẩm tra|tích cực|tranh thủ|quan tâm|số hóa|kết nối|khai thác|"
     "đồng bộ|nghiệm thu|lắp đặt|sửa chữa|cải tạo|thi công|xác minh|tuân thủ|chấp hành|"
     "trang bị|giới thiệu|bổ nhiệm|điều động|chi trả|nhắc nhở|"
     "cảnh báo|ngăn chặn|truy vết|cách ly|tiếp cận|lưu ý|động viên|"
     "biểu dương|cam kết|nhân rộng|nộp|lấy|tổ chức cho|khen thưởng|"
     "đổi mới|cải cách|cắt giảm|đơn giản hóa|cải thiện|củng cố|xây mới|quảng bá|"
     "hình thành|thiết lập|tính toán|cập nhật và|trao đổi|làm việc|thỏa thuận|"
     "rút kinh nghiệm|phòng ngừa|khoanh vùng|phun|can thiệp|"
     "sàng lọc|nêu|lắng nghe|tiếp thu|giải trình|"
     "công nhận|mua|bán|đáp ứng|nỗ lực|phấn đấu|chỉ định|"
     "phân tuyến|sử dụng hiệu quả|tuyển dụng|giữ|dành|ban bố|tham vấn|ghi nhận|hoạch định|"
     "phân loại|ngừng|dừng|tạm dừng|chấm dứt|khôi phục|gương mẫu|"
     "đi đầu|bắt buộc|chủ trương"},
};

}  // namespace

std::span<const VocabularyRow> role_words() {
  return rows;
}

}  // namespace kehoach::detail
