#include "grammar/inflection.h"

// Families with a form that the rules of spelling do not give. Each word of a family stands for all
// of it: "~licence" is "~license".
static const char *const families[] = {
    "arise arises arose arisen arising",
    "be is are was were been being am",
    "bear bears bore borne bearing",
    "become becomes became becoming",
    "begin begins began begun beginning",
    "bind binds bound binding",
    "break breaks broke broken breaking",
    "bring brings brought bringing",
    "build builds built building",
    "buy buys bought buying",
    "cancel cancels canceled canceling cancelled cancelling",
    "catalog catalogs cataloged cataloging catalogue catalogues catalogued cataloguing",
    "choose chooses chose chosen choosing",
    "come comes came coming",
    "criterion criteria criterions",
    "deal deals dealt dealing dealings",
    "defence defences defense defenses",
    "do does did done doing",
    "draw draws drew drawn drawing",
    "drive drives drove driven driving",
    "fall falls fell fallen falling",
    "favor favors favored favoring favour favours favoured favouring",
    "find finds found finding",
    "forbear forbears forbore forborne forbearing",
    "forgo forgoes forwent forgone forgoing",
    "freeze freezes froze frozen freezing",
    "fulfil fulfils fulfill fulfills fulfilled fulfilling",
    "get gets got gotten getting",
    "give gives gave given giving",
    "go goes went gone going",
    "grow grows grew grown growing",
    "half halves",
    "have has had having",
    "hear hears heard hearing",
    "hold holds held holding holdings",
    "honor honors honored honoring honour honours honoured honouring",
    "keep keeps kept keeping",
    "know knows knew known knowing",
    "label labels labeled labeling labelled labelling",
    "lay lays laid laying",
    "lead leads led leading",
    "leave leaves left leaving",
    "lend lends lent lending",
    "let lets letting",
    "license licenses licensed licensing licence licences licenced licencing",
    "lie lies lay lain lying",
    "lose loses lost losing",
    "make makes made making",
    "man men",
    "mean means meant meaning",
    "medium media mediums",
    "meet meets met meeting",
    "model models modeled modeling modelled modelling",
    "offset offsets offsetting",
    "overpay overpays overpaid overpaying",
    "oversee oversees oversaw overseen overseeing",
    "party parties",
    "pay pays paid paying",
    "person persons people",
    "practice practices practiced practicing practise practises practised practising",
    "prepay prepays prepaid prepaying",
    "program programs programme programmes programmed programming programed programing",
    "put puts putting",
    "read reads reading",
    "rebuild rebuilds rebuilt rebuilding",
    "remake remakes remade remaking",
    "repay repays repaid repaying",
    "resell resells resold reselling",
    "retake retakes retook retaken retaking",
    "rewrite rewrites rewrote rewritten rewriting",
    "rise rises rose risen rising",
    "run runs ran running",
    "say says said saying",
    "see sees saw seen seeing",
    "seek seeks sought seeking",
    "sell sells sold selling",
    "send sends sent sending",
    "set sets setting",
    "show shows showed shown showing",
    "speak speaks spoke spoken speaking",
    "spend spends spent spending",
    "spread spreads spreading",
    "stand stands stood standing",
    "sublicense sublicenses sublicensed sublicensing sublicence sublicences sublicenced",
    "subset subsets",
    "take takes took taken taking",
    "teach teaches taught teaching",
    "tell tells told telling",
    "think thinks thought thinking",
    "total totals totaled totaling totalled totalling",
    "travel travels traveled traveling travelled travelling",
    "undergo undergoes underwent undergone undergoing",
    "underpay underpays underpaid underpaying",
    "undertake undertakes undertook undertaken undertaking undertakings",
    "uphold upholds upheld upholding",
    "wear wears wore worn wearing",
    "win wins won winning",
    "withdraw withdraws withdrew withdrawn withdrawing",
    "withhold withholds withheld withholding withholdings",
    "woman women",
    "write writes wrote written writing writings",
};

