// What `proviso explain` says: the pages on the checks, and those on conflicts between documents.
#include "cli/check_page.h"

#include <string.h>

typedef struct {
  const char *code;
  const char *text; // paragraphs with an empty line between them
} page;

static const page pages[] = {
    {"PORT001",
     "Reported where one person promised an exclusivity in two documents to different people, and "
     "nothing that the documents say keeps the two apart. They are compared by grantor, subject, "
     "activity, territory, field and term: one that is disjoint settles it; if all overlap, so do "
     "the promises; else the conflict cannot be ruled out, and the words are named that would "
     "decide it.\n\n"
     "Who promises the same exclusivity twice breaks one of the promises from the first day on. "
     "Where "
     "the subjects are categories that nobody defined, each side will read its own promise "
     "broadly: a product that is both falls under both.\n\n"
     "What helps: define both categories so that each leaves the other out, say what holds for a "
     "product that is both, or carve the earlier promise out of the later one.\n"},
    {"PORT002",
     "Reported where something was licensed exclusively to one and is licensed to another, or "
     "promised to another exclusively, in another document for a time, a place and a use that may "
     "be the same. An amendment that ended the exclusivity counts from its date.\n\n"
     "An exclusive license shuts out every other licensee, one without exclusivity, too, and often "
     "the licensor as well.\n\n"
     "What helps: end or narrow the exclusivity before the second license starts, or split the "
     "fields of use and the territories in words that both documents share.\n"},
    {"PORT003",
     "Reported where two documents between the same parties rely on the same term and define it in "
     "different words.\n\n"
     "Who reads one will carry its meaning into the other, above all where one amends or names the "
     "other.\n\n"
     "What helps: define the term once and refer to it, or give the second one another name.\n"},
    {"PORT004",
     "Reported where two documents between the same two parties state a rate or an amount for the "
     "same payment, and the figures differ, without one being an amendment that replaced the "
     "other.\n\n"
     "Which of the two is owed is then open. \"Increased by\" in one and \"increased to\" in the "
     "other is the usual slip.\n\n"
     "What helps: say in the later document which figure it replaces, and repeat the result.\n"},
    {"PORT005",
     "Reported where somebody who promised not to compete is a party of another document that "
     "deals "
     "in the same.\n\n"
     "A covenant not to compete binds in all other contracts: as a grantor of rights, as a "
     "distributor, as a buyer.\n\n"
     "What helps: carve the deal out of the covenant, or limit the covenant in time and place.\n"},
    {"PORT006",
     "Reported where somebody is bound to buy all of one need from one side, and promised another "
     "the same or a minimum in another document.\n\n"
     "Both cannot be kept: what is bought from one is missing from the requirements of the "
     "other.\n\n"
     "What helps: limit the requirements to a share, or except the minimum that is owed "
     "elsewhere.\n"},
    {"PORT007",
     "Reported where somebody promised one side the best terms, and gives terms for the same thing "
     "to another in another document. Whether those are better is for people to compare.\n\n"
     "What helps: compare the terms, and keep the documents of both together.\n"},
    {"PORT008",
     "Reported where something was to be offered to one side first, and another document promises "
     "it to somebody else.\n\n"
     "A first refusal is broken by the promise itself if it was not offered before, or if the time "
     "to accept had not passed.\n\n"
     "What helps: keep the offer and the answer with the later document, or a waiver.\n"},
    {"REF001",
     "Reported when the text refers to a section, an article or an exhibit of the same document "
     "that the document does not have. References that name another agreement or a statute are "
     "left out.\n\n"
     "What the reference was to bring in (an exception, a price, a procedure) is missing: it may "
     "have been renumbered, deleted, or not attached to this copy. High inside a clause.\n\n"
     "What helps: correct the reference, attach the missing part, or name the document it points "
     "into.\n"},
    {"VAG001",
     "Reported when an obligation is measured by efforts (best, reasonable, diligent) and the "
     "document does not define the standard. In clauses, or everywhere with --lint.\n\n"
     "The words rank differently from court to court, and none says how much money, time or loss "
     "is owed before one may stop. Whether the obligation was met is then a question for "
     "experts.\n\n"
     "What helps: define the standard, or name the acts, the spending or the result that is "
     "owed.\n"},
};

const char *pv_conflict_page(const char *code) {
  for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
    if (strcmp(pages[i].code, code) == 0) return pages[i].text;
  return "";
}

const pv_check_page *pv_check_page_find(const char *code) {
  static const pv_check_page *(*const files[])(size_t *) = {
      pv_check_pages_definitions, pv_check_pages_exclusivity, pv_check_pages_rights,
      pv_check_pages_document, pv_check_pages_wording};
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    size_t count;
    const pv_check_page *found = files[i](&count);
    for (size_t k = 0; k < count; k++)
      if (strcmp(found[k].code, code) == 0) return &found[k];
  }
  return NULL;
}
