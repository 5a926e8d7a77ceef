package read

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"zhibiao/han"
	"zhibiao/message"
	"zhibiao/report"
	"zhibiao/report/columns"
)

// maxPDFPages is more than any report has.
const maxPDFPages = 2000

// readPDF reads the text of a PDF, its lines rejoined to paragraphs.
func readPDF(ctx context.Context, f *file) (report.Raw, *report.Error) {
	data, fail := f.bytes()
	if fail != nil {
		return report.Raw{}, fail
	}
	pool, err := thePDFEngine.start(f.opt.CacheDir)
	if err != nil {
		return report.Raw{}, f.fail("open", "the PDF library does not start: "+plain(err), "save the document as .docx or text")
	}
	var r report.Raw
	thePDFMemory.read(ctx, func(last bool) { r, fail = f.pdf(ctx, pool, data, last) })
	return r, fail
}

// pdf reads a PDF with a worker of the pool, which is ended where its memory
// may have grown: it never shrinks.
func (f *file) pdf(ctx context.Context, pool pdfium.Pool, data []byte, grown bool) (report.Raw, *report.Error) {
	inst, err := pool.GetInstanceWithContext(ctx)
	if err != nil {
		return report.Raw{}, f.fail("open", "the PDF library does not start: "+plain(err), "read fewer PDFs at once, or save the document as .docx or text")
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	limit := f.opt.Limits.PDFTime // waiting for a worker does not count
	timer := time.AfterFunc(limit, func() { cancel(context.DeadlineExceeded) })
	defer timer.Stop()
	type result struct {
		r    report.Raw
		fail *report.Error
	}
	done := make(chan result, 1)
	refused := thePDFMemory.refused.Load()
	go func() {
		var res result
		defer func() {
			if p := recover(); p != nil {
				res = result{fail: f.fail("read", fmt.Sprintf("the PDF library broke on it: %.200v", p), "print it to a new PDF, or save it as .docx or text")}
			}
			done <- res
		}()
		res.r, res.fail = pdfText(f, inst, data, func(pages int) {
			if limit += limit * time.Duration(pages) / 100; timer.Stop() {
				timer.Reset(limit)
			}
		})
	}()
	select {
	case res := <-done:
		if grown || refused != thePDFMemory.refused.Load() {
			thePDFMemory.end(inst.Kill)()
		} else {
			_ = inst.Close()
		}
		return res.r, res.fail
	case <-ctx.Done():
		freed := thePDFMemory.end(inst.Kill)
		<-done // killed: every call now fails
		freed()
		if errors.Is(context.Cause(ctx), context.DeadlineExceeded) {
			return report.Raw{}, f.fail("read", fmt.Sprintf("the PDF takes longer than %s", limit), "print it to a new PDF, or save it as .docx or text")
		}
		return report.Raw{}, f.fail("read", "stopped: "+ctx.Err().Error(), "run the same command again")
	}
}

// pdfText reads an opened library's document; it tells opened how many pages
// there are.
func pdfText(f *file, inst pdfium.Pdfium, data []byte, opened func(pages int)) (report.Raw, *report.Error) {
	doc, err := inst.OpenDocument(&requests.OpenDocument{File: &data})
	switch {
	case errors.Is(err, pdferrors.ErrPassword), errors.Is(err, pdferrors.ErrSecurity):
		return report.Raw{}, f.fail("open", "the PDF is encrypted", "open it with its password and save it without")
	case err != nil:
		return report.Raw{}, f.fail("open", "a damaged PDF: "+plain(err), "get it again, or print it to a new PDF")
	}
	count, err := inst.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil || count.PageCount == 0 {
		return report.Raw{}, f.fail("open", "a damaged PDF: it has no pages", "get it again, or print it to a new PDF")
	}
	if count.PageCount > maxPDFPages {
		return report.Raw{}, f.fail("read", fmt.Sprintf("the PDF has %d pages", count.PageCount), "take the report out of the volume that it is printed in")
	}
	opened(count.PageCount)
	var pages []pdfPage
	size := 0
	for i := range count.PageCount {
		p, err := readPDFPage(inst, doc.Document, i)
		if err != nil {
			p = pdfPage{broken: true}
		}
		for _, l := range p.lines {
			size += l.bytes()
		}
		if int64(size) > f.opt.Limits.Text {
			return report.Raw{}, f.fail("read", "the text is longer than any report's", "check what it is")
		}
		pages = append(pages, p)
	}
	r := f.raw(kindPDF)
	var empty, broken, garbled, lost []int
	glyphs, bad := 0, 0
	for i, p := range pages {
		glyphs, bad = glyphs+p.chars, bad+p.bad
		switch {
		case p.broken:
			broken = append(broken, i+1)
		case p.chars == 0 && p.texts == 0 && p.images > 0:
			empty = append(empty, i+1)
		case p.chars < p.texts/2:
			lost = append(lost, i+1)
		case p.bad*20 > p.chars:
			garbled = append(garbled, i+1)
		}
	}
	if glyphs == 0 {
		switch {
		case len(empty) > 0:
			return report.Raw{}, f.fail("read", "the PDF is a scan: its pages are pictures without text", makeText)
		case len(broken) == len(pages):
			return report.Raw{}, f.fail("read", "a damaged PDF: none of its pages can be read", "get it again, or print it to a new PDF")
		case len(lost) > 0:
			return report.Raw{}, f.fail("read", "the PDF's text cannot be read: its fonts do not tell which characters they draw", makeText)
		}
		return report.Raw{}, f.fail("read", "the PDF has no text", "check that it is the report; if it shows text, "+makeText)
	}
	r.Text = reflow(pages)
	if han := hanCount(r.Text); bad*2 > glyphs || han > 300 && !readableHan(r.Text) {
		return report.Raw{}, f.fail("read", "the PDF's text is garbled: its fonts do not tell which characters they draw", makeText)
	}
	for _, w := range []struct {
		pages []int
		id    string
	}{
		{empty, "warn.pages.pictures"},
		{broken, "warn.pages.broken"},
		{lost, "warn.pages.lost"},
		{garbled, "warn.pages.garbled"},
	} {
		if len(w.pages) > 0 {
			r.Warnings = append(r.Warnings, message.New(w.id, len(w.pages), len(pages), pageList(w.pages)))
		}
	}
	return r, nil
}

// pageList writes pages as 3, 5–9, 12.
func pageList(p []int) string {
	s := ""
	for i := 0; i < len(p); i++ {
		if i > 0 {
			s += ", "
		}
		j := i
		for j+1 < len(p) && p[j+1] == p[j]+1 {
			j++
		}
		if s += fmt.Sprint(p[i]); j > i {
			s += "–" + fmt.Sprint(p[j])
		}
		if i = j; len(s) > 60 {
			return s + " …"
		}
	}
	return s
}

// readableHan tells that the Han characters of a text are those that Chinese
// is written with, and not any that a broken font pointed at.
func readableHan(text string) bool {
	all, common := 0, 0
	for _, r := range text {
		if han.Is(r) {
			all++
			if commonSet[r] {
				common++
			}
		}
	}
	return common*3 > all
}

// pdfPage is the text of a page as pdfium sees it.
type pdfPage struct {
	lines  []pdfLine
	chars  int // drawn characters, without spaces
	bad    int // of them, characters without a known meaning
	texts  int // text objects on the page
	images int // pictures on the page
	broken bool
}

// pdfLine is one printed line, in points from the left and bottom.
type pdfLine struct {
	pdfBox
	text  string
	words []columns.Word // the same, cut at wide gaps
	cell  pdfCell        // that it stands in
	row   *pdfRow        // for a row of a ruled table, which has no text and words
}

// pdfCell is a cell of a ruled table, by the table's ordinal on its page from 1;
// the zero value is none.
type pdfCell struct{ table, cell int }

func readPDFPage(inst pdfium.Pdfium, doc references.FPDF_DOCUMENT, i int) (p pdfPage, err error) {
	page, err := inst.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: doc, Index: i})
	if err != nil {
		return p, err
	}
	defer func() { _, _ = inst.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: page.Page}) }()
	rules, err := p.countObjects(inst, page.Page)
	if err != nil {
		return p, err
	}
	chars, err := p.readChars(inst, page.Page)
	if err != nil {
		return p, err
	}
	p.lines = withRows(chars, ruledTables(rules))
	return p, nil
}

// Types of page objects.
const (
	pdfTextObject  = 1
	pdfPathObject  = 2
	pdfImageObject = 3
	pdfFormObject  = 5
)

// countObjects counts what the page draws, to compare with the text found, and
// gathers its rules.
func (p *pdfPage) countObjects(inst pdfium.Pdfium, page references.FPDF_PAGE) ([]pdfRule, error) {
	n, err := inst.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: requests.Page{ByReference: &page}})
	if err != nil {
		return nil, err
	}
	const most = 5000 // enough to judge a page; drawings have more
	w := ruleReader{inst: inst}
	for i := range min(n.Count, most) {
		o, err := inst.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: requests.Page{ByReference: &page}, Index: i})
		if err != nil {
			continue
		}
		t, err := inst.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: o.PageObject})
		if err != nil {
			continue
		}
		switch int(t.Type) {
		case pdfTextObject:
			p.texts++
		case pdfPathObject:
			if err := w.path(o.PageObject); err != nil {
				return nil, err
			}
		case pdfImageObject, pdfFormObject:
			p.images++
		}
	}
	if n.Count > most { // some rules are missing
		return nil, nil
	}
	return w.rules, nil
}
