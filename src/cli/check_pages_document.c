// Pages on the checks on the document, its references and its numbers.
#include "cli/check_page.h"

static const pv_check_page pages[] = {
    {.code = "BND001",
     .meaning = "A document that says that it does not bind grants rights.",
     .why = "What was granted may be worth nothing; and yet a duty to negotiate in good faith may "
            "bind: in SIGA v. PharmAthene (Del. 2013) a non-binding term sheet cost the party that "
            "left it its expectations. \"Subject to contract\" keeps either side free in England.",
     .found = "Words that this document does not bind, or is subject to a definitive agreement; "
              "high if it has clauses that grant. The related places are those clauses.",
     .limits = "Words about forecasts, mediation, signatures or other versions do not count.",
     .example = "This Memorandum is not legally binding on the parties.\n\nOrla appoints Fenn as "
                "its exclusive distributor of the Products in Canada for five years.",
     .near_miss = "Disputes are settled by binding arbitration. The forecast is not binding on the "
                  "parties."},
    {.code = "BND002",
     .meaning = "What a clause hangs on is left to be agreed.",
     .why = "If the parties do not agree there may be no contract: in Walford v Miles (1992) the "
            "House of Lords gave no effect to an agreement to negotiate. Under UCC 2-204(3) an "
            "open term need not be fatal, but a court fills it in.",
     .found = "\"To be agreed\", \"as agreed by the parties\", \"negotiate in good faith\" within "
              "a clause.",
     .limits = "What was agreed before is left out only where the words say so.",
     .example =
         "Fenn shall pay Orla a royalty of a percentage to be agreed by the parties of Net Sales.",
     .near_miss = "Fenn shall pay Orla a royalty of ten percent (10%) of Net Sales each quarter. "
                  "The forms are to be agreed."},
    {.code = "SUR001",
     .meaning = "A duty after the end that the list of what survives does not name.",
     .why = "A list may be read as complete: what it does not name ends, whatever the clause says.",
     .found = "A duty after termination in a clause, and a sentence with \"survive\" that names "
              "sections, but not that of the clause or one around it.",
     .limits = "Lists that end in \"by their nature\" are taken as open.",
     .example = "1. Orla appoints Fenn as its exclusive distributor of the Products in Canada, and "
                "after the termination of this Agreement Fenn shall not sell competing products "
                "for two years.\n\n2. Price. The price is one dollar.\n\n3. Survival. Section 2 "
                "shall survive the termination of this Agreement.",
     .near_miss = "1. Orla appoints Fenn as its exclusive distributor of the Products in Canada, "
                  "and after the termination of this Agreement Fenn shall not sell competing "
                  "products for two years.\n\n2. Price. The price is one dollar.\n\n3. Survival. "
                  "Sections 1 and 2 shall survive the termination of this Agreement."},
    {.code = "ORD001",
     .meaning = "Two clauses on one subject each prevail over everything else.",
     .why = "Only one of them can.",
     .found =
         "\"Notwithstanding anything\" in two clauses of the same grantor with the same subject.",
     .limits = "Subjects are compared by their words.",
     .example = "1. Notwithstanding anything to the contrary, Orla appoints Fenn as its exclusive "
                "distributor of the Products in Canada.\n\n2. Notwithstanding anything to the "
                "contrary, Orla grants Fenn an exclusive license to use the Products in Canada.",
     .near_miss = "1. Notwithstanding anything to the contrary, Orla appoints Fenn as its "
                  "exclusive distributor of the Products in Canada.\n\n2. Orla grants Fenn an "
                  "exclusive license to use the Products in Canada."},
    {.code = "REF001",
     .meaning =
         "The text refers to a section of the same document that the document does not have.",
     .why = "What the reference was to bring in (an exception, a price, a procedure) is missing: "
            "it may have been renumbered, deleted, or not be attached to this copy.",
     .found = "The number is in the tree of sections neither as it stands nor by its parts, and "
              "starts no line and no sentence. High inside a clause, info in an amendment.",
     .limits = "References that name another agreement or a statute are left out; one that does so "
               "in other words may be reported.",
     .example = "1. Orla appoints Fenn as its exclusive distributor of the Products in Canada, "
                "subject to Section 9.4.\n\n2. Price. The price is one dollar.",
     .near_miss = "1. The price stands in Section 2.\n\n2. Price. The price is one dollar."},
    {.code = "REF002",
     .meaning = "A clause leans on an exhibit that is not in this file.",
     .why = "What the exhibit says may decide the scope. Exhibits are often filed or sent apart, "
            "so it may well exist.",
     .found = "A reference to an exhibit, schedule or annex in a clause, and no block with that "
              "label; each once.",
     .limits = "With --lint outside of clauses too.",
     .example = "Orla appoints Fenn as its exclusive distributor of the goods listed in Exhibit B "
                "in Canada.",
     .near_miss = "Orla appoints Fenn as its exclusive distributor of the goods listed in Exhibit "
                  "B in Canada.\n\nEXHIBIT B\n\nCups and plates."},
    {.code = "REF003",
     .meaning = "What a clause hangs on stands in another document.",
     .why = "Without that text nobody can say what is owed, and when that document changes or ends "
            "the clause may change with it or lose its meaning.",
     .found = "\"As defined in the ... Agreement\", \"under the prior agreement\", \"at the same "
              "percentage\" in or right behind the words of a slot, or in a payment.",
     .limits = "When several documents are compared, those that are there are looked into.",
     .example = "Fenn shall pay Orla a royalty at the same percentage of Net Sales through 2030.",
     .near_miss = "Fenn shall pay Orla ten percent of Net Revenue as defined in this Agreement "
                  "each quarter."},
    {.code = "NUM001",
     .meaning = "A number is written in words and in figures, and the two differ.",
     .why = "One of them is a slip of the pen, and nothing in the document says which. Words "
            "usually prevail (so UCC 3-114 for negotiable instruments), but that is a rule for the "
            "dispute, not an answer to what was agreed.",
     .found =
         "Words and figures in parentheses are read as numbers and compared, with their units.",
     .limits = "Fractions of days, and figures that only number things, are left out.",
     .example = "Fenn shall pay Orla a royalty of twenty percent (25%) of Net Sales each quarter.",
     .near_miss =
         "Fenn shall pay Orla a royalty of twenty percent (20%) of Net Sales each quarter."},
    {.code = "NUM002",
     .meaning = "A place in a clause was left blank.",
     .why = "Nothing may be owed, or whatever one side says was meant.",
     .found = "A blank line, a bullet in brackets, \"[insert ...]\" or TBD in a clause; high where "
              "it fills a slot.",
     .limits = "Forms that are to be filled in are full of blanks on purpose. Signature blocks are "
               "no clauses.",
     .example = "Fenn shall pay Orla a royalty of ____ percent of Net Sales each quarter.",
     .near_miss = "Fenn shall pay Orla a royalty of [***]% of Net Sales each quarter."},
    {.code = "NUM003",
     .meaning = "A value is withheld in this copy.",
     .why =
         "It is no fault of the drafting, but what the clause says cannot be told from this copy.",
     .found = "Asterisks or crosses in brackets in a clause; the slot has the status redacted.",
     .limits = "Info only.",
     .example = "Fenn shall pay Orla a royalty of [***]% of Net Sales each quarter.",
     .near_miss = "Fenn shall pay Orla a royalty of ____ percent of Net Sales each quarter."},
    {.code = "NUM004",
     .meaning = "A rise or a range that may be read as two amounts.",
     .why = "A rate of ten percent that rises \"by two percent\" may be 10.2 or 12 percent; "
            "\"between 5 and 8 percent\" is any of them; \"to\" and \"by\" differ by the amount "
            "one starts from.",
     .found = "A rate that is increased or reduced by a percentage and not by points; \"of between "
              "A and B\" as an amount; \"by or to\"; a slot with values that conflict.",
     .limits = "A formula elsewhere that settles it is not seen.",
     .example = "Fenn shall pay Orla a royalty of ten percent (10%) of Net Sales, and the royalty "
                "rate shall be increased by two percent (2%) in each year.",
     .near_miss = "Fenn shall pay Orla a royalty of ten percent (10%) of Net Sales, and the "
                  "royalty rate shall be increased to twelve percent (12%) in 2028."},
};

const pv_check_page *pv_check_pages_document(size_t *count) {
  *count = sizeof pages / sizeof *pages;
  return pages;
}
