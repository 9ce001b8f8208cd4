// SPDX-License-Identifier: BSL-1.0
/// The year in which days without a year fall.
#pragma once

#include <vector>

#include <kehoach/date.hpp>

#include "reader/outline.hpp"
#include "reader/references.hpp"
#include "reader/source.hpp"

namespace kehoach::detail {

/// The year of issue, else that of the first dated deadline, else that of the latest cited paper; 0
/// if there is none.
int plan_year(const Source&, const Outline&, const Cited&, Date issued);
/// The latest day on which a cited paper was issued.
Date latest_cited(const Cited&);

}  // namespace kehoach::detail
