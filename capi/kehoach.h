/* SPDX-License-Identifier: BSL-1.0 */
/* kehoach in C: plans that cascade down an administration - what is due, who is late, what the
 * figures add up to, which target holds, and why.
 *
 *     kh_error error = KH_ERROR_INIT;
 *     kh_engine *engine;
 *     if (kh_engine_read_json(text, strlen(text), &engine, &error) != KH_OK)
 *       return fail(error.message);
 *
 * Conventions, which hold for every function unless its comment says otherwise.
 *
 *  1. Handles (kh_engine, kh_edit, kh_snapshot, kh_evaluation, kh_table, kh_partial, kh_calendar,
 *     kh_reader, kh_reading) are opaque. Each comes from a call with an `out_` parameter and goes
 *     back through its own `_free`; `_free(NULL)` is harmless. A handle keeps alive what it needs,
 *     so they may be freed in any order. Using a handle after `_free` is the one mistake this
 *     library cannot see.
 *  2. A call that can fail returns `kh_status`; KH_OK is 0. A code never changes its meaning.
 *  3. The last parameter is the caller's own `kh_error`, or NULL if not wanted: code, one line of
 *     text, the ids at fault. It is plain memory, so it can speak when memory is out, and no two
 *     threads share one. Success sets its code to KH_OK. On failure all other outputs are as they
 *     were.
 *  4. Text in is NUL-terminated UTF-8, NULL for "not given"; it is copied, and may be freed when
 *     the call returns. Where a length is a parameter of its own, no NUL is needed.
 *  5. Text out goes into the caller's buffer with snprintf's rules: at most `size` bytes with the
 *     NUL, cut between characters; `*out_length` (may be NULL) gets the full length without the
 *     NUL. `buffer` may be NULL where `size` is 0. A buffer too small is no error.
 *  6. Rows out go into the caller's array: at most `capacity` rows; `*out_count` (may be NULL) gets
 *     how many there are, which may be more. `rows` may be NULL where `capacity` is 0. So a call
 *     with 0 asks for the size, a second one fills. Strings of rows go into a kh_text_buffer.
 *     Nothing but handles is ever to be freed.
 *  7. Structs that begin with `struct_size` only grow at the end. Fill them from their `_INIT`
 *     macro. A caller compiled against an older header passes a smaller size and gets the defaults
 *     for the rest; one compiled against a newer header works as long as what this library does not
 *     know is zero (else KH_INVALID_VALUE). A size too small for the first version's required
 *     fields is KH_MISUSE. In arrays every element counts with the size of the first. Structs
 *     without `struct_size` are complete and never change.
 *  8. A NULL where a pointer is required is KH_MISUSE; a number that its enumeration does not have
 *     or that lies outside its stated range KH_INVALID_VALUE; an id nobody gave out KH_UNKNOWN_ID.
 *     Any call may fail with KH_NO_MEMORY; nothing has then changed, and an edit in the middle of
 *     which it happened is spent.
 *  9. Days are `kh_date`, days since 1970-01-01; KH_NO_DATE says "none". Ids are 1, 2, 3 ... of
 *     their kind, in the order of adding; 0 is none. Booleans are `int32_t`, 0 or 1.
 * 10. Threads: calls on one kh_engine and its kh_edits need the caller's lock, as do those on one
 *     kh_partial; all other handles are immutable and may be used by any threads at once. A call on
 *     an engine or edit while another one changes it - from a thread without the lock, or from its
 *     own progress callback - is KH_MISUSE and does nothing. There is no global state, no clock, no
 *     locale, no output, no thread of the library's own, and no handle belongs to the thread that
 *     made it.
 * 11. No exception and no C++ type crosses this border. Whatever a comment here leaves open, the
 *     C++ header of the same name says (kh_snapshot_evaluate is kehoach::Snapshot::evaluate).
 */
#ifndef KEHOACH_H
#define KEHOACH_H

#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32) && !defined(KEHOACH_C_STATIC)
#if defined(KEHOACH_C_BUILDING)
#define KH_API __declspec(dllexport)
#else
#define KH_API __declspec(dllimport)
#endif
#elif defined(__GNUC__)
#define KH_API __attribute__((visibility("default")))
#else
#define KH_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- version */

#define KH_VERSION_MAJOR 0
#define KH_VERSION_MINOR 1
#define KH_VERSION_PATCH 0
/* One number to compare: 1.2.3 is 1002003. */
#define KH_VERSION (KH_VERSION_MAJOR * 1000000 + KH_VERSION_MINOR * 1000 + KH_VERSION_PATCH)

/* The version of the library that runs; KH_VERSION is that of the header compiled against. */
KH_API uint32_t kh_version(void);

/* ---- errors */

typedef int32_t kh_status;
enum {
  KH_OK = 0,
  KH_UNKNOWN_ID = 1,        /* an id nobody gave out, or of a removed item */
  KH_UNKNOWN_KEY = 2,       /* a key that names nothing */
  KH_DUPLICATE_KEY = 3,     /* a second item of one kind with the same key */
  KH_MISSING_FIELD = 4,     /* a field that must be given is empty */
  KH_INVALID_VALUE = 5,     /* a value outside its stated range */
  KH_STALE_EDIT = 6,        /* another edit was committed after this one was begun */
  KH_MISUSE = 7,            /* NULL where a pointer is required, or a call out of turn */
  KH_CYCLE = 10,            /* items that wait for each other, in order */
  KH_STILL_USED = 11,       /* an item cannot be removed while others refer to it */
  KH_OUTSIDE_CALENDAR = 20, /* a day outside the range a calendar is valid for */
  KH_IMPOSSIBLE_DATE = 21,  /* a day that does not exist */
  KH_OVERFLOW = 30,         /* a number beyond what exact arithmetic holds here */
  KH_DIVIDE_BY_ZERO = 31,
  KH_SYNTAX = 40,         /* text that is not well formed; line and column in the message */
  KH_WRONG_TYPE = 41,     /* a JSON value of the wrong type */
  KH_UNKNOWN_FIELD = 42,  /* a JSON key the format does not have */
  KH_TOO_LARGE = 43,      /* beyond a stated limit */
  KH_NOT_UTF8 = 44,       /* bytes that are not UTF-8 */
  KH_NOT_UNDERSTOOD = 45, /* a phrase nobody can turn into a rule without guessing */
  KH_NO_MEMORY = 50,
  KH_CANCELLED = 51, /* the host's own callback asked to stop */
  KH_INTERNAL = 52   /* a broken promise of this library: please report it */
};

/* "cycle" for KH_CYCLE; "internal" for a number that is no status. Lives for ever. */
KH_API const char* kh_status_name(kh_status status);
/* For people, in KH_VI or (any other number) KH_EN: "các mục chờ lẫn nhau thành vòng" for KH_CYCLE, the
   words of KH_INTERNAL for a number that is no status; no full stop. Takes no memory, lives for ever. */
KH_API const char* kh_status_describe(kh_status status, int32_t language);

enum { /* kinds of items */
       KH_KIND_NONE = 0,
       KH_KIND_CALENDAR = 1,
       KH_KIND_UNIT = 2,
       KH_KIND_DOCUMENT = 3,
       KH_KIND_TASK = 4,
       KH_KIND_REPORT = 5,
       KH_KIND_INDICATOR = 6,
       KH_KIND_TARGET = 7,
       KH_KIND_OBSERVATION = 8
};
typedef struct kh_item {
  uint32_t kind; /* KH_KIND_TASK ... */
  uint32_t id;
} kh_item;

#define KH_ERROR_ITEMS 14
#define KH_ERROR_MESSAGE 256
typedef struct kh_error {
  uint32_t struct_size;
  kh_status code;
  uint32_t item_count; /* ids at fault, of which the first KH_ERROR_ITEMS are in `items` */
  uint32_t more_count; /* further faults of the same commit: kh_engine_fault */
  kh_item items[KH_ERROR_ITEMS];
  char message[KH_ERROR_MESSAGE]; /* one line, UTF-8, cut between characters if too long */
} kh_error;
#define KH_ERROR_INIT                      \
  {                                        \
    sizeof(kh_error), 0, 0, 0, {{0, 0}}, { \
      0                                    \
    }                                      \
  }

/* The caller's memory for the strings of many rows. `length` gets the bytes that all of them need;
 * with a smaller `size` those that did not fit are "". `data` may be NULL where `size` is 0. The
 * pointers in the rows lead into `data` and live as long as it does. */
typedef struct kh_text_buffer {
  char* data;
  size_t size;
  size_t length;
} kh_text_buffer;

/* ---- days and figures */

typedef int32_t kh_date;
#define KH_NO_DATE INT32_MIN
#define KH_NO_SLACK INT32_MIN

enum { KH_VI = 0, KH_EN = 1 }; /* languages */

/* KH_IMPOSSIBLE_DATE for 31/11 and years outside 1900 to 2100. */
KH_API kh_status kh_date_make(int32_t year, int32_t month, int32_t day, kh_date* out_date,
                              kh_error* error);
/* The reverse; any of the three may be NULL. KH_INVALID_VALUE for KH_NO_DATE. */
KH_API kh_status kh_date_split(kh_date date, int32_t* out_year, int32_t* out_month,
                               int32_t* out_day, kh_error* error);
/* Exactly "YYYY-MM-DD", else KH_SYNTAX; KH_IMPOSSIBLE_DATE. */
KH_API kh_status kh_date_parse(const char* iso, kh_date* out_date, kh_error* error);
/* 1 Monday to 7 Sunday. KH_INVALID_VALUE for KH_NO_DATE. */
KH_API kh_status kh_date_weekday(kh_date date, int32_t* out_weekday, kh_error* error);
/* 28 to 31. KH_INVALID_VALUE for a month outside 1 to 12 or a year outside 1900 to 2100. */
KH_API kh_status kh_days_in_month(int32_t year, int32_t month, int32_t* out_days, kh_error* error);
/* KH_EN "2025-07-30", KH_VI "30/7/2025"; "" for KH_NO_DATE. */
KH_API kh_status kh_date_print(kh_date date, int32_t language, char* buffer, size_t size,
                               size_t* out_length, kh_error* error);

/* An exact decimal: coefficient / 10^scale, scale 0 to 12. `given` 0: no figure. */
typedef struct kh_quantity {
  int64_t coefficient;
  int32_t scale;
  int32_t given;
} kh_quantity;
#define KH_QUANTITY(coefficient, scale) \
  { (coefficient), (scale), 1 }
#define KH_NO_QUANTITY \
  { 0, 0, 0 }

/* "-12", "13.1"; KH_SYNTAX, KH_OVERFLOW. */
KH_API kh_status kh_quantity_parse(const char* text, kh_quantity* out_quantity, kh_error* error);
/* KH_EN "472971.5", KH_VI "472.971,5"; "" where none is given. */
KH_API kh_status kh_quantity_print(kh_quantity quantity, int32_t language, char* buffer,
                                   size_t size, size_t* out_length, kh_error* error);

enum { KH_ROUND_HALF_UP = 0, KH_ROUND_TRUNCATE = 1 }; /* rounding */

/* Exact arithmetic on two figures. KH_MISSING_FIELD where one is not given; KH_OVERFLOW. */
KH_API kh_status kh_quantity_plus(kh_quantity a, kh_quantity b, kh_quantity* out_quantity,
                                  kh_error* error);
KH_API kh_status kh_quantity_minus(kh_quantity a, kh_quantity b, kh_quantity* out_quantity,
                                   kh_error* error);
KH_API kh_status kh_quantity_times(kh_quantity a, kh_quantity b, kh_quantity* out_quantity,
                                   kh_error* error);
/* a / b, rounded once to `decimals`, 0 to 12. KH_DIVIDE_BY_ZERO. */
KH_API kh_status kh_quantity_over(kh_quantity a, kh_quantity b, int32_t decimals, int32_t rounding,
                                  kh_quantity* out_quantity, kh_error* error);
/* To `decimals`, 0 to 12; the figure itself where it has no more than that. */
KH_API kh_status kh_quantity_rounded(kh_quantity quantity, int32_t decimals, int32_t rounding,
                                     kh_quantity* out_quantity, kh_error* error);
/* -1 where a is less than b, 0 where they are equal, 1 where it is greater. */
KH_API kh_status kh_quantity_compare(kh_quantity a, kh_quantity b, int32_t* out_order,
                                     kh_error* error);

/* ---- what a host says */

typedef uint32_t kh_calendar_id;
typedef uint32_t kh_unit;
typedef uint32_t kh_document;
typedef uint32_t kh_task;
typedef uint32_t kh_report;
typedef uint32_t kh_indicator;
typedef uint32_t kh_target;
typedef uint32_t kh_observation;

enum { /* levels of offices, top first */
       KH_LEVEL_NATIONAL = 0,
       KH_LEVEL_MINISTRY = 1,
       KH_LEVEL_PROVINCE = 2,
       KH_LEVEL_COMMUNE = 3,
       KH_LEVEL_DEPARTMENT = 4,
       KH_LEVEL_HOSPITAL = 5,
       KH_LEVEL_STATION = 6,
       KH_LEVEL_DIVISION = 7
};
#define KH_LEVEL_COUNT 8
#define KH_ANY_LEVEL (-1)

enum { /* periods */
       KH_PERIOD_WEEK = 0,
       KH_PERIOD_MONTH = 1,
       KH_PERIOD_QUARTER = 2,
       KH_PERIOD_HALF_YEAR = 3,
       KH_PERIOD_NINE_MONTHS = 4,
       KH_PERIOD_YEAR = 5
};
enum { /* where the due day of a period lies */
       KH_DUE_NONE = 0,
       KH_DUE_SAME_MONTH = 1,
       KH_DUE_LAST_MONTH = 2,
       KH_DUE_NEXT_MONTH = 3,
       KH_DUE_FIXED = 4,
       KH_DUE_FIXED_NEXT_YEAR = 5,
       KH_DUE_WEEKDAY = 6,
       KH_DUE_AFTER_END = 7
};
enum { KH_WINDOW_CALENDAR = 0, KH_WINDOW_DECREE_09 = 1 };
#define KH_LAST_DAY_OF_MONTH 32

/* What repeats; kehoach/recurrence.hpp has a table of examples. */
typedef struct kh_recurrence {
  uint32_t struct_size;
  int32_t period; /* KH_PERIOD_QUARTER ... */
  int32_t due;    /* KH_DUE_... */
  int32_t month;
  int32_t day; /* 1 to 31, KH_LAST_DAY_OF_MONTH, a weekday (1 Monday), or working days */
  int32_t only;
  int32_t exclusive;
  int32_t window;
  kh_date from;
  kh_date until;
} kh_recurrence;
#define KH_RECURRENCE_INIT \
  { sizeof(kh_recurrence), KH_PERIOD_MONTH, KH_DUE_NONE, 0, 0, 0, 0, 0, KH_NO_DATE, KH_NO_DATE }

enum { /* kinds of deadlines; kehoach/deadline.hpp has a table of examples */
       KH_DEADLINE_NONE = 0,
       KH_DEADLINE_BY_DATE = 1,
       KH_DEADLINE_PERIOD = 2,
       KH_DEADLINE_RECURRING = 3,
       KH_DEADLINE_AFTER_EVENT = 4,
       KH_DEADLINE_ONGOING = 5,
       KH_DEADLINE_IMPOSSIBLE = 6
};
enum { KH_EVENT_NONE = 0, KH_EVENT_DATE = 1, KH_EVENT_ISSUED = 2, KH_EVENT_TASK_DONE = 3 };
enum {
  KH_TERM_DAY = 0,
  KH_TERM_WORKING_DAY = 1,
  KH_TERM_WEEK = 2,
  KH_TERM_MONTH = 3,
  KH_TERM_YEAR = 4
};

enum { /* of what a day is the beginning, middle or end (Civil Code art. 146) */
       KH_POINT_OF_NONE = 0,
       KH_POINT_OF_MONTH = 1,
       KH_POINT_OF_YEAR = 2
};

