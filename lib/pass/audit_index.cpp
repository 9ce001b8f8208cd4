// SPDX-License-Identifier: BSL-1.0
#include "pass/audit_index.hpp"

#include <algorithm>
#include <iterator>

#include "base/fold.hpp"
#include "base/hash_index.hpp"
#include "pass/scope.hpp"

namespace kehoach::detail {
namespace {

/// The tables are nobody else's.
constexpr Writer own{1, nullptr};

/// Words that say that something is done, not what: papers add and drop them freely.
constexpr std::string_view empty_words[] = {"tổ",  "chức", "triển", "khai",  "thực", "hiện", "công",
                                            "tác", "việc", "và",    "các",   "về",   "tiếp", "tục",
                                            "đẩy", "mạnh", "tăng",  "cường", "the",  "of",   "and"};

constexpr std::uint64_t orphans = 0x6F727068616E73;

std::uint64_t of_office(std::uint64_t about, UnitId unit) {
  return mix(about, unit.value());
}

/// A word in small letters as one number.
class WordHash {
 public:
  void add(std::uint32_t letter) { hash_ = mix(hash_, letter); }
  std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_ = 1;
};

template <class Word>
void tidy(std::vector<Word>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

}  // namespace

std::string subject(std::string_view name) {
  std::vector<std::string> words = small_words(name);
  std::erase_if(words, [](const std::string& word) {
    return std::find(std::begin(empty_words), std::end(empty_words), word) != std::end(empty_words);
  });
  tidy(words);
  if (words.size() < 2) return {};
  std::string joined;
  for (const std::string& word : words) joined += word + " ";
  return joined;
}

std::uint64_t orphan_key(UnitId unit) {
  return mix(orphans, unit.value());
}

AuditIndex::AuditIndex(const AuditView& view) {
  for (std::string_view word : empty_words) {
    WordHash hash;
    each_letter(word, [&](std::uint32_t letter, bool) { hash.add(letter); });
    empty_words_.push_back(hash.value());
  }
  std::sort(empty_words_.begin(), empty_words_.end());
  Share share;
  for (std::uint32_t t = 1; t <= view.model.count(ItemKind::task); ++t) {
    share_of(view, TaskId(t), share);
    put(TaskId(t), share);
  }
  for (ItemKind kind : {ItemKind::document, ItemKind::report, ItemKind::target})
    for (std::uint32_t i = 1; i <= view.model.count(kind); ++i) put(view.model, Item(kind, i));
}

/// Equal for equal subjects; 0 where there are too few telling words. Copies no word.
std::uint64_t AuditIndex::subject_hash(std::string_view name,
                                       std::vector<std::uint64_t>& words) const {
  words.clear();
  WordHash word;
  bool inside = false;
  const auto end_word = [&] {
    if (inside && !std::binary_search(empty_words_.begin(), empty_words_.end(), word.value()))
      words.push_back(word.value());
  };
  each_letter(name, [&](std::uint32_t letter, bool begins) {
    if (begins) {
      end_word();
      word = {};
      inside = true;
    }
    word.add(letter);
  });
  end_word();
  tidy(words);
  if (words.size() < 2) return 0;
  std::uint64_t hash = 1;
  for (std::uint64_t w : words) hash = mix(hash, w);
  return hash;
}

std::uint64_t AuditIndex::twin_key(const Model& model, UnitId unit, TaskId task) const {
  std::vector<std::uint64_t> words;
  const std::uint64_t about = subject_hash(model.text(model.texts(model.task(task)).name), words);
  return about == 0 ? 0 : of_office(about, unit);
}

void AuditIndex::share_of(const AuditView& view, TaskId task, Share& share) const {
  share.document = 0;
  share.keys.clear();
  const Model& model = view.model;
  if (!model.present(task)) return;
  const TaskRow& row = model.task(task);
  const Status status = view.status(task);
  share.document = row.document;
  share.live = status != Status::cancelled;
  share.open = is_open(status);
  share.taken_up = share.live && view.implemented(task);
  if (!share.open) return;
  const std::uint64_t about = subject_hash(model.text(model.texts(row).name), share.words);
  const auto lead = [&](UnitId unit) {
    if (about != 0) share.keys.push_back(of_office(about, unit));
    const Date closed = model.unit(unit).closed;
    if (closed != no_date && closed <= view.when.as_of) share.keys.push_back(orphan_key(unit));
  };
  if (!model.any_successors()) {
    model.each_lead(row, lead);
    return;
  }
  for (UnitId unit : Leaders(model, view.times, view.when, no_date).of(task)) lead(unit);
}

void AuditIndex::put(TaskId task, const Share& share) {
  if (share.document == 0) return;
  if (share.document >= counts_.size()) counts_.resize(share.document + 1);
  Count& count = counts_[share.document];
  count.live += share.live;
  count.open += share.open;
  count.taken_up += share.taken_up;
  for (std::uint64_t key : share.keys) duties_.add(key, task.value());
}

void AuditIndex::take(TaskId task, const Share& share) {
  if (share.document == 0) return;
  Count& count = counts_[share.document];
  count.live -= share.live;
  count.open -= share.open;
  count.taken_up -= share.taken_up;
  for (std::uint64_t key : share.keys) duties_.remove(key, task.value());
}

/// Calls use(table, document) for every list that an item stands in.
template <class Use>
void AuditIndex::each_place(const Model& model, Item item, Use&& use) {
  if (!model.present(item)) return;
  if (item.kind == ItemKind::document)
    model.each_relation(model.document(DocumentId(item.id)),
                        [&](const RelationRow& r) { use(cited_by_, r.to); });
  if (item.kind == ItemKind::report) use(reports_of_, model.report(ReportId(item.id)).document);
  if (item.kind == ItemKind::target) use(targets_of_, model.target(TargetId(item.id)).document);
}

void AuditIndex::put(const Model& model, Item item) {
  each_place(model, item,
             [&](ListTable& table, DocumentId d) { table.add(d.value(), item.id, own); });
  if (item.kind == ItemKind::target) kin_.put(model, TargetId(item.id));
}

void AuditIndex::take(const Model& model, Item item) {
  each_place(model, item,
             [&](ListTable& table, DocumentId d) { table.remove(d.value(), item.id, own); });
  if (item.kind == ItemKind::target) kin_.take(model, TargetId(item.id));
}

}  // namespace kehoach::detail
