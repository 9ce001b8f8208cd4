// SPDX-License-Identifier: BSL-1.0
// Walks the tree of word/document.xml without recursion: what opens is pushed, what closes is popped.
#include <kehoach/papers.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "papers/archive.hpp"
#include "papers/numbering.hpp"

namespace kehoach {
namespace {

using papers::Archive;
using papers::Numbering;

Error fault(Errc code, const char* message) {
  return {code, message, {}, {}};
}

/// A table while it is open: the paragraphs of each cell of each row.
struct Table {
  std::vector<std::vector<std::vector<std::string>>> rows;
};

class Writer {
 public:
  Writer(Numbering numbering, std::size_t limit)
      : numbering_(std::move(numbering)), limit_(limit) {}

  /// False once there is more text than allowed.
  bool walk(const pugi::xml_node& root) {
    pugi::xml_node node = root;
    for (bool down = true; node;) {
      if (down && !enter(node)) {
        down = false;  // not to be looked into
      } else if (down && node.first_child()) {
        node = node.first_child();
        continue;
      } else {
        down = false;
      }
      leave(node);
      if (size_ > limit_) return false;
      if (node == root) return true;
      if (node.next_sibling()) {
        node = node.next_sibling();
        down = true;
      } else {
        node = node.parent();
      }
    }
    return true;
  }

  std::string take() { return std::move(text_); }

 private:
  static bool is(const pugi::xml_node& node, std::string_view name) { return name == node.name(); }

  /// Is what lies below to be read?
  bool enter(const pugi::xml_node& node) {
    if (is(node, "w:tbl")) tables_.emplace_back();
    if (is(node, "w:tr") && !tables_.empty()) tables_.back().rows.emplace_back();
    if (is(node, "w:tc") && !tables_.empty() && !tables_.back().rows.empty())
      tables_.back().rows.back().emplace_back();
    if (is(node, "w:p")) paragraph_ = numbering_.next(node.child("w:pPr"));
    if (is(node, "w:t")) add(node.text().get());
    if (is(node, "w:tab")) add("\t");
    if (is(node, "w:noBreakHyphen")) add("-");
    if (is(node, "w:br") || is(node, "w:cr")) add("\n");
    // The same text a second time, or text that is no longer there.
    return !is(node, "mc:Fallback") && !is(node, "w:del") && !is(node, "w:moveFrom") &&
           !is(node, "w:pPr") && !is(node, "w:rPr") && !is(node, "w:tblPr") && !is(node, "w:t");
  }

  void leave(const pugi::xml_node& node) {
    if (is(node, "w:p")) end_paragraph();
    if (is(node, "w:tbl") && !tables_.empty()) {
      const Table table = std::move(tables_.back());
      tables_.pop_back();
      end_table(table);
    }
  }

  void add(std::string_view text) {
    paragraph_ += text;
    size_ += text.size();
  }

  void end_paragraph() {
    line(paragraph_);
    paragraph_.clear();
  }

  /// Into the cell that is open, else into the text.
  void line(const std::string& text) {
    if (!tables_.empty() && !tables_.back().rows.empty() && !tables_.back().rows.back().empty())
      tables_.back().rows.back().back().push_back(text);
    else
      text_ += text + "\n";
  }

  static std::string one_line(const std::vector<std::string>& paragraphs) {
    std::string out;
    for (const std::string& paragraph : paragraphs) {
      for (char c : (out.empty() || paragraph.empty() ? "" : " ") + paragraph)
        out += c == '\n' || c == '\t' || c == '|' ? ' ' : c;
    }
    return out;
  }

  static bool holds_data(const Table& table) {
    if (table.rows.size() >= 3) return true;
    if (table.rows.empty() || table.rows[0].empty()) return false;
    const std::string head = one_line(table.rows[0][0]);
    return head == "TT" || head == "STT" || head == "Stt" || head == "Tt";
  }

  void end_table(const Table& table) {
    const bool data = holds_data(table);
    for (const auto& row : table.rows) {
      if (data) {
        std::string cells = "|";
        for (const auto& cell : row) cells += " " + one_line(cell) + " |";
        line(cells);
        continue;
      }
      for (const auto& cell : row) {
        for (const std::string& paragraph : cell) line(paragraph);
      }
    }
  }

  Numbering numbering_;
  std::size_t limit_;
  std::size_t size_ = 0;
  std::string text_;
  std::string paragraph_;
  std::vector<Table> tables_;
};

/// A part that may be missing; damaged, it counts as missing too.
pugi::xml_document optional_part(const Archive& archive, const char* name, std::size_t limit) {
  pugi::xml_document document;
  if (!archive.has(name)) return document;
  const Result<std::string> bytes = archive.part(name, limit);
  if (bytes.ok()) document.load_buffer(bytes->data(), bytes->size());
  return document;
}

}  // namespace

bool reads_docx() noexcept {
  return true;
}

Result<std::string> docx_text(std::string_view file, const PaperLimits& limits) {
  const Result<Archive> archive = Archive::open(file);
  if (!archive.ok()) return archive.error();
  const Result<std::string> body = archive->part("word/document.xml", limits.bytes);
  if (!body.ok()) return body.error();
  pugi::xml_document document;
  // Blank text counts: Word splits runs anywhere, also at a blank.
  const auto options = pugi::parse_default | pugi::parse_ws_pcdata_single;
  if (!document.load_buffer(body->data(), body->size(), options))
    return fault(Errc::syntax, "the .docx is damaged (its text is no XML)");
  const pugi::xml_node root = document.child("w:document").child("w:body");
  if (!root) return fault(Errc::syntax, "the file is no .docx (it has no body)");
  Writer writer(Numbering(optional_part(*archive, "word/numbering.xml", limits.bytes),
                          optional_part(*archive, "word/styles.xml", limits.bytes)),
                limits.bytes);
  if (!writer.walk(root)) return fault(Errc::too_large, "the .docx holds too much text");
  return writer.take();
}

}  // namespace kehoach