/* Only the fields of its kind are read. */
typedef struct kh_deadline_rule {
  uint32_t struct_size;
  int32_t kind;
  kh_date first;     /* period, ongoing */
  kh_date last;      /* by_date: the written day; period: its last */
  int32_t exclusive; /* by_date: "before that day" */
  int32_t event;     /* after_event, with the four that follow */
  int32_t term;
  int32_t term_unit;
  kh_date event_date;
  kh_task event_task;
  int32_t written_year; /* impossible, as written; 0: none */
  int32_t written_month;
  int32_t written_day;
  int32_t point;                   /* by_date: KH_POINT_OF_MONTH ... */
  const kh_recurrence* recurrence; /* recurring */
  const char* text;                /* the words of the paper, for people */
} kh_deadline_rule;
#define KH_DEADLINE_RULE_INIT                                                                \
  {                                                                                          \
    sizeof(kh_deadline_rule), KH_DEADLINE_NONE, KH_NO_DATE, KH_NO_DATE, 0, KH_EVENT_NONE, 0, \
        KH_TERM_DAY, KH_NO_DATE, 0, 0, 0, 0, 0, NULL, NULL                                   \
  }

enum { KH_LINE_ADMINISTRATIVE = 0, KH_LINE_PROFESSIONAL = 1 }; /* who runs it, who directs it */

/* A text, or a parent, that holds from a day on; KH_NO_DATE: since ever. */
typedef struct kh_dated_text {
  const char* text;
  kh_date from;
  uint32_t reserved;
} kh_dated_text;
typedef struct kh_dated_unit {
  kh_unit unit;
  kh_date from;
} kh_dated_unit;

typedef struct kh_calendar_day {
  kh_date date;
  int32_t working;   /* 0: a day off; 1: a worked Saturday or Sunday */
  kh_date announced; /* KH_NO_DATE: by law, always known */
  int32_t projected;
  const char* name;
  const char* source;
} kh_calendar_day;

enum { /* how a calendar is made of others */
       KH_COMBINE_NONE = 0,
       KH_COMBINE_BOTH_WORK = 1,
       KH_COMBINE_EITHER_WORKS = 2,
       KH_COMBINE_IN_TURN = 3
};
typedef struct kh_calendar_part {
  const char* calendar; /* its key */
  kh_date from;         /* KH_COMBINE_IN_TURN: the day it holds from; of the first KH_NO_DATE */
  uint32_t reserved;
} kh_calendar_part;

typedef struct kh_calendar_spec {
  uint32_t struct_size;
  kh_date first;    /* KH_NO_DATE: as the base, else 2018-01-01 */
  kh_date last;     /* KH_NO_DATE: as the base, else 2060-12-31 */
  int32_t own_week; /* 1: `week` counts even with a base */
  const char* key;
  const char* name;
  const char* base; /* key of the calendar to inherit days from, or NULL */
  const kh_calendar_day* days;
  size_t day_count;
  uint8_t week[8];  /* Monday ... Sunday: working? The eighth is not used. */
  int32_t combine;  /* instead of a base: KH_COMBINE_BOTH_WORK ... of `parts` */
  kh_date known_on; /* what was announced later does not count; KH_NO_DATE: all counts */
  const kh_calendar_part* parts;
  size_t part_count;
} kh_calendar_spec;
#define KH_CALENDAR_SPEC_INIT                                                       \
  {                                                                                 \
    sizeof(kh_calendar_spec), KH_NO_DATE, KH_NO_DATE, 0, NULL, NULL, NULL, NULL, 0, \
        {1, 1, 1, 1, 1, 0, 0, 0}, KH_COMBINE_NONE, KH_NO_DATE, NULL, 0              \
  }

/* Offices that belong to a group by what they are; all that is said must hold on the day. */
typedef struct kh_member_rule {
  kh_unit below; /* hangs under this office; 0: under the group's own parent */
  int32_t line;
  int32_t direct;           /* 1: right under it; 0: at any depth */
  int32_t level;            /* or KH_ANY_LEVEL */
  const char* const* types; /* its type is one of these; none: any */
  size_t type_count;
} kh_member_rule;
#define KH_MEMBER_RULE_INIT \
  { 0, KH_LINE_ADMINISTRATIVE, 0, KH_ANY_LEVEL, NULL, 0 }

/* `name` is short for one entry of `names` that holds since ever; `type`, `parent` and
 * `professional_parent` likewise. kehoach/unit.hpp tells how merging, splitting and closing are
 * said. */
typedef struct kh_unit_spec {
  uint32_t struct_size;
  int32_t level;
  const char* key;
  const char* name;
  const char* type;
  kh_unit parent;
  int32_t group; /* 1: stands for `members` */
  kh_calendar_id calendar;
  uint32_t reserved; /* 0 */
  const kh_unit* members;
  size_t member_count;
  const kh_dated_text* names; /* ascending by day */
  size_t name_count;
  const kh_dated_text* types;
  size_t type_count;
  const kh_dated_unit* parents; /* none: a top office; 64 levels at most */
  size_t parent_count;
  kh_unit professional_parent;
  kh_date closed; /* first day on which it is no more; KH_NO_DATE: it goes on */
  const kh_dated_unit* professional_parents;
  size_t professional_parent_count;
  const kh_dated_unit* successors; /* who takes over what is open, from which day; ascending */
  size_t successor_count;
  const kh_member_rule* member_rules; /* of a group; who meets one of them is a member */
  size_t member_rule_count;
} kh_unit_spec;
#define KH_UNIT_SPEC_INIT                                                                          \
  {                                                                                                \
    sizeof(kh_unit_spec), KH_LEVEL_DIVISION, NULL, NULL, NULL, 0, 0, 0, 0, NULL, 0, NULL, 0, NULL, \
        0, NULL, 0, 0, KH_NO_DATE, NULL, 0, NULL, 0, NULL, 0                                       \
  }

enum { /* relations between documents */
       KH_RELATION_IMPLEMENTS = 0,
       KH_RELATION_LEGAL_BASIS = 1,
       KH_RELATION_AMENDS = 2,
       KH_RELATION_REPLACES = 3,
       KH_RELATION_REPEALS = 4,
       KH_RELATION_EXTENDS = 5,
       KH_RELATION_SUSPENDS = 6,
       KH_RELATION_ATTACHED_TO = 7,
       KH_RELATION_CITES = 8,
       KH_RELATION_PROPOSED_BY = 9,
       KH_RELATION_DIRECTED_BY = 10
};
typedef struct kh_relation {
  int32_t relation;
  kh_document to;
  kh_date cited_date; /* as this paper writes it, or KH_NO_DATE */
  kh_document via;    /* cited only inside the title of that document; 0: directly */
  const char* cited_symbol;
} kh_relation;

typedef struct kh_document_spec {
  uint32_t struct_size;
  kh_unit issuer;
  const char* key;
  const char* symbol;
  const char* type;
  const char* title;
  kh_date issued;
  uint32_t reserved; /* 0 */
  const kh_relation* relations;
  size_t relation_count;
} kh_document_spec;
#define KH_DOCUMENT_SPEC_INIT \
  { sizeof(kh_document_spec), 0, NULL, NULL, NULL, NULL, KH_NO_DATE, 0, NULL, 0 }

enum { KH_LINK_FS = 0, KH_LINK_SS = 1, KH_LINK_FF = 2, KH_LINK_SF = 3 }; /* links */
enum { KH_LAG_WORKING_DAY = 0, KH_LAG_CALENDAR_DAY = 1 };
typedef struct kh_predecessor {
  kh_task task;
  int32_t link;
  int32_t lag; /* -3,650 to 3,650 */
  int32_t lag_unit;
  kh_calendar_id calendar; /* 0: the later task's own */
} kh_predecessor;

typedef struct kh_task_spec {
  uint32_t struct_size;
  kh_document document; /* required */
  const char* key;
  const char* name;
  const char* path;                 /* outline path in the document: "III.2" */
  const kh_deadline_rule* deadline; /* NULL: none stated */
  int32_t duration;                 /* working days, 1 to 36,500; 0: not stated, counts as 1 */
  int32_t weight;                   /* 0 to 1,000,000 */
  const kh_unit* leads;
  size_t lead_count;
  const kh_unit* supports;
  size_t support_count;
  const kh_task* implements; /* tasks of upper documents */
  size_t implement_count;
  const kh_predecessor* after;
  size_t after_count;
} kh_task_spec;
#define KH_TASK_SPEC_INIT \
  { sizeof(kh_task_spec), 0, NULL, NULL, NULL, NULL, 0, 1, NULL, 0, NULL, 0, NULL, 0, NULL, 0 }

typedef struct kh_report_spec {
  uint32_t struct_size;
  kh_document document; /* required */
  const char* key;
  const char* name;
  const char* path;
  const kh_deadline_rule* due;
  const kh_unit* from; /* senders; groups expand */
  size_t from_count;
  const kh_unit* to;
  size_t to_count;
  kh_report feeds;   /* the report above that sums this one up */
  uint32_t reserved; /* 0 */
} kh_report_spec;
#define KH_REPORT_SPEC_INIT \
  { sizeof(kh_report_spec), 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, 0, 0, 0 }

enum { KH_HIGHER_IS_BETTER = 0, KH_LOWER_IS_BETTER = 1 };
enum { /* how an indicator adds up */
       KH_AGGREGATION_SUM = 0,
       KH_AGGREGATION_RATIO = 1,
       KH_AGGREGATION_WEIGHTED_MEAN = 2,
       KH_AGGREGATION_MIN = 3,
       KH_AGGREGATION_MAX = 4,
       KH_AGGREGATION_LAST = 5,
       KH_AGGREGATION_COUNT = 6
};
enum { /* how one office's figures become the one that counts on a day */
       KH_OVER_TIME_LATEST_KNOWN = 0,
       KH_OVER_TIME_LAST = 1, /* from here on of the period with that day */
       KH_OVER_TIME_SUM = 2,
       KH_OVER_TIME_MIN = 3,
       KH_OVER_TIME_MAX = 4,
       KH_OVER_TIME_COUNT = 5
};
typedef struct kh_indicator_spec {
  uint32_t struct_size;
  int32_t direction;
  const char* key;
  const char* name;
  const char* measure;
  int32_t aggregation;
  int32_t decimals; /* 0 to 6 */
  int32_t rounding;
  uint32_t reserved;  /* 0 */
  kh_quantity factor; /* of KH_AGGREGATION_RATIO: 100 for percent */
  int32_t over_time;
  int32_t period;      /* KH_PERIOD_...: of over_time, and of targets that hold in every period */
  kh_indicator weight; /* its figures are the denominators of figures without one; 0: none */
  uint32_t reserved2;  /* 0 */
  kh_quantity lowest;  /* limits of what one office can report */
  kh_quantity highest;
} kh_indicator_spec;
#define KH_INDICATOR_SPEC_INIT                                                                   \
  {                                                                                              \
    sizeof(kh_indicator_spec), 0, NULL, NULL, NULL, KH_AGGREGATION_LAST, 2, KH_ROUND_HALF_UP, 0, \
        {1, 0, 1}, KH_OVER_TIME_LATEST_KNOWN, KH_PERIOD_YEAR, 0, 0, {0, 0, 0}, {                 \
      0, 0, 0                                                                                    \
    }                                                                                            \
  }

enum {
  KH_COMPARATOR_GREATER = 0,
  KH_COMPARATOR_GREATER_OR_EQUAL = 1,
  KH_COMPARATOR_LESS = 2,
  KH_COMPARATOR_LESS_OR_EQUAL = 3,
  KH_COMPARATOR_EQUAL = 4,
  KH_COMPARATOR_RANGE = 5
};
enum {
  KH_RELATIVE_ABSOLUTE = 0,
  KH_RELATIVE_PERCENT = 1,
  KH_RELATIVE_DIFFERENCE = 2,
  KH_RELATIVE_PERCENT_OR_POINTS = 3 /* the paper does not say which of the two */
};
enum { KH_HOLD_AT_MILESTONE = 0, KH_HOLD_EVERY_MEASUREMENT = 1, KH_HOLD_EVERY_PERIOD = 2 };
enum { KH_COURSE_STRAIGHT = 0, KH_COURSE_STEPS = 1 };
typedef struct kh_milestone {
  kh_quantity bound; /* required */
  kh_quantity upper; /* required with KH_COMPARATOR_RANGE */
  kh_date by;        /* KH_NO_DATE: the paper names no day, it holds at any time */
  uint32_t reserved;
} kh_milestone;

typedef struct kh_target_spec {
  uint32_t struct_size;
  kh_indicator indicator; /* required */
  kh_unit unit;           /* required */
  kh_document document;
  const char* key;
  const char* path;
  const char* text;         /* the words of the paper, for people */
  const kh_unit* executing; /* who must report figures; none: `unit` alone */
  size_t executing_count;
  kh_unit monitoring;
  int32_t comparator;
  int32_t relative;
  int32_t aspirational;
  kh_quantity baseline;
  kh_date baseline_date;
  uint32_t reserved;              /* 0 */
  const kh_milestone* milestones; /* at least one, ascending by day */
  size_t milestone_count;
  kh_date baseline_from; /* the baseline is the mean of the figures from here to baseline_date */
  int32_t hold;
  int32_t course;
  int32_t gather;         /* figures come from the offices of this level below, or KH_ANY_LEVEL */
  kh_indicator reference; /* what a relative bound is counted from, as reference_unit reports it */
  kh_unit reference_unit;
  const kh_target* implements; /* targets above that it is part of */
  size_t implement_count;
} kh_target_spec;
#define KH_TARGET_SPEC_INIT                                                                        \
  {                                                                                                \
    sizeof(kh_target_spec), 0, 0, 0, NULL, NULL, NULL, NULL, 0, 0, KH_COMPARATOR_GREATER_OR_EQUAL, \
        KH_RELATIVE_ABSOLUTE, 0, {0, 0, 0}, KH_NO_DATE, 0, NULL, 0, KH_NO_DATE,                    \
        KH_HOLD_AT_MILESTONE, KH_COURSE_STRAIGHT, KH_ANY_LEVEL, 0, 0, NULL, 0                      \
  }

enum { /* what was observed */
       KH_OBSERVED_STARTED = 0,
       KH_OBSERVED_PROGRESS = 1,
       KH_OBSERVED_DONE = 2,
       KH_OBSERVED_CANCELLED = 3,
       KH_OBSERVED_SUSPENDED = 4,
       KH_OBSERVED_RESUMED = 5,
       KH_OBSERVED_EXTENDED = 6,
       KH_OBSERVED_SENT = 7,
       KH_OBSERVED_RECEIVED = 8,
       KH_OBSERVED_ACCEPTED = 9,
       KH_OBSERVED_VALUE = 10,
       KH_OBSERVED_QUALITY_FAULT = 11, /* `value`: how many; 0 or not given: one */
       KH_OBSERVED_EXCUSED = 12        /* an objective cause of delay was confirmed */
};
typedef struct kh_observation_spec {
  uint32_t struct_size;
  int32_t what;
  kh_item subject; /* a task, a report or an indicator */
  kh_unit unit;    /* who reports: required for reports and indicators */
  kh_date date;    /* the day it holds for; required */
  kh_date recorded;
  kh_date period;
  kh_quantity value; /* required with KH_OBSERVED_PROGRESS (percent) and KH_OBSERVED_VALUE */
  kh_quantity denominator;
  kh_date extended_to;
  uint32_t reserved; /* 0 */
  const char* key;
  const char* note;
} kh_observation_spec;
#define KH_OBSERVATION_SPEC_INIT                                                          \
  {                                                                                       \
    sizeof(kh_observation_spec), KH_OBSERVED_PROGRESS, {0, 0}, 0, KH_NO_DATE, KH_NO_DATE, \
        KH_NO_DATE, {0, 0, 0}, {0, 0, 0}, KH_NO_DATE, 0, NULL, NULL                       \
  }

