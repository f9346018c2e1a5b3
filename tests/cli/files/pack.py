"""pack.py NAME.zip MEMBER=FILE… | pack.py NAME.docx BODY: writes a zip archive, or a Word document."""
import sys
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def parts(body):
    yield "[Content_Types].xml", "<Types/>"
    yield "_rels/.rels", (f'<Relationships xmlns="{RELS}"><Relationship Id="r1" Type="{OFFICE}" '
                          'Target="word/document.xml"/></Relationships>')
    yield "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'


with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as archive:
    if sys.argv[1].endswith(".docx"):
        for name, text in parts(sys.argv[2]):
            archive.writestr(name, text)
    else:
        for member in sys.argv[2:]:
            name, path = member.split("=")
            archive.write(path, name)
