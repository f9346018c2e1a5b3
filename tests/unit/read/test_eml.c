#include "base/buffer.h"
#include "base/str.h"
#include "read/document.h"
#include "read/limits.h"
#include "support/pvtest.h"
#include "support/record.h"

#define HEAD "From: a@example.com\r\nSubject: Terms\r\nMIME-Version: 1.0\r\n"
#define PLAIN "Content-Type: text/plain; charset=utf-8\n\n"
#define PAGE "Content-Type: text/html\n\n"

static void check(const char *bytes, const char *expected) {
  pv_check_record(pv_str_from(bytes), "a.eml", expected);
}

static void reads_the_text_of_a_message(void **state) {
  (void)state;
  check(HEAD "\r\nMaker grants.\r\n", "a.eml!body.txt = Maker grants.\r\n\n");
  check(HEAD "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
             "PHA+TWFrZXI8cD5ncmFudHM=",
        "a.eml!body.html = Maker\n\ngrants\n");
  check(HEAD "Content-Type: text/plain; charset=iso-8859-2\n"
             "Content-Transfer-Encoding: quoted-printable\n\n=B9koda",
        "a.eml!body.txt = škoda\n");
  check(HEAD "Content-Type: text/plain; charset=ISO-8859-1\n\n\x93Net\x94",
        "a.eml!body.txt = “Net”\n");
  check(HEAD "Content-Type: text/html; charset=iso-8859-2\n\n<meta charset=utf-8><p>\xB9koda",
        "a.eml!body.html = škoda\n");
}

static void reads_one_way_of_saying_the_same(void **state) {
  (void)state;
  check(HEAD "Content-Type: multipart/alternative; boundary=x\n\n--x\n" PLAIN "plain\n--x\n" PAGE
             "<p>page</p>\n--x--",
        "a.eml!body.txt = plain\n");
  check(HEAD "Content-Type: multipart/alternative; boundary=x\n\n--x\n" PLAIN " \n--x\n" PAGE
             "<p>page</p>\n--x--",
        "a.eml!body.html = page\n");
  check(HEAD "Content-Type: multipart/alternative; boundary=x\n\n--x\n" PLAIN "plain\n--x\n"
             "Content-Type: multipart/mixed; boundary=y\n\n--y\n" PAGE "<p>page</p>\n--y\n"
             "Content-Type: text/plain; name=terms.txt\n\nattached\n--y--\n--x--",
        "a.eml!body.txt = plain\na.eml!terms.txt = attached\n");
}

static void reads_attachments_as_documents(void **state) {
  (void)state;
  check(HEAD "Content-Type: multipart/mixed; boundary=\"x y\"\n\nnobody reads this\n--x y\n" PLAIN
             "See the terms.\n--x y\nContent-Type: application/octet-stream\n"
             "Content-Disposition: attachment; filename*=utf-8''terms%20%C3%A9.md\n"
             "Content-Transfer-Encoding: base64\n\nVGVybXM=\n--x y\n"
             "Content-Type: image/png; name=logo.png\n\nx\n--x y\nContent-Type: image/gif\n\nx\n"
             "--x y\nContent-Type: application/rtf\n\n{\\rtf1 Rich}\n--x y--\n",
        "a.eml!body.txt = See the terms.\na.eml!terms é.md = Terms\n"
        "  members that are no documents were left out: logo.png, part-5.gif\n"
        "a.eml!part-6.rtf = Rich\n");
}

static void reads_messages_in_messages(void **state) {
  (void)state;
  check(HEAD "Content-Type: multipart/mixed; boundary=x\n\n--x\n" PLAIN "outer\n--x\n"
             "Content-Type: message/rfc822\n\nSubject: inner\n\ninner\n--x\n"
             "Content-Type: message/rfc822; name=terms.eml\n\nSubject: inner\n\nother\n--x--",
        "a.eml!body.txt = outer\na.eml!part-3.eml!body.txt = inner\n"
        "a.eml!terms.eml!body.txt = other\n");
  check(HEAD "Content-Type: multipart/digest; boundary=x\n\n--x\n\nSubject: inner\n\ninner\n--x--",
        "a.eml!part-2.eml!body.txt = inner\n");
}

static void says_what_cannot_be_read(void **state) {
  (void)state;
  check(HEAD "\r\n \r\n", "a.eml: empty\n");
  check(HEAD "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIAG",
        "a.eml!body: encrypted\n");
  check(HEAD "Content-Type: multipart/encrypted; boundary=x\n\n--x\n\nkey\n--x--",
        "a.eml!body: encrypted\n");
  check(HEAD "Content-Type: multipart/mixed; boundary=none\n\nMaker grants.",
        "a.eml!body.txt = Maker grants.\n");
  check(HEAD "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: application/pdf\n"
             "Content-Transfer-Encoding: base64\n\niVBORw0K\n--x--",
        "a.eml!part-2.pdf: format\n");
}

static void ends_parts_in_parts(void **state) {
  (void)state;
  pv_arena *arena = pv_arena_new(0);
  pv_buffer bytes = {.arena = arena};
  pv_buffer_add(&bytes, PV_STR(HEAD));
  for (int i = 0; i < 100; i++)
    pv_buffer_printf(&bytes, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i);
  pv_check_record(pv_buffer_str(&bytes), "a.eml", "a.eml: limit\n");
  bytes.size = 0;
  for (int i = 0; i < 100; i++)
    pv_buffer_add(&bytes, PV_STR(HEAD "Content-Type: message/rfc822\n\n"));
  pv_check_record(pv_buffer_str(&bytes), "a.eml",
                  "a.eml!part-1.eml!part-1.eml!part-1.eml!part-1.eml!part-1.eml!part-1.eml!"
                  "part-1.eml!part-1.eml: limit\n");
  pv_arena_free(arena);
}

static void reads_mailboxes(void **state) {
  (void)state;
  check("From a@example.com Mon Jun  1 10:00:00 2026\nSubject: 1\n\nOne\n>From me\n"
        "From now on\n\nFrom then on nothing\n\nFrom a@example.com Mon Jun  1 10:00:00 2026\n"
        "Message-ID: <2>\n\nTwo\n",
        "a.eml!1.eml!body.txt = One\nFrom me\nFrom now on\n\nFrom then on nothing\n\n\n"
        "a.eml!2.eml!body.txt = Two\n\n");
}

static void takes_letters_for_letters(void **state) {
  (void)state;
  const char *memo = "To: The board\nFrom: The maker\nSubject: Terms\n\nMaker grants.";
  pv_arena *arena = pv_arena_new(0);
  pv_check_record(pv_str_from(memo), "memo.txt",
                  pv_str_printf(arena, "memo.txt = %s\n", memo).data);
  pv_check_record(pv_str_from(memo), "memo.eml", "memo.eml!body.txt = Maker grants.\n");
  const char *text = "From time to time: the parties\nmay agree";
  pv_check_record(pv_str_from(text), "a.txt", pv_str_printf(arena, "a.txt = %s\n", text).data);
  pv_arena_free(arena);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_the_text_of_a_message),
      cmocka_unit_test(reads_one_way_of_saying_the_same),
      cmocka_unit_test(reads_attachments_as_documents),
      cmocka_unit_test(reads_messages_in_messages),
      cmocka_unit_test(says_what_cannot_be_read),
      cmocka_unit_test(ends_parts_in_parts),
      cmocka_unit_test(reads_mailboxes),
      cmocka_unit_test(takes_letters_for_letters),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