enum { KH_ROLL_NONE = 0, KH_ROLL_NEXT = 1, KH_ROLL_PREVIOUS = 2 };
enum { KH_BEFORE_STRICT = 0, KH_BEFORE_LENIENT = 1 };
enum { KH_LAST_OF_FEBRUARY = 0, KH_FIRST_OF_MARCH = 1 };
enum {                         /* how bad a host holds a code of the audit to be */
       KH_FINDING_DEFAULT = 0, /* as the table of codes says: kh_finding_codes */
       KH_FINDING_NOTE = 1,
       KH_FINDING_WARNING = 2,
       KH_FINDING_SEVERE = 3,
       KH_FINDING_OFF = 4
};
#define KH_FINDING_ROOM 128 /* codes are below this number */
typedef struct kh_settings {
  uint32_t struct_size;
  kh_calendar_id calendar; /* default calendar; 0: Vietnam's public sector */
  int32_t before;          /* "before day X": is X - 1 the last day, or X? */
  int32_t roll_fixed_dates;
  int32_t roll_terms;
  int32_t leap_day;
  int32_t margin[KH_LEVEL_COUNT]; /* working days an office of each level keeps for itself */
  /* What the audit looks for. `findings` by the number of the code: KH_FINDING_DEFAULT, or how bad
   * the host holds it to be. */
  uint8_t findings[KH_FINDING_ROOM];
  int32_t report_margin; /* working days from a report to the one that sums it up */
  int32_t merge_within;  /* working days between reports that could be sent as one */
  int32_t burden;        /* reports of an office in a month; more are a finding */
  uint32_t reserved;     /* 0 */
} kh_settings;
#define KH_SETTINGS_INIT                                                                       \
  {                                                                                            \
    sizeof(kh_settings), 0, KH_BEFORE_STRICT, KH_ROLL_NEXT, KH_ROLL_NEXT, KH_LAST_OF_FEBRUARY, \
        {0, 0, 0, 0, 0, 0, 0, 0}, {0}, 2, 3, 10, 0                                             \
  }

/* ---- engine: edits in, snapshots out */

typedef struct kh_engine kh_engine;
typedef struct kh_edit kh_edit;
typedef struct kh_snapshot kh_snapshot;
typedef struct kh_evaluation kh_evaluation;
typedef struct kh_calendar kh_calendar;

/* An engine without plans. */
KH_API kh_status kh_engine_new(kh_engine** out_engine, kh_error* error);
KH_API void kh_engine_free(kh_engine* engine);

/* A memory of the host's for what an engine's versions keep and share and what grows with the
 * plans: the tables of what was said, with their texts and indexes, the dates, the answers of a day
 * followed, and what a snapshot prepares for evaluations. The working memory of a call, what one
 * evaluation answers, findings, handles, and the offices, calendars, reports, indicators and
 * targets, of which there are few, are the library's own as everywhere else (capi/README.md).
 *
 * The engine, its branches, edits, snapshots and evaluations are one family. `allocate` gives
 * `size` bytes aligned to `alignment` (a power of two, at most that of max_align_t), or NULL where
 * it has none: the call then says KH_NO_MEMORY and nothing has changed. `release` takes each block
 * back once, with the size and alignment it was asked for with. Whichever thread is in a call on a
 * handle of the family or frees one calls them, several at once where the host has several; they
 * call nothing of this library. `context` is handed through. When the last handle of the family is
 * freed, all blocks are released, and `done` (may be NULL) is called as the very last thing; until
 * then the three must work. */
typedef struct kh_allocator {
  uint32_t struct_size;
  void* context;
  void* (*allocate)(void* context, size_t size, size_t alignment);
  void (*release)(void* context, void* block, size_t size, size_t alignment);
  void (*done)(void* context);
} kh_allocator;
#define KH_ALLOCATOR_INIT \
  { sizeof(kh_allocator), NULL, NULL, NULL, NULL }
/* An engine without plans that has its memory from there. The struct is copied. KH_MISUSE where
 * `allocate` or `release` is NULL. Where the call fails, `done` is not called. To fill it from
 * JSON: kh_engine_add_json. */
KH_API kh_status kh_engine_new_with_allocator(const kh_allocator* allocator, kh_engine** out_engine,
                                              kh_error* error);

/* A what-if copy that shares everything until one of the two is edited. */
KH_API kh_status kh_engine_branch(const kh_engine* engine, kh_engine** out_branch, kh_error* error);
/* Computes everything anew and compares; KH_INTERNAL with the items that differ. For tests. */
KH_API kh_status kh_engine_verify(const kh_engine* engine, kh_error* error);

/* A new engine from cascade JSON ("kehoach.cascade/1"), `length` bytes. Faults begin "line L,
 * column C: ". It is kh_engine_new and kh_engine_add_json in one; by themselves these also tell
 * every fault, say how far they have come, and keep to limits and to an allocator. */
KH_API kh_status kh_engine_read_json(const char* json, size_t length, kh_engine** out_engine,
                                     kh_error* error);

/* How much one pass looked at, and in how much of it the answer came out different. */
typedef struct kh_pass_work {
  uint64_t visited;
  uint64_t changed;
} kh_pass_work;

typedef struct kh_commit {
  uint32_t struct_size;
  int32_t rebuilt; /* 1: everything was computed anew: settings, or an eighth of all tasks */
  uint64_t revision;
  uint64_t change_count; /* rows of kh_engine_changes */
  kh_pass_work order;    /* from here on what it cost, in tasks; `changed`: edges that moved it */
  kh_pass_work inputs;   /* deadlines, windows and calendars read again */
  kh_pass_work forward;  /* earliest dates */
  kh_pass_work backward; /* latest dates */
  kh_pass_work status;   /* of the day followed */
  kh_pass_work sums;     /* in sums corrected */
  kh_pass_work verdicts; /* in targets */
} kh_commit;
#define KH_COMMIT_INIT                                                            \
  {                                                                               \
    sizeof(kh_commit), 0, 0, 0, {0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}, {0, 0}, { \
      0, 0                                                                        \
    }                                                                             \
  }

/* Adds the items of a text in one commit; they may name items that are already there by key. All of
 * them or, on an error, nothing. `out_commit` may be NULL. */
KH_API kh_status kh_engine_add_json(kh_engine* engine, const char* json, size_t length,
                                    kh_commit* out_commit, kh_error* error);
typedef struct kh_json_limits {
  uint32_t struct_size;
  int32_t depth; /* of nesting; the format itself needs 5 */
  size_t bytes;  /* of the text; 4 GiB less one byte is also the most */
} kh_json_limits;
#define KH_JSON_LIMITS_INIT \
  { sizeof(kh_json_limits), 16, 0xFFFFFFFF }
/* The same for a text of which nobody knows how large or deep it is: KH_TOO_LARGE beyond
 * `limits`. */
KH_API kh_status kh_engine_add_json_within(kh_engine* engine, const char* json, size_t length,
                                           const kh_json_limits* limits, kh_commit* out_commit,
                                           kh_error* error);

enum {
  KH_FIELD_ITEM = 0, /* before 0: added; after 0: removed; else changed */
  KH_FIELD_DUE = 1,  /* from here to KH_FIELD_LATEST_FINISH day numbers */
  KH_FIELD_EARLIEST_START = 2,
  KH_FIELD_EARLIEST_FINISH = 3,
  KH_FIELD_LATEST_FINISH = 4,
  /* of the day the engine follows; none while it follows none */
  KH_FIELD_STATUS = 5,          /* KH_STATUS_... */
  KH_FIELD_PROGRESS = 6,        /* as reported, in 1/100 percent; -1: not reported */
  KH_FIELD_TASKS_BELOW = 7,     /* distinct tasks below it, less cancelled ones */
  KH_FIELD_DONE_BELOW = 8,      /* of them done */
  KH_FIELD_OVERDUE_BELOW = 9,   /* of them open and overdue */
  KH_FIELD_PROGRESS_BELOW = 10, /* weighted progress of them in 1/100 percent; -1: no weight */
  KH_FIELD_COMPLIANCE = 11      /* of a target: KH_COMPLIANCE_... */
};
typedef struct kh_change {
  uint32_t struct_size;
  int32_t field;
  kh_item item;
  int32_t before;
  int32_t after;
  kh_item cause; /* the item of the edit, or the neighbour it came through */
} kh_change;
#define KH_CHANGE_INIT                    \
  {                                       \
    sizeof(kh_change), 0, {0, 0}, 0, 0, { \
      0, 0                                \
    }                                     \
  }

/* What the engine's last commit changed, by item, then field. Kept until the next commit,
 * kh_engine_add_json or kh_engine_follow, whether that succeeds or not. */
KH_API kh_status kh_engine_changes(const kh_engine* engine, kh_change* rows, size_t capacity,
                                   size_t* out_count, kh_error* error);
/* From now on keeps the answers of one day up to date: every commit also tells what it changed in
 * statuses, sums and verdicts, and kh_snapshot_evaluate for that day has them at hand. Called again
 * with a later day and the same `known_at` it looks only at what may turn in between, and
 * kh_engine_changes tells what did; otherwise linear in the plans. Snapshots taken before keep what
 * they had. KH_OUTSIDE_CALENDAR: follows what it followed before. `out_commit` may be NULL. */
KH_API kh_status kh_engine_follow(kh_engine* engine, kh_date as_of, kh_date known_at,
                                  kh_commit* out_commit, kh_error* error);
/* Keeps no day any longer. */
KH_API kh_status kh_engine_unfollow(kh_engine* engine, kh_error* error);

/* Takes over what was committed to a branch of this engine since it began, as one commit; the
 * branch may go on from there. KH_STALE_EDIT if this engine has been committed to since, KH_MISUSE
 * if it is no branch of this one. `out_commit` may be NULL here and below; kh_engine_changes tells
 * the rest. */
KH_API kh_status kh_engine_adopt(kh_engine* engine, kh_engine* branch, kh_commit* out_commit,
                                 kh_error* error);
/* Makes the plans those of an earlier snapshot of this engine or a branch, as a new commit; ids
 * given out since are given out again. KH_MISUSE for a snapshot of another engine. */
KH_API kh_status kh_engine_restore(kh_engine* engine, const kh_snapshot* snapshot,
                                   kh_commit* out_commit, kh_error* error);
/* Takes the last commit back, as a new commit; taken back again, it is there again. KH_MISUSE where
 * there was none. */
KH_API kh_status kh_engine_undo(kh_engine* engine, kh_commit* out_commit, kh_error* error);
/* What `after` has otherwise than `before`, by item, then field: items said otherwise, removed or
 * added; dates; and, where both kept the same day, its answers. Both must come from one engine or
 * its branches, else KH_MISUSE. The cost is that of the edits between them. */
KH_API kh_status kh_snapshot_diff(const kh_snapshot* before, const kh_snapshot* after,
                                  kh_change* rows, size_t capacity, size_t* out_count,
                                  kh_error* error);

/* Called at the beginning of each stage of a long call and every 16,384 tasks or items, by the
 * thread that called: `stage` is a word ("dates"), `done` and `total` count tasks, or bytes where
 * JSON is read ("keys", "items"). Not 0 goes on; on 0 the call ends with KH_CANCELLED and nothing
 * has changed. Calls on the engine from within are KH_MISUSE; it must not leave by a jump. */
typedef int32_t (*kh_progress)(void* context, const char* stage, uint64_t done, uint64_t total);
/* From now on kh_edit_commit, kh_engine_follow, kh_engine_add_json, kh_engine_adopt,
 * kh_engine_restore and kh_engine_undo of this engine (not of its branches) call it; NULL: nobody
 * is called. `context` is handed through and must live as long. */
KH_API kh_status kh_engine_set_progress(kh_engine* engine, kh_progress progress, void* context,
                                        kh_error* error);

/* How a host lends its threads to one long call; the answer is the same bit for bit. `run` calls
 * piece(work, 0) ... piece(work, count - 1), each once, in any order and by any threads, and
 * returns when all have returned. The pieces call nothing of the host. */
typedef void (*kh_piece)(void* work, size_t index);
typedef struct kh_executor {
  uint32_t struct_size;
  uint32_t workers; /* pieces that may run at the same time; 1 or less: all is done by the caller */
  void (*run)(void* context, size_t count, kh_piece piece, void* work);
  void* context; /* handed through to `run` */
} kh_executor;
#define KH_EXECUTOR_INIT \
  { sizeof(kh_executor), 1, NULL, NULL }
/* From now on kh_edit_commit of this engine (not of its branches) uses it where everything is
 * computed anew. The struct is copied; NULL, or `run` NULL: nobody lends anything. */
KH_API kh_status kh_engine_set_executor(kh_engine* engine, const kh_executor* executor,
                                        kh_error* error);

/* How many faults the engine's last commit or kh_engine_add_json had: 0 if it succeeded, or none
 * was made. */
KH_API kh_status kh_engine_fault_count(const kh_engine* engine, size_t* out_count, kh_error* error);
/* One of them, `index` from 0, the one that the failing call reported first. `out_fault` (may be
 * NULL) is filled like an error; then the whole message and all items, by the rules for text and
 * rows. KH_INVALID_VALUE past the last. */
KH_API kh_status kh_engine_fault(const kh_engine* engine, size_t index, kh_error* out_fault,
                                 kh_error* error);
KH_API kh_status kh_engine_fault_message(const kh_engine* engine, size_t index, char* buffer,
                                         size_t size, size_t* out_length, kh_error* error);
KH_API kh_status kh_engine_fault_items(const kh_engine* engine, size_t index, kh_item* rows,
                                       size_t capacity, size_t* out_count, kh_error* error);

/* Begins a batch: nothing happens before kh_edit_commit, and then all of it or nothing. */
KH_API kh_status kh_edit_new(kh_engine* engine, kh_edit** out_edit, kh_error* error);
/* Drops what was not committed. */
KH_API void kh_edit_free(kh_edit* edit);

/* `add` copies the spec and hands out the id the item will have; it may be used in the same edit at
 * once. What is malformed in C (NULL, an enumeration's number, a missing figure) is refused here
 * and adds nothing; faults in the plans are gathered and reported by kh_edit_commit, all of them.
 * `out_id` may be NULL. After the commit every call on the edit is KH_MISUSE. */
KH_API kh_status kh_edit_add_calendar(kh_edit* edit, const kh_calendar_spec* spec,
                                      kh_calendar_id* out_id, kh_error* error);
KH_API kh_status kh_edit_add_unit(kh_edit* edit, const kh_unit_spec* spec, kh_unit* out_id,
                                  kh_error* error);
KH_API kh_status kh_edit_add_document(kh_edit* edit, const kh_document_spec* spec,
                                      kh_document* out_id, kh_error* error);
KH_API kh_status kh_edit_add_task(kh_edit* edit, const kh_task_spec* spec, kh_task* out_id,
                                  kh_error* error);
KH_API kh_status kh_edit_add_report(kh_edit* edit, const kh_report_spec* spec, kh_report* out_id,
                                    kh_error* error);
KH_API kh_status kh_edit_add_indicator(kh_edit* edit, const kh_indicator_spec* spec,
                                       kh_indicator* out_id, kh_error* error);
KH_API kh_status kh_edit_add_target(kh_edit* edit, const kh_target_spec* spec, kh_target* out_id,
                                    kh_error* error);
KH_API kh_status kh_edit_add_observation(kh_edit* edit, const kh_observation_spec* spec,
                                         kh_observation* out_id, kh_error* error);

/* Many in one call: ids `*out_first` to `*out_first + count - 1`, in the order of `specs`. The
 * whole array is checked before the first is added, so a malformed one adds none; the message
 * begins "element I: ". `count` 0 does nothing and leaves `*out_first` alone. */
KH_API kh_status kh_edit_add_tasks(kh_edit* edit, const kh_task_spec* specs, size_t count,
                                   kh_task* out_first, kh_error* error);
KH_API kh_status kh_edit_add_observations(kh_edit* edit, const kh_observation_spec* specs,
                                          size_t count, kh_observation* out_first, kh_error* error);

