// SPDX-License-Identifier: BSL-1.0
/// A name of an office in the one form by which names are compared.
///
/// | written                          | core                  | rank         | place        |
/// |----------------------------------|-----------------------|--------------|--------------|
/// | UBND tỉnh Cà Mau                 | uỷ ban nhân dân tỉnh  | province     | cà mau       |
/// | Giám đốc Sở Y tế                 | sở y tế               | department   |              |
/// | Phòng Nghiệp vụ Dược Sở Y tế     | phòng nghiệp vụ dược  | division     | of: sở y tế  |
/// | các sở, ban, ngành               | các sở, ban, ngành    | group        |              |
#pragma once

#include <string>
#include <string_view>

#include <kehoach/unit.hpp>

namespace kehoach::detail {

struct OfficeName {
  std::string core;   ///< folded, abbreviations written out, without post, place and own house
  std::string place;  ///< folded; "" if the name says none
  Level level = Level::division;
  bool group = false;
  std::string of;  ///< a division's own house, if the name says another one than the issuer
};

/// `issuer`: the core of the paper's own issuer, which names of its divisions may end in.
OfficeName office_name(std::string_view written, std::string_view issuer);

}  // namespace kehoach::detail
