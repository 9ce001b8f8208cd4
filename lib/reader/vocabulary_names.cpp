// SPDX-License-Identifier: BSL-1.0
// Types of document, the codes of their symbols, and the bodies that issue papers and do the work.
#include "reader/vocabulary.hpp"

namespace kehoach::detail {
namespace {

constexpr VocabularyRow rows[] = {
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
    {"code", "CTrHĐ", "ctrhđ|ctrhd"},
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
     "chi cục dân số|cơ cơ sở khám bệnh, chữa bệnh|cơ sở khám chữa bệnh|cơ sở giáo dục|các "
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
    {"unit", "tight", "tổng đội|trung đội"},
    {"unit", "",
     "báo và phát thanh, truyền hình|báo và đài phát thanh, truyền hình|"
     "báo và đài phát thanh và truyền hình|đài phát thanh và truyền hình|"
     "đài phát thanh - truyền hình|đài phát thanh, truyền hình|đài pt-th|cơ quan báo chí|"
     "cơ quan truyền thông|cơ quan thông tấn, báo chí|ttyt|bvđk|bv|ttksbt|cdc|bcđ|bqlda|"
     "khth|đảng ủy bộ phận|tổ chức thành viên|tổ chức đảng|tổ chức cơ sở đảng|"
     "tổ chức chính trị - xã hội|tổ chức chính trị xã hội|tổ chức đoàn thể|tổ chức xã hội|"
     "tổ chức xã hội nghề nghiệp|đơn vị sự nghiệp|đơn vị sự nghiệp công lập|"
     "phòng kế hoạch tổng hợp|phòng kế hoạch - tổng hợp|phòng hành chính tổng hợp|"
     "phòng tổ chức hành chính|phòng tổ chức - hành chính|phòng tổ chức cán bộ|"
     "phòng hành chính quản trị|phòng chỉ đạo tuyến|phòng đào tạo chỉ đạo tuyến|"
     "phòng quản lý chất lượng|phòng công tác xã hội|khoa nội tổng hợp|"
     "khoa ngoại tổng hợp|khoa kiểm soát nhiễm khuẩn|khoa chẩn đoán hình ảnh|"
     "khoa thăm dò chức năng|khoa khám bệnh|khoa xét nghiệm|khoa cấp cứu|"
     "khoa chăm sóc sức khỏe sinh sản|khoa truyền thông giáo dục sức khỏe|"
     "phòng truyền thông giáo dục sức khỏe|tổ kiểm tra|tổ giám sát|tổ thẩm định|"
     "tổ công tác xã hội|tổ giúp việc|đoàn kiểm tra|đoàn giám sát|đội cơ động|"
     "đội đáp ứng nhanh|hội đồng quản lý chất lượng|hội đồng người bệnh|"
     "hội đồng thuốc và điều trị|mạng lưới quản lý chất lượng|văn phòng tỉnh ủy|"
     "văn phòng trung ương đảng|ban nội chính|ban dân vận|ban tuyên giáo và dân vận|"
     "ủy ban kiểm tra|ban thường trực|thường trực tỉnh ủy|thường trực hđnd|"
     "đoàn đại biểu quốc hội|đoàn đbqh|văn phòng đoàn đbqh và hđnd|hội người cao tuổi|"
     "hội khuyến học|hội y học|hội đông y|hội dược học|hội kế hoạch hóa gia đình|"
     "hội doanh nghiệp|hiệp hội|liên hiệp hội|quân khu|bệnh xá|nhà thuốc|"
     "cơ sở khám, chữa bệnh|cơ sở kcb|cơ sở khám bệnh|cơ sở điều trị|"
     "cơ sở trợ giúp xã hội|cơ sở kinh doanh dược|trung tâm kiểm soát bệnh tật|"
     "trung tâm phục vụ hành chính công|trung tâm giám định y khoa|trung tâm pháp y|"
     "trung tâm kiểm nghiệm|điểm y tế|phòng y tế|phòng văn hóa - xã hội|"
     "phòng văn hóa xã hội|trường học|nhà trường|mạng lưới y tế|"
     "ngành bảo hiểm xã hội|ngành giáo dục|ngành công an|ngành dân số|học viện|quỹ|"
     "phân hiệu|xí nghiệp|nhà máy|kiểm lâm|công chức|thôn đội|bưu điện|bưu điện tỉnh|"
     "viễn thông|vnpt|viettel|fpt|ban nhân dân|tổ chuyên môn|chi hội|chi đoàn|ban chấp hành trung "
     "ương|"
     "thủ tướng|ban cơ yếu|tập đoàn|trợ lý|thư ký|tổ thư ký"},
    {"unit", "post",
     "đồng chí|phó thủ tướng|phó chánh thanh tra|phó cục trưởng|phó vụ trưởng|phó trưởng phòng|"
     "phó trưởng khoa|phó trưởng ban|phó hiệu trưởng|phó bí thư|phó viện trưởng|"
     "tổng biên tập|thành viên|chi cục phó|điều dưỡng trưởng khoa|viên chức|"
     "người lao động|tổ trưởng|đội trưởng|phó tổ trưởng|cấp ủy viên"},
    {"unit_idiom", "",
     "xã, phường, thị trấn|đảng ủy, chính quyền|cấp ủy, chính quyền|cấp ủy, tổ chức đảng|"
     "cấp ủy, tổ chức đảng, chính quyền|cục, vụ|vụ, cục|vụ, cục, viện|"
     "vụ, cục, thanh tra bộ, văn phòng bộ|sở, ngành, đoàn thể|"
     "bộ, ngành, cơ quan|"
     "bộ, ban, ngành, đoàn thể|bộ, cơ quan ngang bộ, cơ quan thuộc chính phủ|"
     "ngành, đoàn thể|ngành, các cấp|ban, ngành, hội, đoàn thể|ban đảng|"
     "khoa, phòng, trung tâm|khoa, phòng, bộ phận|khoa, phòng, đơn vị|"
     "khoa lâm sàng, cận lâm sàng|lâm sàng, cận lâm sàng|phòng chức năng, khoa lâm sàng|"
     "phòng, ban chức năng|phòng, ban chuyên môn|phòng chuyên môn, nghiệp vụ|"
     "phòng chuyên môn|thôn, ấp|ấp, khu phố|khu phố, ấp|khu phố|thôn, khu phố|tổ dân phố|"
     "buôn, thôn, tổ dân phố|bản, tổ dân phố|cơ quan, tổ chức|tổ chức, cá nhân|"
     "cơ quan, tổ chức, cá nhân|hội, đoàn thể chính trị - xã hội|xã/phường|sở/ngành|"
     "sở/ban/ngành|bộ/ngành"},
    {"issuer", "Bộ Chính trị", "bct/tw"},
    {"issuer", "Ban Chỉ đạo Trung ương", "bcđtw"},
    {"issuer", "Ban Tuyên giáo và Dân vận Trung ương", "btgdvtw"},
    {"issuer", "Ban Tổ chức Trung ương", "btctw"},
    {"issuer", "Ủy ban Kiểm tra Trung ương", "ubkttw"},
    {"issuer", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "btgdvtu"},
    {"issuer", "Đảng ủy", "đu"},
    {"issuer", "Bộ Dân tộc và Tôn giáo", "bdttg"},
    {"issuer", "Sở Ngoại vụ", "sngv"},
    {"issuer", "Sở Dân tộc và Tôn giáo", "sdttg"},
    {"issuer", "Thanh tra tỉnh", "ttt"},
    {"issuer", "Chi cục Dân số", "ccds"},
    {"issuer", "Chi cục An toàn vệ sinh thực phẩm", "ccatvstp"},
    {"issuer", "Ban Chỉ đạo", "bcđ"},
};

}  // namespace

std::span<const VocabularyRow> name_words() {
  return rows;
}

}  // namespace kehoach::detail
