package dataset

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"

	"zhibiao/extract"
	"zhibiao/message"
	"zhibiao/report"
)

// DocID is CODE-YEAR-KIND, or x- and the start of the text's hash where the
// region or the year is unknown.
func DocID(doc *report.Document) string {
	m := doc.Meta
	if m.RegionCode == "" || m.Year == 0 {
		return "x-" + textHash(doc)[:12]
	}
	return fmt.Sprintf("%s-%d-%s", m.RegionCode, m.Year, kind(doc))
}

func kind(doc *report.Document) string { return cmp.Or(doc.Meta.Kind, "other") }

func textHash(doc *report.Document) string {
	if doc.SHA256 != "" {
		return doc.SHA256
	}
	s := sha256.Sum256([]byte(doc.UTF8()))
	return hex.EncodeToString(s[:])
}

// FromResult turns what Extract found in doc into rows, sorted by quote_start,
// quote_end and subject.
func FromResult(doc *report.Document, result *extract.Result) []FactRow {
	id := DocID(doc)
	// What many facts have in common is there once.
	sentence, of := "", -1
	rule := once(func(ids string) string { return ids })
	date := once(ParseDate)
	rows, ok := freed.Get().([]FactRow)
	if !ok {
		rows = []FactRow{} // in JSON a list without rows, and not null
	}
	rows = slices.Grow(rows[:0], len(result.Facts))
	for i := range result.Facts {
		f := &result.Facts[i]
		if f.Sentence != of {
			of = f.Sentence
			sentence = doc.Quote(doc.Sentences[of].Start, doc.Sentences[of].End)
		}
		rows = append(rows, FactRow{
			DocID:         id,
			RegionCode:    doc.Meta.RegionCode,
			Region:        doc.Meta.Region,
			RegionLevel:   doc.Meta.RegionLevel,
			Kind:          kind(doc),
			ReportYear:    int32(doc.Meta.Year),
			Section:       f.Section,
			Chapter:       f.Chapter,
			Paragraph:     int32(f.Paragraph),
			SentenceNo:    int32(doc.Sentences[f.Sentence].No),
			Origin:        f.Origin,
			Sentence:      cmp.Or(f.Context, sentence),
			QuoteStart:    int32(f.Start),
			QuoteEnd:      int32(f.End),
			Quote:         f.Quote,
			Value:         f.Value,
			ValueLow:      f.Low,
			ValueHigh:     f.High,
			Unit:          f.Unit,
			UnitWritten:   f.UnitWritten,
			Dimension:     f.Dimension,
			ValueSI:       f.ValueSI,
			UnitSI:        f.UnitSI,
			Bound:         f.Bound,
			Modifier:      f.Modifier,
			Measure:       f.Measure,
			Base:          f.Base,
			Subject:       f.Subject,
			Qualifier:     f.Qualifier,
			Action:        f.Action,
			Indicator:     f.Indicator,
			IndicatorName: f.IndicatorName,
			Scope:         f.Scope,
			Period:        f.Period,
			PeriodStart:   date(f.PeriodStart),
			PeriodEnd:     date(f.PeriodEnd),
			Status:        f.Status,
			Rule:          rule(strings.Join(f.Rules, ",")),
			Confidence:    f.Confidence,
		})
		if f.SubjectEnd > f.SubjectStart {
			place := &[2]int32{int32(f.SubjectStart), int32(f.SubjectEnd)}
			rows[i].SubjectStart, rows[i].SubjectEnd = &place[0], &place[1]
		}
	}
	SortFacts(rows)
	number(rows)
	return rows
}

// Free gives the room of rows to those of a document to come, unless few documents need as
// much. They are not used any more.
func Free(rows []FactRow) {
	if cap(rows) <= extract.ManyFacts {
		freed.Put(rows) //nolint:staticcheck // a header for all of a document
	}
}

var freed sync.Pool // of []FactRow

// SortFacts brings the rows of a facts table into order: by document, place and subject.
func SortFacts(rows []FactRow) {
	sort.SliceStable(rows, func(i, j int) bool {
		a, b := &rows[i], &rows[j]
		return cmp.Or(
			strings.Compare(a.DocID, b.DocID),
			cmp.Compare(a.QuoteStart, b.QuoteStart),
			cmp.Compare(a.QuoteEnd, b.QuoteEnd),
			strings.Compare(a.Subject, b.Subject),
		) < 0
	})
}

// number sets the fact ids of one document's sorted rows.
func number(rows []FactRow) {
	var id []byte
	for i := 0; i < len(rows); {
		n := i + 1
		for n < len(rows) && rows[n].QuoteStart == rows[i].QuoteStart && rows[n].QuoteEnd == rows[i].QuoteEnd {
			n++
		}
		id = append(append(id[:0], rows[i].DocID...), ':')
		id = append(strconv.AppendInt(id, int64(rows[i].QuoteStart), 10), '-')
		base := string(strconv.AppendInt(id, int64(rows[i].QuoteEnd), 10))
		for k := i; k < n; k++ {
			rows[k].FactID = base
			if n-i > 1 {
				rows[k].FactID = base + ":" + strconv.Itoa(k-i+1)
			}
		}
		i = n
	}
}

// once is of, which it asks once for each key.
func once[K comparable, V any](of func(K) V) func(K) V {
	known := map[K]V{}
	return func(key K) V {
		v, ok := known[key]
		if !ok {
			v = of(key)
			known[key] = v
		}
		return v
	}
}

// NewDocument is doc's own row.
func NewDocument(doc *report.Document, facts int) DocumentRow {
	m := doc.Meta
	return DocumentRow{
		DocID:       DocID(doc),
		Source:      validPath(doc.Source),
		SHA256:      textHash(doc),
		Format:      doc.Format,
		Encoding:    doc.Encoding,
		Bytes:       int32(doc.Bytes),
		Chars:       int32(len(doc.Text)),
		Title:       m.Title,
		Meeting:     m.Meeting,
		Date:        ParseDate(m.Date),
		Speaker:     m.Speaker,
		RegionCode:  m.RegionCode,
		Region:      m.Region,
		RegionLevel: m.RegionLevel,
		ReportYear:  int32(m.Year),
		Kind:        kind(doc),
		Text:        doc.UTF8(),
		Facts:       int32(facts),
		Warnings:    message.Strings(doc.Warnings),
	}
}
