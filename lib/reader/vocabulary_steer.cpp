// SPDX-License-Identifier: BSL-1.0
// What headings announce, what figures measure, and the words that steer the grammar (`cue`, which
// is for this house only).
#include "reader/vocabulary.hpp"

namespace kehoach::detail {
namespace {

constexpr VocabularyRow rows[] = {
    // ---- zones ----
    {"zone", "purpose",
     "mục đích|yêu cầu|mục đích, yêu cầu|quan điểm|nguyên tắc|sự cần thiết|căn cứ pháp lý|phạm vi, "
     "đối tượng|"
     "phạm vi|đối tượng|căn cứ xây dựng|cơ sở pháp lý|bối cảnh|phương châm|quan điểm chỉ đạo|căn "
     "cứ"},
    {"zone", "goals",
     "mục tiêu|chỉ tiêu|mục tiêu, chỉ tiêu|mục tiêu chung|mục tiêu cụ thể|các mục tiêu cụ thể|các "
     "chỉ tiêu|"
     "mục tiêu tổng quát|chỉ tiêu cụ thể|chỉ tiêu chủ yếu"},
    {"zone", "tasks",
     "nhiệm vụ|giải pháp|nội dung|biện pháp|nội dung thực hiện|nhiệm vụ, giải pháp|nội dung, giải "
     "pháp|"
     "nội dung hoạt động|hoạt động|công việc|nội dung công việc|nhiệm vụ trọng tâm|nhiệm vụ chủ "
     "yếu|nội dung triển khai"},
    {"zone", "organisation",
     "tổ chức thực hiện|phân công|phân công nhiệm vụ|trách nhiệm|phân công trách nhiệm|tổ chức "
     "triển khai|"
     "phân công thực hiện|tổ chức, thực hiện|trách nhiệm thực hiện|tổ chức triển khai thực "
     "hiện|chế độ báo cáo|chế độ thông tin báo cáo|"
     "thông tin, báo cáo|chế độ thông tin, báo cáo|công tác báo cáo|phân công tổ chức thực "
     "hiện|chế độ thông tin|báo cáo|"
     "kiểm tra, giám sát|theo dõi, đánh giá|chế độ kiểm tra|giám sát, đánh giá|kiểm tra, đánh giá"},
    {"zone", "funding",
     "kinh phí|kinh phí thực hiện|nguồn kinh phí|dự toán kinh phí|nguồn lực thực hiện|nguồn vốn|dự "
     "kiến kinh phí|"
     "kinh phí tổ chức thực hiện|nguồn lực|dự toán"},
    {"zone", "review",
     "đánh giá|tình hình|kết quả thực hiện|kết quả đạt được|thực trạng|đánh giá kết quả|tồn "
     "tại|hạn chế|"
     "tồn tại, hạn chế|khó khăn, vướng mắc|nguyên nhân|đánh giá chung|đánh giá tình hình|bài học "
     "kinh nghiệm|đặc điểm tình hình|"
     "kết quả công tác|khái quát|kết quả"},
    {"zone", "other",
     "thời gian, địa điểm|thời gian và địa điểm|thành phần|thành phần tham dự|địa điểm|chương "
     "trình làm việc|"
     "khen thưởng|thi đua, khen thưởng"},

    // ---- what figures measure ----
    {"measure", "head",
     "tỷ lệ|tỉ lệ|số|số lượng|số năm|mức|mức độ|chỉ số|tuổi thọ|bình quân|tổng số|diện tích|thời "
     "gian|công suất|tần suất|"
     "hệ số|mật độ|chiều cao|cân nặng|tỷ suất|tỉ suất|tỷ số|quy mô|thu nhập|độ bao phủ|tốc độ|chi "
     "phí|tỷ trọng|công suất sử dụng giường bệnh"},
    {"measure", "unit",
     "tuổi|năm|lần|lượt|người|bác sĩ|dược sĩ|điều dưỡng|giường bệnh|giường|ca|trường hợp|cơ "
     "sở|xã|huyện|trạm|bệnh viện|km|m2|kg|cm|mm|"
     "ha|điểm|đề tài|sáng kiến|lớp|buổi|cuộc|hồ sơ|học viên|cán bộ|đơn vị|hộ|mẫu|liều|mô "
     "hình|trung tâm|trẻ|doanh nghiệp|cơ sở y tế|phòng khám|ngày|giờ|phút|"
     "trạm y tế|đợt|chuyên đề|kỹ thuật|dịch vụ|thủ tục|tin, bài|tin bài|hội nghị|khóa|lượt "
     "người|dự án|máy|xe|công trình|cm3|lít|nhân viên y tế|vắc xin"},

    // ---- words that steer ----
    {"cue", "every", "các|những|toàn thể|từng|mỗi|toàn bộ|tất cả các|một số"},
    {"cue", "and", "và|cùng|hoặc"},
    {"cue", "with_and", "cùng với|cùng các"},
    {"cue", "of", "của"},
    {"cue", "about", "về|về việc|v/v"},
    {"cue", "subject", "v/v|về việc"},
    {"cue", "at", "tại"},
    {"cue", "number", "số"},
    {"cue", "day", "ngày"},
    {"cue", "month", "tháng"},
    {"cue", "year", "năm"},
    {"cue", "modifier",
     "liên quan|có liên quan|trực thuộc|thuộc|thuộc, trực thuộc|trực thuộc sở|có liên quan trực "
     "tiếp|chức năng|chuyên môn|"
     "có thẩm quyền|trên địa bàn|trên địa bàn tỉnh|trong tỉnh|trong ngành|trong toàn ngành|trong "
     "toàn tỉnh|có chức năng|khác|y tế|thuộc tỉnh|"
     "trên địa bàn thành phố|trên địa bàn huyện|trên địa bàn xã|trong và ngoài công lập|ngoài công "
     "lập|công lập|trong toàn đơn vị|"
     "có liên quan khác|liên quan khác|có giường bệnh"},
    {"cue", "no_unit",
     "khoa học|trường hợp|hội nghị|hội thảo|hội nhập|ban hành|bộ máy|bộ tiêu chí|bộ chỉ số|báo "
     "cáo|báo động|vụ việc|"
     "vụ án|tổ chức|tổ chức thực hiện|tổ chức triển khai|viện phí|trạm xá|thuế suất|hội thi|bộ thủ "
     "tục|bộ câu hỏi|bộ hồ sơ|bộ dữ liệu|"
     "ban đầu|bộ luật|bộ phim|phòng bệnh|phòng ngừa|phòng chống|phòng dịch|sở hữu|sở thích|đội "
     "ngũ|cục bộ|tổ hợp|khoa giáo|viện trợ|"
     "cấp cứu|cấp phát|cấp phép|cấp giấy|cấp thiết|cấp bách|cấp trên|đơn vị tính|ngành nghề|báo "
     "chí|hội viên|trưởng thành|"
     "cán bộ|đài thọ|cấp độ|hội chứng|cơ quan nhà nước|phòng, chống|đơn vị hành chính|cấp học|công "
     "ty mẹ|thống kê số liệu|bộ công cụ|thuế thu nhập|cấp mới|cấp lại|cấp đổi"},
    {"cue", "stop",
     "để|trong|theo|tại|về|từ|đến|do|khi|nếu|được|đã|sẽ|phải|cần|có|là|nhằm|gắn|với|trên|trước|sau|"
     "gửi|qua|mà|nên|vì|"
     "bằng|như|một|hai|ba|không|còn|cho|vào|ra|lên|xuống|thông qua|trên cơ sở|căn cứ|đồng "
     "thời|ngay|luôn|cũng|đang|bởi|nhất là|đặc biệt|giao|hằng|hàng|quý|định kỳ|chậm nhất|"
     "trong đó|cùng với|và các|này|nêu trên|nói chung|chịu|làm"},
    {"cue", "joiner", "các|những|và|của|cùng"},
    {"cue", "dangling",
     "của|và|về|với|các|những|số|ngày|tại|theo|cho|do|để|trong|từ|đến|là|được|bằng|hoặc|cùng|trên|"
     "vào|một|có|không|thực|hiện nay|đối|gồm|giữa|nhằm|khi|đã|sẽ|phải|tháng|việc"},
    {"cue", "via", "qua|thông qua"},
    {"cue", "assign",
     "giao|giao cho|đề nghị|yêu cầu|phân công|giao nhiệm vụ cho|kính đề nghị|giao trách nhiệm "
     "cho|giao trách nhiệm"},
    {"cue", "lead_verb",
     "chủ trì|làm đầu mối|là đầu mối|là cơ quan đầu mối|là đơn vị đầu mối|chịu trách nhiệm|có "
     "trách nhiệm|"
     "là cơ quan thường trực|là đơn vị chủ trì|là cơ quan chủ trì|đầu mối|là cơ quan chủ trì, làm "
     "đầu mối"},
    {"cue", "with",
     "phối hợp với|phối hợp chặt chẽ với|phối hợp cùng|cùng với|chủ động phối hợp với|phối hợp "
     "các|phối hợp cùng với|phối hợp cùng các|"
     "phối hợp chặt chẽ cùng|phối kết hợp với"},
    {"cue", "support_verb", "phối hợp|hỗ trợ"},
    {"cue", "annex", "phụ lục|phụ lục số|danh mục kèm theo|phụ biểu|biểu"},
    {"cue", "recipients", "nơi nhận"},
    {"cue", "addressee", "kính gửi"},
    {"cue", "closing",
     "trong quá trình|trên đây là|căn cứ nội dung|căn cứ kế hoạch|nay thông báo|yêu cầu các|đề "
     "nghị các|trên cơ sở kế hoạch|"
     "căn cứ vào kế hoạch|căn cứ chức năng|nhận được|kế hoạch này|quá trình thực hiện|ủy ban nhân "
     "dân tỉnh yêu cầu|trên đây|quá trình triển khai|"
     "nếu có vướng mắc|nếu có khó khăn|quyết định này|chỉ thị này"},
    {"cue", "preamble",
     "thực hiện|căn cứ|triển khai|triển khai thực hiện|tiếp theo|trên cơ "
     "sở|để|nhằm|ngày|theo|xét|sau khi|thi hành|nghị quyết|kế hoạch|theo đề nghị|"
     "trong|từ ngày|hưởng ứng"},
    {"cue", "based_on", "căn cứ|xét đề nghị|theo đề nghị|xét tờ trình|xét đề xuất"},
    {"cue", "issues",
     "xây dựng kế hoạch|ban hành kế hoạch|xây dựng|ban hành|triển khai|đề ra|yêu cầu|thông báo|báo "
     "cáo|tổ chức|đề nghị|quyết nghị|quyết định|hướng dẫn|"
     "lập kế hoạch|triển khai kế hoạch|xây dựng và ban hành|cụ thể hóa|thực hiện"},
    {"cue", "motto",
     "chủ nghĩa việt nam|hòa xã hội chủ nghĩa|xã hội chủ nghĩa|hạnh phúc|cộng hòa xã hội|cộng hoà "
     "xã hội|độc lập|đảng cộng sản việt nam|cộng hòa"},
    {"cue", "place",
     "khu vực|ấp|thôn|khóm|buôn|xóm|khu phố|tỉnh|thành phố|huyện|quận|xã|phường|thị xã|đặc khu|thị "
     "trấn"},
    {"cue", "province", "tỉnh"},
    {"cue", "signature",
     "tm.|kt.|tl.|tuq.|q.|giám đốc|phó giám đốc|chủ tịch|phó chủ tịch|chánh văn phòng|phó chánh "
     "văn phòng|hiệu trưởng|"
     "bộ trưởng|thứ trưởng|cục trưởng|phó cục trưởng|bí thư|phó bí thư|trưởng ban|phó trưởng "
     "ban|trưởng phòng|thủ trưởng đơn vị|viện trưởng|chi cục trưởng|t/m|k/t|t/l|thủ trưởng|"
     "trưởng khoa|vụ trưởng|chánh thanh tra|trưởng trạm|người lập"},
    {"cue", "title",
     "ths|ts|pgs|gs|bs|bsckii|bscki|bs ckii|bs cki|ckii|cki|ds|bác sĩ|thạc sĩ|tiến sĩ|dược sĩ|đại "
     "tá|thượng tá|trung tá|thiếu tá|"
     "đại úy|thiếu tướng|trung tướng|cn|ks|ts bs|nhà "
     "giáo|ttut|ttnd|bsck1|bsck2|bsckI|bsckI|dsckii|dscki|ck1|ck2|bsck|dsck"},
    {"cue", "filing", "lưu"},
    {"cue", "report", "báo cáo"},
    {"cue", "send",
     "gửi|gửi về|gửi báo cáo|gửi đến|gửi cho|về|cho|gởi|gởi về|gửi báo cáo về|trình"},
    {"cue", "sum_up", "tổng hợp"},
    {"cue", "in_order", "để"},
    {"cue", "ad_hoc",
     "đột xuất|khi có yêu cầu|theo yêu cầu|nếu có khó khăn|nếu có vướng mắc|nếu thấy cần thiết|khó "
     "khăn, vướng mắc|vướng mắc, phát sinh|phát sinh vướng mắc|phát sinh"},
    {"cue", "milestone", "sơ kết|tổng kết|sơ, tổng kết|sơ kết, tổng kết"},
    {"cue", "final",
     "kết thúc chương trình|kết thúc kế hoạch|sau khi hoàn thành|khi hoàn thành|cuối kỳ|cuối giai "
     "đoạn"},
    {"cue", "regulation", "theo quy định|theo chế độ|định kỳ|theo định kỳ"},
    {"cue", "condition", "nếu có|khi có|trường hợp|nếu thấy|nếu cần|khi cần"},
    {"measure", "head",
     "tổng tỷ suất|tỷ số|điểm trung bình|mức sinh|tầm vóc|số lượt|số ca|số người|"
     "số giường|tổng tỷ suất sinh|độ tuổi|năng suất|tổng thu|số bác sĩ|số giường bệnh"},
    {"measure", "unit",
     "gam|dược sĩ đại học|bác sĩ đa khoa|con|con/phụ nữ|bé trai|phần trăm|điểm phần "
     "trăm|giường/vạn "
     "dân|bác sĩ/vạn dân|sổ|"
     "đoàn|phiếu|bài|tin|chương trình|sản phẩm|nhiệm vụ|văn bản|đề án|chiến dịch|kế hoạch|"
     "lượt khám|hộ gia đình|học sinh|phụ nữ|bệnh nhân|người bệnh|nhân viên|công chức|"
     "viên chức|sinh viên|khu vực|tiêu chí|câu lạc bộ|tuyến|thiết bị|lần/năm|"
     "ca/100.000 trẻ đẻ sống|km2|kcal|gram|mg|µg|bậc|hạng|tấn|thôn|ấp|"
     "cơ sở khám bệnh, chữa bệnh|trạm y tế xã"},
    {"cue", "no_unit",
     "tổ chức chức năng|báo trước|báo công|sở tại|viện dẫn|bộ phận giả|hội chẩn|"
     "ban hành kèm|ban bố|trạm dừng|trường quay|đài vật|quỹ đất|quỹ thời gian|quỹ lương"},
    {"cue", "modifier",
     "trực thuộc sở y tế|trực thuộc bộ|thuộc sở|thuộc bộ|trong hệ thống|trên toàn quốc|"
     "trong cả nước|cấp tỉnh|cấp xã|cấp trung ương|tuyến tỉnh|tuyến xã|tư nhân|nhà nước|"
     "ngoài nhà nước|ngoài công lập trên địa bàn|trong và ngoài tỉnh|trong đơn vị|"
     "trong bệnh viện|lâm sàng|cận lâm sàng|có chức năng liên quan|cùng cấp"},
    {"cue", "assign",
     "giao nhiệm vụ|yêu cầu đồng chí|phân công cho|trân trọng đề nghị|đề nghị và giao"},
    {"cue", "lead_verb",
     "chủ trì và phối hợp|làm đầu mối tổng hợp|là đơn vị thường trực|giữ vai trò chủ trì|"
     "được giao chủ trì|chịu trách nhiệm chính|chịu trách nhiệm chủ trì|có nhiệm vụ|"
     "đảm nhiệm|phụ trách"},
    {"cue", "with",
     "phối hợp đồng bộ với|phối hợp thực hiện với|kết hợp với|kết hợp cùng|"
     "phối hợp thường xuyên với"},
    {"cue", "signature",
     "phó tổng giám đốc|tổng giám đốc|tổng bí thư|thường trực ban bí thư|phó hiệu trưởng|"
     "phó viện trưởng|phó vụ trưởng|phó trưởng phòng|phó chi cục trưởng|chi cục trưởng|"
     "chủ nhiệm|phó chủ nhiệm|tổ trưởng|t/m|k/t|t/l|tuq|thừa lệnh|thay mặt|trưởng đoàn|"
     "phó trưởng trạm|phó thủ tướng|thủ tướng|kế toán trưởng|phó chánh thanh tra"},
    {"cue", "title",
     "bscki|bsckii|bsck|bs.ckii|bs.cki|ths.bs|bsck.i|bsck.ii|thạc sỹ|tiến sỹ|bác sỹ|"
     "dược sỹ|đồng chí|ông|bà|ths.bscki|dsckii|ds.ckii|ds.cki|đại tướng|trung tướng|"
     "thượng tướng|thượng úy|trung úy|cử nhân|kỹ sư|ks|cki|ckii|đdcki|đd|cnđd|luật sư|"
     "nhà báo|nghệ sĩ|gs.ts|pgs.ts|gs. ts|pgs. ts|bs nội trú"},
    {"cue", "closing",
     "trên cơ sở nội dung|trong quá trình tổ chức|trong quá trình triển khai|"
     "quá trình tổ chức|trên đây là kế hoạch|nhận được kế hoạch|nhận được công văn|"
     "đề nghị các đơn vị|chỉ thị này có|yêu cầu thủ trưởng|yêu cầu giám đốc|"
     "đề nghị thủ trưởng|văn phòng ubnd tỉnh thông báo|"
     "văn phòng ủy ban nhân dân tỉnh thông báo|thông báo này|quyết định có hiệu lực|"
     "trân trọng|kế hoạch này thay thế|nghị quyết này|chỉ thị này|công văn này"},
    {"cue", "ad_hoc",
     "kịp thời báo cáo|báo cáo kịp thời|khi có tình huống|khi phát sinh|"
     "trường hợp phát sinh|những vấn đề phát sinh|vấn đề phát sinh|khi cần thiết|"
     "báo cáo ngay|khó khăn vướng mắc|vượt thẩm quyền"},
    {"cue", "stop",
     "kết quả|tình hình|số liệu|danh sách|theo quy định|việc|nếu|nhưng|đầy đủ|bảo đảm|ngay khi|"
     "những nội dung|các nội dung|kịp thời|đúng"},
    {"measure", "head", "lượng|nồng độ|mức tiêu thụ|doanh thu|tần số"},
};

}  // namespace

std::span<const VocabularyRow> steering_words() {
  return rows;
}

}  // namespace kehoach::detail
