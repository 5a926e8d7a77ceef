package extract

import (
	"slices"
	"strings"

	"zhibiao/extract/lang"
	"zhibiao/report"
)

// ditto is a remark that what stands before it holds for the rest of its
// paragraph: 预计全年（下同）, 比2020年（下同）.
type ditto struct {
	paragraph int
	at        int    // where the remark stands
	words     string // before it, back to a stop
}

// dittoReach is how far before a remark its words may begin.
const dittoReach = 12

// dittosOf finds the remarks of a document.
func dittosOf(doc *report.Document) []ditto {
	var out []ditto
	for i := range doc.Paragraphs {
		p := &doc.Paragraphs[i]
		t := doc.Norm[:p.End]
		for k := p.Start + 1; k < len(t); k++ {
			next := slices.Index(t[k:], '下')
			if next < 0 {
				break
			}
			if k += next; lang.At(t, k+1) != '同' || !lang.AnyAt(t, k-1, "（(，、") {
				continue
			}
			from := k - 1
			for from > p.Start && k-from <= dittoReach && !lang.IsHard(t[from-1]) {
				from--
			}
			out = append(out, ditto{i, k, string(t[from : k-1])})
		}
	}
	return out
}

// likewise is the last of the paragraph's remarks before an offset whose words
// is holds for, nil where there is none.
func (c *context) likewise(at int, is func(words string) bool) *ditto {
	for i := len(c.dittos) - 1; i >= 0; i-- {
		d := &c.dittos[i]
		if d.paragraph == c.doc.Sentences[c.index].Paragraph && d.at < at && is(d.words) {
			return d
		}
	}
	return nil
}

// likewiseBase is the base that a remark gives the growths behind it, "" where
// none does.
func (c *context) likewiseBase(at int) (base string) {
	c.likewise(at, func(words string) bool {
		if strings.ContainsAny(words, "比较同环") {
			base = c.x.measures.Base(words)
		}
		return base != ""
	})
	return base
}
