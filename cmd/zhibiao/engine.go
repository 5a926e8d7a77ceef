package main

import (
	"os"
	"path/filepath"
	"sync"

	"zhibiao/check"
	"zhibiao/corrections"
	"zhibiao/dataset"
	"zhibiao/extract"
	"zhibiao/lexicon"
	"zhibiao/panel"
	"zhibiao/report"
	"zhibiao/segment"
	"zhibiao/segment/jieba"
)

// engine is what every document is read with. The segmenter and the extractor
// are loaded when they are first asked for.
type engine struct {
	lexicon   *lexicon.Lexicon
	segmenter func() (*jieba.Jieba, error)
	extractor func() (*extract.Extractor, error)
	loading   sync.Once
}

// newEngine loads the lexicon, with the tables of dir over it.
func newEngine(dir string) (*engine, error) {
	lex, err := lexicon.Load(dir)
	if err != nil {
		return nil, err
	}
	e := &engine{lexicon: lex}
	e.segmenter = sync.OnceValues(func() (j *jieba.Jieba, err error) {
		onMainThread(func() { j, err = jieba.New(extract.UserWords(lex)) })
		return j, err
	})
	e.extractor = sync.OnceValues(func() (*extract.Extractor, error) {
		go e.segmenter() //nolint:errcheck // asked for below; loading it takes longer than all the rest
		ex, err := extract.New(lex, lateSegmenter(e.segmenter))
		if err != nil {
			return nil, err
		}
		_, err = e.segmenter()
		return ex, err
	})
	return e, nil
}

// lateSegmenter is a segmenter that may still be loading.
type lateSegmenter func() (*jieba.Jieba, error)

// Tag needs a segmenter that was loaded without an error.
func (s lateSegmenter) Tag(text string) []segment.Token {
	j, _ := s()
	return j.Tag(text)
}

// Cut needs one, too.
func (s lateSegmenter) Cut(text string) []string {
	j, _ := s()
	return j.Cut(text)
}

// facts reads one document and its facts. m wins over what the document says.
// It may be called on any goroutine.
func (e *engine) facts(raw report.Raw, m metadata, mended *corrections.List) (*report.Document, []dataset.FactRow, error) {
	doc, err := e.document(raw, m)
	if err != nil {
		return nil, nil, err
	}
	rows, err := e.rows(doc, mended)
	return doc, rows, err
}

// document cleans and describes one document. Behind the first that is none to
// be refused, what finds facts is loaded.
func (e *engine) document(raw report.Raw, m metadata) (*report.Document, error) {
	doc, err := report.New(raw, report.Options{
		Regions: extract.Regions(e.lexicon), Year: m.Year, Region: m.Region, Kind: m.Kind,
	})
	if err == nil {
		e.loading.Do(func() { go e.extractor() }) //nolint:errcheck // rows asks again
	}
	return doc, err
}

// rows are a document's facts, corrected. What is odd about them, and a
// correction that cannot be applied, becomes a warning of the document.
func (e *engine) rows(doc *report.Document, mended *corrections.List) ([]dataset.FactRow, error) {
	ex, err := e.extractor()
	if err != nil {
		return nil, &fatalError{err}
	}
	result, err := extractFrom(ex.Brief(), doc)
	if err != nil {
		return nil, err
	}
	doc.Warnings = append(doc.Warnings, result.Warnings...)
	doc.Warnings = append(doc.Warnings, check.Oddities(doc, result.Facts)...)
	rows := dataset.FromResult(doc, result)
	result.Free() // before more is made of a large document
	return mendedRows(doc, rows, mended), nil
}

// mendedRows corrects the rows of what was found in doc and marks its headlines.
func mendedRows(doc *report.Document, rows []dataset.FactRow, mended *corrections.List) []dataset.FactRow {
	rows, warnings := mended.Apply(dataset.DocID(doc), rows)
	doc.Warnings = append(doc.Warnings, warnings...)
	panel.MarkHeadlines(doc.Text, rows)
	return rows
}

// cacheDir is where the compiled PDF library is kept, empty if nowhere.
func cacheDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "zhibiao")
}