/* Replaces all that was said of an item, or says it of one reserved in this edit. */
KH_API kh_status kh_edit_change_calendar(kh_edit* edit, kh_calendar_id id,
                                         const kh_calendar_spec* spec, kh_error* error);
KH_API kh_status kh_edit_change_unit(kh_edit* edit, kh_unit id, const kh_unit_spec* spec,
                                     kh_error* error);
KH_API kh_status kh_edit_change_document(kh_edit* edit, kh_document id,
                                         const kh_document_spec* spec, kh_error* error);
KH_API kh_status kh_edit_change_task(kh_edit* edit, kh_task id, const kh_task_spec* spec,
                                     kh_error* error);
KH_API kh_status kh_edit_change_report(kh_edit* edit, kh_report id, const kh_report_spec* spec,
                                       kh_error* error);
KH_API kh_status kh_edit_change_indicator(kh_edit* edit, kh_indicator id,
                                          const kh_indicator_spec* spec, kh_error* error);
KH_API kh_status kh_edit_change_target(kh_edit* edit, kh_target id, const kh_target_spec* spec,
                                       kh_error* error);
KH_API kh_status kh_edit_change_observation(kh_edit* edit, kh_observation id,
                                            const kh_observation_spec* spec, kh_error* error);

/* An id for an item to be said later in this edit by a `change`; so items may name each other in
 * any order. Left unsaid, the commit reports KH_MISSING_FIELD. */
KH_API kh_status kh_edit_reserve(kh_edit* edit, uint32_t kind, uint32_t* out_id, kh_error* error);
/* The commit refuses with KH_STILL_USED while anything else refers to the item. Observations of a
 * removed task, report or indicator go with it. */
KH_API kh_status kh_edit_remove(kh_edit* edit, kh_item item, kh_error* error);
KH_API kh_status kh_edit_set(kh_edit* edit, const kh_settings* settings, kh_error* error);

/* Validates everything, applies it, recomputes. On an error nothing has changed; `error` holds the
 * first fault, kh_engine_fault every one. The edit is spent in either case. KH_STALE_EDIT if
 * another edit of the engine was committed since this one was begun. `out_commit` may be NULL. */
KH_API kh_status kh_edit_commit(kh_edit* edit, kh_commit* out_commit, kh_error* error);

/* ---- snapshot: the plans as of one commit */

/* Constant time. */
KH_API kh_status kh_engine_snapshot(const kh_engine* engine, kh_snapshot** out_snapshot,
                                    kh_error* error);
KH_API void kh_snapshot_free(kh_snapshot* snapshot);

KH_API kh_status kh_snapshot_revision(const kh_snapshot* snapshot, uint64_t* out_revision,
                                      kh_error* error);
KH_API kh_status kh_snapshot_settings(const kh_snapshot* snapshot, kh_settings* out_settings,
                                      kh_error* error);
/* Highest id given out for the kind. */
KH_API kh_status kh_snapshot_count(const kh_snapshot* snapshot, uint32_t kind, uint32_t* out_count,
                                   kh_error* error);
/* 1 if the item is there, 0 if it was removed or never added. */
KH_API kh_status kh_snapshot_contains(const kh_snapshot* snapshot, kh_item item,
                                      int32_t* out_contains, kh_error* error);
/* The item of that kind and key; KH_UNKNOWN_KEY. */
KH_API kh_status kh_snapshot_find(const kh_snapshot* snapshot, uint32_t kind, const char* key,
                                  uint32_t* out_id, kh_error* error);
/* The host's own key, "" if it has none. */
KH_API kh_status kh_snapshot_key(const kh_snapshot* snapshot, kh_item item, char* buffer,
                                 size_t size, size_t* out_length, kh_error* error);
/* Its name on a day (KH_NO_DATE: the latest); of a document its symbol. Never empty. */
KH_API kh_status kh_snapshot_label(const kh_snapshot* snapshot, kh_item item, kh_date on,
                                   char* buffer, size_t size, size_t* out_length, kh_error* error);
/* Where in its document a task, report or target stands: document (0: none; `out_document` may be
 * NULL) and outline path. */
KH_API kh_status kh_snapshot_place(const kh_snapshot* snapshot, kh_item item,
                                   kh_document* out_document, char* buffer, size_t size,
                                   size_t* out_length, kh_error* error);

/* What was said of an item, as kh_edit_change_task and its kin take it: change a field and say it
 * again. Strings ("" is NULL) and lists lie in `memory`, which may lie anywhere; `memory->length`
 * gets the bytes that all of them need, and with a smaller `size` there are none: strings are NULL,
 * counts 0. Of a unit `name`, `type`, `parent` and `professional_parent` are always in their
 * lists. */
KH_API kh_status kh_snapshot_calendar_spec(const kh_snapshot* snapshot, kh_calendar_id id,
                                           kh_calendar_spec* out_spec, kh_text_buffer* memory,
                                           kh_error* error);
KH_API kh_status kh_snapshot_unit_spec(const kh_snapshot* snapshot, kh_unit id,
                                       kh_unit_spec* out_spec, kh_text_buffer* memory,
                                       kh_error* error);
KH_API kh_status kh_snapshot_document_spec(const kh_snapshot* snapshot, kh_document id,
                                           kh_document_spec* out_spec, kh_text_buffer* memory,
                                           kh_error* error);
KH_API kh_status kh_snapshot_task_spec(const kh_snapshot* snapshot, kh_task id,
                                       kh_task_spec* out_spec, kh_text_buffer* memory,
                                       kh_error* error);
KH_API kh_status kh_snapshot_report_spec(const kh_snapshot* snapshot, kh_report id,
                                         kh_report_spec* out_spec, kh_text_buffer* memory,
                                         kh_error* error);
KH_API kh_status kh_snapshot_indicator_spec(const kh_snapshot* snapshot, kh_indicator id,
                                            kh_indicator_spec* out_spec, kh_text_buffer* memory,
                                            kh_error* error);
KH_API kh_status kh_snapshot_target_spec(const kh_snapshot* snapshot, kh_target id,
                                         kh_target_spec* out_spec, kh_text_buffer* memory,
                                         kh_error* error);
KH_API kh_status kh_snapshot_observation_spec(const kh_snapshot* snapshot, kh_observation id,
                                              kh_observation_spec* out_spec, kh_text_buffer* memory,
                                              kh_error* error);

enum {
  KH_RELATED_LEADS = 0,        /* task: units */
  KH_RELATED_SUPPORTS = 1,     /* task: units */
  KH_RELATED_IMPLEMENTS = 2,   /* task: upper tasks; document: documents it implements */
  KH_RELATED_IMPLEMENTERS = 3, /* task: tasks that implement it, in id order */
  KH_RELATED_AFTER = 4,        /* task: predecessors */
  KH_RELATED_MEMBERS = 5,      /* unit: of a group, as it was said */
  KH_RELATED_SENDERS = 6,      /* report: units */
  KH_RELATED_RECEIVERS = 7,    /* report: units */
  KH_RELATED_EXECUTING = 8,    /* target: units */
  KH_RELATED_SUCCESSORS = 9    /* unit: who takes over, by day */
};
/* The items it is tied to, in the order in which they were said; KH_MISUSE where `which` does not
 * apply to its kind. */
KH_API kh_status kh_snapshot_related(const kh_snapshot* snapshot, kh_item item, int32_t which,
                                     kh_item* rows, size_t capacity, size_t* out_count,
                                     kh_error* error);
/* Offices a unit stands for on a day (KH_NO_DATE: in the end), in id order: a group for its members
 * who are there (itself if none is known), an office for itself or, where it has passed its duties
 * on, for its successors. */
KH_API kh_status kh_snapshot_expand(const kh_snapshot* snapshot, kh_unit unit, kh_date on,
                                    kh_unit* rows, size_t capacity, size_t* out_count,
                                    kh_error* error);

/* The office above it on a day, 0 at the top. Where that one was closed, its first successor. */
KH_API kh_status kh_snapshot_parent(const kh_snapshot* snapshot, kh_unit unit, kh_date on,
                                    int32_t line, kh_unit* out_parent, kh_error* error);
/* 1 if it is founded and not closed on a day. */
KH_API kh_status kh_snapshot_exists(const kh_snapshot* snapshot, kh_unit unit, kh_date on,
                                    int32_t* out_exists, kh_error* error);

typedef struct kh_deadline {
  uint32_t struct_size;
  int32_t kind;
  kh_date first;      /* first day of the window, if it has one */
  kh_date written;    /* as the paper has it */
  kh_date last_valid; /* last day in time before rolling */
  kh_date rolled;     /* after rolling by the policy */
  kh_date suggested;  /* impossible days: a suggestion only */
  kh_date due;        /* the day that decides between in time and late */
} kh_deadline;
#define KH_DEADLINE_INIT \
  { sizeof(kh_deadline), 0, KH_NO_DATE, KH_NO_DATE, KH_NO_DATE, KH_NO_DATE, KH_NO_DATE, KH_NO_DATE }

/* A recurring rule answers for the instance first due on or after `as_of`. Its derivation:
 * kh_evaluation_explain with KH_ASPECT_DEADLINE. */
KH_API kh_status kh_snapshot_deadline(const kh_snapshot* snapshot, kh_task task, kh_date as_of,
                                      kh_deadline* out_deadline, kh_error* error);

/* Columns that start at task `first` and hold `capacity` elements each; NULL where not wanted.
 * KH_NO_DATE and KH_NO_SLACK where nothing says, and for removed tasks. */
typedef struct kh_schedule_columns {
  uint32_t struct_size;
  kh_task first;
  size_t capacity;
  kh_date* due;
  kh_date* last_valid;
  kh_date* earliest_start;
  kh_date* earliest_finish;
  kh_date* latest_start;
  kh_date* latest_finish;
  int32_t* total_slack; /* working days; negative: cannot be done in time */
  int32_t* free_slack;
  kh_document* document;
  kh_item* early_binding; /* what sets the earliest finish: predecessor, document or task itself */
  kh_item* late_binding;  /* what sets the latest finish: successor, upper task or task itself */
} kh_schedule_columns;
#define KH_SCHEDULE_COLUMNS_INIT                                                                   \
  {                                                                                                \
    sizeof(kh_schedule_columns), 1, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, \
        NULL                                                                                       \
  }

/* `*out_count` gets how many tasks there are from `first` on. */
KH_API kh_status kh_snapshot_schedule(const kh_snapshot* snapshot,
                                      const kh_schedule_columns* columns, size_t* out_count,
                                      kh_error* error);

/* Canonical cascade JSON. Each call writes the whole text anew: keep the buffer large. */
KH_API kh_status kh_snapshot_write_json(const kh_snapshot* snapshot, char* buffer, size_t size,
                                        size_t* out_length, kh_error* error);

/* ---- evaluation: the answers for one day */

/* The answers for a day, using what had been recorded by `known_at` (KH_NO_DATE: everything).
 * KH_OUTSIDE_CALENDAR. Linear in the plans. */
KH_API kh_status kh_snapshot_evaluate(const kh_snapshot* snapshot, kh_date as_of, kh_date known_at,
                                      kh_evaluation** out_evaluation, kh_error* error);
/* The same, calling `progress` (may be NULL) on the way. */
KH_API kh_status kh_snapshot_evaluate_watched(const kh_snapshot* snapshot, kh_date as_of,
                                              kh_date known_at, kh_progress progress, void* context,
                                              kh_evaluation** out_evaluation, kh_error* error);
/* The same with the host's threads (`executor` may be NULL), kept no longer than the call. */
KH_API kh_status kh_snapshot_evaluate_by(const kh_snapshot* snapshot, kh_date as_of,
                                         kh_date known_at, const kh_executor* executor,
                                         kh_progress progress, void* context,
                                         kh_evaluation** out_evaluation, kh_error* error);
KH_API void kh_evaluation_free(kh_evaluation* evaluation);

/* The days it was asked for; either may be NULL. */
KH_API kh_status kh_evaluation_day(const kh_evaluation* evaluation, kh_date* out_as_of,
                                   kh_date* out_known_at, kh_error* error);
/* The first day after `as_of` on which any status changes by itself; KH_NO_DATE: never. */
KH_API kh_status kh_evaluation_next_change(const kh_evaluation* evaluation, kh_date* out_date,
                                           kh_error* error);

/* A task whose status turns by itself. */
typedef struct kh_turn {
  uint32_t struct_size;
  kh_task task;
  kh_date on;
  int32_t before; /* KH_STATUS_... */
  int32_t after;
} kh_turn;
#define KH_TURN_INIT \
  { sizeof(kh_turn), 0, KH_NO_DATE, 0, 0 }
/* What turns due, overdue or otherwise from the day after `as_of` to `until` if nobody reports
 * anything more, by day, then task. Where the engine followed this day the cost is that of the
 * answer, else linear in the plans. KH_OUTSIDE_CALENDAR. */
KH_API kh_status kh_evaluation_turns(const kh_evaluation* evaluation, kh_date until, kh_turn* rows,
                                     size_t capacity, size_t* out_count, kh_error* error);

enum {
  KH_STATUS_DONE_IN_TIME = 0,
  KH_STATUS_DONE_LATE = 1,
  KH_STATUS_OPEN_IN_TIME = 2,
  KH_STATUS_OPEN_OVERDUE = 3,
  KH_STATUS_OPEN_WITHOUT_DEADLINE = 4,
  KH_STATUS_NOT_YET_STARTED = 5,
  KH_STATUS_SUSPENDED = 6,
  KH_STATUS_CANCELLED = 7 /* leaves every denominator */
};
#define KH_STATUS_COUNT 8
/* "hoàn thành đúng hạn", "done in time"; KH_INVALID_VALUE for a number that is none. */
KH_API kh_status kh_task_status_print(int32_t status, int32_t language, char* buffer, size_t size,
                                      size_t* out_length, kh_error* error);

/* As kh_schedule_columns. Removed tasks are KH_STATUS_CANCELLED. */
typedef struct kh_state_columns {
  uint32_t struct_size;
  kh_task first;
  size_t capacity;
  uint8_t* status;
  kh_date* due;
  kh_date* done_on;
  kh_date* next_change;  /* first day after as_of on which the status changes by itself */
  kh_quantity* reported; /* progress in percent, as last reported */
  kh_quantity* derived;  /* progress of the distinct tasks that implement it */
} kh_state_columns;
#define KH_STATE_COLUMNS_INIT \
  { sizeof(kh_state_columns), 1, 0, NULL, NULL, NULL, NULL, NULL, NULL }
KH_API kh_status kh_evaluation_states(const kh_evaluation* evaluation,
                                      const kh_state_columns* columns, size_t* out_count,
                                      kh_error* error);

/* One thing that falls due: a task, one period of a recurring task, or one of a report. */
typedef struct kh_due_item {
  uint32_t struct_size;
  int32_t status;
  kh_item item;
  kh_unit unit; /* first lead, or first sender */
  kh_date written;
  kh_date last_valid;
  kh_date due;
  int32_t working_days_left; /* negative: that many working days late */
  uint32_t expected;         /* reports: senders that must report */
  uint32_t received;         /* reports: senders that have */
  int32_t recurs;            /* 1: the period below is meant */
  int32_t year;
  int32_t number; /* quarter 1 to 4, month 1 to 12 ... */
  kh_date period_first;
  kh_date period_last;
  kh_date data_first;
  kh_date data_last;
} kh_due_item;
#define KH_DUE_ITEM_INIT                                                                     \
  {                                                                                          \
    sizeof(kh_due_item), 0, {0, 0}, 0, KH_NO_DATE, KH_NO_DATE, KH_NO_DATE, 0, 0, 0, 0, 0, 0, \
        KH_NO_DATE, KH_NO_DATE, KH_NO_DATE, KH_NO_DATE                                       \
  }

/* What falls due in [from, to], by day, then tasks before reports, then id. Done items included,
 * cancelled and suspended ones not. */
KH_API kh_status kh_evaluation_due(const kh_evaluation* evaluation, kh_date from, kh_date to,
                                   kh_due_item* rows, size_t capacity, size_t* out_count,
                                   kh_error* error);
