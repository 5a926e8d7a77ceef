package main

import (
	"zhibiao/dataset"
	"zhibiao/report"
	"zhibiao/segment"
)

// tokenRows are the tokens of every sentence of doc.
func tokenRows(doc *report.Document, seg segment.Segmenter) []dataset.TokenRow {
	id := dataset.DocID(doc)
	rows := []dataset.TokenRow{}
	for _, s := range doc.Sentences {
		for _, k := range seg.Tag(doc.Quote(s.Start, s.End)) {
			rows = append(rows, dataset.TokenRow{
				DocID: id, Paragraph: int32(s.Paragraph), SentenceNo: int32(s.No),
				Start: int32(s.Start + k.Start), End: int32(s.Start + k.End), Token: k.Text, Pos: k.Pos,
			})
		}
	}
	return rows
}
