// E-mails and mailboxes: the text of a message and its attachments are documents.
//
// Of two ways to say the same (multipart/alternative) plain text is read, or the web page where
// there is none; attachments are read wherever they hang. A message in a message is a container.
#include <stdlib.h>

#include "base/error.h"
#include "base/str.h"
#include "read/formats.h"
#include "read/limits.h"
#include "read/mail.h"
#include "read/mime.h"

enum { LOOKED_AT = 8192, MOST_HEADERS = 200 };

typedef struct {
  pv_container *container;
  pv_arena *arena;
  size_t parts;  // seen so far
  size_t bodies; // handed on
  pv_error err;
} mail;

typedef struct {
  pv_mime mime;
  pv_str kind; // text/plain
  pv_str type; // the header
  pv_str name; // of its file, or empty
  bool is_attached;
} mail_part;

static bool starts_with(pv_str text, const char *start) {
  pv_str wanted = pv_str_from(start);
  return text.size >= wanted.size &&
         pv_str_equal_ignoring_case((pv_str){text.data, wanted.size}, wanted);
}

static bool is_kind(const mail_part *part, const char *kind) {
  return pv_str_equal(part->kind, pv_str_from(kind));
}

static mail_part look_at(mail *m, pv_mime mime, const char *otherwise) {
  mail_part part = {.mime = mime, .type = pv_mime_header(m->arena, &mime, "Content-Type")};
  pv_str disposition = pv_mime_header(m->arena, &mime, "Content-Disposition");
  part.kind = pv_mime_kind(m->arena, part.type);
  if (!memchr(part.kind.data, '/', part.kind.size)) part.kind = pv_str_from(otherwise);
  part.name = pv_mime_parameter(m->arena, disposition, "filename");
  if (!part.name.size) part.name = pv_mime_parameter(m->arena, part.type, "name");
  part.is_attached = starts_with(disposition, "attachment") || part.name.size;
  return part;
}

static char *decode(mail *m, const mail_part *part, size_t *size) {
  char *bytes = pv_mime_decode(m->arena, &part->mime, size);
  if (is_kind(part, "text/plain") || is_kind(part, "text/html"))
    pv_mail_to_utf8(m->arena, pv_mime_parameter(m->arena, part->type, "charset"), &bytes, size);
  return bytes;
}

static bool is_body(const mail_part *part) {
  return !part->is_attached && (is_kind(part, "text/plain") || is_kind(part, "text/html"));
}

// "body.txt", "body-2.txt": texts without words are none.
static bool add_body(mail *m, const mail_part *part) {
  size_t size;
  char *bytes = decode(m, part, &size);
  if (bytes && pv_text_is_blank((pv_str){bytes, size})) {
    free(bytes);
    return true;
  }
  const char *extension = is_kind(part, "text/html") ? "html" : "txt";
  pv_str name = ++m->bodies == 1 ? pv_str_printf(m->arena, "body.%s", extension)
                                 : pv_str_printf(m->arena, "body-%zu.%s", m->bodies, extension);
  return pv_mail_add(m->container, name, bytes, size);
}

static bool fail_encrypted(mail *m) {
  pv_error err = {0};
  pv_fail(&err, PV_ERROR_ENCRYPTED,
          "an encrypted e-mail; decrypt it in a mail program, save it and try again");
  return pv_container_fail(m->container, "body", &err);
}

static bool is_encrypted(mail *m, const mail_part *part) {
  pv_str what = pv_mime_parameter(m->arena, part->type, "smime-type");
  bool is_smime =
      is_kind(part, "application/pkcs7-mime") || is_kind(part, "application/x-pkcs7-mime");
  return is_kind(part, "multipart/encrypted") || (is_smime && !starts_with(what, "signed"));
}

static bool add_file(mail *m, const mail_part *part) {
  pv_str name = part->name.size ? part->name : pv_mail_name(m->arena, part->kind, m->parts);
  size_t size;
  if (!part->name.size && !pv_reader_takes_name(name)) {
    pv_container_skip(m->container, name.data);
    return true;
  }
  char *bytes = decode(m, part, &size);
  return pv_mail_add(m->container, name, bytes, size);
}

static bool walk(mail *m, mail_part part, size_t depth, bool wants_body);

// Of the ways to say the same the one that is read: plain text that says something, or else what
// holds or is a web page, or else the first.
static size_t choose(mail *m, pv_str body, pv_str boundary) {
  size_t page = SIZE_MAX, number = 0;
  pv_mime mime;
  for (size_t pos = 0; pv_mime_next(body, boundary, &pos, &mime); number++) {
    mail_part part = look_at(m, mime, "text/plain");
    if (is_kind(&part, "text/plain") && !pv_text_is_blank(part.mime.body)) return number;
    bool may_be_page = is_kind(&part, "text/html") || starts_with(part.kind, "multipart/");
    if (may_be_page && page == SIZE_MAX) page = number;
  }
  return page == SIZE_MAX ? 0 : page;
}

static bool walk_parts(mail *m, const mail_part *outer, size_t depth, bool wants_body) {
  pv_str boundary = pv_mime_parameter(m->arena, outer->type, "boundary");
  pv_str body = outer->mime.body;
  bool is_choice = is_kind(outer, "multipart/alternative");
  const char *otherwise = is_kind(outer, "multipart/digest") ? "message/rfc822" : "text/plain";
  size_t chosen = is_choice ? choose(m, body, boundary) : 0, number = 0;
  pv_mime mime;
  for (size_t pos = 0; pv_mime_next(body, boundary, &pos, &mime); number++) {
    bool wants = wants_body && (!is_choice || number == chosen);
    if (!walk(m, look_at(m, mime, otherwise), depth + 1, wants)) return false;
  }
  if (number) return true;
  mail_part text = *outer; // its boundary stands nowhere
  text.kind = PV_STR("text/plain");
  return !wants_body || add_body(m, &text);
}

