"""What a file says of itself: title, language, author, date, origin, and the standards it keeps."""

from html import escape

from reportlab.pdfbase.pdfdoc import PDFString

from handouts.page.pages import LaidOut
from handouts.pdf.document import SMALL, Document, dictionary, ended, reference, stream

MAKER = "handouts"
ORIGIN_NAMESPACE = "https://handouts.example/ns/origin/"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:handout="{namespace}">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}T00:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>{date}T00:00:00Z</xmp:ModifyDate>
<xmp:CreatorTool>{maker}</xmp:CreatorTool>
<pdf:Producer>{maker}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
{archive}{origin}</rdf:Description>
{extension}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""

_ARCHIVE = """<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
"""

_ORIGIN = """<dc:identifier>{code}</dc:identifier>
<handout:origin>{origin}</handout:origin>
"""

# PDF/A wants every property that it does not know described in the file: PDF/UA's and our own.
_EXTENSION = """<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag>{schemas}</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""
_SCHEMA = """<rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>{}</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>{}</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>{}</pdfaProperty:name>
<pdfaProperty:valueType>{}</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>{}</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li>"""
_SCHEMAS = (
    ("PDF/UA identification schema", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid")
    + ("part", "Integer", "Part of ISO 14289 that the file keeps"),
    ("Origin of a handout", ORIGIN_NAMESPACE, "handout")
    + ("origin", "Text", "What the handout was made from, as JSON"),
)


def set_metadata(document: Document, laid_out: LaidOut, *, archive: bool) -> None:
    """Say in the file what it is; only a file for the `archive` says that it is PDF/A."""
    said = ""
    if origin := laid_out.origin:
        json = origin.model_dump_json(exclude_none=True)
        said = _ORIGIN.format(code=origin.code, origin=escape(json, quote=False))
    packet = _PACKET.format(
        title=escape(laid_out.title),
        author=escape(laid_out.author),
        language=escape(laid_out.language),
        date=laid_out.date.isoformat(),
        maker=MAKER,
        namespace=ORIGIN_NAMESPACE,
        archive=_ARCHIVE if archive else "",
        origin=said,
        extension=_EXTENSION.format(schemas="".join(_SCHEMA.format(*one) for one in _SCHEMAS)),
    ).encode("utf-8")
    # Not compressed, so that any program finds it.
    entries = dictionary({"Type": "/Metadata", "Subtype": "/XML", "Length": len(packet)})
    code = ended(b"%b\nstream\n%bendstream\n" % (entries, packet))
    catalog = document.Catalog
    catalog.Metadata, catalog.Lang = reference(document.add(code)), PDFString(laid_out.language)
    intent = {"Type": "/OutputIntent", "S": "/GTS_PDFA1", "OutputConditionIdentifier": PDFString("sRGB")}
    intent |= {"Info": PDFString("sRGB"), "DestOutputProfile": reference(document.add(_colour_profile()))}
    catalog.OutputIntents = b"[%b]" % dictionary(intent)
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    document.setTitle(laid_out.title)
    document.setAuthor(laid_out.author)
    document.setCreator(MAKER)
    document.setProducer(MAKER)
    document.setSubject("")
    # A handout has a date and no hour.
    document.setDateFormatter(lambda *_: laid_out.date.strftime("D:%Y%m%d000000Z"))


def _colour_profile() -> bytes:
    """Return an ICC profile of sRGB, with a fixed date in place of the hour it was made (ICC.1, 7.2.8)."""
    from PIL.ImageCms import ImageCmsProfile, createProfile

    profile = ImageCmsProfile(createProfile("sRGB")).tobytes()
    profile = profile[:24] + bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0)) + profile[36:]
    return stream(profile, level=SMALL, entries={"N": 3})
