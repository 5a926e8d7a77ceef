package main

import (
	"zhibiao/dataset"
	"zhibiao/report"
	"zhibiao/segment"
	"zhibiao/words"
)

// tokenRows are the tokens of every sentence of doc, with terms joined.
func tokenRows(doc *report.Document, seg segment.Segmenter, terms *words.Joiner) []dataset.TokenRow {
	id := dataset.DocID(doc)
	rows := []dataset.TokenRow{}
	for _, s := range doc.Sentences {
		text := doc.Quote(s.Start, s.End)
		for _, k := range terms.Join(text, seg.Tag(text)) {
			rows = append(rows, dataset.TokenRow{
				DocID: id, Paragraph: int32(s.Paragraph), SentenceNo: int32(s.No),
				Start: int32(s.Start + k.Start), End: int32(s.Start + k.End), Token: k.Text, Pos: k.Pos,
			})
		}
	}
	return rows
}
