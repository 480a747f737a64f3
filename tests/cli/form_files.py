"""Small files of every form that annalist reads, made from one article."""
import gzip
import io
import tarfile
import zipfile

TITLE = "Ferry between the two banks runs again"
BODY = ["The transport ministry of Velmora said on Friday that the ferry between the two banks would run again from Monday.",
        "Farmers had to drive sixty kilometres to the nearest bridge after the storm of March, a spokesman told reporters."]
DATE = "2021-04-09"


def text(number):
    """The article in a wording of its own, so that no two documents are the same."""
    return [f"{line} Report {number} came from the harbour." for line in BODY]


def html(number):
    paragraphs = "".join(f"<p>{line}</p>" for line in text(number))
    return (f"<!DOCTYPE html><html><head><title>{TITLE}</title><meta property='article:published_time' content='{DATE}'></head>"
            f"<body><article><h1>{TITLE}</h1>{paragraphs}</article></body></html>").encode()


def pdf(number, lines=None):
    """One page, one font, nothing packed."""
    rows = [(50, 760, 20, TITLE), (50, 735, 10, "9 April 2021")]
    height = 700
    for line in text(number) if lines is None else lines:
        words, row = line.split(), ""
        for word in words + [None]:
            if word is None or len(row) + len(word) > 80:
                rows.append((50, height, 10, row))
                height, row = height - 14, ""
            row = f"{row} {word}".strip() if word else row
        height -= 14
    if lines == []:
        rows = []
    stream = "BT\n" + "".join(f"/F1 {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj\n" for x, y, size, words in rows) + "ET"
    objects = ["<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
               "<< /Type /Page /Parent 4 0 R /MediaBox [0 0 595 842] /Contents 2 0 R /Resources << /Font << /F1 1 0 R >> >> >>",
               "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Catalog /Pages 4 0 R >>"]
    out, places = "%PDF-1.4\n", []
    for i, body in enumerate(objects):
        places.append(len(out))
        out += f"{i + 1} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 5 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out.encode("latin-1")


def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def tarred(files):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


def docx(number):
    lines = [TITLE, "9 April 2021", *text(number)]
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    return zipped({"[Content_Types].xml": "<Types/>",
                   "word/document.xml": f"<?xml version='1.0'?><w:document xmlns:w='w'><w:body>{paragraphs}</w:body></w:document>"})


def odt(number):
    lines = [TITLE, "9 April 2021", *text(number)]
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in lines)
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text",
                   "content.xml": "<?xml version='1.0'?><o:document-content xmlns:o='o' xmlns:text='t'><o:body><o:text>"
                                  f"{paragraphs}</o:text></o:body></o:document-content>"})


def mail(number):
    body = "\r\n\r\n".join(text(number))
    return (f"From: Ana Ruiz <ana@herald.example>\r\nTo: desk@example.org\r\nDate: Fri, 9 Apr 2021 10:00:00 +0200\r\n"
            f"Message-ID: <{number}@herald.example>\r\nSubject: {TITLE}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n").encode()


def mbox(*numbers):
    line = b"From ana@herald.example Fri Apr  9 10:00:00 2021\n"
    return b"".join(line + mail(number).replace(b"\r\n", b"\n") + b"\n" for number in numbers)


def warc_record(kind, content, url="http://herald.example/a"):
    head = (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2021-04-10T01:02:03Z\r\n"
            f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(content)}\r\n\r\n").encode()
    return head + content + b"\r\n\r\n"


def warc(*numbers):
    """Gzipped by record; gives the bytes and where each response begins."""
    out, places = gzip.compress(warc_record("warcinfo", b"software: none")), []
    for number in numbers:
        out += gzip.compress(warc_record("request", b"GET /a HTTP/1.1\r\n\r\n"))
        places.append(len(out))
        response = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html(number)
        out += gzip.compress(warc_record("response", response, f"http://herald.example/{number}"))
    return out, places