/* What is open and overdue, oldest first. */
KH_API kh_status kh_evaluation_overdue(const kh_evaluation* evaluation, kh_due_item* rows,
                                       size_t capacity, size_t* out_count, kh_error* error);
/* "quý II/2025", "Q2 2025"; "" for what does not recur. */
KH_API kh_status kh_due_item_print_period(const kh_due_item* item, int32_t language, char* buffer,
                                          size_t size, size_t* out_length, kh_error* error);

/* Which tasks to add up: all conditions that are set must hold. */
typedef struct kh_scope {
  uint32_t struct_size;
  kh_unit unit;
  int32_t below; /* with `unit`: the offices below it, too */
  int32_t level; /* led by an office of this level, or KH_ANY_LEVEL */
  kh_document document;
  kh_task under;    /* implementing this task, directly or through others */
  kh_date due_from; /* the day that decides lies in these; KH_NO_DATE: no limit on that side */
  kh_date due_to;
  int32_t status;     /* KH_STATUS_... or KH_ANY_STATUS */
  uint32_t reserved;  /* 0 */
  int32_t line;       /* with `below`: KH_LINE_... */
  kh_date boundaries; /* offices as on that day; KH_NO_DATE: as things are (kehoach::Scope) */
} kh_scope;
#define KH_ANY_STATUS (-1)
#define KH_SCOPE_INIT                                                                     \
  {                                                                                       \
    sizeof(kh_scope), 0, 1, KH_ANY_LEVEL, 0, 0, KH_NO_DATE, KH_NO_DATE, KH_ANY_STATUS, 0, \
        KH_LINE_ADMINISTRATIVE, KH_NO_DATE                                                \
  }

/* As kh_evaluation_due and kh_evaluation_overdue, of a scope: its tasks, and the reports with a
 * sender in its unit and level on its document. */
KH_API kh_status kh_evaluation_due_within(const kh_evaluation* evaluation, const kh_scope* scope,
                                          kh_date from, kh_date to, kh_due_item* rows,
                                          size_t capacity, size_t* out_count, kh_error* error);
KH_API kh_status kh_evaluation_overdue_within(const kh_evaluation* evaluation,
                                              const kh_scope* scope, kh_due_item* rows,
                                              size_t capacity, size_t* out_count, kh_error* error);
/* Who answers for a task: its leads, or where they passed the duty on before it was done, their
 * successors (`boundaries`: as in kh_scope). */
KH_API kh_status kh_evaluation_answerable(const kh_evaluation* evaluation, kh_task task,
                                          kh_date boundaries, kh_unit* rows, size_t capacity,
                                          size_t* out_count, kh_error* error);

/* Exact counts over distinct tasks, however many paths lead to them. */
typedef struct kh_rollup {
  uint32_t struct_size;
  uint32_t counts[KH_STATUS_COUNT];
  uint32_t total; /* all but cancelled */
  uint32_t done;
  uint32_t open;
  uint32_t leaves;   /* tasks nobody implements further, less cancelled ones */
  uint32_t reported; /* of them, those with a progress or done report */
  uint32_t reserved;
  int64_t weight;
  int64_t reported_weight;
  int64_t weighted_progress;    /* sum of weight x progress in 1/100 percent */
  kh_quantity done_of_due;      /* percent: done / (done + overdue) */
  kh_quantity done_of_assigned; /* percent: done / all but cancelled */
  kh_quantity progress;         /* percent; who has not reported counts 0 */
  kh_quantity progress_at_best; /* percent; who has not reported counts as done */
  kh_quantity done_at_best;     /* percent of all but cancelled, with those counted as done */
} kh_rollup;
#define KH_ROLLUP_INIT                                                                            \
  {                                                                                               \
    sizeof(kh_rollup), {0, 0, 0, 0, 0, 0, 0, 0}, 0, 0, 0, 0, 0, 0, 0, 0, 0, {0, 0, 0}, {0, 0, 0}, \
        {0, 0, 0}, {0, 0, 0}, {                                                                   \
      0, 0, 0                                                                                     \
    }                                                                                             \
  }

/* The percentages are rounded to `decimals` (0 to 6) by `rounding`. */
KH_API kh_status kh_evaluation_rollup(const kh_evaluation* evaluation, const kh_scope* scope,
                                      int32_t decimals, int32_t rounding, kh_rollup* out_rollup,
                                      kh_error* error);
/* The tasks counted in it, in id order. */
KH_API kh_status kh_evaluation_tasks(const kh_evaluation* evaluation, const kh_scope* scope,
                                     kh_task* rows, size_t capacity, size_t* out_count,
                                     kh_error* error);

enum {
  KH_COMPLIANCE_MET = 0,
  KH_COMPLIANCE_NOT_MET = 1,  /* the milestone's day has passed and the bound does not hold */
  KH_COMPLIANCE_ON_TRACK = 2, /* before that day, on or above the line to it */
  KH_COMPLIANCE_BEHIND = 3,
  KH_COMPLIANCE_NO_DATA = 4
};
KH_API kh_status kh_compliance_print(int32_t compliance, int32_t language, char* buffer,
                                     size_t size, size_t* out_length, kh_error* error);

typedef struct kh_verdict {
  uint32_t struct_size;
  int32_t compliance;
  kh_date milestone_by; /* the first milestone on or after as_of, else the last one */
  kh_date actual_date;
  kh_quantity actual;
  kh_quantity bound;    /* as a figure, a relative bound applied to its baseline */
  kh_quantity upper;    /* KH_COMPARATOR_RANGE only */
  kh_quantity expected; /* the line's value on as_of */
  kh_quantity gap;      /* actual - bound */
  uint32_t expected_units;
  uint32_t reported_units;
  kh_quantity margin;   /* the gap turned so that negative is short */
  kh_quantity baseline; /* what a change is counted from, as used */
  kh_quantity start;    /* where the line begins, on start_date */
  kh_date start_date;
  int32_t days_left;       /* to the milestone's day */
  kh_quantity pace_needed; /* for each 30 days, from as_of to the milestone */
  kh_quantity pace_so_far; /* from start_date to actual_date */
  kh_quantity least;       /* what the figure can become, within the indicator's limits */
  kh_quantity most;
  int32_t decided;   /* 1: whatever those missing report */
  int32_t otherwise; /* KH_COMPLIANCE_... under the other reading of percent or points; -1: none */
  uint32_t checked;  /* measurements or closed periods looked at */
  uint32_t breach_count; /* of them, those that failed: kh_evaluation_breaches */
  int32_t aspirational;
  uint32_t reserved;
} kh_verdict;
#define KH_VERDICT_INIT                                                                        \
  {                                                                                            \
    sizeof(kh_verdict), KH_COMPLIANCE_NO_DATA, KH_NO_DATE, KH_NO_DATE, {0, 0, 0}, {0, 0, 0},   \
        {0, 0, 0}, {0, 0, 0}, {0, 0, 0}, 0, 0, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}, KH_NO_DATE, 0, \
        {0, 0, 0}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}, 0, -1, 0, 0, 0, 0                          \
  }

KH_API kh_status kh_evaluation_verdict(const kh_evaluation* evaluation, kh_target target,
                                       kh_verdict* out_verdict, kh_error* error);
/* Within the boundaries of offices of a day (KH_NO_DATE: of `as_of`), as
 * kehoach::Evaluation::verdict says; rows get who should have reported and has not. `out_verdict`
 * may be NULL. */
KH_API kh_status kh_evaluation_verdict_within(const kh_evaluation* evaluation, kh_target target,
                                              kh_date boundaries, kh_verdict* out_verdict,
                                              kh_unit* rows, size_t capacity, size_t* out_count,
                                              kh_error* error);
/* Who should have reported for it and has not, in id order. */
KH_API kh_status kh_evaluation_missing(const kh_evaluation* evaluation, kh_target target,
                                       kh_unit* rows, size_t capacity, size_t* out_count,
                                       kh_error* error);

enum { KH_NOTE = 0, KH_WARNING = 1, KH_SEVERE = 2 };

typedef struct kh_finding {
  uint32_t struct_size;
  int32_t code; /* kehoach/finding.hpp lists them; never renumbered */
  int32_t severity;
  kh_document document;
  kh_item item;
  kh_date date;         /* the day it turns on, if there is one */
  uint32_t other_count; /* what else takes part: kh_evaluation_finding_others */
  const char* name;     /* of the code: "impossible_date"; lives for ever */
  const char* message;  /* one sentence in the language asked for */
  const char* path;
  const char* source; /* the article it rests on, "" if none */
} kh_finding;
#define KH_FINDING_INIT \
  { sizeof(kh_finding), 0, 0, 0, {0, 0}, KH_NO_DATE, 0, NULL, NULL, NULL, NULL }

/* One line of the table of codes. All strings live for ever. */
typedef struct kh_finding_info {
  uint32_t struct_size;
  int32_t code;
  int32_t severity; /* unless kh_settings says otherwise */
  uint32_t reserved;
  const char* name; /* "impossible_date" */
  const char* vi;   /* what it means */
  const char* en;
  const char* source; /* the article it rests on, "" if none */
} kh_finding_info;
#define KH_FINDING_INFO_INIT \
  { sizeof(kh_finding_info), 0, 0, 0, NULL, NULL, NULL, NULL }
/* The table of all codes, by number. */
KH_API kh_status kh_finding_codes(kh_finding_info* rows, size_t capacity, size_t* out_count,
                                  kh_error* error);

/* All findings that kh_settings leaves on, errors first, then by code, item, date and what else
 * takes part. `text` may be NULL: all strings are "". */
KH_API kh_status kh_evaluation_findings(const kh_evaluation* evaluation, int32_t language,
                                        kh_finding* rows, size_t capacity, size_t* out_count,
                                        kh_text_buffer* text, kh_error* error);
/* What making them took: `visited` items looked at, `changed` findings that went or came since the
 * version last asked. `out_rebuilt` (may be NULL): 1 where all items were looked at. */
KH_API kh_status kh_evaluation_audit_work(const kh_evaluation* evaluation, kh_pass_work* out_work,
                                          int32_t* out_rebuilt, kh_error* error);
/* `index` is the row's, from 0; KH_INVALID_VALUE past the last. */
KH_API kh_status kh_evaluation_finding_others(const kh_evaluation* evaluation, size_t index,
                                              kh_item* rows, size_t capacity, size_t* out_count,
                                              kh_error* error);

/* How many reports one office must send in one month, and how many fewer it would be if those that
 * could be one were one. */
typedef struct kh_burden {
  uint32_t struct_size;
  kh_unit unit;
  kh_date month; /* its first day */
  uint32_t reports;
  uint32_t mergeable;
} kh_burden;
#define KH_BURDEN_INIT \
  { sizeof(kh_burden), 0, KH_NO_DATE, 0, 0 }
/* By office, then month; offices and months without any are left out. */
KH_API kh_status kh_evaluation_burden(const kh_evaluation* evaluation, kh_date from, kh_date to,
                                      kh_burden* rows, size_t capacity, size_t* out_count,
                                      kh_error* error);

enum {
  KH_ASPECT_DEADLINE = 0, /* of a task or report */
  KH_ASPECT_EARLIEST_FINISH = 1,
  KH_ASPECT_LATEST_FINISH = 2,
  KH_ASPECT_SLACK = 3,
  KH_ASPECT_STATUS = 4,        /* of a task */
  KH_ASPECT_ROLLUP = 5,        /* of a unit, document or task */
  KH_ASPECT_VERDICT = 6,       /* of a target */
  KH_ASPECT_EVERYTHING = 7,    /* all of these that applies to the item */
  KH_ASPECT_BINDING_CHAIN = 8, /* of a task: what holds its latest finish, up to the top */
  KH_ASPECT_LATENESS = 9       /* of a task: who used up its time, as of the evaluation's day */
};

/* One step of a tree in reading order: it explains the nearest step above it of lower depth. */
typedef struct kh_reason {
  uint32_t struct_size;
  uint32_t depth;
  kh_item item;
  kh_document document;
  kh_date date;     /* the day it yields */
  const char* rule; /* stable code: "written", "roll_next" ... */
  const char* text; /* the sentence in the language asked for */
  const char* source;
  const char* path;
} kh_reason;
#define KH_REASON_INIT \
  { sizeof(kh_reason), 0, {0, 0}, 0, KH_NO_DATE, NULL, NULL, NULL, NULL }

/* Why? KH_MISUSE where the aspect does not apply to the item. */
KH_API kh_status kh_evaluation_explain(const kh_evaluation* evaluation, kh_item item,
                                       int32_t aspect, int32_t language, kh_reason* rows,
                                       size_t capacity, size_t* out_count, kh_text_buffer* text,
                                       kh_error* error);
/* The same as lines of text, each indented by two spaces a depth. */
KH_API kh_status kh_evaluation_explain_text(const kh_evaluation* evaluation, kh_item item,
                                            int32_t aspect, int32_t language, char* buffer,
                                            size_t size, size_t* out_length, kh_error* error);
/* The same as JSON in both languages ("format": "kehoach.reasons/1"; a step holds the steps that
 * explain it under "because"), and as DOT, which Graphviz draws. */
KH_API kh_status kh_evaluation_explain_json(const kh_evaluation* evaluation, kh_item item,
                                            int32_t aspect, char* buffer, size_t size,
                                            size_t* out_length, kh_error* error);
KH_API kh_status kh_evaluation_explain_dot(const kh_evaluation* evaluation, kh_item item,
                                           int32_t aspect, int32_t language, char* buffer,
                                           size_t size, size_t* out_length, kh_error* error);

/* What sets the latest finish of a task in a chain. */
enum {
  KH_BOND_DEADLINE = 0, /* its own deadline: the chain ends here */
  KH_BOND_UPPER = 1,    /* the next link, which it implements */
  KH_BOND_SUCCESSOR = 2 /* the next link, which comes after it */
};
typedef struct kh_chain_link {
  uint32_t struct_size;
  kh_task task;
  kh_document document;
  kh_unit unit; /* its first lead, else who issued the document */
  int32_t bond;
  kh_date latest_finish;
  int32_t slack; /* total, in working days of its own calendar; or KH_NO_SLACK */
} kh_chain_link;
#define KH_CHAIN_LINK_INIT \
  { sizeof(kh_chain_link), 0, 0, 0, 0, KH_NO_DATE, KH_NO_SLACK }

/* From the task up, each link held by the next, to the one whose own deadline binds; no link where
 * nothing limits the task. */
KH_API kh_status kh_snapshot_binding_chain(const kh_snapshot* snapshot, kh_task task,
                                           kh_chain_link* rows, size_t capacity, size_t* out_count,
                                           kh_error* error);

typedef struct kh_tight_task {
  uint32_t struct_size;
  kh_task task;
  int32_t slack; /* working days; negative: it cannot be done in time */
} kh_tight_task;
#define KH_TIGHT_TASK_INIT \
  { sizeof(kh_tight_task), 0, 0 }

/* The `capacity` tasks of a document with the smallest total slack, smallest first, then by id: the
 * heads of its tightest chains. `*out_count` gets how many were written. */
KH_API kh_status kh_snapshot_tightest(const kh_snapshot* snapshot, kh_document document,
                                      kh_tight_task* rows, size_t capacity, size_t* out_count,
                                      kh_error* error);

/* How working days were used: less the slack there was when the top paper came out; from one paper
 * to the next below; waiting for a window or a predecessor; from the earliest finish until it was
 * done; less what an extension added. */
