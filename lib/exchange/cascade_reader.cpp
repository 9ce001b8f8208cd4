// SPDX-License-Identifier: BSL-1.0
// On Demand reading: simdjson indexes the tokens of the whole text (and so checks its UTF-8), then
// each value is looked at once, as the type that its field wants. What a scalar is worth is decided
// here, from its own characters: numbers keep every digit, and nothing is accepted that the plain
// scanner of json_scan.hpp would refuse.
#include "exchange/cascade_reader.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <new>
#include <utility>
#include <vector>

#include <simdjson.h>

#include "exchange/nearest_word.hpp"

namespace kehoach::detail {

namespace od = simdjson::ondemand;

struct CascadeReader::Input {
  explicit Input(std::string_view given) : text(given) {
    if (text.data() == nullptr) throw std::bad_alloc();
  }
  simdjson::padded_string text;  // simdjson may look up to 64 bytes past the end
  od::parser parser;
  od::document document;
  od::value value;  // the current one
  bool begun = false;
};

namespace {

/// A token runs to the next one; without the blanks in between.
std::string_view trimmed(std::string_view token) {
  while (!token.empty() && (token.back() == ' ' || token.back() == '\n' || token.back() == '\r' ||
                            token.back() == '\t'))
    token.remove_suffix(1);
  return token;
}

/// Most texts are short: eight bytes at a time. What stands behind them is padding, at least.
bool has_backslash(std::string_view text) {
  constexpr std::uint64_t ones = 0x0101'0101'0101'0101, tops = ones << 7;
  if (text.size() > 64) return std::memchr(text.data(), '\\', text.size()) != nullptr;
  for (std::size_t i = 0; i < text.size(); i += 8) {
    std::uint64_t eight;
    std::memcpy(&eight, text.data() + i, 8);
    eight ^= ones * '\\';
    const bool any = ((eight - ones) & ~eight & tops) != 0;
    if (any) return std::memchr(text.data(), '\\', text.size()) != nullptr;
  }
  return false;
}

/// The first 40 bytes of a text at most, cut between characters.
std::string shortened(std::string_view text) {
  if (text.size() <= 40) return std::string(text);
  std::size_t end = 40;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

bool is_number(std::string_view token) {
  return token.front() == '-' || (token.front() >= '0' && token.front() <= '9');
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

/// Is the member called "key", however that is escaped?
bool is_key(od::field& field) {
  const char* raw = field.key().raw();
  if (std::memcmp(raw, "key\"", 4) == 0) return true;
  if (raw[std::strcspn(raw, "\"\\")] != '\\') return false;
  std::string_view name;
  return !field.unescaped_key().get(name) && name == "key";
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

CascadeReader::CascadeReader(std::string_view text, const Snapshot& known)
    : known_(known), input_(std::make_unique<Input>(text)) {}

CascadeReader::~CascadeReader() = default;

void CascadeReader::close() {
  input_.reset();
}

std::size_t CascadeReader::offset() const {
  return static_cast<std::size_t>(token_.data() - input_->text.data());
}

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
  switch (token_.front()) {
    case '{': return "an object";
    case '[': return "a list";
    case '"': {
      const std::string_view token = trimmed(token_);
      return "the text \"" + shortened(token.substr(1, token.size() - 2)) + '"';
    }
    case 't': return "true";
    case 'f': return "false";
    case 'n': return "null";
    default: return "the number " + shortened(trimmed(token_));
  }
}

bool CascadeReader::root(JsonFields fields, void* item) {
  Input& in = *input_;
  if (in.begun) {
    in.document.rewind();
  } else {
    const simdjson::error_code error = in.parser.iterate(in.text).get(in.document);
    if (error == simdjson::MEMALLOC) throw std::bad_alloc();
    if (error) return not_json();
    in.begun = true;
  }
  if (in.document.raw_json_token().get(token_) || token_.empty()) return not_json();
  if (token_.front() != '{') return expected("an object");
  od::object object;
  if (in.document.get_object().get(object)) return not_json();
  std::uint64_t seen = 0;
  if (!members(object, fields, item, seen)) return false;
  const char* rest = nullptr;
  return in.document.current_location().get(rest) == simdjson::OUT_OF_BOUNDS || not_json();
}

bool CascadeReader::object(JsonFields fields, void* item, std::uint64_t* seen) {
  if (token_.front() != '{') return expected("an object");
  od::object object;
  if (input_->value.get_object().get(object)) return not_json();
  std::uint64_t local = 0;
  return members(object, fields, item, seen ? *seen : local);
}

template <class Object>
bool CascadeReader::members(Object& object, JsonFields fields, void* item, std::uint64_t& seen) {
  const std::size_t begin = offset();
  std::size_t index = fields.size() - 1;
  for (auto member : object) {
    od::field field;
    if (std::move(member).get(field)) return not_json();
    const std::size_t key_offset =
        static_cast<std::size_t>(field.key().raw() - input_->text.data()) - 1;
    if (!find_field(fields, field, index + 1, index)) return false;
    if (seen >> index & 1)
      return fail_at(key_offset, Errc::duplicate_key,
                     "\"" + std::string(fields[index].key) + "\" stands twice in one object");
    seen |= std::uint64_t{1} << index;
    input_->value = field.value();
    token_ = input_->value.raw_json_token();
    if (!fields[index].read(*this, item)) return false;
  }
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (fields[i].required && !(seen >> i & 1))
      return fail_at(begin, Errc::missing_field,
                     "\"" + std::string(fields[i].key) + "\" is missing");
  return true;
}

/// Keys mostly come in the order of the table: so the search begins at the guess.
template <class Member>
bool CascadeReader::find_field(JsonFields fields, Member& member, std::size_t guess,
                               std::size_t& index) {
  const char* raw = member.key().raw();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::size_t at = guess + i < fields.size() ? guess + i : guess + i - fields.size();
    const std::string_view key = fields[at].key;
    // Reads past the end of the text stay in its padding: keys are far shorter than that.
    if (raw[key.size()] == '"' && std::memcmp(raw, key.data(), key.size()) == 0)
      return index = at, true;
  }
  const std::size_t offset = static_cast<std::size_t>(raw - input_->text.data()) - 1;
  std::string_view written;
  if (member.unescaped_key().get(written)) return not_json();
  for (std::size_t i = 0; i < fields.size(); ++i)
    if (fields[i].key == written) return index = i, true;
  return unknown_field(fields, written, offset);
}

bool CascadeReader::unknown_field(JsonFields fields, std::string_view key, std::size_t offset) {
  return fail_at(offset, Errc::unknown_field,
                 "unknown key \"" + shortened(key) + '"' + suggestion(key, keys_of(fields)));
}

bool CascadeReader::elements(bool (*each)(void*), void* context) {
  if (token_.front() != '[') return expected("a list");
  od::array array;
  if (input_->value.get_array().get(array)) return not_json();
  for (auto element : array) {
    if (std::move(element).get(input_->value)) return not_json();
    token_ = input_->value.raw_json_token();
    if (!each(context)) return false;
  }
  return true;
}

bool CascadeReader::view(std::string_view& text) {
  const std::string_view token = trimmed(token_);
  if (token.size() < 2 || token.back() != '"') return not_json();
  const std::string_view body = token.substr(1, token.size() - 2);
  if (!has_backslash(body)) {
    od::raw_json_string consumed;
    if (input_->value.get_raw_json_string().get(consumed)) return not_json();
    text = body;
    return true;
  }
  for (std::size_t at = body.find('\\'); at < body.size(); at = body.find('\\', at)) {
    const std::size_t length = escape_length(body.substr(at, 12));
    if (length == 0) return not_json();
    at += length;
  }
  if (input_->value.get_string().get(text)) return not_json();
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
  if (token_.front() != 't' && token_.front() != 'f') return expected("true or false");
  return !input_->value.get_bool().get(value) || not_json();
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
  const std::string_view token = trimmed(token_);
  if (!is_number(token)) return expected("a number");
  if (!is_json_number(token)) return not_json();
  const Result<Quantity> parsed = decimal(token);
  if (!parsed.ok())
    return fail(Errc::overflow, "the number " + shortened(token) +
                                    " is beyond exact decimals (64 bits, 12 places)");
  quantity = *parsed;
  return true;
}

bool CascadeReader::whole(std::int64_t lowest, std::int64_t highest, std::int64_t& value) {
  const std::string_view token = trimmed(token_);
  if (token.size() < 8 && token.front() >= '1' && token.front() <= '9') {  // as most are
    std::int64_t plain = 0;
    bool digits = true;
    for (const char c : token) {
      digits = digits && c >= '0' && c <= '9';
      plain = plain * 10 + (c - '0');
    }
    if (digits && lowest <= plain && plain <= highest) return value = plain, true;
  }
  if (!is_number(token)) return expected("a whole number");
  if (!is_json_number(token)) return not_json();
  const auto end = std::from_chars(token.data(), token.data() + token.size(), value);
  if (end.ptr != token.data() + token.size()) return expected("a whole number");
  if (end.ec == std::errc() && lowest <= value && value <= highest) return true;
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
  bool present = false;
  if (!item_key(key, present)) return false;
  const bool in_text = key.data() > token_.data() && key.data() < token_.data() + token_.size();
  if (present && !key.empty() && !in_text)
    key = unescaped_keys_.emplace_back(Unescaped{std::string(key), offset()}).key;
  keys(kind).declare(present ? key : std::string_view());
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
                                 : static_cast<std::size_t>(key.data() - input_->text.data()) - 1;
  return fail_at(
      offset, Errc::duplicate_key,
      "a second " + std::string(section_of(kind).one) + " with the key \"" + shortened(key) + '"');
}

/// Leaves the item where its key stands; what follows is skipped, not judged.
bool CascadeReader::item_key(std::string_view& key, bool& present) {
  if (token_.front() != '{') return expected("an object");
  od::object object;
  if (input_->value.get_object().get(object)) return not_json();
  for (auto member : object) {
    od::field field;
    if (std::move(member).get(field)) return not_json();
    if (!is_key(field)) continue;
    input_->value = field.value();
    token_ = input_->value.raw_json_token();
    present = true;
    if (!is_text()) return expected("a text");
    return view(key);
  }
  return true;
}

}  // namespace kehoach::detail
