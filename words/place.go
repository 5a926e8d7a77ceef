package words

import (
	"context"
	"iter"
	"sort"

	"zhibiao/dataset"
)

// Place is where a term stands, with the characters around it.
type Place struct {
	DocID      string `parquet:"doc_id,dict"`
	RegionCode string `parquet:"region_code,optional,dict"`
	Region     string `parquet:"region,optional,dict"`
	ReportYear int32  `parquet:"report_year,optional"`
	Kind       string `parquet:"kind,optional,dict"`
	Section    string `parquet:"section,optional,dict"`
	Chapter    string `parquet:"chapter,optional,dict"`
	Group      string `parquet:"group,dict"`
	QuoteStart int32  `parquet:"quote_start"` // code points of documents.text
	Left       string `parquet:"left,optional"`
	Term       string `parquet:"term,dict"`
	Right      string `parquet:"right,optional"`
}

// Concordance returns the places of all terms, with around characters on each
// side of the same paragraph, by document, group and place.
func Concordance(ctx context.Context, dir string, opt Options, around int) iter.Seq2[Place, error] {
	return perDocument(ctx, dir, opt, func(d *dataset.DocumentRow) []Place { return places(d, opt, around) })
}

func places(d *dataset.DocumentRow, opt Options, around int) []Place {
	found := opt.Counter.Find(d.Text)
	if len(found) == 0 {
		return nil
	}
	text := []rune(d.Text)
	starts := make([]int, 0, len(text)) // the byte at which each code point starts
	for i := range d.Text {
		starts = append(starts, i)
	}
	parts := opt.Parts(d)
	var all []Place
	for _, m := range found {
		start, end := sort.SearchInts(starts, m.Start), sort.SearchInts(starts, m.End)
		t := opt.Counter.Terms[m.Term]
		p := Place{
			DocID: d.DocID, RegionCode: d.RegionCode, Region: d.Region, ReportYear: d.ReportYear, Kind: d.Kind,
			Group: t.Group, Term: t.Text, QuoteStart: int32(start),
			Left: string(left(text[max(0, start-around):start])), Right: string(right(text[end:min(len(text), end+around)])),
		}
		if i := sort.Search(len(parts), func(i int) bool { return parts[i].End > start }); i < len(parts) {
			p.Section, p.Chapter = parts[i].Section, parts[i].Chapter
		}
		all = append(all, p)
	}
	return all
}

// left is what follows the last line break.
func left(r []rune) []rune {
	for i := len(r) - 1; i >= 0; i-- {
		if r[i] == '\n' {
			return r[i+1:]
		}
	}
	return r
}

// right is what stands before the first line break.
func right(r []rune) []rune {
	for i, c := range r {
		if c == '\n' {
			return r[:i]
		}
	}
	return r
}
