// Pages on the checks on licenses and money.
#include "cli/check_page.h"

static const pv_check_page pages[] = {
    {.code = "IPL001",
     .meaning = "A license is perpetual or irrevocable, in a document that says that licenses end.",
     .why = "Which of the two prevails may be disputed. Parties that want a license to stay except "
            "it from the sentence that ends them.",
     .found = "A license with the value perpetual or irrevocable, and a sentence by which all "
              "licenses under the agreement end, without an exception in either.",
     .limits =
         "A sentence that ends the licenses of the other party, or of one section, does not count.",
     .example = "Orla grants Fenn a perpetual license to use the Software.\n\nUpon termination of "
                "this Agreement, all licenses granted hereunder shall terminate.",
     .near_miss = "Orla grants Fenn a perpetual license to use the Software.\n\nUpon termination "
                  "of this Agreement, all licenses granted hereunder shall terminate, except the "
                  "license in Section 1."},
    {.code = "IPL002",
     .meaning = "Rights are promised, and not transferred yet.",
     .why = "In Stanford v. Roche (Fed. Cir. 2009, affirmed on other grounds in 2011) \"agree to "
            "assign\" lost against \"do hereby assign\": a promise passes no title, and a later "
            "buyer may get it.",
     .found = "A clause of the kind agreement_to_assign or covenant_to_grant.",
     .limits = "In an option the promise is what is meant; options are left out.",
     .example = "Orla agrees to assign to Fenn all right, title and interest in the Inventions.",
     .near_miss = "Orla hereby assigns to Fenn all right, title and interest in the Inventions."},
    {.code = "IPL003",
     .meaning = "A license does not say whether it is exclusive, may be sublicensed or "
                "transferred, for which use it is, or whether derivative works may be made.",
     .why = "The law fills such gaps, and differs by country and by kind of right.",
     .found = "The slots are empty. Low where the license does not say whether it is exclusive, "
              "else info.",
     .limits = "What another section says for all licenses is not seen.",
     .example = "Orla grants Fenn a license to use the Software.",
     .near_miss = "Orla grants Fenn a non-exclusive, non-transferable license, without the right "
                  "to sublicense, to use and modify the Software solely for its own schools."},
    {.code = "IPL004",
     .meaning = "Joint ownership without rules for use, proceeds and enforcement.",
     .why = "Without a rule the law decides, and it differs: under 35 U.S.C. 262 each joint owner "
            "of a patent may use it without the consent of the others and without accounting to "
            "them; of a copyright it may, but has to account; elsewhere it may need consent.",
     .found = "A clause of the kind joint_ownership, and at least two of the three rules in no "
              "sentence around it.",
     .limits = "Rules in another article are not seen.",
     .example = "The parties shall jointly own all Joint Inventions.",
     .near_miss =
         "The parties shall jointly own all Joint Inventions. Each party may use and license them "
         "without the consent of the other and without a duty to account to the other."},
    {.code = "IPL005",
     .meaning = "The parties develop something together, and nothing says who owns it.",
     .why = "Each may claim it: as inventor, as author, as the one who paid. The law may make them "
            "joint owners without any rule for it.",
     .found = "Words of joint development, and in the whole document no clause on ownership, "
              "assignment or work for hire.",
     .limits = "An ownership rule in a master agreement that is not named is not seen.",
     .example = "The parties shall jointly develop the models.",
     .near_miss = "The parties shall jointly develop the models. Orla shall own all inventions and "
                  "results."},
    {.code = "MNY001",
     .meaning = "A rate is applied to a base that is named like an accounting figure, and neither "
                "defined nor described.",
     .why = "The base moves more money than the rate. Gross or net, billed or received, before or "
            "after returns, taxes, affiliates and bundles: each reading gives another payment.",
     .found = "A share with a base in small letters, without a defined term and without deductions "
              "beside it. High for net figures, revenue and profit, else medium.",
     .limits = "A base in capitals is reported as DEF001.",
     .example = "Fenn shall pay Orla ten percent (10%) of the net revenue each quarter.",
     .near_miss = "Fenn shall pay Orla ten percent (10%) of Net Sales each quarter. \"Net Sales\" "
                  "means what Fenn invoices, less taxes."},
    {.code = "MNY002",
     .meaning = "A clause states a percentage to be paid and not of what.",
     .why = "A bare percentage cannot be computed. The base may stand in another clause, in an "
            "exhibit or in nobody's mind.",
     .found = "A share with a rate, no base, and no word in the clause that leads from the "
              "percentage to an amount.",
     .limits = "Tables with the base in their heading are reported.",
     .example = "Fenn shall pay Orla a royalty at the rate of ten percent (10%) each quarter.",
     .near_miss = "Fenn shall pay Orla a royalty of ten percent (10%) of Net Sales each quarter."},
    {.code = "MNY003",
     .meaning = "What may be deducted from a base is an open list.",
     .why = "\"And similar charges\" lets the payer deduct what nobody thought of; net profits "
            "have often shrunk to nothing by it.",
     .found = "\"Etc.\", \"and similar\", \"and the like\" or bare \"costs\" behind less, minus, "
              "net of or deductions, in a clause.",
     .limits = "Deductions in a definition outside of clauses are seen with --lint only.",
     .example = "Fenn shall pay Orla a royalty of ten percent (10%) of Net Sales, less taxes, "
                "freight and similar charges.",
     .near_miss = "Fenn shall pay Orla a royalty of ten percent (10%) of Net Sales, less taxes and "
                  "freight."},
    {.code = "MNY004",
     .meaning = "Royalty-free in one place, and a royalty for the same subject in another.",
     .why = "Whether anything is owed may be disputed.",
     .found = "Two licenses of the same grantor and subject, the one free, the other against a "
              "royalty; or both in one clause.",
     .limits = "Subjects are compared by their words. Mostly the two have different subjects, "
               "which is no conflict.",
     .example = "Orla grants Fenn a royalty-free license to use the Marks.\n\nOrla grants Fenn a "
                "royalty-bearing license to use the Marks.",
     .near_miss = "Orla grants Fenn a royalty-free license to use the Marks.\n\nOrla grants Fenn a "
                  "royalty-bearing license to use the Software."},
    {.code = "MNY005",
     .meaning = "A payment does not say how often it is made, may be audited, or survives.",
     .why = "Without a date nothing is late, without an audit nothing can be checked, and what was "
            "earned before the end may be lost with it.",
     .found = "At least two of: no frequency in the clause, no word of audit and no word of "
              "survival in the document.",
     .limits = "Low: many contracts say it in general terms.",
     .example = "Fenn shall pay Orla a royalty of ten percent (10%) of Net Sales.",
     .near_miss = "Fenn shall pay Orla a royalty of ten percent (10%) of Net Sales each quarter. "
                  "Orla may audit the books of Fenn. This survives the end of this Agreement."},
    {.code = "MNY006",
     .meaning = "The tiers of a scale leave amounts out, or two of them cover the same amounts.",
     .why =
         "For a base in the gap nothing says what is paid, and where two rates cover it both may "
         "be asked for.",
     .found = "Tiers of a revenue-share clause, in its sentence or in rows behind it, of which one "
              "does not start where the one before it ends. Rows of whole units (to 100, from 101) "
              "join.",
     .limits = "Rows that are out of order look like gaps and overlaps. Withheld bounds are not "
               "compared.",
     .example = "Fenn shall pay Orla a royalty of 5% of Net Sales up to $100,000 and 7% of Net "
                "Sales in excess of $200,000.",
     .near_miss = "Fenn shall pay Orla a royalty of 5% of Net Sales up to $100,000 and 7% of Net "
                  "Sales in excess of $100,000."},
    {.code = "MNY007",
     .meaning = "Shares of one pot do not add up to all of it.",
     .why = "Below a hundred percent somebody's share is missing, above it more is owed than there "
            "is.",
     .found = "Two or three percentages behind divided, split, shared or allocated in one "
              "sentence, without conditions or tiers.",
     .limits = "Four shares and more, and shares in several sentences, are not added.",
     .example = "Net profits shall be divided sixty percent (60%) to Orla and thirty percent (30%) "
                "to Fenn.",
     .near_miss = "Net profits shall be divided sixty percent (60%) to Orla and forty percent "
                  "(40%) to Fenn."},
    {.code = "MNY008",
     .meaning = "The most is less than the least.",
     .why = "No amount satisfies both, so one of the two is a slip.",
     .found = "\"At least\" and \"not more than\" with amounts of one currency, or percentages, in "
              "one sentence.",
     .limits = "Limits in different sentences are not compared.",
     .example = "Fenn shall purchase at least $500,000 and not more than $400,000 of Products in "
                "each year.",
     .near_miss = "Fenn shall purchase at least $500,000 and not more than $600,000 of Products in "
                  "each year."},
};

const pv_check_page *pv_check_pages_rights(size_t *count) {
  *count = sizeof pages / sizeof *pages;
  return pages;
}
