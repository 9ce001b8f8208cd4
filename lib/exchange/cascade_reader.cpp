// SPDX-License-Identifier: BSL-1.0
// One way through the text, no tokens stored: each value is looked at once, as the type that its
// field wants. What a scalar is worth is decided from its own characters: numbers keep every digit, and
// nothing is accepted that the plain scanner of json_scan.hpp would refuse.
#include "exchange/cascade_reader.hpp"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "exchange/nearest_word.hpp"

namespace kehoach::detail {
namespace {

/// The first 40 bytes of a text at most, cut between characters.
std::string shortened(std::string_view text) {
  if (text.size() <= 40) return std::string(text);
  std::size_t end = 40;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

bool is_number(char front) {
  return front == '-' || (front >= '0' && front <= '9');
}

/// The decimal that a JSON number stands for: "1.5e3" is 1500.
Result<Quantity> decimal(std::string_view number) {
  const std::size_t mark = number.find_first_of("eE");
  if (mark == number.npos) return Quantity::parse(number);
  const Error beyond{Errc::overflow, {}, {}, {}};
  std::string_view power = number.substr(mark + 1);
  if (power.front() == '+') power.remove_prefix(1);
  int shift = 0;
  const auto end = std::from_chars(power.data(), power.data() + power.size(), shift);
  if (end.ec != std::errc() || shift < -40 || shift > 40) return beyond;
  std::string digits(number.substr(0, mark));
  const std::string sign = digits.front() == '-' ? "-" : "";
  digits.erase(0, sign.size());
  std::size_t point = std::min(digits.find('.'), digits.size());
  if (point < digits.size()) digits.erase(point, 1);
  digits.insert(0, 41, '0');
  digits.append(41, '0');
  point += static_cast<std::size_t>(41 + shift);
  std::string whole = digits.substr(0, point);
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  std::string rest = digits.substr(point);
  rest.erase(rest.find_last_not_of('0') + 1);
  return Quantity::parse(sign + whole + (rest.empty() ? "" : "." + rest));
}

std::string with_article(std::string_view noun) {
  const bool vowel = std::string_view("aeiou").find(noun.front()) != noun.npos;
  return (vowel && noun != "unit" ? "an " : "a ") + std::string(noun);
}

std::vector<std::string_view> keys_of(JsonFields fields) {
  std::vector<std::string_view> keys;
  for (const JsonField& field : fields) keys.push_back(field.key);
  return keys;
}

}  // namespace

bool CascadeReader::fail_at(std::size_t offset, Errc code, std::string message) {
  fault_ = JsonFault{code, offset, std::move(message)};
  return false;
}

bool CascadeReader::fail(Errc code, std::string message) {
  return fail_at(offset(), code, std::move(message));
}

bool CascadeReader::expected(std::string_view what) {
  return fail(Errc::wrong_type, "expected " + std::string(what) + ", found " + found());
}

std::string CascadeReader::found() const {
  JsonCursor value(text_.substr(value_));
  switch (value.front()) {
    case '{': return "an object";
    case '[': return "a list";
    case '"': {
      std::string_view written;
      bool escaped = false;
      value.string(written, escaped);
      return "the text \"" + shortened(written) + '"';
    }
    case 't': return "true";
    case 'f': return "false";
    case 'n': return "null";
    default: return "the number " + shortened(value.token());
  }
}

/// Moves to the value that comes next; it is the current one now.
bool CascadeReader::begin_value() {
  cursor_.skip_blanks();
  value_ = cursor_.offset();
  return !cursor_.at_end() || not_json();
}

bool CascadeReader::root(JsonFields fields, void* item) {
  if (cursor_.offset() == 0 && !is_utf8_text(text_)) return not_json();
  cursor_.rewind();
  if (!begin_value() || !object(fields, item)) return false;
  cursor_.skip_blanks();
  return cursor_.at_end() || not_json();
}

bool CascadeReader::object(JsonFields fields, void* item, std::uint64_t* seen) {
  if (!cursor_.take('{')) return expected("an object");
  std::uint64_t local = 0;
  return members(fields, item, seen ? *seen : local);
}

/// After a member or element: is there one more?
bool CascadeReader::next_or(char end, bool& more) {
  cursor_.skip_blanks();
  more = cursor_.take(',');
  if (!more) return cursor_.take(end) || not_json();
  cursor_.skip_blanks();
  return true;
}

bool CascadeReader::members(JsonFields fields, void* item, std::uint64_t& seen) {
  const std::size_t begin = value_;
  std::size_t index = fields.size() - 1;
  cursor_.skip_blanks();
  for (bool more = !cursor_.take('}'); more;)
    if (!member(fields, item, index, seen) || !next_or('}', more)) return false;
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (fields[i].required && !(seen >> i & 1))
      return fail_at(begin, Errc::missing_field,
                     "\"" + std::string(fields[i].key) + "\" is missing");
  return true;
}

/// `index`: of the member before, then of this one.
bool CascadeReader::member(JsonFields fields, void* item, std::size_t& index, std::uint64_t& seen) {
  const std::size_t key_offset = cursor_.offset();
  if (!find_field(fields, index + 1, index)) return false;
  if (seen >> index & 1)
    return fail_at(key_offset, Errc::duplicate_key,
                   "\"" + std::string(fields[index].key) + "\" stands twice in one object");
  seen |= std::uint64_t{1} << index;
  cursor_.skip_blanks();
  if (!cursor_.take(':')) return not_json();
  if (!begin_value() || !fields[index].read(*this, item)) return false;
  // Who left the value unread does not want it.
  return cursor_.offset() != value_ || cursor_.skip_value() || not_json();
}

/// Keys mostly come in the order of the table: so the search begins at the guess.
bool CascadeReader::find_field(JsonFields fields, std::size_t guess, std::size_t& index) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::size_t at = guess + i < fields.size() ? guess + i : guess + i - fields.size();
    if (cursor_.take_string(fields[at].key)) return index = at, true;
  }
  const std::size_t offset = cursor_.offset();
  std::string_view written;
  bool escaped = false;
  if (!cursor_.string(written, escaped)) return not_json();
  const std::string key = unescaped(written);
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (fields[i].key == key) return index = i, true;
  return fail_at(offset, Errc::unknown_field,
                 "unknown key \"" + shortened(key) + '"' + suggestion(key, keys_of(fields)));
}

