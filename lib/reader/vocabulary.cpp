// SPDX-License-Identifier: BSL-1.0
// The words that mean something to the reader, as data. One line a meaning; the words are separated
// by '|'. Case and tone placement do not matter; hàng and hằng are both written where both occur.
// Two kinds are for this house only: `cue`, words that steer the grammar, and `code`, the official
// case of type codes.
#include <kehoach/reader.hpp>

namespace kehoach {
namespace {

struct Row {
  const char* kind;
  const char* value;
  const char* words;
};

constexpr Row rows[] = {
    // ---- types of document ----
    {"type", "KH",
     "kế hoạch|kế hoạch hành động|kế hoạch triển khai|kế hoạch thực hiện|kế hoạch công tác"},
    {"type", "NQ", "nghị quyết|nghị quyết liên tịch"},
    {"type", "QĐ", "quyết định"},
    {"type", "CT", "chỉ thị"},
    {"type", "CTr", "chương trình|chương trình hành động|chương trình công tác"},
    {"type", "TB", "thông báo|thông báo kết luận|thông báo ý kiến kết luận"},
    {"type", "CV", "công văn"},
    {"type", "BC", "báo cáo"},
    {"type", "TTr", "tờ trình"},
    {"type", "HD", "hướng dẫn"},
    {"type", "KL", "kết luận"},
    {"type", "QC", "quy chế"},
    {"type", "CĐ", "công điện"},
    {"type", "ĐA", "đề án"},
    {"type", "NĐ", "nghị định"},
    {"type", "TT", "thông tư"},
    {"type", "TTLT", "thông tư liên tịch"},
    {"type", "L", "luật|bộ luật"},
    {"type", "PLUBTVQH", "pháp lệnh"},
    {"type", "QyĐ", "quy định"},
    {"type", "PA", "phương án"},
    {"type", "BB", "biên bản"},
    {"code", "KH", "kh"},
    {"code", "NQ", "nq"},
    {"code", "QĐ", "qđ|qd"},
    {"code", "CT", "ct"},
    {"code", "CTr", "ctr"},
    {"code", "TB", "tb"},
    {"code", "CV", "cv"},
    {"code", "BC", "bc"},
    {"code", "TTr", "ttr"},
    {"code", "HD", "hd"},
    {"code", "KL", "kl"},
    {"code", "QC", "qc"},
    {"code", "CĐ", "cđ|cd"},
    {"code", "ĐA", "đa"},
    {"code", "NĐ", "nđ"},
    {"code", "TT", "tt"},
    {"code", "TTLT", "ttlt"},
    {"code", "QyĐ", "qyđ"},
    {"code", "QĐi", "qđi"},
    {"code", "PA", "pa"},
    {"code", "BB", "bb"},
    {"code", "HĐ", "hđ"},
    {"code", "GM", "gm"},
    {"code", "TC", "tc"},
    {"code", "DA", "da"},
    {"code", "PL", "pl"},
    {"code", "BCTĐ", "bctđ"},
    {"code", "VBHN", "vbhn"},
    {"code", "NQLT", "nqlt"},
    {"code", "ĐK", "đk"},
    {"code", "L", "l"},
    {"code", "SL", "sl"},

    // ---- issuer codes ----
    {"issuer", "Chính phủ", "cp"},
    {"issuer", "Thủ tướng Chính phủ", "ttg"},
    {"issuer", "Văn phòng Chính phủ", "vpcp"},
    {"issuer", "Quốc hội", "qh13|qh14|qh15|qh16"},
    {"issuer", "Ủy ban Thường vụ Quốc hội", "ubtvqh13|ubtvqh14|ubtvqh15|ubtvqh16"},
    {"issuer", "Ban Chấp hành Trung ương", "tw"},
    {"issuer", "Tỉnh ủy", "tu"},
    {"issuer", "Văn phòng Trung ương Đảng", "vptw"},
    {"issuer", "Văn phòng Tỉnh ủy", "vptu"},
    {"issuer", "Ban Tuyên giáo Trung ương", "btgtw"},
    {"issuer", "UBND", "ubnd"},
    {"issuer", "HĐND", "hđnd"},
    {"issuer", "Văn phòng UBND", "vpub|vpubnd|vp"},
    {"issuer", "Bộ Y tế", "byt"},
    {"issuer", "Bộ Nội vụ", "bnv"},
    {"issuer", "Bộ Tài chính", "btc"},
    {"issuer", "Bộ Kế hoạch và Đầu tư", "bkhđt"},
    {"issuer", "Bộ Khoa học và Công nghệ", "bkhcn"},
    {"issuer", "Bộ Thông tin và Truyền thông", "btttt"},
    {"issuer", "Bộ Công an", "bca"},
    {"issuer", "Bộ Quốc phòng", "bqp"},
    {"issuer", "Bộ Tư pháp", "btp"},
    {"issuer", "Bộ Xây dựng", "bxd"},
    {"issuer", "Bộ Công Thương", "bct"},
    {"issuer", "Bộ Giáo dục và Đào tạo", "bgdđt"},
    {"issuer", "Bộ Nông nghiệp và Môi trường", "bnnmt"},
    {"issuer", "Bộ Lao động - Thương binh và Xã hội", "blđtbxh"},
    {"issuer", "Bộ Văn hóa, Thể thao và Du lịch", "bvhttdl"},
    {"issuer", "Sở Y tế", "syt"},
    {"issuer", "Sở Nội vụ", "snv"},
    {"issuer", "Sở Tài chính", "stc"},
    {"issuer", "Sở Tư pháp", "stp"},
    {"issuer", "Sở Xây dựng", "sxd"},
    {"issuer", "Sở Công Thương", "sct"},
    {"issuer", "Sở Khoa học và Công nghệ", "skhcn"},
    {"issuer", "Sở Thông tin và Truyền thông", "stttt"},
    {"issuer", "Sở Kế hoạch và Đầu tư", "skhđt"},
    {"issuer", "Sở Giáo dục và Đào tạo", "sgdđt"},
    {"issuer", "Sở Nông nghiệp và Môi trường", "snnmt"},
    {"issuer", "Sở Văn hóa, Thể thao và Du lịch", "svhttdl"},
    {"issuer", "Bảo hiểm xã hội", "bhxh"},
    {"issuer", "Bệnh viện", "bv"},
    {"issuer", "Trung tâm Y tế", "ttyt"},
    {"issuer", "Trung tâm Kiểm soát bệnh tật", "ttksbt|cdc"},
    {"issuer", "Cục Y tế dự phòng", "dp"},
    {"issuer", "Cục Phòng bệnh", "pb"},
    {"issuer", "Cục Quản lý Khám, chữa bệnh", "kcb"},
    {"issuer", "Cục Quản lý Dược", "qld"},
    {"issuer", "Cục An toàn thực phẩm", "attp"},

    // ---- units ----
    {"unit", "tight",
     "phòng|ban|trung tâm|khoa|tổ|bộ phận|văn phòng|sở|bộ|cục|vụ|chi cục|tổng "
     "cục|viện|hội|trạm|tiểu ban|đội"},
    {"unit", "",
     "bệnh viện|trạm y tế|trung tâm y tế|phòng khám|trường|ủy ban nhân dân|ubnd|hội đồng nhân "
     "dân|hđnd|"
     "ủy ban|hội đồng|chính phủ|thủ tướng chính phủ|thủ tướng|quốc hội|văn phòng chính phủ|bộ "
     "chính trị|ban bí thư|"
     "ban chấp hành|ban thường vụ|thường trực|tỉnh ủy|thành ủy|huyện ủy|quận ủy|đảng ủy|đảng "
     "bộ|chi bộ|ban cán sự đảng|"
     "công an|quân đội|bộ chỉ huy|ban chỉ huy|bộ tư lệnh|bộ đội biên phòng|biên phòng|bảo hiểm xã "
     "hội|bhxh|thống kê tỉnh|"
     "cục thống kê|thống kê|thuế|kho bạc|kho bạc nhà nước|ngân hàng|mặt trận|mặt trận tổ "
     "quốc|ubmttq|ủy ban mttq|mttq|"
     "mttq việt nam|liên đoàn|đoàn thanh niên|tỉnh đoàn|công đoàn|hội nông dân|hội phụ nữ|hội liên "
     "hiệp|hội chữ thập đỏ|"
     "hội cựu chiến binh|thanh tra|tòa án|viện kiểm sát|báo|đài|đài phát thanh|cổng thông tin điện "
     "tử|tạp chí|ngành y tế|"
     "ban chỉ đạo|ban quản lý|ban giám đốc|ban giám hiệu|ban quản lý dự án|doanh nghiệp|công "
     "ty|tổng công ty|hợp tác xã|"
     "chi cục dân số|cơ sở y tế|cơ sở khám bệnh, chữa bệnh|cơ sở khám chữa bệnh|cơ sở giáo dục|các "
     "cấp ủy|cấp ủy|hải quan|"
     "cơ sở đào tạo|cơ sở y tế công lập|phòng chức năng|tổ công tác|vptu|vpub|ban dân tộc|ban "
     "tuyên giáo|ban tổ chức|"
     "kiểm toán|cảng vụ|ban quản trị|trạm trưởng"},
    {"unit", "generic",
     "cơ quan|đơn vị|địa phương|tổ chức|cá nhân|các cấp|chính quyền|ngành|cấp|đoàn thể|hội đoàn "
     "thể|"
     "các ngành|chính quyền địa phương|tổ chức chính trị - xã hội|cán bộ|viên chức"},
    {"unit", "post",
     "giám đốc|phó giám đốc|thủ trưởng|trưởng|phó trưởng|chủ tịch|phó chủ tịch|bộ trưởng|thứ "
     "trưởng|"
     "lãnh đạo|người đứng đầu|chánh văn phòng|phó chánh văn phòng|chánh thanh tra|cục trưởng|vụ "
     "trưởng|chi cục trưởng|"
     "hiệu trưởng|trưởng phòng|trưởng khoa|trưởng ban|bí thư|viện trưởng|tổng giám đốc|trưởng "
     "các|trưởng trạm|"
     "điều dưỡng trưởng|kế toán trưởng"},
    {"unit_idiom", "",
     "sở, ban, ngành|sở, ban ngành|sở ban ngành|sở, ngành|bộ, ngành|bộ, ban, ngành|ban, ngành|ban "
     "ngành|"
     "xã, phường|xã, phường, đặc khu|phường, xã|phường, xã, đặc khu|xã, phường, thị trấn|huyện, "
     "thị xã, thành phố|"
     "huyện, thành phố|huyện, thị, thành phố|quận, huyện|quận, huyện, thị xã|khoa, phòng|phòng, "
     "khoa|khoa phòng|phòng, ban|"
     "phòng ban|thôn, bản|thôn, tổ dân phố|thôn, xóm|tỉnh, thành phố|cấp, ngành|cấp, các "
     "ngành|bhxh, bhyt|"
     "khoa, phòng, trạm y tế|khoa/phòng|phòng/khoa|phòng, chống|hội, đoàn thể|ban, ngành, đoàn "
     "thể|sở, ban, ngành, đoàn thể|"
     "bộ, cơ quan ngang bộ|thuộc, trực thuộc|tỉnh, thành|khám bệnh, chữa bệnh|khám, chữa "
     "bệnh|khóm, ấp|ấp, khóm"},

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
     "cho|chỉ đạo|giao trách nhiệm"},
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
    {"cue", "motto", "cộng hòa xã hội|cộng hoà xã hội|độc lập|đảng cộng sản việt nam|cộng hòa"},
    {"cue", "place", "tỉnh|thành phố|huyện|quận|xã|phường|thị xã|đặc khu|thị trấn"},
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
};

void expand(const Row& row, std::vector<VocabularyEntry>& out) {
  std::string_view words = row.words;
  while (!words.empty()) {
    const std::size_t bar = std::min(words.find('|'), words.size());
    if (bar > 0) out.push_back({row.kind, std::string(words.substr(0, bar)), row.value});
    words.remove_prefix(std::min(bar + 1, words.size()));
  }
}

std::vector<VocabularyEntry> all_rows() {
  std::vector<VocabularyEntry> out;
  for (const Row& row : rows) expand(row, out);
  return out;
}

}  // namespace

const std::vector<VocabularyEntry>& default_vocabulary() {
  static const std::vector<VocabularyEntry> entries = all_rows();
  return entries;
}

}  // namespace kehoach
