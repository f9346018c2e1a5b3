// What `proviso explain` says about the checks: when they report, why it matters, what helps.
#include "cli/check_page.h"

#include <stddef.h>
#include <string.h>

typedef struct {
  const char *code;
  const char *text; // paragraphs with an empty line between them
} page;

static const page pages[] = {
    {"DEF001",
     "Reported when a capitalised term fills a slot that decides how far a clause reaches "
     "(subject, territory, field or term of an exclusivity or a license; rate, base, minimum or "
     "cap of a payment), and the document defines it nowhere: neither in a definition nor in "
     "quotation marks.\n\n"
     "A capital letter tells the reader that the word means something particular. Without the "
     "definition each side may bring its own: \"Connected Products\" may be a product line or a "
     "technique, today's list or every later one. High where the whole clause hangs on the "
     "term.\n\n"
     "What helps: define the term where definitions stand, or say in the clause what it covers and "
     "what it does not. If it is defined in another agreement, say in which one.\n"},
    {"EXC001",
     "Reported when an exclusive appointment, license or right, a covenant to deal with nobody "
     "else or a non-compete leaves open at least two of: its subject, its territory, its field, "
     "its term. Medium for two, high for more.\n\n"
     "An exclusivity says who may not deal with others. Where it does not say with what, where, "
     "for which use and until when, it may be read as reaching everything or as too vague to bind, "
     "and a second exclusivity given to somebody else cannot be told apart from it.\n\n"
     "What helps: state each of the four, or say that there is no such limit (\"worldwide\", \"in "
     "all fields\", \"for the term of this agreement\").\n"},
    {"MNY001",
     "Reported when a rate is applied to a base that is named like a defined term or an accounting "
     "figure, but neither defined nor described: revenue, profit, sales.\n\n"
     "The base moves more money than the rate. Gross or net, billed or received, before or after "
     "returns, taxes, affiliates and bundles: each reading gives another payment.\n\n"
     "What helps: define the base, say which receipts count, what is deducted, and when they "
     "count.\n"},
    {"MNY002",
     "Reported when a clause states a percentage to be paid and not of what.\n\n"
     "A bare percentage cannot be computed. The base may stand in another clause, in an exhibit or "
     "in nobody's mind.\n\n"
     "What helps: say what the rate is a share of, or refer to the section that says it.\n"},
    {"NUM001",
     "Reported when a number is written in words and in figures, and the two differ: \"twenty "
     "percent (25%)\".\n\n"
     "One of them is a slip of the pen, and nothing in the document says which. Many courts let "
     "the words prevail, but that is a rule for the dispute, not an answer to what was agreed.\n\n"
     "What helps: correct the wrong one.\n"},
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

const char *pv_check_page(const char *code) {
  for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
    if (strcmp(pages[i].code, code) == 0) return pages[i].text;
  return "";
}
