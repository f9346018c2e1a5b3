// Pages on the checks on exclusivity and grants.
#include "cli/check_page.h"

static const pv_check_page pages[] = {
    {.code = "EXC001",
     .meaning = "An exclusive appointment, license or right, a covenant to deal with nobody else, "
                "or a non-compete leaves open at least two of: its subject, its territory, its "
                "field, its term.",
     .why = "An exclusivity says who may not deal with others. Where it does not say with what, "
            "where, for which use and until when, it may be read as reaching everything or as too "
            "vague to bind, and a second exclusivity given to somebody else cannot be told apart "
            "from it.",
     .found = "The slots are empty, and no word of the clause speaks of what they would hold. A "
              "missing subject weighs most, a missing field nothing, and a missing term nothing "
              "where the document has a term of its own.",
     .limits =
         "What the clause takes from another section without naming it is reported as missing.",
     .example = "Orla appoints Fenn as its exclusive distributor.",
     .near_miss = "Orla appoints Fenn as its exclusive distributor of the Products in Canada for "
                  "five years."},
    {.code = "EXC002",
     .meaning = "An exclusivity does not say whether it keeps out the one who grants it.",
     .why = "An exclusive license is often read as keeping out the licensor, a sole one as not; "
            "\"sole and exclusive\" may be read either way. K. A. Adams (A Manual of Style for "
            "Contract Drafting) advises to say it.",
     .found = "The level is exclusive or sole, and neither the clause nor its section says \"even "
              "as to\", \"to the exclusion of\", \"except for itself\", or reserves a right.",
     .limits = "A reservation in another section is not seen.",
     .example = "Orla appoints Fenn as its exclusive distributor of the Products in Canada for "
                "five years.",
     .near_miss = "Orla appoints Fenn as its exclusive distributor of the Products in Canada for "
                  "five years, even as to Orla."},
    {.code = "EXC003",
     .meaning = "The same subject is exclusive in one clause and non-exclusive in another.",
     .why = "The two cannot both hold for the same rights, the same place and the same party.",
     .found = "Two clauses of the same grantor with the same subject, the one exclusive, the other "
              "not, that do not differ in the other party, the territory or the field.",
     .limits = "Subjects are compared by their words. Exceptions and lapses are left out.",
     .example = "1. Orla grants Fenn an exclusive license to use the Marks in Canada.\n\n2. Orla "
                "grants Fenn a non-exclusive license to use the Marks in Canada.",
     .near_miss = "1. Orla grants Fenn an exclusive license to use the Marks in Canada.\n\n2. Orla "
                  "grants Fenn a non-exclusive license to use the Marks in Japan."},
    {.code = "EXC004",
     .meaning = "An exclusivity turns on a technical category that nothing defines.",
     .why = "Products change, and categories with them. What if a product is partly within it, as "
            "a platform that runs models? Both holders of exclusivities may claim it.",
     .found = "The subject of an exclusivity is named by a technical noun (API, platform, model, "
              "runtime, ...) with words before it, and without a defined term.",
     .limits = "The list of technical nouns is short; it stands in the grammar "
               "(MARK-TECHNICAL-CATEGORY) and can be extended.",
     .example =
         "Orla appoints Fenn as its exclusive host of stateless APIs in Canada for five years.",
     .near_miss =
         "Orla appoints Fenn as its exclusive host of Stateless APIs in Canada for five years. "
         "\"Stateless APIs\" means interfaces that keep no data between two calls."},
    {.code = "EXC005",
     .meaning = "An exclusivity ends or converts without a measure, a notice or a time to cure.",
     .why =
         "Whether it has ended may then be disputed at any time, and third parties cannot know it.",
     .found = "A clause that ends or converts an exclusivity, without a number, an amount, a "
              "period or a date, or without a word of notice or cure.",
     .limits = "A measure in a schedule that the clause does not name is not seen.",
     .example = "If Fenn fails to meet the sales targets, Orla may convert the exclusive license "
                "to a non-exclusive license.",
     .near_miss =
         "If Fenn fails to sell 500 cups in a year and does not cure this within sixty days after "
         "notice, Orla may convert the exclusive license to a non-exclusive license."},
    {.code = "EXC006",
     .meaning = "A covenant bars direct acts and leaves the indirect way open.",
     .why = "What is not forbidden may be allowed: the same through an affiliate, an agent or a "
            "tool that others sell.",
     .found = "\"Directly\" in a covenant, without \"or indirectly\", affiliates, intermediaries "
              "or a word against circumvention.",
     .limits = "A covenant that says neither may bar both or only direct acts; it is not reported.",
     .example = "During the Term, Orla shall not directly sell or license the Products to any "
                "third party in Canada.",
     .near_miss = "During the Term, Orla shall not directly or indirectly sell or license the "
                  "Products to any third party in Canada."},
    {.code = "EXC007",
     .meaning = "A clause leans on the word \"exclusivity\", which the document does not define.",
     .why = "What is exclusive, and what breaks it, has then to be read out of other clauses.",
     .found = "The noun in a clause on exclusivity, and no definition of the word.",
     .limits = "Info only: the clause may stand right beside the grant.",
     .example = "Orla appoints Fenn as its exclusive distributor of the Products in Canada, and "
                "the exclusivity ends when Fenn sells too little.",
     .near_miss = "Orla appoints Fenn as its exclusive distributor of the Products in Canada for "
                  "five years."},
    {.code = "CON003",
     .meaning = "The same exclusivity is granted twice, in different words.",
     .why = "Two grants of one thing invite the question how they differ: each word that only one "
            "of them has may be a limit.",
     .found = "Two exclusive grants of the same grantor with the same subject, whose other party "
              "and territory do not differ, in different words.",
     .limits = "Subjects are compared by their words.",
     .example = "1. Orla appoints Fenn as its exclusive distributor of the Products in Canada for "
                "five years.\n\n2. Orla hereby appoints Fenn as the sole and exclusive distributor "
                "of the Products in Canada for ten years.",
     .near_miss = "1. Orla appoints Fenn as its exclusive distributor of the Products in Canada "
                  "for five years.\n\n2. Orla appoints Fenn as its exclusive distributor of the "
                  "Products in Japan for five years."},
    {.code = "GRT001",
     .meaning = "A grant does not say who grants, or to whom.",
     .why = "The passive voice hides the actor; where three parties sign, each may be meant. K. A. "
            "Adams advises against the passive in grants.",
     .found = "A grant in the passive voice that names no party.",
     .limits =
         "In a contract of two parties the other side is often plain; it is reported all the same.",
     .example = "An exclusive right and license to use the Marks in Canada is hereby granted for "
                "five years.",
     .near_miss =
         "Orla hereby grants Fenn an exclusive license to use the Marks in Canada for five years."},
    {.code = "GRT002",
     .meaning = "A grant names affiliates that a covenant leaves out.",
     .why = "What the party may not do, its affiliates may, if they are not bound; and a contract "
            "that names them in one place shows that it knows how to.",
     .found = "A party with affiliates in one clause, and without in a covenant that says neither "
              "\"indirectly\" nor \"through\".",
     .limits = "Definitions that make affiliates part of the party's name are not seen.",
     .example = "Orla grants to Fenn and its Affiliates an exclusive license to use the Marks in "
                "Canada.\n\nFenn shall not sell any competing product in Canada.",
     .near_miss =
         "Orla grants to Fenn and its Affiliates an exclusive license to use the Marks in "
         "Canada.\n\nFenn and its Affiliates shall not sell any competing product in Canada."},
    {.code = "GRT003",
     .meaning = "An exclusivity is for a \"third party\", without saying third to whom.",
     .why = "An affiliate, a reseller or a partner of one side may or may not be a third party to "
            "the other, so the exclusivity may cover them or leave them free.",
     .found = "\"Exclusive\" before \"third-party\" and a role: provider, distributor, reseller.",
     .limits = "A definition of \"Third Party\" takes the finding away.",
     .example = "Orla appoints Fenn as its exclusive third-party cloud distribution provider for "
                "the Platform.",
     .near_miss =
         "Orla appoints Fenn as its exclusive distributor; no third party may sell the Platform."},
};

const pv_check_page *pv_check_pages_exclusivity(size_t *count) {
  *count = sizeof pages / sizeof *pages;
  return pages;
}
