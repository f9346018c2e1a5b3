#include "portfolio/relation.h"

#include "base/str.h"

static pv_compared result(pv_relation relation, pv_why why) { return (pv_compared){relation, why}; }

// Does what `a` is or what its definition says leave out what `b` is called?
static bool excludes(const pv_concept *a, const pv_concept *b) {
  pv_bag name = b->term.size ? b->term_words : b->words;
  pv_bag own = a->term.size ? a->term_words : a->words;
  return pv_bag_within(name, a->excluded) && !pv_bag_within(name, own);
}

static pv_compared compare_terms(const pv_concept *a, const pv_concept *b) {
  if (pv_bag_equal(a->meaning, b->meaning)) return result(PV_RELATION_SAME, PV_WHY_PLAIN);
  return result(PV_RELATION_OVERLAP, PV_WHY_DEFINED_TWICE);
}

// Does the definition of one name the other? One word alone ("Product") means each time what its
// own document says.
static bool is_named_in(pv_bag meaning, pv_bag words) {
  return words.count > 1 && pv_bag_has_run(meaning, words);
}

// One names what the other is a part of ("tires", "truck tires"), or is explained by it. Of two
// defined terms the words are only names.
static bool is_wider(const pv_concept *a, const pv_concept *b) {
  bool are_names = a->is_defined && b->is_defined;
  if (!are_names && (pv_bag_within(a->words, b->words) || pv_bag_within(b->words, a->words)))
    return true;
  return is_named_in(a->meaning, b->words) || is_named_in(b->meaning, a->words);
}

static pv_compared compare_concepts(const pv_concept *a, const pv_concept *b) {
  if (!a->text.size || !b->text.size) return result(PV_RELATION_UNKNOWN, PV_WHY_MISSING);
  if (excludes(a, b) || excludes(b, a)) return result(PV_RELATION_DISJOINT, PV_WHY_EXCLUDED);
  bool same_words = pv_bag_equal(a->words, b->words);
  if (a->is_defined && b->is_defined && (same_words || pv_bag_equal(a->term_words, b->term_words)))
    return compare_terms(a, b);
  if (same_words) return result(PV_RELATION_SAME, PV_WHY_PLAIN);
  if (is_wider(a, b)) return result(PV_RELATION_OVERLAP, PV_WHY_WIDER);
  return result(PV_RELATION_UNKNOWN,
                a->is_defined && b->is_defined ? PV_WHY_SILENT : PV_WHY_UNDEFINED);
}

// Of licenses: patents on one side and trademarks on the other are two things.
static bool are_of_other_kinds(const pv_promise *a, const pv_promise *b) {
  static const pv_str other = {"other", 5};
  if (!a->subject_kinds.count || !b->subject_kinds.count) return false;
  if (pv_bag_has(a->subject_kinds, other) || pv_bag_has(b->subject_kinds, other)) return false;
  return !pv_bag_shared(a->subject_kinds, b->subject_kinds);
}

pv_compared pv_compare_subjects(const pv_promise *a, const pv_promise *b) {
  pv_compared compared = compare_concepts(&a->subject, &b->subject);
  if (compared.relation == PV_RELATION_UNKNOWN && are_of_other_kinds(a, b))
    return result(PV_RELATION_DISJOINT, PV_WHY_PLAIN);
  return compared;
}

// Which acts have nothing to do with each other. Whether to distribute a service is to host it,
// too, is not said by these words, so all others may overlap.
static bool are_apart(pv_str a, pv_str b) {
  static const struct {
    const char *one;
    const char *others; // with a blank before and behind each
  } rows[] = {
      {"manufacture", " sell distribute market promote represent solicit host import offer "
                      "display perform publish "},
      {"make", " sell distribute market promote import offer display perform publish "},
      {"develop", " sell distribute market promote represent solicit host offer display perform "
                  "publish "},
      {"purchase", " host develop provide_service represent promote "},
      {"promote", " host manufacture use reproduce modify "},
      {"solicit", " host manufacture develop "},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    if (!pv_str_equal(a, pv_str_from(rows[i].one))) continue;
    const char *found = rows[i].others;
    for (; (found = strstr(found, b.data)); found++)
      if (found[-1] == ' ' && found[b.size] == ' ') return true;
  }
  return false;
}

