package view

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync"

	"zhibiao/dataset"
	"zhibiao/message"
)

// Summary says what was written.
type Summary struct {
	Index            string // the page to open
	Documents, Facts int
}

// Build reads the folder that extract wrote and writes the pages to out, whole
// or not at all. A folder out that an earlier Build wrote is replaced; any
// other that holds something is an error.
func Build(ctx context.Context, dir, out string, opt Options) (Summary, error) {
	f, err := newFolder(out)
	if err != nil {
		return Summary{}, err
	}
	defer f.discard()
	b := builder{ctx: ctx, folder: f, opt: opt, facts: newFactTable(), sentences: newTable(sentenceRow{})}
	if err := b.documents(dir); err != nil {
		return Summary{}, err
	}
	if b.rejected, err = rejected(dir); err != nil {
		return Summary{}, err
	}
	if err := b.finish(); err != nil {
		return Summary{}, err
	}
	index, err := f.commit()
	if err != nil {
		return Summary{}, err
	}
	return Summary{Index: index, Documents: len(b.rows), Facts: b.facts.rows()}, nil
}

// builder collects what the scripts are given while the reports' pages are
// written one after the other.
type builder struct {
	ctx       context.Context
	folder    *folder
	opt       Options
	rows      []documentRow
	rejected  []rejectedRow
	facts     factTable
	sentences *table
}

// sentenceRow holds the sentences apart from the facts: they are three
// quarters of the bytes, and only a search needs them.
type sentenceRow struct {
	Sentence string `parquet:"sentence"`
}

// factTable has the columns of facts that the pages show. An id is nearly all
// made of other columns: only its end is kept, :2 for a quantity's second
// subject.
type factTable struct{ rest, ends *table }

type idEnd struct {
	End string `parquet:"id_end,optional"`
}

func newFactTable() factTable {
	return factTable{newTable(dataset.FactRow{}, "fact_id", "sentence", "value_si", "unit_si",
		"region_code", "region", "region_level", "kind", "report_year"), newTable(idEnd{})} // the documents' table has these
}

func (t factTable) rows() int { return t.rest.count }

func (t factTable) add(f dataset.FactRow) {
	t.rest.add(f)
	t.ends.add(idEnd{strings.TrimPrefix(f.FactID, fmt.Sprintf("%s:%d-%d", f.DocID, f.QuoteStart, f.QuoteEnd))})
}

// MarshalJSON writes both halves as one table.
func (t factTable) MarshalJSON() ([]byte, error) {
	return json.Marshal(&table{t.rest.count, slices.Concat(t.rest.columns, t.ends.columns)})
}

// documents writes a page for each document of the folder.
func (b *builder) documents(dir string) error {
	folder, err := dataset.Open(dir)
	if err != nil {
		return err
	}
	defer func() { _ = folder.Close() }()
	for _, year := range folder.Years() {
		if err := b.year(folder, year); err != nil {
			return err
		}
	}
	return nil
}

// rejected are the inputs that the last run did not read, in the order of
// files.csv.
func rejected(dir string) ([]rejectedRow, error) {
	files, err := dataset.ReadFiles(dir)
	if err != nil {
		return nil, err
	}
	var rows []rejectedRow
	for _, f := range files {
		if f.Status == dataset.StatusRejected {
			rows = append(rows, rejectedRow{
				f.Source, f.Reason, message.Translate(f.Reason, message.Chinese), f.Remedy, message.Translate(f.Remedy, message.Chinese),
			})
		}
	}
	return rows, nil
}

// entry is a document with its facts.
type entry struct {
	doc   dataset.DocumentRow
	facts []dataset.FactRow
}

// year writes the pages of a year, as many at a time as there are processors.
func (b *builder) year(folder *dataset.Folder, year int) error {
	size := 2 * runtime.GOMAXPROCS(0)
	var batch []entry
	for e, err := range entries(folder, year) {
		if err := cmp.Or(err, b.ctx.Err()); err != nil {
			return err
		}
		if batch = append(batch, e); len(batch) == size {
			if err := b.documentsOf(batch); err != nil {
				return err
			}
			batch = batch[:0]
		}
	}
	return b.documentsOf(batch)
}

// entries reads the documents of a year with their facts. Both tables are
// sorted by document.
func entries(folder *dataset.Folder, year int) iter.Seq2[entry, error] {
	return func(yield func(entry, error) bool) {
		next, stop := iter.Pull2(folder.FactsByDocument(year))
		defer stop()
		facts, err, more := next()
		for doc, docErr := range folder.Documents(year) {
			e := entry{doc: doc}
			if err = cmp.Or(docErr, err); err != nil {
				break
			}
			if more && facts[0].DocID == doc.DocID {
				e.facts = facts
				facts, err, more = next()
			}
			if !yield(e, nil) {
				return
			}
		}
		if err == nil && more {
			err = fmt.Errorf("there are facts of %s but not its text; run extract again with --force", facts[0].DocID)
		}
		if err != nil {
			yield(entry{}, err)
		}
	}
}