static bool walk(mail *m, mail_part part, size_t depth, bool wants_body) {
  m->parts++;
  if (is_encrypted(m, &part)) return fail_encrypted(m);
  if (starts_with(part.kind, "multipart/")) {
    if (depth < PV_LIMIT_MIME_DEPTH) return walk_parts(m, &part, depth, wants_body);
    return pv_fail(&m->err, PV_ERROR_LIMIT, "has more than %d parts in each other",
                   PV_LIMIT_MIME_DEPTH);
  }
  if (is_body(&part)) return !wants_body || add_body(m, &part);
  return add_file(m, &part);
}

bool pv_unpack_eml(pv_container *container, pv_str bytes, pv_error *err) {
  mail m = {.container = container, .arena = pv_container_arena(container)};
  walk(&m, look_at(&m, pv_mime_split(bytes), "text/plain"), 0, true);
  if (m.err.code && err) *err = m.err;
  return !m.err.code;
}

// Recognising them

static bool is_name_char(char c) { return c > ' ' && c < 0x7F && c != ':'; }

// The length of the name of the header that the line is, or 0.
static size_t name_size(pv_str text, size_t pos) {
  size_t end = pos;
  while (end < text.size && is_name_char(text.data[end])) end++;
  return end < text.size && text.data[end] == ':' ? end - pos : 0;
}

static bool is_any_of(pv_str name, const char *const *names) {
  for (; *names; names++)
    if (pv_str_equal_ignoring_case(name, pv_str_from(*names))) return true;
  return false;
}

static size_t next_line(pv_str text, size_t pos) {
  const char *end = memchr(text.data + pos, '\n', text.size - pos);
  return end ? (size_t)(end - text.data) + 1 : text.size;
}

// Headers up to an empty line, one of them such as people do not write above a letter.
static bool has_headers(pv_str text) {
  static const char *const sure[] = {"MIME-Version",   "Message-ID",   "Received", "Return-Path",
                                     "DKIM-Signature", "Delivered-To", NULL};
  bool is_sure = false;
  for (size_t pos = 0, count = 0; pos < text.size && count < MOST_HEADERS;
       pos = next_line(text, pos), count++) {
    char c = text.data[pos];
    if (c == ' ' || c == '\t') continue;
    if (c == '\r' || c == '\n') break;
    size_t size = name_size(text, pos);
    if (!size) return false;
    is_sure |= is_any_of((pv_str){text.data + pos, size}, sure);
  }
  return is_sure;
}

static pv_str beginning(pv_str bytes) {
  return (pv_str){bytes.data, bytes.size < LOOKED_AT ? bytes.size : LOOKED_AT};
}

bool pv_sniff_eml(pv_str bytes) {
  pv_str start = beginning(bytes);
  if (pv_str_starts_with(start, PV_STR("\xEF\xBB\xBF"))) start.data += 3, start.size -= 3;
  return start.size && name_size(start, 0) && has_headers(start);
}

// Mailboxes

// "From a@example.com Mon Jun 1 10:00:00 2009", with a header in the next line.
static bool starts_message(pv_str bytes, size_t pos) {
  if (bytes.size - pos < 5 || memcmp(bytes.data + pos, "From ", 5) != 0) return false;
  size_t next = next_line(bytes, pos);
  return next < bytes.size && name_size(bytes, next) > 0;
}

bool pv_sniff_mbox(pv_str bytes) {
  pv_str start = beginning(bytes);
  if (!starts_message(start, 0)) return false;
  size_t end = next_line(start, 0);
  pv_str line = {start.data, end};
  bool has_sender = memchr(line.data, ':', line.size) && memchr(line.data, '@', line.size);
  return has_sender || has_headers((pv_str){start.data + end, start.size - end});
}

// Behind an empty line, for others are text.
static size_t end_of_message(pv_str bytes, size_t pos) {
  bool after_empty = false;
  while (pos < bytes.size) {
    if (after_empty && starts_message(bytes, pos)) return pos;
    size_t next = next_line(bytes, pos);
    after_empty = bytes.data[pos] == '\n' || (bytes.data[pos] == '\r' && next == pos + 2);
    pos = next;
  }
  return pos;
}

// A copy in which ">From " at the start of a line is "From " again.
static char *copy_message(pv_str message, size_t *size) {
  char *copy = malloc(message.size + 1);
  *size = 0;
  for (size_t pos = 0, next; copy && pos < message.size; pos = next) {
    next = next_line(message, pos);
    size_t marks = pos;
    while (marks < next && message.data[marks] == '>') marks++;
    bool is_quoted = marks > pos && next - marks >= 5 && !memcmp(message.data + marks, "From ", 5);
    pos += is_quoted;
    memcpy(copy + *size, message.data + pos, next - pos);
    *size += next - pos;
  }
  return copy;
}

bool pv_unpack_mbox(pv_container *container, pv_str bytes, pv_error *err) {
  (void)err;
  pv_arena *arena = pv_container_arena(container);
  size_t number = 0;
  for (size_t pos = 0, end; pos < bytes.size; pos = end) {
    pos = starts_message(bytes, pos) ? next_line(bytes, pos) : pos;
    end = end_of_message(bytes, pos);
    size_t size;
    char *message = copy_message((pv_str){bytes.data + pos, end - pos}, &size);
    if (!pv_mail_add(container, pv_str_printf(arena, "%zu.eml", ++number), message, size))
      return true;
  }
  return true;
}
