// Pages on the checks on time, vague words and syntax.
#include "cli/check_page.h"

static const pv_check_page pages[] = {
    {.code = "TIM001",
     .meaning = "A deadline does not say from when it runs.",
     .why = "The time may start at any of several events: delivery, invoice, receipt, the end of a "
            "quarter.",
     .found = "\"Within N days\" that is followed by nothing it could run from, and that no "
              "\"upon\", \"if\" or \"notice\" stands before in the sentence.",
     .limits = "An event in the sentence before is not seen.",
     .example =
         "Fenn shall pay Orla a royalty of ten percent (10%) of Net Sales within thirty (30) days.",
     .near_miss = "Fenn shall pay Orla a royalty of ten percent (10%) of Net Sales within thirty "
                  "(30) days after each quarter."},
    {.code = "TIM002",
     .meaning = "A clause starts or ends with an event that nothing defines.",
     .why = "Without a definition, and without somebody who decides that it has come, the clause "
            "may run for ever or may have ended already.",
     .found = "Until, upon or through before a launch, a milestone, an achievement, a decision of "
              "a panel or a state of affairs, without a defined term, a date or a period in it.",
     .limits = "Events in other words are not known.",
     .example = "Orla appoints Fenn as its exclusive host of the Models until AGI.",
     .near_miss = "Orla appoints Fenn as its exclusive host of the Models until 31 December 2030."},
    {.code = "TIM003",
     .meaning = "A date or a rhythm may be read in two ways.",
     .why = "03/04 is March 4 in the United States and 3 April in Europe; bi-weekly is twice a "
            "week or every two weeks; a business day depends on whose holidays count.",
     .found = "A date in figures whose day and month are both at most twelve and differ; "
              "bi-weekly, bi-monthly, bi-annual; next month; business days without a definition. "
              "In clauses, or everywhere with --lint.",
     .limits = "The governing law may settle how dates are read.",
     .example = "Orla appoints Fenn as its exclusive host of the Models until 03/04/2027.",
     .near_miss = "Orla appoints Fenn as its exclusive host of the Models until 03/24/2027."},
    {.code = "VAG001",
     .meaning = "An obligation is measured by efforts (best, reasonable, diligent), and the "
                "document does not define the standard.",
     .why =
         "The words rank differently from court to court: in Williams v. ETE (Del. 2017) and Akorn "
         "v. Fresenius (Del. Ch. 2018) different efforts clauses were read as much the same. None "
         "says how much money, time or loss is owed before one may stop. In an exclusive deal some "
         "effort is owed in any case: Wood v. Lucy (N.Y. 1917), UCC 2-306(2).",
     .found = "The rules of the style phase, in clauses, or everywhere with --lint. The message "
              "says where the document speaks of another standard.",
     .limits = "A definition takes the finding away, whatever it says.",
     .example = "Orla appoints Fenn as its exclusive distributor of the Products in Canada, and "
                "Fenn shall use best efforts to sell them.",
     .near_miss =
         "Orla appoints Fenn as its exclusive distributor of the Products in Canada, and Fenn "
         "shall use Best Efforts to sell them. \"Best Efforts\" means the hire of ten sellers."},
    {.code = "VAG002",
     .meaning = "A word without a measure decides how far a clause goes: promptly, material, "
                "reasonable, substantially, from time to time.",
     .why =
         "Vagueness may be wanted, as nobody can foresee all cases; then the parties accept that a "
         "court fills it in. K. A. Adams tells it apart from ambiguity, which is never wanted.",
     .found = "The rules of the style phase, in clauses, or everywhere with --lint.",
     .limits = "Terms of art (\"material breach\") and standards of efforts are left out.",
     .example = "Orla appoints Fenn as its exclusive distributor of the Products in Canada, and "
                "Fenn shall promptly sell them.",
     .near_miss = "Orla appoints Fenn as its exclusive distributor of the Materials in Canada; a "
                  "material breach ends it."},
    {.code = "VAG003",
     .meaning = "A covenant against those who compete does not say who they are.",
     .why = "Businesses overlap in part: whether a product competes may depend on price, use, "
            "buyer or place. A covenant that is too vague may not be enforced at all.",
     .found = "Competitor, competing or similar products, services or businesses, without a "
              "defined term; high in a covenant, once a sentence.",
     .limits = "A description in the same clause (\"that is used for ...\") does not take the "
               "finding away.",
     .example = "During the Term, Fenn shall not sell any competing products in Canada.",
     .near_miss = "During the Term, Fenn shall not sell any Competing Products in Canada. "
                  "\"Competing Products\" means the cups of Brand Nine."},
    {.code = "VAG004",
     .meaning = "A clause turns on the discretion or the satisfaction of one side.",
     .why = "It may let that side decide what the clause is worth; some laws read a duty of good "
            "faith into it.",
     .found =
         "\"In its sole discretion\", \"satisfactory to\", \"to the satisfaction of\", in clauses.",
     .limits = "It is often just what was agreed.",
     .example = "Orla appoints Fenn as its exclusive distributor of the Products in Canada, and "
                "may end this in its sole discretion.",
     .near_miss = "Orla appoints Fenn as its exclusive distributor of the Products in Canada, and "
                  "may end this in March."},
    {.code = "SYN001",
     .meaning = "\"And/or\" leaves open whether one or all are meant.",
     .why = "Drafting manuals have long advised against it (K. A. Adams among them): \"A or B or "
            "both\" says it in plain words. In a prohibition it may bar each act, or only all "
            "together.",
     .found = "The mark in a clause; medium behind \"shall not\", else low.",
     .limits = "It is mostly meant as \"or\".",
     .example = "Orla grants Fenn an exclusive license to use and/or sell the Products in Canada.",
     .near_miss = "Orla grants Fenn an exclusive license to use or sell the Products in Canada."},
    {.code = "SYN002",
     .meaning = "Words behind a list may limit all of it or its last item.",
     .why = "\"Devices, parts and tools that are made in the plant\": are the devices, too? Courts "
            "have rules for it (the last antecedent, the series qualifier), which point in "
            "opposite ways.",
     .found = "A list of three in the words of a slot, with \"that\" or \"which\" behind it.",
     .limits = "Low, and only within slots.",
     .example = "Orla grants Fenn a license to use the Marks in the field of devices, parts and "
                "tools that are made for schools.",
     .near_miss = "Orla grants Fenn an exclusive license to use or sell the Products in Canada."},
    {.code = "SYN003",
     .meaning = "A percentage of one amount over or less another, without brackets.",
     .why = "In Chartbrook v Persimmon [2009] UKHL 38 \"23.4% of the price achieved ... in excess "
            "of the minimum guaranteed residential unit value less the costs and incentives\" was "
            "a sum of millions in one reading and far less in the other.",
     .found = "A percentage of an amount \"in excess of\" another \"less\" a third, or plus and "
              "minus in a row, in a clause and without brackets.",
     .limits = "A formula beside it that settles it is not seen.",
     .example = "Fenn shall pay Orla 23.4% of the price achieved in excess of the floor less the "
                "costs each quarter, which is a share of net revenue.",
     .near_miss = "Fenn shall pay Orla 23.4% of (the price achieved less the costs) each quarter, "
                  "which is a share of net revenue."},
    {.code = "SYN004",
     .meaning = "A double condition may want both or either.",
     .why = "\"Unless it cannot and chooses not to\" may need both; \"shall not market and sell\" "
            "may bar each, or only both together.",
     .found = "\"Unless ... cannot ... and ... chooses not\", and two deal verbs with \"and\" "
              "behind \"shall not\", in clauses.",
     .limits = "Other double conditions are not known.",
     .example = "Orla appoints Fenn as its exclusive host of the Models in Canada, unless Fenn "
                "cannot and chooses not to support them.",
     .near_miss = "Orla appoints Fenn as its exclusive host of the Models in Canada, unless Fenn "
                  "cannot support them."},
    {.code = "SYN005",
     .meaning =
         "\"Including\" stands with and without \"without limitation\" in clauses of one family.",
     .why = "Where one list says that it is open, one that does not may be read as closed.",
     .found = "Both forms in clauses of the same family, and no rule of the document on what "
              "including means.",
     .limits = "Info only.",
     .example = "Orla appoints Fenn as its exclusive distributor of the Products, including cups, "
                "in Canada.\n\nOrla appoints Fenn as its exclusive agent for the Parts, including "
                "without limitation lids, in Japan.",
     .near_miss = "Orla appoints Fenn as its exclusive distributor of the Products, including "
                  "cups, in Canada."},
    {.code = "MOD001",
     .meaning = "Words of duty change for the same duty, or may be read in two ways.",
     .why = "\"Shall\" here and \"will\" there may be read as two kinds of duty. \"May not\" may "
            "forbid, or say only that something is possible.",
     .found = "The same party and verb with two of shall, will and must in clauses; \"may not\" in "
              "a clause.",
     .limits = "Info only: nearly every contract mixes shall and will.",
     .example = "Orla grants Fenn an exclusive license to use the Products in Canada, and Fenn may "
                "not sell them in Japan.",
     .near_miss = "Orla grants Fenn an exclusive license to use the Products in Canada, and Fenn "
                  "shall not sell them in Japan."},
    {.code = "PTY001",
     .meaning = "A clause names as a party somebody whom the document does not introduce.",
     .why = "\"Reseller\" in a contract with a \"Distributor\" may be left over from another one, "
            "or mean somebody else.",
     .found = "A role with a capital fills a party slot, is no name, alias or defined term, and "
              "the document names its parties otherwise.",
     .limits = "Parties that are introduced in a form the program does not know make it wrong.",
     .example = "Orla appoints Reseller as its exclusive distributor of the Products in Canada.",
     .near_miss = "Orla appoints Fenn as its exclusive distributor of the Products in Canada."},
    {.code = "TXT001",
     .meaning = "A bracket or a quotation mark in a clause has no other half.",
     .why = "Where the aside ends decides what it limits.",
     .found = "Brackets and quotation marks are paired in the sentence of a clause that is no item "
              "of a list.",
     .limits = "\"a)\" and \"1)\" number things and are left out.",
     .example = "Orla appoints Fenn as its exclusive distributor of the Products (cups and plates "
                "in Canada for five years.",
     .near_miss = "Orla appoints Fenn as its exclusive distributor of the Products (cups and "
                  "plates) in Canada for five years."},
};

const pv_check_page *pv_check_pages_wording(size_t *count) {
  *count = sizeof pages / sizeof *pages;
  return pages;
}
