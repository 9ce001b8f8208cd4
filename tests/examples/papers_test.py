#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Papers as .docx and .pdf: what is in them is read, and hostile files give one clear line."""
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import zipfile

PROGRAM = os.environ["KEHOACH_PROGRAM"]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
failures = []


def check(claim, what):
    if not claim:
        failures.append(what)
        print("FAILED:", what)


def read(data, name, *options):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / name
        path.write_bytes(data)
        return subprocess.run([PROGRAM, "read", str(path), *options], capture_output=True,
                              text=True, timeout=60)


def paragraph(text, number=None):
    properties = ""
    if number:
        properties = ('<w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr></w:pPr>'
                      % number)
    return "<w:p>%s<w:r><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p>" % (properties, text)


def cell(*texts):
    return "<w:tc>%s</w:tc>" % "".join(paragraph(text) for text in texts)


def table(*rows):
    return "<w:tbl>%s</w:tbl>" % "".join("<w:tr>%s</w:tr>" % "".join(row) for row in rows)


NUMBERING = """<w:numbering %s><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%%2."/></w:lvl>
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>""" % W


def docx(body, numbering=NUMBERING):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml",
                         '<?xml version="1.0"?><w:document %s><w:body>%s</w:body></w:document>'
                         % (W, body))
        archive.writestr("word/numbering.xml", numbering)
    return out.getvalue()


def paper():
    head = table([cell("UBND TỈNH HÒA AN", "SỞ Y TẾ", "Số: 12/KH-SYT"),
                  cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                       "Hòa An, ngày 05 tháng 02 năm 2026")])
    work = table([cell("TT"), cell("Nội dung"), cell("Đơn vị chủ trì"), cell("Thời gian")],
                 [cell("1"), cell("Rà soát hạ tầng"), cell("Văn phòng Sở"), cell("Quý I/2026")],
                 [cell("2"), cell("Tập huấn ký số"), cell("Phòng Nghiệp vụ Y"), cell("30/6/2026")])
    return docx(head + paragraph("KẾ HOẠCH") + paragraph("Chuyển đổi số")
                + paragraph("MỤC TIÊU", (0, 1)) + paragraph("Tỷ lệ hài lòng đạt 95%.", (1, 1))
                + paragraph("NHIỆM VỤ", (0, 1)) + paragraph("Việc chung", (1, 1)) + work
                + "<w:p><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>"
                + table([cell("Nơi nhận:", "- UBND tỉnh (b/c);", "- Lưu: VT."),
                         cell("GIÁM ĐỐC", "Trần Văn Bình")]))


def test_docx():
    done = read(paper(), "a.docx", "--json")
    check(done.returncode == 0, "a .docx is read: " + done.stderr)
    got = json.loads(done.stdout)
    check(got["document"]["symbol"] == "12/KH-SYT", "number of the letterhead's cell")
    check(got["document"]["issuer"] == "Sở Y tế tỉnh Hòa An", "issuer: %s" % got["document"])
    check(got["document"]["signer"] == "Trần Văn Bình", "signer of the signature's cell")
    tasks = {task["path"]: task for task in got["tasks"]}
    check("II.1.1" in tasks and tasks["II.1.1"]["lead"] == ["Văn phòng Sở"],
          "rows of a table, below automatic numbers: %s" % list(tasks))
    check([t["path"] for t in got["targets"]] == ["I.1"], "automatic numbers make the path")
    check([r["unit"] for r in got["recipients"]] == ["UBND tỉnh", "VT"], "recipients")


def complaint(data, name, words):
    done = read(data, name)
    check(done.returncode == 2 and words in done.stderr and done.stderr.count("\n") == 1,
          "%s: %d %r" % (name, done.returncode, done.stderr))


def test_hostile_docx():
    whole = paper()
    complaint(whole[: len(whole) // 2], "cut.docx", "docx")
    complaint(b"PK\3\4" + b"\0" * 200, "zeros.docx", "docx")
    complaint(docx(paragraph("x" * (80 << 20))), "bomb.docx", "more than is allowed")
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("hello.txt", "x")
    complaint(other.getvalue(), "other.docx", "no .docx")
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        archive.writestr("word/document.xml", "<w:document><w:body><w:p>")
    complaint(broken.getvalue(), "broken.docx", "no XML")
    deep = docx("<w:tbl><w:tr><w:tc>" * 50000 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 50000)
    done = read(deep, "deep.docx", "--json")
    check(done.returncode in (0, 2), "150,000 levels end without a crash: %d" % done.returncode)
    endless = docx(paragraph("a", (1, 1)) * 2000, NUMBERING.replace("%2.", "%2." * 500))
    check(read(endless, "endless.docx", "--json").returncode == 0, "long numbers are cut")


def pdf(lines):
    drawn = "BT /F1 12 Tf 72 720 Td 14 TL\n" + "\n".join("(%s) Tj T*" % l for l in lines) + "\nET"
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
               "/Resources << /Font << /F1 5 0 R >> >> >>",
               "<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
               "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += "%d 0 obj\n%s\nendobj\n" % (number, body)
    table_at = len(out)
    out += "xref\n0 6\n0000000000 65535 f \n" + "".join("%010d 00000 n \n" % p for p in places)
    out += "trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % table_at
    return out.encode("latin-1")


def test_pdf():
    done = read(pdf(["12/KH-SYT", "1. ABC 15/2026/KH-UBND"]), "a.pdf", "--json")
    check(done.returncode == 0, "a .pdf is read: " + done.stderr)
    check("15/2026/KH-UBND" in done.stdout, "the text of its page: " + done.stdout[:300])
    complaint(pdf([]), "scan.pdf", "no text")
    complaint(b"%PDF-1.7\n" + bytes(range(256)) * 8, "noise.pdf", "damaged")


def main():
    if "reads no .docx" in read(paper(), "a.docx").stderr:
        print("skipped: this build reads no .docx")
    else:
        test_docx()
        test_hostile_docx()
    if "reads no .pdf" in read(pdf(["a"]), "a.pdf").stderr:
        print("skipped: this build reads no .pdf")
    else:
        test_pdf()
    return 1 if failures else 0


sys.exit(main())