bool CascadeReader::elements(bool (*each)(void*), void* context) {
  if (!cursor_.take('[')) return expected("a list");
  cursor_.skip_blanks();
  for (bool more = !cursor_.take(']'); more;) {
    if (!begin_value() || !each(context)) return false;
    if (!next_or(']', more)) return false;
  }
  return true;
}

bool CascadeReader::view(std::string_view& text) {
  bool escaped = false;
  if (!cursor_.string(text, escaped)) return not_json();
  if (!escaped) return true;
  unescaped_ = unescaped(text);
  text = unescaped_;
  if (text.find('\0') != text.npos)
    return fail(Errc::invalid_value, "a text cannot hold the character U+0000");
  return true;
}

bool CascadeReader::read(std::string& text) {
  std::string_view found;
  if (!is_text()) return expected("a text");
  if (!view(found)) return false;
  text.assign(found);
  return true;
}

bool CascadeReader::read(bool& value) {
  const char front = cursor_.front();
  if (front != 't' && front != 'f') return expected("true or false");
  value = front == 't';
  return cursor_.take(value ? std::string_view("true") : std::string_view("false")) || not_json();
}

bool CascadeReader::read(Date& date) {
  std::string_view text;
  if (!is_text()) return expected("a date \"YYYY-MM-DD\"");
  if (!view(text)) return false;
  const Result<Date> parsed = parse_date(text);
  if (parsed.ok()) {
    date = *parsed;
    return true;
  }
  if (parsed.error().code == Errc::impossible_date)
    return fail(Errc::impossible_date,
                "\"" + shortened(text) + "\" is no day between 1900-01-01 and 2100-12-31");
  return expected("a date \"YYYY-MM-DD\"");
}

