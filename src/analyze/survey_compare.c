// Versions as people who rely on a pack read them: what is gone breaks, what is new or found
// elsewhere is more than a repair.
#include <stdlib.h>

#include "analyze/survey_data.h"
#include "base/str.h"

typedef enum { CHANGE_NONE, CHANGE_REPAIR, CHANGE_MINOR, CHANGE_MAJOR } change;

static const char *const change_names[] = {"no", "patch", "minor", "major"};

// "en.exclusivity" and "1.0.0" of "en.exclusivity@1.0.0".
static pv_str module_of(pv_str pack, pv_str *version) {
  size_t size = 0;
  while (size < pack.size && pack.data[size] != '@') size++;
  *version = size < pack.size ? (pv_str){pack.data + size + 1, pack.size - size - 1} : PV_STR("");
  return (pv_str){pack.data, size};
}

static change bump(pv_str old, pv_str new) {
  static const change steps[] = {CHANGE_MAJOR, CHANGE_MINOR, CHANGE_REPAIR};
  const char *a = old.data, *b = new.data;
  for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
    char *a_end, *b_end;
    long x = strtol(a, &a_end, 10), y = strtol(b, &b_end, 10);
    if (y != x) return y > x ? steps[i] : CHANGE_NONE;
    if (*a_end != '.' || *b_end != '.') break;
    a = a_end + 1;
    b = b_end + 1;
  }
  return CHANGE_NONE;
}

static size_t index_of(const pv_survey *s, pv_str id) {
  size_t i = 0;
  while (i < s->count && !pv_str_equal(s->rules[i].id, id)) i++;
  return i;
}

// What became of a rule, and in words.
static change change_of(const pv_survey *s, const pv_survey *old, size_t i, size_t k,
                        const char **what) {
  const pv_rule *rule = &s->rules[i], *before = &old->rules[k];
  bool same_meaning =
      pv_str_equal(rule->kind, before->kind) && pv_str_equal(rule->polarity, before->polarity) &&
      (rule->frame ? before->frame && pv_str_equal(rule->frame->id, before->frame->id)
                   : !before->frame);
  *what = "means something else than before";
  if (!same_meaning) return CHANGE_MAJOR;
  *what = "finds something else than before";
  if (s->hits[i] != old->hits[k] || s->digests[i] != old->digests[k]) return CHANGE_MINOR;
  *what = "has other points than before";
  return rule->score != before->score ? CHANGE_MINOR : CHANGE_NONE;
}

static void require(const pv_rule *rule, pv_str old_pack, pv_str new_pack, change needed,
                    const char *what, pv_warnings *warnings) {
  pv_str before, now;
  (void)module_of(old_pack, &before);
  (void)module_of(new_pack, &now);
  if (bump(before, now) != CHANGE_NONE && bump(before, now) >= needed) return;
  pv_warn(warnings, "L12", rule->file, rule->line,
          "rule " PV_STR_FMT " %s: that is a %s change, but the version went from " PV_STR_FMT
          " to " PV_STR_FMT,
          PV_STR_ARG(rule->id), what, change_names[needed], PV_STR_ARG(before), PV_STR_ARG(now));
}

// The file of the same id, as a rule in it names it; empty where there is none.
static pv_str counterpart(const pv_survey *s, pv_str pack) {
  pv_str version, wanted = module_of(pack, &version);
  for (size_t i = 0; i < s->count; i++)
    if (pv_str_equal(module_of(s->rules[i].pack, &version), wanted)) return s->rules[i].pack;
  return PV_STR("");
}

void pv_survey_compare(const pv_survey *s, const pv_survey *old, pv_warnings *warnings) {
  for (size_t i = 0; i < s->count; i++) {
    const pv_rule *rule = &s->rules[i];
    pv_str before = counterpart(old, rule->pack);
    if (!before.size) continue; // a new file may start with any version
    const char *what = "is new";
    size_t k = index_of(old, rule->id);
    change needed = k < old->count ? change_of(s, old, i, k, &what) : CHANGE_MINOR;
    if (needed) require(rule, before, rule->pack, needed, what, warnings);
  }
  for (size_t k = 0; k < old->count; k++) {
    pv_str now = counterpart(s, old->rules[k].pack);
    if (now.size && index_of(s, old->rules[k].id) == s->count)
      require(&old->rules[k], old->rules[k].pack, now, CHANGE_MAJOR, "is gone", warnings);
  }
}
