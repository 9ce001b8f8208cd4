// SPDX-License-Identifier: BSL-1.0
// One pass with one cluster (a base letter and its marks) in hand. A base closes the cluster before
// it; marks join it; what has no width vanishes. Vietnamese clusters are composed by table in
// whatever order their marks came, all others by utf8proc. A cluster holds at most 30 marks (as in
// Unicode's Stream-Safe Text Format): utf8proc sorts them, and hostile text must not make that slow.
#include "reader/text.hpp"

#include <utf8proc.h>

#include <array>
#include <utility>

#include "reader/text_letters.hpp"
#include "reader/text_utf8.hpp"

namespace kehoach::detail {
namespace {

constexpr std::size_t most_marks = 30;
constexpr std::size_t longest_decomposition = 8;  // of one code point, canonical (4 suffice)

bool is_line_break(char32_t c) {
  return c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

/// Blanks of every width; control characters count as blanks too.
bool is_blank(char32_t c) {
  if (c < 0x80) return c <= 0x20 || c == 0x7F;
  return (c >= 0x80 && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_invisible(char32_t c) {
  if (c < 0xAD) return false;
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

bool is_mark(char32_t c) {
  if (c < 0x300) return false;
  if (c <= 0x36F) return true;
  if (c < 0x483 || (c >= 0x1E00 && c < 0x1F00)) return false;
  return utf8proc_get_property(static_cast<utf8proc_int32_t>(c))->combining_class != 0;
}

/// Punctuation and look-alikes to the one form that vocabularies use. Never a vowel.
char32_t plain(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  switch (c) {
    case 0xD0:
    case 0xF0:
    case 0x110:
    case 0x189: return 0x111;  // eth and its like, for đ
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212: return '-';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB: return '"';
    case 0x2018:
    case 0x2019:
    case 0x201A: return '\'';
    case 0x2044:
    case 0x2215: return '/';
    default: break;
  }
  if (c >= 0xFF01 && c <= 0xFF5E) return plain(c - 0xFEE0);
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
}

/// Characters that stand for several: "" for all others.
std::string_view spelled_out(char32_t c) {
  static constexpr std::array<std::string_view, 12> roman = {
      "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"};
  if (c >= 0x2160 && c <= 0x216B) return roman[c - 0x2160];
  if (c >= 0x2170 && c <= 0x217B) return roman[c - 0x2170];
  if (c == 0x2026) return "...";
  return {};
}

struct Cluster {
  std::array<char32_t, 1 + most_marks> codes;
  std::size_t size = 0;
  Extent from;

  void start(char32_t c, Extent e) {
    codes[0] = c;
    size = 1;
    from = e;
  }
  void add(char32_t c, std::uint32_t end) {
    codes[size++] = c;
    from.end = end;
  }
};

/// The Vietnamese letter a cluster spells, in whatever order its marks came.
bool as_vowel(const Cluster& cluster, VowelLetter& v) {
  if (!as_vowel(cluster.codes[0], v)) return false;
  for (std::size_t i = 1; i < cluster.size; ++i) {
    const std::uint8_t tone = tone_of_mark(cluster.codes[i]);
    if (tone != 0 && v.tone == 0)
      v.tone = tone;
    else if (!add_quality(v, cluster.codes[i]))
      return false;
  }
  return true;
}

/// Receives clusters and writes text. Only here do the two kinds of folding differ.
class Writer {
 public:
  Writer(FoldedText& out, Letters letters) : out_(out), match_(letters == Letters::match) {}

  void put(const Cluster& cluster) {
    if (cluster.size == 1 && cluster.codes[0] < 0x80) return put_ascii(cluster);
    VowelLetter v;
    if (as_vowel(cluster, v)) return put_vowel(v, cluster.from);
    before_ = {};
    if (cluster.size == 1 && cluster.codes[0] < 0x300)
      return put_code(cluster.codes[0], cluster.from);
    compose_other(cluster);
  }

  void put_raw(char c, Extent from) {
    out_.text.push_back(c);
    out_.from.push_back(from);
    before_ = {};
  }

 private:
  /// The letter just written: what a tone may still move away from, or "sỹ" be seen by.
  struct Before {
    bool toned = false;
    bool s = false;
    VowelLetter vowel;
    std::size_t at = 0;
    Extent from;
  };

  void put_ascii(const Cluster& cluster) {
    const char32_t c = cluster.codes[0];
    VowelLetter v;
    if (match_ && before_.toned && detail::as_vowel(c, v)) return put_vowel(v, cluster.from);
    before_ = {};
    before_.s = c == 's' || c == 'S';
    const char written = static_cast<char>(match_ && c >= 'A' && c <= 'Z' ? c + 32 : c);
    out_.text.push_back(written);
    out_.from.push_back(cluster.from);
  }

  void put_vowel(VowelLetter v, Extent from) {
    if (!match_) return put_code(letter(v), from);
    v.upper = false;
    if (before_.s && v.vowel == v_y && v.tone == 3) v.vowel = v_i;
    if (before_.toned && v.tone == 0 && tone_moves(before_.vowel.vowel, v.vowel)) {
      v.tone = before_.vowel.tone;
      before_.vowel.tone = 0;
      out_.text.resize(before_.at);
      out_.from.resize(before_.at);
      put_code(letter(before_.vowel), before_.from);
    }
    before_ = {v.tone != 0, false, v, out_.text.size(), from};
    put_code(letter(v), from);
  }

  void put_code(char32_t c, Extent from) {
    VowelLetter v;
    if (match_ && c >= 0x80) {
      const std::string_view several = spelled_out(c);
      if (!several.empty()) {
        out_.text += several;
        return fill(from);
      }
      c = detail::as_vowel(c, v) ? letter({v.vowel, v.tone, false}) : plain(c);
    }
    append(out_.text, c);
    fill(from);
  }

  void compose_other(const Cluster& cluster) {
    std::array<utf8proc_int32_t, (1 + most_marks) * longest_decomposition> codes;
    utf8proc_ssize_t size = 0;
    for (std::size_t i = 0; i < cluster.size; ++i) {
      int boundary = 0;
      const auto added = utf8proc_decompose_char(
          static_cast<utf8proc_int32_t>(cluster.codes[i]), codes.data() + size,
          static_cast<utf8proc_ssize_t>(codes.size()) - size, UTF8PROC_DECOMPOSE, &boundary);
      if (added < 0) return put_code(0xFFFD, cluster.from);
      size += added;
    }
    sort_marks(codes.data(), size);
    size = utf8proc_normalize_utf32(
        codes.data(), size, static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
    for (utf8proc_ssize_t i = 0; i < size; ++i) {
      put_code(static_cast<char32_t>(codes[static_cast<std::size_t>(i)]), cluster.from);
    }
  }

  /// Canonical order: marks by combining class, equal ones as they came. utf8proc leaves this to
  /// `utf8proc_decompose`, which we do not call. At most a few dozen marks, so insertion will do.
  static void sort_marks(utf8proc_int32_t* codes, utf8proc_ssize_t size) {
    const auto weight = [](utf8proc_int32_t c) {
      return utf8proc_get_property(c)->combining_class;
    };
    for (utf8proc_ssize_t i = 1; i < size; ++i) {
      for (auto k = i; k > 0 && weight(codes[k]) != 0 && weight(codes[k - 1]) > weight(codes[k]);
           --k) {
        std::swap(codes[k], codes[k - 1]);
      }
    }
  }

  void fill(Extent from) { out_.from.resize(out_.text.size(), from); }

  FoldedText& out_;
  bool match_;
  Before before_;
};

/// Takes characters in order and hands clusters and blanks to the writer.
class Folder {
 public:
  Folder(FoldedText& out, Letters letters, Blanks blanks)
      : writer_(out, letters), lines_(blanks == Blanks::lines) {}

  void take(char32_t c, Extent at) {
    if (is_mark(c) && cluster_.size != 0 && cluster_.size <= most_marks) {
      return cluster_.add(c, at.end);
    }
    if (c >= 0xAD && is_invisible(c)) return;
    if (is_blank(c)) return take_blank(c, at);
    flush_blank();
    flush();
    cluster_.start(c, at);
  }

  /// Copies what folding leaves as it is, up to where something may change: printable ASCII and the
  /// composed letters of Vietnamese that no mark follows. `Letters::keep` only. Returns the place
  /// behind it.
  std::size_t copy_run(FoldedText& out, std::string_view input, std::size_t at) {
    std::size_t length = plain_character(input, at);
    if (length == 0) return at;
    flush_blank();
    flush();
    do {
      const auto begin = static_cast<std::uint32_t>(at);
      const Extent from{begin, begin + static_cast<std::uint32_t>(length)};
      out.text.append(input, at, length);
      out.from.insert(out.from.end(), length, from);
      at += length;
      length = plain_character(input, at);
    } while (length != 0);
    return at;
  }

  void finish() {
    flush();
    flush_blank();
  }

 private:
  /// Bytes of a character that is copied as it is, 0 for any other or with a mark behind it.
  static std::size_t plain_character(std::string_view input, std::size_t at) {
    const std::size_t length = plain_length(input, at);
    if (length == 0 || at + length >= input.size()) return 0;
    const auto next = static_cast<unsigned char>(input[at + length]);
    return next < 0x80 || plain_length(input, at + length) != 0 ? length : 0;
  }

  static std::size_t plain_length(std::string_view input, std::size_t at) {
    if (at >= input.size()) return 0;
    const auto byte = [&](std::size_t i) {
      return i < input.size() ? static_cast<unsigned char>(input[i]) : 0u;
    };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    const unsigned lead = byte(at);
    if (lead > 0x20 && lead < 0x7F) return 1;
    if (lead == 0xC3 || lead == 0xC4 || lead == 0xC6) return continues(at + 1) ? 2 : 0;
    const bool letters = lead == 0xE1 && (byte(at + 1) == 0xBA || byte(at + 1) == 0xBB);
    return letters && continues(at + 2) ? 3 : 0;
  }

  void take_blank(char32_t c, Extent at) {
    flush();
    if (lines_ && is_line_break(c)) {
      if (!(c == '\n' && after_return_)) {
        in_blank_ = false;
        writer_.put_raw('\n', at);
        line_start_ = true;
      }
      after_return_ = c == '\r';
      return;
    }
    after_return_ = false;
    if (!in_blank_) blank_ = at;
    blank_.end = at.end;
    in_blank_ = true;
  }

  void flush_blank() {
    after_return_ = false;
    if (in_blank_ && !line_start_) writer_.put_raw(' ', blank_);
    in_blank_ = false;
    line_start_ = false;
  }

  void flush() {
    if (cluster_.size != 0) writer_.put(cluster_);
    cluster_.size = 0;
  }

  Writer writer_;
  bool lines_;
  bool in_blank_ = false;
  bool line_start_ = false;  // with `lines`: blanks at the edges of a line are dropped
  bool after_return_ = false;
  Extent blank_;
  Cluster cluster_;
};

}  // namespace

void fold_into(FoldedText& out, std::string_view input, Letters letters, Blanks blanks) {
  out.text.clear();
  out.from.clear();
  out.not_utf8.clear();
  out.text.reserve(input.size() + 8);
  out.from.reserve(input.size() + 8);
  Folder folder(out, letters, blanks);
  for (std::size_t at = 0; at < input.size();) {
    if (letters == Letters::keep) {
      const std::size_t behind = folder.copy_run(out, input, at);
      if (behind != at) {
        at = behind;
        continue;
      }
    }
    const Decoded d = decode(input, at);
    const auto begin = static_cast<std::uint32_t>(at);
    if (!d.valid) out.not_utf8.push_back(begin);
    folder.take(d.code, {begin, begin + d.length});
    at += d.length;
  }
  folder.finish();
}

FoldedText fold(std::string_view input, Letters letters, Blanks blanks) {
  FoldedText out;
  fold_into(out, input, letters, blanks);
  return out;
}

}  // namespace kehoach::detail