// documentsOf writes the pages of documents and takes their facts.
func (b *builder) documentsOf(batch []entry) error {
	errs := make([]error, len(batch))
	var wg sync.WaitGroup
	for i, e := range batch {
		wg.Go(func() { errs[i] = b.document(e) })
	}
	wg.Wait()
	for i, e := range batch {
		if errs[i] != nil {
			return fmt.Errorf("page of %s: %w", e.doc.DocID, errs[i])
		}
		b.rows = append(b.rows, newDocumentRow(e.doc, e.facts))
		for _, f := range e.facts {
			b.facts.add(f)
			b.sentences.add(sentenceRow{f.Sentence})
		}
	}
	return nil
}

// document writes a document's page. It is called from several goroutines.
func (b *builder) document(e entry) error {
	var outline Outline
	if b.opt.Outline != nil {
		var err error
		if outline, err = b.opt.Outline(e.doc); err != nil {
			return err
		}
	}
	own := newFactTable()
	for _, f := range e.facts {
		own.add(f)
	}
	text := []rune(e.doc.Text)
	all := quantities(e.facts)
	row := newDocumentRow(e.doc, e.facts)
	page := reportPage{
		Frame:    b.frame("report", "../"),
		Document: e.doc,
		Row:      row,
		Blocks:   blocks(text, marks(len(text), e.facts, all, outline.LeftOut), outline.Headings),
		LeftOut:  len(outline.LeftOut),
		Data:     reportData{own, all},
	}
	return b.folder.page("doc/"+row.Page, "report.html", page)
}

// newDocumentRow counts a document's facts.
func newDocumentRow(doc dataset.DocumentRow, facts []dataset.FactRow) documentRow {
	row := documentRow{
		DocID: doc.DocID, Page: pageName(doc.DocID), Source: doc.Source, Format: doc.Format,
		Title: doc.Title, Date: doc.Date,
		RegionCode: doc.RegionCode, Region: doc.Region, RegionLevel: doc.RegionLevel,
		ReportYear: doc.ReportYear, Kind: doc.Kind, Chars: doc.Chars,
		Warnings: strings.Join(doc.Warnings, "\n"),
	}
	var zh []string
	for _, w := range doc.Warnings {
		zh = append(zh, message.Translate(w, message.Chinese))
	}
	row.WarningsZh = strings.Join(zh, "\n")
	for _, f := range facts {
		switch f.Status {
		case "target":
			row.Target++
		case "estimate":
			row.Estimate++
		default:
			row.Actual++
		}
	}
	return row
}

// finish writes the other pages, the data and the assets.
func (b *builder) finish() error {
	data := []struct {
		name  string
		value any
	}{
		{"labels", labels},
		{"documents", tableOf(b.rows)},
		{"regions", tableOf(b.regions())},
		{"indicators", tableOf(b.opt.Indicators)},
		{"facts", b.facts},
		{"sentences", b.sentences},
		{"goals", tableOf(b.opt.Goals)},
		{"terms", tableOf(b.opt.Terms)},
		{"rejected", tableOf(b.rejected)},
	}
	for _, d := range data {
		if err := b.folder.data(d.name, d.value); err != nil {
			return err
		}
	}
	for _, name := range []string{"index", "facts", "charts", "check"} {
		if err := b.folder.page(name+".html", name+".html", toolPage{b.frame(name, "")}); err != nil {
			return err
		}
	}
	return b.folder.assets()
}

// regions are those of the documents and those above them.
func (b *builder) regions() []regionRow {
	names := map[string]string{}
	for _, d := range b.rows {
		if len(d.RegionCode) == 6 {
			names[d.RegionCode] = d.Region
		}
	}
	if b.opt.RegionName != nil {
		for _, d := range b.rows {
			for _, digits := range []int{2, 4} {
				if len(d.RegionCode) != 6 {
					continue
				}
				code := d.RegionCode[:digits] + strings.Repeat("0", 6-digits)
				if name := b.opt.RegionName(code, int(d.ReportYear)); names[code] == "" && name != "" {
					names[code] = name
				}
			}
		}
	}
	var rows []regionRow
	for code, name := range names {
		rows = append(rows, regionRow{code, name})
	}
	slices.SortFunc(rows, func(a, b regionRow) int { return strings.Compare(a.Code, b.Code) })
	return rows
}