enum {
  KH_SPENT_ISSUED = 0,
  KH_SPENT_PASSED_ON = 1,
  KH_SPENT_WAITED = 2,
  KH_SPENT_DONE = 3,
  KH_SPENT_EXTENDED = 4
};
typedef struct kh_lateness_part {
  uint32_t struct_size;
  int32_t spent;
  kh_document document;
  kh_unit unit;  /* the issuer of the document, or the lead of the task */
  int32_t level; /* of the unit */
  kh_item on;    /* the task of the chain in the document, or the predecessor; kind 0: none */
  kh_date from;  /* the days the task could have ended on before this and after it */
  kh_date to;
  int32_t days; /* working days between them: used up; negative: given */
  int32_t left; /* slack after it; negative: late by then */
  int32_t late; /* days of lateness that arose here; negative: made up */
  const char* text;
} kh_lateness_part;
#define KH_LATENESS_PART_INIT \
  { sizeof(kh_lateness_part), 0, 0, 0, 0, {0, 0}, KH_NO_DATE, KH_NO_DATE, 0, 0, 0, NULL }
typedef struct kh_lateness {
  uint32_t struct_size;
  kh_date limit;  /* by which it must be done; KH_NO_DATE: nothing limits it */
  kh_date finish; /* when it was done; open: its earliest finish, or `as_of` if later */
  int32_t done;   /* 0 or 1 */
  int32_t days;   /* working days from limit to finish; 0 or less: in time; or KH_NO_SLACK */
} kh_lateness;
#define KH_LATENESS_INIT \
  { sizeof(kh_lateness), KH_NO_DATE, KH_NO_DATE, 0, KH_NO_SLACK }

/* Who used up the time of a task, from the paper at the top down to the work itself: the parts'
 * days add up to `days`. No part where `days` is KH_NO_SLACK. `out_lateness` and `text` may be
 * NULL. KH_OUTSIDE_CALENDAR. */
KH_API kh_status kh_snapshot_lateness(const kh_snapshot* snapshot, kh_task task, kh_date as_of,
                                      kh_date known_at, int32_t language, kh_lateness* out_lateness,
                                      kh_lateness_part* rows, size_t capacity, size_t* out_count,
                                      kh_text_buffer* text, kh_error* error);

/* ---- figures: tables of tasks, sums of shards, targets over time */

/* A line along which tasks are told apart; kehoach/rollup.hpp. */
enum {
  KH_AXIS_NONE = 0,
  KH_AXIS_DOCUMENT = 1,
  KH_AXIS_UNIT = 2,
  KH_AXIS_LEVEL = 3,
  KH_AXIS_PERIOD = 4, /* of the day that decides */
  KH_AXIS_STATUS = 5,
  KH_AXIS_UNDER = 6
};
typedef struct kh_axis {
  int32_t axis;
  int32_t below;  /* 1: documents and tasks it serves, offices above its leads, too */
  int32_t period; /* KH_PERIOD_... of KH_AXIS_PERIOD */
} kh_axis;

/* One row or column; only what its axis tells is set. Without item, level, status and days it is
 * the one of tasks that have no place on the axis, or with KH_AXIS_NONE the one of all. */
typedef struct kh_bucket {
  int32_t axis;
  kh_item item;
  int32_t level;  /* or KH_ANY_LEVEL */
  int32_t status; /* or KH_ANY_STATUS */
  kh_date first;
  kh_date last;
} kh_bucket;

#define KH_TOTAL UINT32_MAX /* instead of a row or column */
typedef struct kh_cell {
  uint32_t struct_size;
  uint32_t row;    /* index from 0, or KH_TOTAL */
  uint32_t column; /* index from 0, or KH_TOTAL */
  uint32_t reserved;
  kh_rollup sum;
} kh_cell;

typedef struct kh_table kh_table;     /* immutable; free with kh_table_free */
typedef struct kh_partial kh_partial; /* needs the caller's lock; free with kh_partial_free */

/* Exact sums of distinct tasks in every cell, row and column, in one sweep. `rows` and `columns`
 * are single axes (NULL: KH_AXIS_NONE), `scope` may be NULL. */
KH_API kh_status kh_evaluation_table(const kh_evaluation* evaluation, const kh_axis* rows,
                                     const kh_axis* columns, const kh_scope* scope,
                                     kh_table** out_table, kh_error* error);
KH_API void kh_table_free(kh_table* table);
KH_API kh_status kh_table_rows(const kh_table* table, kh_bucket* rows, size_t capacity,
                               size_t* out_count, kh_error* error);
KH_API kh_status kh_table_columns(const kh_table* table, kh_bucket* rows, size_t capacity,
                                  size_t* out_count, kh_error* error);
/* By row, then column, empty ones left out; then the totals of rows, of columns, of all. */
KH_API kh_status kh_table_cells(const kh_table* table, int32_t decimals, int32_t rounding,
                                kh_cell* rows, size_t capacity, size_t* out_count, kh_error* error);
/* The tasks behind a cell, in id order. A NULL row or column stands for all. */
KH_API kh_status kh_table_tasks(const kh_table* table, const kh_bucket* row,
                                const kh_bucket* column, kh_task* rows, size_t capacity,
                                size_t* out_count, kh_error* error);

/* The sums of one shard, to be merged with those of others; kehoach/partial.hpp says what makes two
 * tasks the same one and who counts it. */
typedef struct kh_partial_spec {
  uint32_t struct_size;
  kh_axis rows;
  kh_axis columns;
  int32_t below;         /* with `own`: the offices below those, too */
  int32_t closed;        /* 1: no other shard implements tasks of this one; smaller */
  const kh_scope* scope; /* or NULL */
  const kh_unit* own;    /* whose documents are this shard's; none: everything is */
  size_t own_count;
} kh_partial_spec;
#define KH_PARTIAL_SPEC_INIT                                       \
  {                                                                \
    sizeof(kh_partial_spec), {KH_AXIS_NONE, 1, KH_PERIOD_QUARTER}, \
        {KH_AXIS_NONE, 1, KH_PERIOD_QUARTER}, 1, 0, NULL, NULL, 0  \
  }
KH_API kh_status kh_evaluation_partial(const kh_evaluation* evaluation, const kh_partial_spec* spec,
                                       kh_partial** out_partial, kh_error* error);
/* KH_SYNTAX for bytes that kh_partial_save did not give, KH_INVALID_VALUE for another version. */
KH_API kh_status kh_partial_load(const void* bytes, size_t size, kh_partial** out_partial,
                                 kh_error* error);
KH_API void kh_partial_free(kh_partial* partial);
/* Adds `other`, which stays as it is. On an error nothing has changed. */
KH_API kh_status kh_partial_merge(kh_partial* partial, const kh_partial* other, kh_error* error);
/* At most `capacity` bytes are written, and only if all fit; `*out_size` (may be NULL) gets how
 * many there are. */
KH_API kh_status kh_partial_save(const kh_partial* partial, void* bytes, size_t capacity,
                                 size_t* out_size, kh_error* error);
/* Cells and totals as of kh_table_cells, with keys for rows and columns: "" for tasks without
 * place, NULL for a total. */
typedef struct kh_partial_cell {
  uint32_t struct_size;
  uint32_t reserved;
  const char* row;
  const char* column;
  kh_rollup sum;
} kh_partial_cell;
KH_API kh_status kh_partial_cells(const kh_partial* partial, int32_t decimals, int32_t rounding,
                                  kh_partial_cell* rows, size_t capacity, size_t* out_count,
                                  kh_text_buffer* text, kh_error* error);
/* What was asked, as text ("as_of=2026-05-18 ..."), and how many tasks it counts as its own
 * (`out_own_tasks` may be NULL). */
KH_API kh_status kh_partial_question(const kh_partial* partial, uint64_t* out_own_tasks,
                                     char* buffer, size_t size, size_t* out_length,
                                     kh_error* error);
/* How many tasks are implemented here that no shard merged so far owns; the first one's key. */
KH_API kh_status kh_partial_unowned(const kh_partial* partial, size_t* out_count, char* buffer,
                                    size_t size, size_t* out_length, kh_error* error);
/* The keys of all of them, ascending, with '\n' between them. */
KH_API kh_status kh_partial_unowned_keys(const kh_partial* partial, char* buffer, size_t size,
                                         size_t* out_length, kh_error* error);

/* Who must report on the tasks in scope (`scope` may be NULL here and below), and of them those who
 * did in part and not at all. */
enum { KH_COVERAGE_EXPECTED = 0, KH_COVERAGE_PARTLY = 1, KH_COVERAGE_MISSING = 2 };
KH_API kh_status kh_evaluation_coverage(const kh_evaluation* evaluation, const kh_scope* scope,
                                        int32_t which, kh_unit* rows, size_t capacity,
                                        size_t* out_count, kh_error* error);
/* The tasks nobody reported on. */
KH_API kh_status kh_evaluation_unreported(const kh_evaluation* evaluation, const kh_scope* scope,
                                          kh_task* rows, size_t capacity, size_t* out_count,
                                          kh_error* error);
/* The worst status in scope (KH_ANY_STATUS: no task; `out_status` may be NULL) and the tasks that
 * cause it. */
KH_API kh_status kh_evaluation_worst(const kh_evaluation* evaluation, const kh_scope* scope,
                                     int32_t* out_status, kh_task* rows, size_t capacity,
                                     size_t* out_count, kh_error* error);
typedef struct kh_contrast {
  uint32_t struct_size;
  kh_task task;
  kh_quantity reported; /* percent, as the upper task's own report */
  kh_quantity derived;  /* of those who implement it */
  kh_quantity at_best;
  kh_quantity difference;
} kh_contrast;
#define KH_CONTRAST_INIT                                       \
  {                                                            \
    sizeof(kh_contrast), 0, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}, { \
      0, 0, 0                                                  \
    }                                                          \
  }
/* Where the two are at least `points` apart, widest first. */
KH_API kh_status kh_evaluation_contrasts(const kh_evaluation* evaluation, const kh_scope* scope,
                                         kh_quantity points, kh_contrast* rows, size_t capacity,
                                         size_t* out_count, kh_error* error);
/* Tasks that implement more than one, and records corrected for them; either may be NULL. */
KH_API kh_status kh_evaluation_sharing(const kh_evaluation* evaluation, uint32_t* out_shared,
                                       uint64_t* out_steps, kh_error* error);

/* Where a bound that must hold at every measurement or in every period did not. */
typedef struct kh_breach {
  kh_date first;
  kh_date last;
  kh_quantity actual; /* not given: no figure for the period */
} kh_breach;
KH_API kh_status kh_evaluation_breaches(const kh_evaluation* evaluation, kh_target target,
                                        kh_breach* rows, size_t capacity, size_t* out_count,
                                        kh_error* error);
typedef struct kh_series_point {
  uint32_t struct_size;
  kh_date first;
  kh_date last;
  kh_date as_of;      /* `last`, or the day asked about where that is earlier */
  kh_quantity change; /* of the figure since the point before */
  int32_t improved;   /* 1, 0; -1: nothing to say */
  uint32_t reserved;
  kh_verdict verdict;
} kh_series_point;
KH_API kh_status kh_evaluation_series(const kh_evaluation* evaluation, kh_target target,
                                      int32_t period, kh_date from, kh_date to,
                                      kh_series_point* rows, size_t capacity, size_t* out_count,
                                      kh_error* error);

enum { /* do the targets below imply the one above? */
       KH_ADEQUATE_IMPLIED = 0,
       KH_ADEQUATE_NOT_IMPLIED = 1,
       KH_ADEQUATE_CONTRADICTED = 2,
       KH_ADEQUATE_UNKNOWN = 3,
       KH_ADEQUATE_NOTHING_BELOW = 4
};
/* "not implied by those below". */
KH_API kh_status kh_adequate_print(int32_t outcome, int32_t language, char* buffer, size_t size,
                                   size_t* out_length, kh_error* error);
typedef struct kh_adequacy {
  uint32_t struct_size;
  int32_t outcome;
  kh_date milestone_by;
  uint32_t contribution_count; /* kh_evaluation_contributions */
  kh_quantity low;             /* asked */
  kh_quantity high;
  kh_quantity implied_low; /* what those below promise together */
  kh_quantity implied_high;
  kh_quantity short_by;
  kh_quantity over_by;
} kh_adequacy;
#define KH_ADEQUACY_INIT                                                                 \
  {                                                                                      \
    sizeof(kh_adequacy), KH_ADEQUATE_NOTHING_BELOW, KH_NO_DATE, 0, {0, 0, 0}, {0, 0, 0}, \
        {0, 0, 0}, {0, 0, 0}, {0, 0, 0}, {                                               \
      0, 0, 0                                                                            \
    }                                                                                    \
  }
/* One row for each milestone. */
KH_API kh_status kh_evaluation_adequacy(const kh_evaluation* evaluation, kh_target target,
                                        kh_adequacy* rows, size_t capacity, size_t* out_count,
                                        kh_error* error);
typedef struct kh_contribution {
  uint32_t struct_size;
  kh_unit unit;
  kh_target target; /* 0: nobody set it one */
  int32_t late;     /* 1: only for a later day */
  kh_quantity low;
  kh_quantity high;
  kh_quantity weight;
  kh_quantity short_by; /* behind the bound above */
} kh_contribution;
#define KH_CONTRIBUTION_INIT                                             \
  {                                                                      \
    sizeof(kh_contribution), 0, 0, 0, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}, { \
      0, 0, 0                                                            \
    }                                                                    \
  }
/* Of the milestone `index`, from 0. */
KH_API kh_status kh_evaluation_contributions(const kh_evaluation* evaluation, kh_target target,
                                             size_t index, kh_contribution* rows, size_t capacity,
                                             size_t* out_count, kh_error* error);

typedef struct kh_target_scope {
  uint32_t struct_size;
  kh_unit unit;
  int32_t below;
  kh_document document;
} kh_target_scope;
#define KH_TARGET_SCOPE_INIT \
  { sizeof(kh_target_scope), 0, 1, 0 }
#define KH_COMPLIANCE_COUNT 5
typedef struct kh_target_tally {
  uint32_t struct_size;
  uint32_t counts[KH_COMPLIANCE_COUNT]; /* without those aspired to */
  uint32_t aspirational[KH_COMPLIANCE_COUNT];
  uint32_t total;
  int32_t worst; /* KH_COMPLIANCE_..., -1: no target */
  uint32_t reserved;
} kh_target_tally;
#define KH_TARGET_TALLY_INIT \
  { sizeof(kh_target_tally), {0, 0, 0, 0, 0}, {0, 0, 0, 0, 0}, 0, -1, 0 }
/* How many targets hold ("đạt m/n chỉ tiêu"); rows get those that are worst. */
KH_API kh_status kh_evaluation_tally(const kh_evaluation* evaluation, const kh_target_scope* scope,
                                     kh_target_tally* out_tally, kh_target* rows, size_t capacity,
                                     size_t* out_count, kh_error* error);

/* Points of an office; the numbers are the host's, the defaults those of kehoach/scoring.hpp. */
typedef struct kh_scoring_policy {
  uint32_t struct_size;
  int32_t decimals;
  kh_quantity general_points;
  kh_quantity result_points;
  kh_quantity late_loss;
  kh_quantity fault_loss;
  kh_quantity grades[3];
  int32_t rounding;
  uint32_t reserved; /* 0 */
} kh_scoring_policy;
#define KH_SCORING_POLICY_INIT                                                    \
  {                                                                               \
    sizeof(kh_scoring_policy), 2, {30, 0, 1}, {70, 0, 1}, {25, 0, 1}, {25, 0, 1}, \
        {{90, 0, 1}, {70, 0, 1}, {50, 0, 1}}, KH_ROUND_HALF_UP, 0                 \
  }
typedef struct kh_score_spec {
  uint32_t struct_size;
  kh_unit unit;
  int32_t below;
  kh_date from;
  kh_date to;
  uint32_t reserved; /* 0 */
  kh_quantity general;
} kh_score_spec;
#define KH_SCORE_SPEC_INIT                                    \
  {                                                           \
    sizeof(kh_score_spec), 0, 1, KH_NO_DATE, KH_NO_DATE, 0, { \
      0, 0, 1                                                 \
    }                                                         \
  }
enum { KH_GRADE_EXCELLENT = 0, KH_GRADE_GOOD = 1, KH_GRADE_FAIR = 2, KH_GRADE_POOR = 3 };
/* "hoàn thành xuất sắc". */
KH_API kh_status kh_grade_print(int32_t grade, int32_t language, char* buffer, size_t size,
                                size_t* out_length, kh_error* error);
