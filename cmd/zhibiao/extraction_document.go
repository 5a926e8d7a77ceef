package main

import (
	"fmt"
	"strings"

	"zhibiao/dataset"
	"zhibiao/message"
	"zhibiao/report"
)

// doubtsOf are a document's warnings that contradict what the caller said of it.
func doubtsOf(doc *report.Document) []message.Text {
	var out []message.Text
	for _, w := range doc.Warnings {
		if w.ID == "warn.year_given" {
			out = append(out, message.New("extract.doubt", doc.Source, w))
		}
	}
	return out
}

// document reads the facts of one document; it runs on any goroutine.
func (x *extraction) document(raw report.Raw, at position) (found, error) {
	if strings.Contains(raw.Source, "#") && rowNumber.MatchString(raw.Source) {
		if of := x.texts.copyOf(rowKey(at.file, raw), at, raw.Source); of != "" {
			return found{doc: dataset.DocumentRow{Source: raw.Source}, copyOf: of}, nil
		}
	}
	doc, err := x.engine.document(raw, x.manifest.find(raw.Source).over(x.opt.metadata))
	if err != nil {
		return found{}, err
	}
	id := dataset.DocID(doc)
	if of := x.texts.copyOf(textKey(id, doc.SHA256), at, raw.Source); of != "" {
		return found{doc: dataset.DocumentRow{Source: raw.Source}, copyOf: of}, nil
	}
	facts, err := x.engine.rows(doc, x.mended)
	if err != nil {
		return found{}, err
	}
	row := dataset.NewDocument(doc, len(facts))
	f := found{doc: row, tally: count(facts), doubts: doubtsOf(doc)}
	f.doc.Text = ""
	if x.opt.JSON {
		f.facts = facts
		return f, nil
	}
	var tokens []dataset.TokenRow
	if x.opt.Tokens {
		seg, err := x.engine.segmenter()
		if err != nil {
			return found{}, &fatalError{err}
		}
		tokens = tokenRows(doc, seg, x.terms)
	}
	f.entry = dataset.NewEntry(row, facts, tokens)
	dataset.Free(facts)
	doc.Free()
	return f, nil
}

// add takes a document in, or says which other one stands for it.
func (x *extraction) add(f found, origin *dataset.Origin) error {
	x.files.add(dataset.NewFileRow(f.doc, dataset.StatusRead))
	x.doubts = append(x.doubts, f.doubts...)
	if x.store == nil {
		return x.print(f)
	}
	clash, err := x.store.Add(f.entry, origin)
	if err != nil {
		return err
	}
	if clash != nil {
		x.clash(*clash)
	}
	if clash == nil || clash.Kept == f.doc.Source {
		x.summary.add(f)
	}
	return nil
}

// print prints a document's facts. Of two documents with one id the first is
// printed: it is out before the other one is known.
func (x *extraction) print(f found) error {
	if first, ok := x.seen[f.doc.DocID]; ok {
		c := dataset.Clash{ID: f.doc.DocID, Kept: first.Source, Dropped: f.doc.Source, Same: first.SHA256 == f.doc.SHA256}
		x.files.clash(c)
		if !c.Same {
			row, _ := x.files.find(f.doc.Source)
			row.Reason = "another text than " + c.Kept + ", which came first and has the same id " + c.ID
			x.tellReject(report.Error{Source: row.Source, Stage: row.Stage, Reason: row.Reason, Remedy: row.Remedy})
		}
		return nil
	}
	x.seen[f.doc.DocID] = f.doc
	lines, err := appendJSONLines(nil, f.facts)
	if err != nil {
		return err
	}
	if _, err := x.io.out.Write(lines); err != nil {
		return fmt.Errorf("write the facts: %w", err)
	}
	return nil
}

func (x *extraction) reject(e report.Error) {
	x.files.reject(e)
	x.tellReject(e)
}

// tellReject tells of a reject at once where no list of them is written.
func (x *extraction) tellReject(e report.Error) {
	if x.opt.JSON {
		x.io.warn("extract.rejected", printable(x.io.refusal(e.Source, e.Reason, e.Remedy)))
	}
}