bool CascadeReader::read(Quantity& quantity) {
  if (!is_number(cursor_.front())) return expected("a number");
  const std::string_view token = cursor_.token();
  if (!is_json_number(token)) return not_json();
  const Result<Quantity> parsed = decimal(token);
  if (!parsed.ok())
    return fail(Errc::overflow, "the number " + shortened(token) +
                                    " is beyond exact decimals (64 bits, 12 places)");
  quantity = *parsed;
  cursor_.skip(token.size());
  return true;
}

bool CascadeReader::whole(std::int64_t lowest, std::int64_t highest, std::int64_t& value) {
  if (!is_number(cursor_.front())) return expected("a whole number");
  const std::string_view token = cursor_.token();
  if (!is_json_number(token)) return not_json();
  const auto end = std::from_chars(token.data(), token.data() + token.size(), value);
  if (end.ptr != token.data() + token.size()) return expected("a whole number");
  if (end.ec == std::errc() && lowest <= value && value <= highest) {
    cursor_.skip(token.size());
    return true;
  }
  return fail(Errc::invalid_value, "expected a whole number from " + std::to_string(lowest) +
                                       " to " + std::to_string(highest) + ", found " + found());
}

bool CascadeReader::word(std::span<const std::string_view> words, std::size_t& number) {
  std::string_view text;
  if (!is_text()) return expected("a word such as \"" + std::string(words.front()) + '"');
  if (!view(text)) return false;
  for (number = 0; number < words.size(); ++number)
    if (words[number] == text) return true;
  return fail(Errc::invalid_value,
              "unknown word \"" + shortened(text) + '"' + suggestion(text, words));
}

bool CascadeReader::reference(ItemKind kind, std::uint32_t& id) {
  std::string_view key;
  if (!is_text()) return expected("the key of " + with_article(section_of(kind).one));
  return view(key) && resolve(kind, key, id);
}

bool CascadeReader::resolve(ItemKind kind, std::string_view key, std::uint32_t& id) {
  const std::uint32_t number = keys(kind).find(key);
  if (number != KeyTable::none) {
    id = first_id(kind) + number;
    return true;
  }
  if (known_.count(kind) > 0) {
    const Result<Item> item = known_.find(kind, key);
    if (item.ok()) return id = item->id, true;
  }
  return fail(Errc::unknown_key,
              "no " + std::string(section_of(kind).one) + " has the key \"" + shortened(key) + '"');
}

bool CascadeReader::declare(ItemKind kind) {
  std::string_view key;
  if (!item_key(key)) return false;
  if (!key.empty() && key.data() == unescaped_.data())
    key = unescaped_keys_.emplace_back(Unescaped{std::move(unescaped_), value_}).key;
  keys(kind).declare(key);
  return true;
}

bool CascadeReader::index(ItemKind kind) {
  const std::uint32_t second = keys(kind).index();
  if (second == KeyTable::none) return true;
  const std::string_view key = keys(kind).key(second);
  const auto unescaped =
      std::find_if(unescaped_keys_.begin(), unescaped_keys_.end(),
                   [&](const Unescaped& one) { return one.key.data() == key.data(); });
  const std::size_t offset = unescaped != unescaped_keys_.end()
                                 ? unescaped->offset
                                 : static_cast<std::size_t>(key.data() - text_.data()) - 1;
  return fail_at(
      offset, Errc::duplicate_key,
      "a second " + std::string(section_of(kind).one) + " with the key \"" + shortened(key) + '"');
}

/// Only the key is judged: what else the item says is skipped. The key is then the current value.
bool CascadeReader::item_key(std::string_view& key) {
  if (!cursor_.take('{')) return expected("an object");
  cursor_.skip_blanks();
  for (bool more = !cursor_.take('}'); more;) {
    bool is_key = cursor_.take_string("key");
    if (!is_key) {
      std::string_view written;
      bool escaped = false;
      if (!cursor_.string(written, escaped)) return not_json();
      is_key = escaped && unescaped(written) == "key";
    }
    cursor_.skip_blanks();
    if (!cursor_.take(':') || !begin_value()) return not_json();
    if (is_key) {
      if (!is_text()) return expected("a text");
      return view(key) && (cursor_.skip_rest() || not_json());
    }
    if (!cursor_.skip_value() || !next_or('}', more)) return not_json();
  }
  return true;
}

}  // namespace kehoach::detail