typedef struct kh_score {
  uint32_t struct_size;
  int32_t grade; /* KH_GRADE_...; -1: nothing was assigned, and no figure is given */
  int64_t assigned;
  kh_quantity quantity; /* percent */
  kh_quantity quality;
  kh_quantity progress;
  kh_quantity results; /* points */
  kh_quantity general;
  kh_quantity total;
} kh_score;
#define KH_SCORE_INIT                                                                 \
  {                                                                                   \
    sizeof(kh_score), -1, 0, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}, { \
      0, 0, 0                                                                         \
    }                                                                                 \
  }
typedef struct kh_scored_task {
  uint32_t struct_size;
  kh_task task;
  int64_t weight;
  int64_t faults;
  int32_t done;
  int32_t late;
  int32_t excused;
  uint32_t reserved;
  kh_quantity quality;
  kh_quantity progress;
} kh_scored_task;
/* `policy` may be NULL: the defaults. Rows get the tasks that count. */
KH_API kh_status kh_evaluation_score(const kh_evaluation* evaluation, const kh_score_spec* spec,
                                     const kh_scoring_policy* policy, kh_score* out_score,
                                     kh_scored_task* rows, size_t capacity, size_t* out_count,
                                     kh_error* error);

/* Published counts, -1 where one is not printed; percentages likewise not given. */
typedef struct kh_published_tally {
  uint32_t struct_size;
  uint32_t reserved; /* 0 */
  int64_t total;
  int64_t done;
  int64_t done_in_time;
  int64_t done_late;
  int64_t open;
  int64_t open_in_time;
  int64_t open_overdue;
  kh_quantity done_percent;
  kh_quantity open_in_time_percent;
  kh_quantity open_overdue_percent;
  kh_quantity done_of_due_percent;
} kh_published_tally;
#define KH_PUBLISHED_TALLY_INIT                                                                   \
  {                                                                                               \
    sizeof(kh_published_tally), 0, -1, -1, -1, -1, -1, -1, -1, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}, { \
      0, 0, 0                                                                                     \
    }                                                                                             \
  }
typedef struct kh_tally_fault {
  uint32_t struct_size;
  int32_t kind;    /* 0 a sum, 1 a percentage, 2 other than the plans say */
  int32_t field;   /* 0 total, 1 done, 2 in time, 3 late, 4 open, 5 in time, 6 overdue */
  int32_t culprit; /* the field that, set to `suggestion`, makes all sums right; -1: none alone */
  int64_t suggestion;
  kh_quantity stated;
  kh_quantity computed;
  const char* message;
} kh_tally_fault;
/* What does not add up, and with `evaluation` (may be NULL) what differs from the plans in
 * `scope`. */
KH_API kh_status kh_tally_check(const kh_published_tally* tally, const kh_evaluation* evaluation,
                                const kh_scope* scope, int32_t language, kh_tally_fault* rows,
                                size_t capacity, size_t* out_count, kh_text_buffer* text,
                                kh_error* error);

#define KH_NO_ROUNDING (-1)
/* How a stated percentage came from its figures: KH_ROUND_HALF_UP, KH_ROUND_TRUNCATE, or
 * neither. */
KH_API kh_status kh_tally_rounding(kh_quantity stated, int64_t part, int64_t whole,
                                   int32_t* out_rounding, kh_error* error);

/* ---- calendars */

/* Vietnam's public sector as known on a day (KH_NO_DATE: everything known). */
KH_API kh_status kh_calendar_vietnam(kh_date known_on, kh_calendar** out_calendar, kh_error* error);
/* One of the host's own; `base` (may be NULL) is where days and range are inherited from. */
KH_API kh_status kh_calendar_new(const kh_calendar_spec* spec, const kh_calendar* base,
                                 kh_calendar** out_calendar, kh_error* error);
/* The calendar a task or unit is counted on. */
KH_API kh_status kh_snapshot_calendar(const kh_snapshot* snapshot, kh_item item,
                                      kh_calendar** out_calendar, kh_error* error);
KH_API void kh_calendar_free(kh_calendar* calendar);

/* First and last day it is valid for, of which either may be NULL; a day outside is
 * KH_OUTSIDE_CALENDAR everywhere below. */
KH_API kh_status kh_calendar_range(const kh_calendar* calendar, kh_date* out_first,
                                   kh_date* out_last, kh_error* error);
KH_API kh_status kh_calendar_is_working_day(const kh_calendar* calendar, kh_date date,
                                            int32_t* out_working, kh_error* error);
/* The n-th working day after `date` (n > 0) or before it (n < 0); n = 0 is `date`. */
KH_API kh_status kh_calendar_add_working_days(const kh_calendar* calendar, kh_date date, int32_t n,
                                              kh_date* out_date, kh_error* error);
/* Working days in (from, to]; negative, in (to, from], where `to` is earlier. */
KH_API kh_status kh_calendar_working_days_between(const kh_calendar* calendar, kh_date from,
                                                  kh_date to, int32_t* out_days, kh_error* error);
/* `date` if it is a working day or `roll` is KH_ROLL_NONE, else the next or the previous one. */
KH_API kh_status kh_calendar_roll(const kh_calendar* calendar, kh_date date, int32_t roll,
                                  kh_date* out_date, kh_error* error);
/* Why a day is no ordinary day of its week: name and source. `*out_found` 0: it is ordinary, and
 * nothing else was written. `name` and `source` lead into `text`, which may be NULL. */
KH_API kh_status kh_calendar_exception(const kh_calendar* calendar, kh_date date,
                                       int32_t* out_found, kh_calendar_day* out_day,
                                       kh_text_buffer* text, kh_error* error);

/* Applies a rule outside any plan. `issued` and `event_done` are the days the rule may need from
 * outside, `as_of` picks the instance of a recurring one; KH_NO_DATE where not known. The policy is
 * that of `settings` (NULL: defaults). */
typedef struct kh_deadline_context {
  uint32_t struct_size;
  kh_date issued;
  kh_date event_done;
  kh_date as_of;
} kh_deadline_context;
#define KH_DEADLINE_CONTEXT_INIT \
  { sizeof(kh_deadline_context), KH_NO_DATE, KH_NO_DATE, KH_NO_DATE }
KH_API kh_status kh_deadline_resolve(const kh_deadline_rule* rule, const kh_calendar* calendar,
                                     const kh_settings* settings,
                                     const kh_deadline_context* context, kh_deadline* out_deadline,
                                     kh_error* error);
/* The rule as a sentence: "trước ngày 31/7/2025". */
KH_API kh_status kh_deadline_rule_print(const kh_deadline_rule* rule, int32_t language,
                                        char* buffer, size_t size, size_t* out_length,
                                        kh_error* error);

/* All exceptions to the week in [from, to], in order. */
KH_API kh_status kh_calendar_exceptions(const kh_calendar* calendar, kh_date from, kh_date to,
                                        kh_calendar_day* rows, size_t capacity, size_t* out_count,
                                        kh_text_buffer* text, kh_error* error);
/* `days[i]` plus `n[i]` working days into `out[i]`. KH_OUTSIDE_CALENDAR at the first that has no
 * answer; what follows it is then not written. */
KH_API kh_status kh_calendar_add_working_days_many(const kh_calendar* calendar, const kh_date* days,
                                                   const int32_t* n, kh_date* out, size_t count,
                                                   kh_error* error);
/* The calendar that `spec` makes of `parts`, which stand for `spec->parts` in order. */
KH_API kh_status kh_calendar_combine(const kh_calendar_spec* spec, const kh_calendar* const* parts,
                                     size_t part_count, kh_calendar** out_calendar,
                                     kh_error* error);
/* Without what was announced after `day`. */
KH_API kh_status kh_calendar_known_on(const kh_calendar* calendar, kh_date day,
                                      kh_calendar** out_calendar, kh_error* error);

/* One day on which two versions of a calendar differ. */
typedef struct kh_calendar_change {
  uint32_t struct_size;
  kh_date date;
  int32_t working_before;
  int32_t working_after;
  kh_date announced; /* of the paper behind it; KH_NO_DATE: by law, or none */
  uint32_t reserved;
  const char* name;   /* of the exception that made or had made the difference, "" if none */
  const char* source; /* its paper */
  const char* text;   /* the whole as a sentence in the language asked for */
} kh_calendar_change;
#define KH_CALENDAR_CHANGE_INIT \
  { sizeof(kh_calendar_change), KH_NO_DATE, 0, 0, KH_NO_DATE, 0, NULL, NULL, NULL }

/* The days, in order, that are worked in one of the two and off in the other. */
KH_API kh_status kh_calendar_differences(const kh_calendar* before, const kh_calendar* after,
                                         int32_t language, kh_calendar_change* rows,
                                         size_t capacity, size_t* out_count, kh_text_buffer* text,
                                         kh_error* error);

/* ---- deadlines outside any plan: their steps, their periods, what a new calendar moves */

typedef struct kh_deadline_step {
  uint32_t struct_size;
  kh_date date;     /* the day after this step */
  const char* rule; /* stable code: "written", "art_147_3", "roll_next" ... */
  const char* text; /* the sentence in the language asked for */
  const char* source;
} kh_deadline_step;
#define KH_DEADLINE_STEP_INIT \
  { sizeof(kh_deadline_step), KH_NO_DATE, NULL, NULL, NULL }

/* How kh_deadline_resolve comes to its answer, step by step. */
KH_API kh_status kh_deadline_steps(const kh_deadline_rule* rule, const kh_calendar* calendar,
                                   const kh_settings* settings, const kh_deadline_context* context,
                                   int32_t language, kh_deadline_step* rows, size_t capacity,
                                   size_t* out_count, kh_text_buffer* text, kh_error* error);

/* One period of what recurs. */
typedef struct kh_instance {
  uint32_t struct_size;
  int32_t year;   /* in which the period ends; of a week its ISO year */
  int32_t number; /* week 1-53, month 1-12, quarter 1-4, half 1-2, else 1 */
  kh_date period_first;
  kh_date period_last;
  kh_date data_first; /* the data window */
  kh_date data_last;
  kh_date written;
  kh_date last_valid;
  kh_date rolled;
  int32_t impossible; /* a day that no year has (31/11) */
  int32_t clamped;    /* a day that month does not have, set to its last */
} kh_instance;
#define KH_INSTANCE_INIT                                                                   \
  {                                                                                        \
    sizeof(kh_instance), 0, 0, KH_NO_DATE, KH_NO_DATE, KH_NO_DATE, KH_NO_DATE, KH_NO_DATE, \
        KH_NO_DATE, KH_NO_DATE, 0, 0                                                       \
  }

/* Those whose last valid day (whose period's last day, if it has none) lies in [from, to]. */
KH_API kh_status kh_recurrence_instances(const kh_recurrence* recurrence, kh_date from, kh_date to,
                                         const kh_calendar* calendar, const kh_settings* settings,
                                         kh_instance* rows, size_t capacity, size_t* out_count,
                                         kh_error* error);
/* The report calendars that the law itself sets; kehoach/report_calendars.hpp has a table. NĐ
 * 09/2019/NĐ-CP to the Government; KH_INVALID_VALUE for weeks and nine months. */
KH_API kh_status kh_recurrence_decree_09(int32_t period, kh_recurrence* out_recurrence,
                                         kh_error* error);
enum { KH_TIER_COMMUNE = 0, KH_TIER_DISTRICT = 1, KH_TIER_PROVINCE = 2, KH_TIER_CENTRAL = 3 };
/* TT 37/2019/TT-BYT; KH_INVALID_VALUE for weeks, and for a central unit but for the year. */
KH_API kh_status kh_recurrence_health_statistics(int32_t period, int32_t tier,
                                                 kh_recurrence* out_recurrence, kh_error* error);

/* "quý II/2025", "Q2 2025". */
KH_API kh_status kh_instance_print(const kh_instance* instance, int32_t period, int32_t language,
                                   char* buffer, size_t size, size_t* out_length, kh_error* error);

/* A deadline that a new version of a calendar moves. */
typedef struct kh_moved_deadline {
  uint32_t struct_size;
  uint32_t cause_count; /* days that changed where it counts or rolls */
  size_t index;         /* of the rule among those given */
  kh_date before;
  kh_date after;
  kh_date cause; /* the first of those days */
  uint32_t reserved;
} kh_moved_deadline;
#define KH_MOVED_DEADLINE_INIT \
  { sizeof(kh_moved_deadline), 0, 0, KH_NO_DATE, KH_NO_DATE, KH_NO_DATE, 0 }

/* Those of `count` rules whose due day differs between the two; `contexts` may be NULL, else has
 * one for each. The rules and contexts have each the size of the first. */
KH_API kh_status kh_deadline_moved(const kh_deadline_rule* rules,
                                   const kh_deadline_context* contexts, size_t count,
                                   const kh_calendar* before, const kh_calendar* after,
                                   const kh_settings* settings, kh_moved_deadline* rows,
                                   size_t capacity, size_t* out_count, kh_error* error);

/* A deadline of the plans that differs between two snapshots: a task, one period of a recurring
 * task, or one of a report. */
typedef struct kh_moved_due {
  uint32_t struct_size;
  uint32_t cause_count; /* days that changed in its calendar, where it counts or rolls */
  kh_item item;
  int32_t year; /* of the period; 0 where it does not recur */
  int32_t number;
  kh_date before;
  kh_date after;
  kh_date cause; /* the first of those days; KH_NO_DATE: something else moved it */
} kh_moved_due;
#define KH_MOVED_DUE_INIT \
  { sizeof(kh_moved_due), 0, {0, 0}, 0, 0, KH_NO_DATE, KH_NO_DATE, KH_NO_DATE }

/* What both have due, in at least one of them in [from, to], on another day. */
KH_API kh_status kh_snapshot_moved_due(const kh_snapshot* before, const kh_snapshot* after,
                                       kh_date from, kh_date to, kh_moved_due* rows,
                                       size_t capacity, size_t* out_count, kh_error* error);

/* ---- chains of reports */

/* One level's clause, from the lowest to the highest. */
typedef struct kh_report_level {
  uint32_t struct_size;
  int32_t handling;         /* working days from having what is below to sending, 0 or more */
  const kh_recurrence* due; /* required; all levels of a chain have one period */
  const char* name;
  const char* clause;          /* where its day is written: "84/KH-SYT, III.1" */
  const kh_calendar* calendar; /* its own; NULL: the chain's */
} kh_report_level;
#define KH_REPORT_LEVEL_INIT \
  { sizeof(kh_report_level), 1, NULL, NULL, NULL, NULL }

typedef struct kh_report_chain_policy {
  uint32_t struct_size;
  int32_t after_data; /* working days from the end of the data to the lowest report */
  int32_t check_data; /* 0: the issuer sets the cut-off itself */
} kh_report_chain_policy;
#define KH_REPORT_CHAIN_POLICY_INIT \
  { sizeof(kh_report_chain_policy), 1, 1 }

/* One level in one period. KH_NO_DATE and KH_NO_SLACK where there is none. */
typedef struct kh_report_timing {
  uint32_t struct_size;
  kh_date due;      /* its own day, rolled by the policy */
  kh_date needed;   /* the last day by which the level above must have it */
  kh_date latest;   /* the earlier of the two */
  kh_date earliest; /* the first day it can send, as the data close */
  int32_t margin;   /* working days from `due` to `needed` */
  int32_t slack;    /* working days from `earliest` to `latest`; negative: it cannot be done */
  int32_t year;
  int32_t number;
  kh_date data_first;
  kh_date data_last;
} kh_report_timing;
#define KH_REPORT_TIMING_INIT                                                              \
  {                                                                                        \
    sizeof(kh_report_timing), KH_NO_DATE, KH_NO_DATE, KH_NO_DATE, KH_NO_DATE, KH_NO_SLACK, \
        KH_NO_SLACK, 0, 0, KH_NO_DATE, KH_NO_DATE                                          \
  }