// Verbs of several syllables that double their last letter: stressed at the end.
static const char *const doubling[] = {
    "abet",  "admit",    "allot",  "commit",   "compel",   "concur", "confer", "control", "defer",
    "deter", "dispel",   "embed",  "emit",     "equip",    "expel",  "impel",  "incur",   "infer",
    "occur", "omit",     "permit", "prefer",   "propel",   "rebut",  "recur",  "refer",   "regret",
    "remit", "resubmit", "submit", "transfer", "transmit", "unplug",
};

static bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

static bool ends_with(pv_str word, const char *end) {
  return pv_str_ends_with(word, pv_str_from(end));
}

// The next word of a list with single blanks; `list` moves behind it.
static pv_str next_word(const char **list) {
  const char *start = *list, *end = strchr(start, ' ');
  if (!end) end = start + strlen(start);
  *list = *end ? end + 1 : end;
  return (pv_str){start, (size_t)(end - start)};
}

static const char *irregular(pv_str word) {
  for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
    for (const char *at = families[i]; *at;)
      if (pv_str_equal(next_word(&at), word)) return families[i];
  }
  return NULL;
}

static size_t vowel_groups(pv_str word) {
  size_t groups = 0;
  for (size_t i = 0; i < word.size; i++)
    groups += is_vowel(word.data[i]) && (i == 0 || !is_vowel(word.data[i - 1]));
  return groups;
}

// "ship" and "permit", but not "market", "sow" and "need".
static bool doubles(pv_str word) {
  if (word.size < 3) return false;
  const char *end = word.data + word.size;
  if (is_vowel(end[-1]) || strchr("wxyh", end[-1]) || !is_vowel(end[-2])) return false;
  bool after_qu = word.size > 3 && end[-3] == 'u' && end[-4] == 'q';
  if (is_vowel(end[-3]) && !after_qu) return false;
  for (size_t i = 0; i < sizeof doubling / sizeof *doubling; i++)
    if (pv_str_equal(word, pv_str_from(doubling[i]))) return true;
  return vowel_groups(word) == 1;
}

static pv_str joined(pv_arena *arena, pv_str word, size_t cut, const char *ending) {
  return pv_str_printf(arena, "%.*s%s", (int)(word.size - cut), word.data, ending);
}

static pv_str doubled(pv_arena *arena, pv_str word, const char *ending) {
  return pv_str_printf(arena, "%.*s%c%s", (int)word.size, word.data, word.data[word.size - 1],
                       ending);
}

static bool consonant_y(pv_str word) {
  return word.size > 2 && word.data[word.size - 1] == 'y' && !is_vowel(word.data[word.size - 2]);
}

static pv_str plural(pv_arena *arena, pv_str word) {
  if (consonant_y(word)) return joined(arena, word, 1, "ies");
  if (ends_with(word, "s") || ends_with(word, "x") || ends_with(word, "z") ||
      ends_with(word, "ch") || ends_with(word, "sh"))
    return joined(arena, word, 0, "es");
  return joined(arena, word, 0, "s");
}

static pv_str past(pv_arena *arena, pv_str word) {
  if (consonant_y(word)) return joined(arena, word, 1, "ied");
  if (ends_with(word, "e")) return joined(arena, word, 0, "d");
  return doubles(word) ? doubled(arena, word, "ed") : joined(arena, word, 0, "ed");
}

static pv_str participle(pv_arena *arena, pv_str word) {
  if (ends_with(word, "ie")) return joined(arena, word, 2, "ying");
  bool keeps_e = ends_with(word, "ee") || ends_with(word, "oe") || ends_with(word, "ye");
  if (ends_with(word, "e") && !keeps_e) return joined(arena, word, 1, "ing");
  return doubles(word) ? doubled(arena, word, "ing") : joined(arena, word, 0, "ing");
}

size_t pv_inflection_forms(pv_arena *arena, pv_str word, pv_str forms[PV_MAX_FORMS]) {
  size_t count = 0;
  const char *family = irregular(word);
  if (family) {
    while (*family && count < PV_MAX_FORMS) forms[count++] = next_word(&family);
    return count;
  }
  forms[count++] = word;
  if (word.size < 2 || word.data[word.size - 1] < 'a' || word.data[word.size - 1] > 'z')
    return count;
  forms[count++] = plural(arena, word);
  forms[count++] = past(arena, word);
  forms[count++] = participle(arena, word);
  return count;
}
