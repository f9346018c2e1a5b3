// The words that carry the structure of a contract, whatever its clauses say. Each line gives its
// words, divided by blanks, one trait; a word may stand in several lines.
#include "text/lookup.h"

typedef struct {
  uint16_t trait;
  const char *words;
} row;

static const row rows[] = {
    {PV_TRAIT_ABBREVIATION,
     "inc corp co ltd cos bros llc llp lp plc gmbh pty pte assn "
     "no nos sec secs art arts para paras par sub subsec cl ch ex exh sched "
     "fig figs vol pp pg p ed rev "
     "mr mrs ms messrs dr prof hon gen rep sen gov jr sr esq st ave blvd rd "
     "ste apt bldg fl dept div attn tel mt ft "
     "v vs etc al cf viz approx est max min avg incl excl resp ref reg "
     "intl natl amer univ mfg bros tech "
     "jan feb mar apr jun jul aug sept sep oct nov dec "
     "u.s. u.k. u.s.a. u.n. e.u. e.g. i.e. l.p. l.l.c. l.l.p. p.l.c. s.a. "
     "s.r.l. s.p.a. n.v. b.v. a.g. a.k.a. d.b.a. f.o.b. c.i.f. p.o. n.a. "
     "n.w. s.w. n.e. s.e. d.c. n.y. c.f.r. u.s.c. u.c.c. p.c. r.s. a.m. p.m."},
    {PV_TRAIT_FUNCTION,
     "a an the this that these those such each every any all both either neither no some other "
     "another its his her their our your my whose which who whom what of to in on at by for from "
     "with without within into onto upon under over between among through throughout during "
     "before after until till since as if unless whether because while where when than then and "
     "or nor but per via against about above below beyond across along toward towards "
     "notwithstanding pursuant subject including excluding except is are was were be been being "
     "has have had having do does did shall will would may might must can could should not "
     "one so also only most more less same"},
    {PV_TRAIT_OPENER,
     "the this these those such each every any all both either neither no if in on at upon unless "
     "until when where while after before during except notwithstanding subject pursuant it he "
     "she they we you its their our his her nothing to as for from with without within under "
     "there here however further furthermore moreover accordingly therefore thereafter in once "
     "otherwise should shall a an neither provided by whereas now"},
    {PV_TRAIT_MONTH, "january february march april may june july august september october november "
                     "december jan feb mar apr jun jul aug sep sept oct nov dec"},
    {PV_TRAIT_NUMBER,
     "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
     "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fourty fifty sixty seventy "
     "eighty ninety hundred thousand million billion trillion half halves third thirds quarter "
     "quarters fourth fourths fifth tenth dozen first second sixth seventh eighth ninth eleventh "
     "twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
     "twentieth "
     "thirtieth point"},
    {PV_TRAIT_SECTION, "article articles section sections clause clauses paragraph paragraphs "
                       "subsection subsections subparagraph subparagraphs subclause subclauses "
                       "chapter part sec secs art para §"},
    {PV_TRAIT_EXHIBIT, "exhibit exhibits schedule schedules annex annexes annexure annexures "
                       "appendix appendices attachment attachments addendum"},
    {PV_TRAIT_CORPORATE,
     "inc corp co ltd llc llp lp plc gmbh ag sa nv bv sarl srl spa ab oy as kk kg pty pte bhd "
     "corporation incorporated company companies limited partnership trust association bank n.a. "
     "l.p. l.l.c. l.l.p. p.l.c. s.a. s.r.l. s.p.a. n.v. b.v. a.g. p.c. g.i.e. gie r.l r.l. a.s."},
    {PV_TRAIT_PERIOD,
     "day days week weeks month months quarter quarters year years hour hours daily weekly "
     "biweekly monthly bimonthly quarterly annually annual yearly semiannually semiannual "
     "biannually annum decade"},
    {PV_TRAIT_UNIT,
     "% percent per pct percentage basis bps additional banking business calendar complete "
     "consecutive contract continuous fiscal full further license more succeeding successive "
     "trading whole working australian canadian cdn singapore hk nt nz nis au ca us u.s u.s. "
     "united bn crore lakh mil mln mm half halves"},
    {PV_TRAIT_CURRENCY,
     "usd eur gbp jpy chf cad aud nzd rmb cny hkd sgd inr krw sek nok dkk mxn brl ils zar twd thb "
     "dollar dollars euro euros pound pounds sterling yen franc francs yuan renminbi rupee rupees "
     "won krona kronor krone kroner peso pesos real reais shekel shekels rand ruble rubles cent "
     "cents penny pence $ € £ ¥"},
    {PV_TRAIT_ROMAN, "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi "
                     "xxii xxiii xxiv xxv xxvi xxvii xxviii xxix xxx xxxi xxxii xxxiii xxxiv xxxv "
                     "xxxvi xxxvii xxxviii xxxix xl"},
    {PV_TRAIT_VERB,
     "shall will is are was were be been has have had does do did may can must would "
     "should could means mean hereby agrees agree warrants represents applies"},
    {PV_TRAIT_LETTERED, "party parties class series phase type group category option plan tier "
                        "level vitamin zone block team exhibit schedule annex appendix attachment "
                        "article section part clause"},
    {PV_TRAIT_PLACE,
     "afghanistan africa albania algeria america americas andorra angola anguilla antarctica "
     "antigua arab arabia argentina armenia aruba asia australia austria azerbaijan bahamas "
     "bahrain bangladesh barbados belarus belgium belize benelux benin bermuda bhutan bolivia "
     "bosnia botswana brazil british britain brunei bulgaria burkina burma burundi cambodia "
     "cameroon canada cape caribbean cayman central chad channel chile china colombia commonwealth "
     "comoros congo cook costa croatia cuba curacao cyprus czech czechia denmark djibouti dominica "
     "dominican dubai east eastern ecuador egypt el england equatorial eritrea estonia eswatini "
     "ethiopia eu europe european faroe fiji finland france french gabon gambia georgia germany "
     "ghana gibraltar great greece greenland grenada guadeloupe guam guatemala guernsey guinea "
     "guyana haiti holland honduras hong hungary iceland india indonesia iran iraq ireland isle "
     "israel italy ivory jamaica japan jersey jordan kazakhstan kenya kiribati korea kosovo kuwait "
     "kyrgyzstan laos latin latvia lebanon lesotho liberia libya liechtenstein lithuania "
     "luxembourg macau macao macedonia madagascar mainland malawi malaysia maldives mali malta "
     "marshall martinique mauritania mauritius mexico micronesia middle moldova monaco mongolia "
     "montenegro montserrat morocco mozambique myanmar namibia nauru nepal netherlands new "
     "nicaragua niger nigeria niue nordic north northern norway oman pacific pakistan palau "
     "palestine panama papua paraguay people peru philippines poland portugal puerto qatar "
     "republic romania russia russian rwanda saint samoa san sao saudi scandinavia scotland "
     "senegal serbia seychelles sierra singapore slovak slovakia slovenia solomon somalia south "
     "southeast southern spain sri sudan suriname swaziland sweden switzerland syria taiwan "
     "tajikistan tanzania thailand timor togo tonga trinidad tunisia turkey turkiye turkmenistan "
     "tuvalu uganda uk ukraine u.k. united universe uruguay us usa u.s. u.s.a. uzbekistan vanuatu "
     "vatican venezuela vietnam virgin wales west western world worldwide global globe yemen "
     "zambia zimbabwe alabama alaska arizona arkansas california colorado connecticut delaware "
     "florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland "
     "massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma "
     "oregon pennsylvania rhode tennessee texas utah vermont virginia washington wisconsin wyoming "
     "district emea apac latam eea alberta cabo continental cote democratic e.u. far federal grand "
     "kingdom oceania ontario peoples quebec scandinavian state uae u.s viet"},
    {PV_TRAIT_FOREIGN,
     "der das und ist nicht mit dem den ein eine einer eines auf für von zu zur zum im des sich "
     "oder durch nach bei wird werden sind dieser diese dieses vertrag sowie "
     "le la les et une dans pour que qui sur est sont aux avec du cette ces ou ce "
     "el los las y del por para con una sus se es al lo como "
     "il di che della delle dei nel non gli sono alla "
     "os da das dos não uma em ao pela pelo "
     "het een van voor niet zijn op en aan"},
};

static void add_word(pv_vocabulary *v, pv_str word, uint16_t trait) {
  uint32_t id = pv_vocabulary_add(v, word);
  v->traits[id] |= trait;
}

void pv_vocabulary_add_traits(pv_vocabulary *vocabulary) {
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    const char *at = rows[i].words;
    while (*at) {
      size_t size = strcspn(at, " ");
      if (size) add_word(vocabulary, (pv_str){at, size}, rows[i].trait);
      at += size + (at[size] == ' ');
    }
  }
  // All marks of ASCII, so that punctuation is told apart by id.
  for (char mark = '!'; mark <= '~'; mark++) {
    bool is_letter = (mark | 0x20) >= 'a' && (mark | 0x20) <= 'z';
    if (!is_letter && !(mark >= '0' && mark <= '9'))
      pv_vocabulary_add(vocabulary, (pv_str){&mark, 1});
  }
}