pv_compared pv_compare_activities(pv_bag a, pv_bag b) {
  static const pv_str other = {"other", 5};
  if (!a.count || !b.count)
    return result(a.count == b.count ? PV_RELATION_SAME : PV_RELATION_UNKNOWN, PV_WHY_MISSING);
  bool open = pv_bag_has(a, other) || pv_bag_has(b, other);
  if (pv_bag_equal(a, b) && !open) return result(PV_RELATION_SAME, PV_WHY_PLAIN);
  size_t shared = pv_bag_shared(a, b);
  if (shared > (size_t)(pv_bag_has(a, other) && pv_bag_has(b, other)))
    return result(PV_RELATION_OVERLAP, PV_WHY_PLAIN);
  for (size_t i = 0; i < a.count; i++)
    for (size_t k = 0; k < b.count; k++)
      if (!are_apart(a.items[i], b.items[k]) && !are_apart(b.items[k], a.items[i]))
        return result(PV_RELATION_UNKNOWN, PV_WHY_PLAIN);
  return result(PV_RELATION_DISJOINT, PV_WHY_PLAIN);
}

// Does the exclusivity of one except the place of the other?
static bool excepts_area(const pv_promise *a, const pv_area *b) {
  return b->kind == PV_AREA_CODES && pv_bag_within(b->words, a->subject.excluded);
}

pv_compared pv_compare_areas(const pv_promise *left, const pv_promise *right) {
  const pv_area *a = &left->area, *b = &right->area;
  if (excepts_area(left, b) || excepts_area(right, a))
    return result(PV_RELATION_DISJOINT, PV_WHY_EXCLUDED);
  if (a->kind == PV_AREA_UNLIMITED || b->kind == PV_AREA_UNLIMITED)
    return result(a->kind == b->kind ? PV_RELATION_SAME : PV_RELATION_OVERLAP, PV_WHY_MISSING);
  if (a->kind == PV_AREA_WORLD || b->kind == PV_AREA_WORLD)
    return result(a->kind == b->kind ? PV_RELATION_SAME : PV_RELATION_OVERLAP, PV_WHY_WIDER);
  if (a->kind == PV_AREA_CODES && b->kind == PV_AREA_CODES) {
    if (pv_bag_equal(a->codes, b->codes)) return result(PV_RELATION_SAME, PV_WHY_PLAIN);
    return result(pv_bag_shared(a->codes, b->codes) ? PV_RELATION_OVERLAP : PV_RELATION_DISJOINT,
                  PV_WHY_PLAIN);
  }
  if (pv_bag_equal(a->words, b->words) && !a->open.size && !b->open.size)
    return result(PV_RELATION_SAME, PV_WHY_PLAIN);
  return result(PV_RELATION_UNKNOWN,
                a->open.size || b->open.size ? PV_WHY_UNDEFINED : PV_WHY_PLAIN);
}

pv_compared pv_compare_fields(const pv_promise *left, const pv_promise *right) {
  const pv_concept *a = &left->field, *b = &right->field;
  if (!a->text.size || !b->text.size)
    return result(a->text.size == b->text.size ? PV_RELATION_SAME : PV_RELATION_OVERLAP,
                  PV_WHY_MISSING);
  return compare_concepts(a, b);
}

// The one that started first may have ended before the other began.
static pv_compared compare_in_order(const pv_duration *first, const pv_duration *second) {
  if (first->end == PV_NO_DAY)
    return result(first->start == second->start ? PV_RELATION_OVERLAP : PV_RELATION_UNKNOWN,
                  PV_WHY_EVENT);
  if (first->end < second->start) return result(PV_RELATION_DISJOINT, PV_WHY_PLAIN);
  bool same = first->start == second->start && first->end == second->end;
  return result(same ? PV_RELATION_SAME : PV_RELATION_OVERLAP, PV_WHY_PLAIN);
}

pv_compared pv_compare_durations(const pv_duration *a, const pv_duration *b) {
  if (a->start != PV_NO_DAY && b->start != PV_NO_DAY)
    return a->start <= b->start ? compare_in_order(a, b) : compare_in_order(b, a);
  const pv_duration *known = a->start != PV_NO_DAY ? a : b, *other = known == a ? b : a;
  if (known->start != PV_NO_DAY && other->end != PV_NO_DAY && other->end < known->start)
    return result(PV_RELATION_DISJOINT, PV_WHY_PLAIN);
  return result(PV_RELATION_UNKNOWN, PV_WHY_EVENT);
}
