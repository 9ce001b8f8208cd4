// SPDX-License-Identifier: BSL-1.0
/// The year in which days without a year fall.
#pragma once

#include <vector>

#include <string>

#include <kehoach/date.hpp>

#include "reader/outline.hpp"
#include "reader/references.hpp"
#include "reader/source.hpp"

namespace kehoach::detail {

/// The year of issue, else that of the first dated deadline, else the later of the title's year and
/// that of the latest cited paper; 0 if there is none.
int plan_year(const Source&, const Outline&, const Cited&, int issue_year,
              const std::string& title_year);
/// The latest day on which a cited paper was issued.
Date latest_cited(const Cited&);

}  // namespace kehoach::detail
