// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <kehoach/reason.hpp>

#include "model/model.hpp"

namespace kehoach::detail {

/// A step that speaks of a task (with its place in its paper) or a document.
inline Reason reason_step(const Model& model, std::uint16_t depth, std::string rule, Text text,
                          Item item) {
  Reason r;
  r.depth = depth;
  r.rule = std::move(rule);
  r.text = std::move(text);
  r.item = item;
  if (item.kind == ItemKind::document) r.document = DocumentId(item.id);
  if (item.kind != ItemKind::task || !model.present(item)) return r;
  const TaskRow& row = model.task(TaskId(item.id));
  r.document = DocumentId(row.document);
  r.path = model.text(model.texts(row).path);
  return r;
}

}  // namespace kehoach::detail
