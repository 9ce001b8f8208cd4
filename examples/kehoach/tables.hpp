// SPDX-License-Identifier: BSL-1.0
/// The further answers of `rollup` and `kpi`, one a file.
#pragma once

#include <kehoach/evaluation.hpp>

#include "commands.hpp"
#include "plans.hpp"

namespace program {

Outcome rollup_table(const Arguments&);      ///< --by, --cell
Outcome rollup_detail(const Arguments&);     ///< --detail
Outcome rollup_partial(const Arguments&);    ///< --save-partial
Outcome rollup_merged(const Arguments&);     ///< --merge
Outcome rollup_published(const Arguments&);  ///< --published
Outcome kpi_series(const Arguments&);        ///< --series
Outcome kpi_adequacy(const Arguments&);      ///< --adequacy
Outcome kpi_score(const Arguments&);         ///< --score

/// "unit,status" as axes; throws `Complaint`.
kehoach::CrossTableSpec axes(const Arguments&);
/// "quarter"; throws `Complaint`.
kehoach::Period period(const Arguments&, const std::string& word);
/// The unit, document or task named on the command line, as a scope.
kehoach::Scope scope(const Plans&);
/// "a,b" as its parts.
std::vector<std::string> parts(const std::string& text, char separator = ',');

/// Its key, word or days: what `--cell` takes and JSON prints; "" for none.
std::string code(const Plans&, const kehoach::Bucket&);
/// The same for people.
std::string words(const Plans&, const kehoach::Bucket&);

}  // namespace program
