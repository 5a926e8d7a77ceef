package read

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"zhibiao/message"
	"zhibiao/report"
)

// readDOCX reads a Word document: paragraphs, tables row by row, insertions
// but no deletions, each text box once, automatic numbers of headings, and
// footnotes apart.
func readDOCX(_ context.Context, f *file) (report.Raw, *report.Error) {
	z, err := zip.NewReader(f.r, f.size)
	if err != nil {
		return report.Raw{}, f.fail("open", "a damaged Word file: "+plain(err), "open it in Word and save it again")
	}
	pkg := docxPackage{f: f, parts: map[string]*zip.File{}, left: f.opt.Limits.Document}
	for _, m := range z.File {
		pkg.parts[strings.TrimPrefix(m.Name, "/")] = m
	}
	main := pkg.main()
	r := f.raw(kindDOCX)
	r.Lines = true
	num := pkg.numbering(path.Dir(main))
	body := docxBody{num: num, limit: f.opt.Limits.Text}
	if err := pkg.walk(main, body.token); err != nil {
		// What was read before the damage is not handed over: a report with
		// its end missing would pass for a whole one.
		return report.Raw{}, pkg.refusal(err)
	}
	r.Text = body.text()
	for _, notes := range []string{"footnotes.xml", "endnotes.xml"} {
		b := docxBody{num: num, limit: f.opt.Limits.Text}
		name := path.Join(path.Dir(main), notes)
		if pkg.parts[name] == nil {
			continue
		}
		if err := pkg.walk(name, b.token); err != nil {
			r.Warnings = append(r.Warnings, message.New("warn.footnotes", plain(err)))
			continue
		}
		if t := b.text(); t != "" {
			r.Notes = strings.TrimPrefix(r.Notes+"\n"+t, "\n")
		}
	}
	return r, nil
}

// docxPackage is the ZIP file around a Word document.
type docxPackage struct {
	f     *file
	parts map[string]*zip.File
	left  int64 // bytes that may still be unpacked
}

var (
	errBomb    = errors.New("unpacks to more than a document's size")
	errLong    = errors.New("text longer than a report's")
	errMissing = errors.New("the part that holds the text is missing")
)

func (p *docxPackage) refusal(err error) *report.Error {
	switch {
	case errors.Is(err, errBomb), errors.Is(err, errLong):
		return p.f.fail("read", plain(err), "no report is that long: check what it is")
	case errors.Is(err, zip.ErrAlgorithm):
		return p.f.fail("open", "is packed or encrypted in an unknown way", "open it in Word and save it again without a password")
	}
	return p.f.fail("read", "a damaged Word file: "+plain(err), "open it in Word, let it repair the file, and save it again")
}

// main finds the part with the document's body.
func (p *docxPackage) main() string {
	const usual = "word/document.xml"
	found := ""
	_ = p.walk("_rels/.rels", func(t xml.Token) error {
		if e, ok := t.(xml.StartElement); ok && e.Name.Local == "Relationship" &&
			strings.HasSuffix(attr(e, "Type"), "/officeDocument") {
			found = strings.TrimPrefix(attr(e, "Target"), "/")
		}
		return nil
	})
	if p.parts[found] != nil {
		return found
	}
	return usual
}

// walk sends a part's XML tokens to visit.
func (p *docxPackage) walk(name string, visit func(xml.Token) error) error {
	m := p.parts[name]
	if m == nil {
		return errMissing
	}
	rc, err := m.Open()
	if err != nil {
		return err
	}
	defer func() { _ = rc.Close() }()
	lr := &capReader{r: rc, left: &p.left}
	d := xml.NewDecoder(lr)
	d.Strict = false
	depth := 0
	prefixes := map[string]string{}
	for {
		t, err := d.RawToken()
		if err != nil {
			if errors.Is(err, io.EOF) && depth <= 0 {
				return nil
			}
			if errors.Is(err, io.EOF) {
				return io.ErrUnexpectedEOF
			}
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			if depth++; depth > 2000 {
				return errors.New("elements nested more than 2000 deep")
			}
			usualPrefixes(e, prefixes)
			if p, ok := prefixes[e.Name.Space]; ok {
				e.Name.Space = p
				t = e
			}
		case xml.EndElement:
			depth--
			if p, ok := prefixes[e.Name.Space]; ok {
				e.Name.Space = p
				t = e
			}
		}
		if err := visit(t); err != nil {
			return err
		}
	}
}

// usualPrefixes notes which prefixes stand for Word's namespaces: programs
// other than Word choose their own.
func usualPrefixes(e xml.StartElement, prefixes map[string]string) {
	for _, a := range e.Attr {
		prefix := a.Name.Local
		if a.Name.Space == "" && a.Name.Local == "xmlns" {
			prefix = ""
		} else if a.Name.Space != "xmlns" {
			continue
		}
		if len(prefixes) > 100 {
			return
		}
		switch uri := a.Value; {
		case strings.Contains(uri, "wordprocessingml") && strings.HasSuffix(uri, "/main"):
			prefixes[prefix] = "w"
		case strings.Contains(uri, "markup-compatibility"):
			prefixes[prefix] = "mc"
		case strings.HasSuffix(uri, "officeDocument/2006/math") || strings.HasSuffix(uri, "officeDocument/math"):
			prefixes[prefix] = "m"
		}
	}
}

// capReader fails once all that may be unpacked is spent.
type capReader struct {
	r    io.Reader
	left *int64
}

func (c *capReader) Read(b []byte) (int, error) {
	if *c.left <= 0 {
		return 0, errBomb
	}
	if int64(len(b)) > *c.left {
		b = b[:*c.left]
	}
	n, err := c.r.Read(b)
	*c.left -= int64(n)
	return n, err
}

// attr is the value of an attribute by its local name.
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