/* Why a chain cannot hold: two clauses, and the days they lead to. */
typedef struct kh_report_conflict {
  uint32_t struct_size;
  int32_t missing; /* working days by which the first misses the second */
  size_t lower;    /* level, from 0, whose clause comes first in time */
  size_t upper;
  kh_date lower_day;
  kh_date upper_day;
  const char* rule; /* "due_after_needed", "data_closes_too_late", "impossible_date" */
  const char* text; /* one sentence with both clauses, in the language asked for */
} kh_report_conflict;
#define KH_REPORT_CONFLICT_INIT \
  { sizeof(kh_report_conflict), 0, 0, 0, KH_NO_DATE, KH_NO_DATE, NULL, NULL }

/* The chain in the period that contains `day`. `timings` (may be NULL) has room for `level_count`
 * rows; `conflicts` are rows as everywhere: none means that the chain holds. `policy` may be
 * NULL. */
KH_API kh_status kh_report_chain_solve(const kh_report_level* levels, size_t level_count,
                                       kh_date day, const kh_calendar* calendar,
                                       const kh_settings* settings,
                                       const kh_report_chain_policy* policy, int32_t language,
                                       kh_report_timing* timings, kh_report_conflict* conflicts,
                                       size_t capacity, size_t* out_count, kh_text_buffer* text,
                                       kh_error* error);

/* ---- phrases: the words in which plans state time */

enum { /* kinds of phrases; kehoach/phrase.hpp has a table of examples */
       KH_PHRASE_BY = 0,
       KH_PHRASE_BEFORE = 1,
       KH_PHRASE_POINT = 2,
       KH_PHRASE_PERIOD = 3,
       KH_PHRASE_RECURRING = 4,
       KH_PHRASE_EVENT_DAY = 5,
       KH_PHRASE_FREQUENCY = 6,
       KH_PHRASE_AFTER_EVENT = 7,
       KH_PHRASE_EVENT = 8,
       KH_PHRASE_OPEN_FROM = 9,
       KH_PHRASE_OPEN_UNTIL = 10,
       KH_PHRASE_ONGOING = 11,
       KH_PHRASE_ON_DEMAND = 12,
       KH_PHRASE_VAGUE = 13,
       KH_PHRASE_BY_REFERENCE = 14,
       KH_PHRASE_DATA_WINDOW = 15,
       KH_PHRASE_CONSTRAINT = 16,
       KH_PHRASE_HORIZON = 17,
       KH_PHRASE_MILESTONE = 18,
       KH_PHRASE_WEEK_OF_MONTH = 19
};
/* "before" for KH_PHRASE_BEFORE; "vague" for a number that is none. Lives for ever. */
KH_API const char* kh_phrase_kind_name(int32_t kind);

enum { KH_INFERRED_YEAR = 0, KH_INFERRED_PERIOD = 1, KH_INFERRED_MONTH = 2 };
enum { /* where what the words leave out was taken from */
       KH_FROM_PLAN_YEAR = 0,
       KH_FROM_ISSUE_DATE = 1,
       KH_FROM_SAME_SENTENCE = 2,
       KH_FROM_WORDS_YEAR = 3,
       KH_FROM_TWO_DIGITS = 4,
       KH_FROM_REPORT_KIND = 5,
       KH_FROM_REGULATION = 6
};
typedef struct kh_inference {
  int32_t what;
  int32_t from;
  int32_t value; /* the year or month put in; for a period KH_PERIOD_... */
} kh_inference;

/* One edge of a data window, relative to the report's period. */
typedef struct kh_window_day {
  int32_t day;   /* 1 to 31, KH_LAST_DAY_OF_MONTH; 0: not stated */
  int32_t month; /* 1 to 12; 0: the last month of the period */
  int32_t shift; /* -1: of the year before; where `month` is 0, of the month before */
} kh_window_day;

#define KH_PHRASE_INFERRED 4
typedef struct kh_phrase {
  uint32_t struct_size;
  int32_t kind;
  uint32_t begin; /* the bytes [begin, end) of the text that it rests on */
  uint32_t end;
  int32_t incomplete;   /* 1: a needed part is missing and nothing gives it */
  int32_t alternative;  /* 1: joined to the phrase before it by "hoặc" */
  int32_t names_period; /* 1: its recurrence says which report it is about */
  int32_t any_period;   /* 1: the rule holds for every period; the host sets it */
  int32_t after_period; /* 1: the event is the end of a reporting period */
  int32_t minute;       /* after 00:00 of the due day; -1: none, the whole day */
  int32_t exclusive_minute;
  kh_date horizon;
  kh_date suggested;
  int32_t times; /* so many times in every `every` of `every_unit`; 0: no count */
  int32_t every; /* 0: no frequency */
  int32_t every_unit;
  int32_t at_least;
  int32_t window_month;
  kh_window_day window_first;
  kh_window_day window_last;
  uint32_t inferred_count;
  kh_inference inferred[KH_PHRASE_INFERRED]; /* the first of them */
  uint32_t reserved;
} kh_phrase;
#define KH_PHRASE_INIT                                                                       \
  {                                                                                          \
    sizeof(kh_phrase), 0, 0, 0, 0, 0, 0, 0, 0, -1, 0, KH_NO_DATE, KH_NO_DATE, 0, 0, 0, 0, 0, \
        {0, 0, 0}, {0, 0, 0}, 0, {{0, 0, 0}}, 0                                              \
  }

typedef struct kh_phrase_context {
  uint32_t struct_size;
  kh_date issued;     /* issue date of the document */
  int32_t plan_year;  /* 0: the year of `issued` */
  int32_t regulation; /* 1: the text lays down a regime: a day without a year recurs */
} kh_phrase_context;
#define KH_PHRASE_CONTEXT_INIT \
  { sizeof(kh_phrase_context), KH_NO_DATE, 0, 0 }

/* Every statement of time in `length` bytes of UTF-8, in the order of the text. KH_NOT_UNDERSTOOD:
 * there is none, or none that can be read without guessing. Up to `capacity` of them into three
 * columns, each of which may be NULL and counts with the struct_size of its first element: what was
 * read, its rule (ready for kh_deadline_resolve; none where no day can follow), and the recurrence
 * that the rule, or else only the phrase, speaks of. A rule's `recurrence` leads into
 * `recurrences`, its `text` into `words`, which may be NULL. `context` may be NULL. Linear in the
 * text. */
KH_API kh_status kh_phrases_read(const char* text, size_t length, const kh_phrase_context* context,
                                 kh_phrase* phrases, kh_deadline_rule* rules,
                                 kh_recurrence* recurrences, size_t capacity, size_t* out_count,
                                 kh_text_buffer* words, kh_error* error);

/* ---- reading papers */

/* A reader with its vocabulary, and what one paper says. Both are immutable: any threads at
 * once. */
typedef struct kh_reader kh_reader;
typedef struct kh_reading kh_reading;

/* A word that means something to the reader; kehoach/reader.hpp lists the kinds. A complete
 * struct. */
typedef struct kh_vocabulary_entry {
  const char* kind;  /* "unit", "label", "type" ... */
  const char* words; /* required */
  const char* value; /* "lead" for a label; "" where the kind has none */
} kh_vocabulary_entry;

/* The built-in vocabulary; its strings live for ever. */
KH_API kh_status kh_reader_vocabulary(kh_vocabulary_entry* rows, size_t capacity, size_t* out_count,
                                      kh_error* error);
/* The built-in vocabulary and `count` entries more, of which an equal later one wins. An unknown
 * kind has no effect. */
KH_API kh_status kh_reader_new(const kh_vocabulary_entry* extra, size_t count,
                               kh_reader** out_reader, kh_error* error);
KH_API void kh_reader_free(kh_reader* reader);
/* The text of one paper, any bytes; of a Word or PDF file what a host takes out of it. `reader`
 * NULL reads with the built-in vocabulary. Linear in the text, of which nothing is kept.
 * KH_TOO_LARGE from 4 GiB. */
KH_API kh_status kh_reader_read(const kh_reader* reader, const char* text, size_t length,
                                kh_reading** out_reading, kh_error* error);
KH_API void kh_reading_free(kh_reading* reading);

/* All of it as the JSON that `kehoach read --json` prints. */
KH_API kh_status kh_reading_json(const kh_reading* reading, char* buffer, size_t size,
                                 size_t* out_length, kh_error* error);

/* Where an item stands: 1-based line, bytes [begin, end) of the input, and how sure the reader is
 * in thousandths. A complete struct. */
typedef struct kh_read_place {
  size_t line;
  size_t begin;
  size_t end;
  uint32_t confidence;
} kh_read_place;

/* In the rows below what the paper does not state is "" or KH_NO_DATE, and a list of names is one
 * string with '\n' between them. Codes are the words of the JSON. */
typedef struct kh_read_document {
  uint32_t struct_size;
  kh_date issued;
  const char* symbol;
  const char* symbol_raw;
  const char* type;
  const char* issuer;
  const char* title;
  const char* signer;
  const char* place;
} kh_read_document;
#define KH_READ_DOCUMENT_INIT \
  { sizeof(kh_read_document), KH_NO_DATE, NULL, NULL, NULL, NULL, NULL, NULL, NULL }

typedef struct kh_read_reference {
  uint32_t struct_size;
  kh_date date;
  kh_read_place place;
  const char* symbol;
  const char* raw;
  const char* type;
  const char* issuer;
  const char* relation; /* "implements" ... */
  const char* via;
} kh_read_reference;
#define KH_READ_REFERENCE_INIT \
  { sizeof(kh_read_reference), KH_NO_DATE, {0, 0, 0, 0}, NULL, NULL, NULL, NULL, NULL, NULL }

typedef struct kh_read_task {
  uint32_t struct_size;
  kh_date start;
  kh_date end;           /* last day, or the day written after "truoc" */
  int32_t end_exclusive; /* 1: the written day itself no longer counts */
  kh_read_place place;
  const char* path;
  const char* text;
  const char* lead;     /* names */
  const char* support;  /* names */
  const char* deadline; /* the words about time */
  const char* kind;     /* "by_date", "period", "recurring", "ongoing", "none" */
  const char* recurrence;
} kh_read_task;
#define KH_READ_TASK_INIT                                                                        \
  {                                                                                              \
    sizeof(kh_read_task), KH_NO_DATE, KH_NO_DATE, 0, {0, 0, 0, 0}, NULL, NULL, NULL, NULL, NULL, \
        NULL, NULL                                                                               \
  }

typedef struct kh_read_report {
  uint32_t struct_size;
  int32_t exclusive; /* 1, 0; -1: no rule */
  kh_read_place place;
  const char* path;
  const char* raw;
  const char* from;   /* names */
  const char* to;     /* names */
  const char* onward; /* names */
  const char* period;
  const char* due_rule;
  const char* due_dates; /* "2026-03-20\n2026-06-20" */
} kh_read_report;
#define KH_READ_REPORT_INIT \
  { sizeof(kh_read_report), -1, {0, 0, 0, 0}, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL }

typedef struct kh_read_target {
  uint32_t struct_size;
  int32_t relative_to_baseline;
  kh_read_place place;
  const char* path;
  const char* name;
  const char* raw;
  const char* unit;
  const char* comparator;
  const char* number; /* "13.1"; "" where there are two bounds or several values */
  const char* min;
  const char* max;
  const char* named; /* "name: number" a line */
  const char* by;
  const char* executing;  /* names */
  const char* monitoring; /* names */
} kh_read_target;
#define KH_READ_TARGET_INIT                                                                        \
  {                                                                                                \
    sizeof(kh_read_target), 0, {0, 0, 0, 0}, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, \
        NULL, NULL, NULL                                                                           \
  }

typedef struct kh_read_recipient {
  uint32_t struct_size;
  kh_read_place place;
  const char* unit;
  const char* purpose;
} kh_read_recipient;
#define KH_READ_RECIPIENT_INIT \
  { sizeof(kh_read_recipient), {0, 0, 0, 0}, NULL, NULL }

typedef struct kh_read_finding {
  uint32_t struct_size;
  uint32_t line_count;
  size_t line; /* the first; 0: the paper as a whole */
  const char* code;
  const char* message;
  const char* lines; /* numbers */
} kh_read_finding;
#define KH_READ_FINDING_INIT \
  { sizeof(kh_read_finding), 0, 0, NULL, NULL, NULL }

/* `text` may be NULL: all strings are "". Rows stand in the order of the paper. */
KH_API kh_status kh_reading_document(const kh_reading* reading, kh_read_document* out_document,
                                     kh_text_buffer* text, kh_error* error);
KH_API kh_status kh_reading_references(const kh_reading* reading, kh_read_reference* rows,
                                       size_t capacity, size_t* out_count, kh_text_buffer* text,
                                       kh_error* error);
KH_API kh_status kh_reading_tasks(const kh_reading* reading, kh_read_task* rows, size_t capacity,
                                  size_t* out_count, kh_text_buffer* text, kh_error* error);
KH_API kh_status kh_reading_reports(const kh_reading* reading, kh_read_report* rows,
                                    size_t capacity, size_t* out_count, kh_text_buffer* text,
                                    kh_error* error);
KH_API kh_status kh_reading_targets(const kh_reading* reading, kh_read_target* rows,
                                    size_t capacity, size_t* out_count, kh_text_buffer* text,
                                    kh_error* error);
KH_API kh_status kh_reading_recipients(const kh_reading* reading, kh_read_recipient* rows,
                                       size_t capacity, size_t* out_count, kh_text_buffer* text,
                                       kh_error* error);
KH_API kh_status kh_reading_findings(const kh_reading* reading, kh_read_finding* rows,
                                     size_t capacity, size_t* out_count, kh_text_buffer* text,
                                     kh_error* error);

/* Several papers put together. A complete struct. */
typedef struct kh_read_paper {
  const char* name; /* the host's word for it; the document's key where it has no number */
  const kh_reading* reading;
} kh_read_paper;

/* `accept`: in thousandths, the score from which a proposal becomes `implements`; above 1000 none
 * does, and the decision stays with the host. `out_links` (may be NULL) gets, as text of the
 * caller's, the JSON of proposals, of what found no place and of the names of offices. KH_CYCLE if
 * accepted proposals wait for each other. */
KH_API kh_status kh_read_cascade(const kh_read_paper* papers, size_t count, uint32_t accept,
                                 kh_engine** out_engine, kh_text_buffer* out_links,
                                 kh_error* error);

/* ---- lunar days at UTC+7, lunar years 1900 to 2100 */

typedef struct kh_lunar_date {
  int32_t year;
  int32_t month; /* 1 to 12 */
  int32_t day;   /* 1 to 30 */
  int32_t leap;  /* 1: the second month of that number in the year */
} kh_lunar_date;

KH_API kh_status kh_lunar_from_date(kh_date date, kh_lunar_date* out_lunar, kh_error* error);
/* KH_IMPOSSIBLE_DATE for a leap month the year does not have, or a day 30 in a month of 29. */
KH_API kh_status kh_lunar_to_date(kh_lunar_date lunar, kh_date* out_date, kh_error* error);
/* Of a lunar year: the first day of Tết, and the number of its leap month (0: it has none); either
 * may be NULL. KH_INVALID_VALUE outside 1900 to 2100. */
KH_API kh_status kh_lunar_year(int32_t year, kh_date* out_new_year, int32_t* out_leap_month,
                               kh_error* error);
/* 29 or 30; KH_INVALID_VALUE, KH_IMPOSSIBLE_DATE as kh_lunar_to_date. */
KH_API kh_status kh_lunar_days_in_month(int32_t year, int32_t month, int32_t leap,
                                        int32_t* out_days, kh_error* error);
/* "mùng 10 tháng 3 năm Bính Ngọ". */
KH_API kh_status kh_lunar_print(kh_lunar_date lunar, int32_t language, char* buffer, size_t size,
                                size_t* out_length, kh_error* error);

#ifdef __cplusplus
}
#endif

#endif /* KEHOACH_H */
