// SPDX-License-Identifier: BSL-1.0
/// The body that issues the paper: from the letterhead, the preamble's last clause or the signature,
/// in sentence case and with its province if the text names one.
///
/// | letterhead                              | issuer                        |
/// |-----------------------------------------|-------------------------------|
/// | UBND TỈNH ĐẮK LẮK / SỞ Y TẾ             | Sở Y tế tỉnh Đắk Lắk          |
/// | UBND TỈNH GIA LAI / VĂN PHÒNG           | Văn phòng UBND tỉnh Gia Lai   |
/// | SỞ Y TẾ / BỆNH VIỆN ĐA KHOA CẨM KHÊ     | Bệnh viện Đa khoa Cẩm Khê     |
/// | TỈNH ỦY AN GIANG                        | Tỉnh ủy An Giang              |
#pragma once

#include <string>

#include <kehoach/reader.hpp>

#include "reader/parts.hpp"
#include "reader/source.hpp"

namespace kehoach::detail {

/// `of_annex`: the paper that the annex belongs to, if its number was taken from there.
std::string issuer_of(const Source&, const Form&, const ReadReference* of_annex);

}  // namespace kehoach::detail
