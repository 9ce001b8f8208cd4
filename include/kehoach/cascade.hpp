// SPDX-License-Identifier: BSL-1.0
/// All that a host can say, in one include: plain structs with defaults, filled by name.
///
/// Every item may carry the host's own key: unique within its kind, up to 255 bytes of UTF-8; "" is
/// allowed where nothing needs to name the item in JSON. Names are UTF-8 up to 65,535 bytes.
#pragma once

#include <kehoach/calendar.hpp>
#include <kehoach/document.hpp>
#include <kehoach/indicator.hpp>
#include <kehoach/observation.hpp>
#include <kehoach/report.hpp>
#include <kehoach/settings.hpp>
#include <kehoach/task.hpp>
#include <kehoach/unit.hpp>
