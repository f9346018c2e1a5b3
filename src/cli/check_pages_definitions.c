// Pages on the checks on definitions.
#include "cli/check_page.h"

static const pv_check_page pages[] = {
    {.code = "DEF001",
     .meaning = "A term fills a slot that decides how far a clause reaches (subject, territory, "
                "field or term of an exclusivity or a license; rate, base, minimum or cap of a "
                "payment), and the document defines it nowhere.",
     .why = "A capital letter tells the reader that the word means something particular. Without "
            "the definition each side may bring its own: in Frigaliment v. B.N.S. (S.D.N.Y. 1960) "
            "a whole suit turned on what \"chicken\" meant, in Raffles v Wichelhaus (1864) on "
            "which ship bore a name.",
     .found = "A run of capitalised words in the slot that is no defined term, party, place, date, "
              "company or acronym, and stands nowhere in quotation marks. In the subject of an "
              "exclusivity a technical category in small letters (\"stateless APIs\") counts too. "
              "High where the whole clause hangs on the term.",
     .limits = "A term that is defined in a form the program does not know, or in "
               "another file, is reported as well.",
     .example = "Orla appoints Fenn as its exclusive distributor of the Connected Devices in "
                "Canada for five years.",
     .near_miss = "Orla appoints Fenn as its exclusive distributor of the Connected Devices in "
                  "Canada for five years. \"Connected Device\" means a device with a radio."},
    {.code = "DEF002",
     .meaning = "A clause hangs on a term that is defined only later, in another section.",
     .why = "A reader who comes to the clause first may take the word in its usual sense. Most "
            "contracts define some terms late, so this is no fault in itself.",
     .found = "The first defined term in the words of a slot has its definition behind the clause, "
              "more than one section away.",
     .limits = "Always info. A section of definitions at the end makes it appear often.",
     .example = "1. Grant. Orla appoints Fenn as its exclusive distributor of the Wares in Canada "
                "for five years.\n\n2. Price. The price is one dollar.\n\n3. Delivery. Goods are "
                "shipped from Oslo.\n\n4. Meaning. \"Wares\" means the cups that Orla makes.",
     .near_miss =
         "1. Meaning. \"Wares\" means the cups that Orla makes.\n\n2. Grant. Orla appoints Fenn as "
         "its exclusive distributor of the Wares in Canada for five years."},
    {.code = "DEF003",
     .meaning = "A term has two definitions in different words.",
     .why = "Either may govern, and a party will choose the one that helps it. Two definitions "
            "conflict even where both were meant to say the same.",
     .found = "Two sites of the form \"X\" means ... in the same sub-document (an exhibit is one "
              "of its own), whose words differ when case, marks and white space do not count. High "
              "if a clause uses the term.",
     .limits = "Definitions that add to the first (\"also means\", \"includes\"), that hold for a "
               "section only, and those in parentheses are left out.",
     .example = "\"Wares\" means the cups that Orla makes. Orla appoints Fenn as its exclusive "
                "distributor of the Wares in Canada for five years. \"Wares\" means the cups and "
                "plates that Orla or its partners make.",
     .near_miss = "\"Wares\" means the cups that Orla makes. \"Wares\" also means plates."},
    {.code = "DEF004",
     .meaning = "A term is defined and never used.",
     .why = "It may be left over from another contract, or the text may say the same under another "
            "name, which then has no definition.",
     .found = "No use of the term, in singular, plural or possessive, outside of its definition.",
     .limits = "Uses in small letters do not count.",
     .example = "\"Wares\" means the cups that Orla makes.",
     .near_miss = "\"Wares\" means the cups that Orla makes. The Wares are blue."},
    {.code = "DEF005",
     .meaning = "The definition of a term leads back to the term itself.",
     .why = "A circle of definitions says nothing: the term may mean anything, or what it means "
            "without a definition.",
     .found = "A cycle in the graph of the definitions, in which each term stands near the head of "
              "the words that define the one before it.",
     .limits = "A definition that refers to a list (\"the Services described in Exhibit A\") is "
               "none. Cycles of more than eight terms are not reported.",
     .example = "\"Goods\" means the Wares. \"Wares\" means the Goods.",
     .near_miss = "\"Goods\" means the Wares. \"Wares\" means cups."},
    {.code = "DEF006",
     .meaning = "A clause writes a defined term in small letters.",
     .why = "The small letters may be a slip, or mean the thing in its usual sense. Both readings "
            "are open.",
     .found = "The words of a defined term in small letters within a clause; low where the clause "
              "has the defined term as well, else info.",
     .limits = "Only within clauses: elsewhere most contracts use both. \"Third party\", \"terms "
               "and conditions\" and the like are left out.",
     .example = "Orla appoints Fenn as its exclusive distributor of the Wares in Canada, and no "
                "wares are sold there by others. \"Wares\" means the cups that Orla makes.",
     .near_miss = "Orla appoints Fenn as its exclusive distributor of the Wares in Canada for five "
                  "years. \"Wares\" means the cups that Orla makes."},
    {.code = "DEF007",
     .meaning = "A definition gives examples and does not say what kind of thing it is.",
     .why = "Examples show that some things are in; they do not say what is out. A thing that is "
            "like none of them may be in or out.",
     .found = "A definition whose only words behind the term are \"includes\", \"means such as\" "
              "or \"means including\".",
     .limits = "Another definition of the term that says what it is takes the finding away.",
     .example = "\"Wares\" includes cups, plates and pots. The Wares are blue.",
     .near_miss = "\"Wares\" means kitchen goods, including cups and pots. The Wares are blue."},
};

const pv_check_page *pv_check_pages_definitions(size_t *count) {
  *count = sizeof pages / sizeof *pages;
  return pages;
}
