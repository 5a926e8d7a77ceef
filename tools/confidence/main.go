// Command confidence makes the data that the confidence model is trained on:
//
//	confidence fits CORPUS GOLD   counts units and the last characters of what
//	                              they count over the reports of CORPUS that are
//	                              not those of GOLD
//	confidence cases GOLD         writes each fact of the gold reports with its
//	                              features and whether it is right, a JSON line each
//
// make confidence runs both and trains the model.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"zhibiao/dataset"
	"zhibiao/evaluate"
	"zhibiao/extract"
	"zhibiao/extract/confidence"
	"zhibiao/lexicon"
	"zhibiao/report"
	"zhibiao/report/read"
	"zhibiao/segment/jieba"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "confidence:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	t, err := newTool()
	if err != nil {
		return err
	}
	switch {
	case len(args) == 3 && args[0] == "fits":
		return t.fits(args[1], args[2])
	case len(args) == 2 && args[0] == "cases":
		return t.cases(args[1])
	}
	return errors.New("usage: confidence fits CORPUS GOLD | confidence cases GOLD")
}

// tool reads reports as the program does.
type tool struct {
	lexicon   *lexicon.Lexicon
	extractor *extract.Extractor
	model     *confidence.Model
}

func newTool() (*tool, error) {
	lex, err := lexicon.Load("")
	if err != nil {
		return nil, err
	}
	seg, err := jieba.New(extract.UserWords(lex))
	if err != nil {
		return nil, err
	}
	x, err := extract.New(lex, seg)
	if err != nil {
		return nil, err
	}
	model, err := confidence.Load()
	return &tool{lex, x, model}, err
}

// documents yields the reports of a file. Those that cannot be read are left
// out.
func (t *tool) documents(path string) []*report.Document {
	var docs []*report.Document
	for raw, err := range read.Reports(context.Background(), read.Input{Path: path}, read.Options{}) {
		if err != nil {
			continue
		}
		if doc, err := report.New(raw, report.Options{Regions: extract.Regions(t.lexicon)}); err == nil {
			docs = append(docs, doc)
		}
	}
	return docs
}

// fits writes the table of units and last characters. Gold reports are left out of it, so that
// the model is not trained on a table that knows their subjects.
func (t *tool) fits(corpus, gold string) error {
	seen, err := t.goldIDs(gold)
	if err != nil {
		return err
	}
	fits := confidence.Fits{}
	reports := 0
	err = filepath.WalkDir(corpus, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		for _, doc := range t.documents(path) {
			id := dataset.NewDocument(doc, 0).DocID
			if seen[id] {
				continue
			}
			seen[id] = true
			result, err := t.extractor.Extract(doc)
			if err != nil {
				return err
			}
			var subjects, units []string
			for _, f := range result.Facts {
				if f.Value != nil {
					subjects, units = append(subjects, f.Subject), append(units, f.Unit)
				}
			}
			fits.Report(subjects, units)
			reports++
		}
		return nil
	})
	if err != nil {
		return err
	}
	w := bufio.NewWriter(os.Stdout)
	_, _ = fmt.Fprintf(w, "# In how many of %d reports a unit stands with a last character of what it counts. make confidence writes this file.\n", reports)
	for _, line := range fits.Lines(2) {
		_, _ = fmt.Fprintln(w, line)
	}
	return w.Flush()
}

func (t *tool) goldIDs(gold string) (map[string]bool, error) {
	reports, err := evaluate.ReadGold(gold)
	if err != nil {
		return nil, err
	}
	ids := map[string]bool{}
	for _, r := range reports {
		for _, doc := range t.documents(r.Path) {
			ids[dataset.NewDocument(doc, 0).DocID] = true
		}
	}
	return ids, nil
}

// labelled is a fact of a gold report.
type labelled struct {
	Report   string             `json:"report"`
	Right    bool               `json:"right"`
	What     string             `json:"what,omitempty"` // the fields that are wrong
	Subject  string             `json:"subject"`
	Gold     string             `json:"gold,omitempty"`
	Sentence string             `json:"sentence"`
	Features map[string]float64 `json:"features"`
}

func (t *tool) cases(gold string) error {
	reports, err := evaluate.ReadGold(gold)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(os.Stdout)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	for _, r := range reports {
		for _, doc := range t.documents(r.Path) {
			if err := t.label(r, doc, e); err != nil {
				return fmt.Errorf("%s: %w", r.Name, err)
			}
		}
	}
	return w.Flush()
}

// label writes the facts of one gold report. What the gold calls optional
// counts neither way and is left out.
func (t *tool) label(r evaluate.Report, doc *report.Document, e *json.Encoder) error {
	type place struct {
		start, end int32
		subject    string
	}
	features := map[place]map[string]float64{}
	x := t.extractor.Observed(func(f *extract.Fact, c *confidence.Case) {
		m := map[string]float64{}
		c.Features(t.model.Fits(), func(kind confidence.Name, of string, v float64) { m[kind.String()+of] = v })
		features[place{int32(f.Start), int32(f.End), f.Subject}] = m
	})
	result, err := x.Extract(doc)
	if err != nil {
		return err
	}
	rows := dataset.FromResult(doc, result)
	for _, v := range evaluate.Judge(r, string(doc.Text), rows) {
		f := &rows[v.Row]
		m := features[place{f.QuoteStart, f.QuoteEnd, f.Subject}]
		if m == nil {
			continue
		}
		l := labelled{Report: r.Name, Right: v.Right, What: v.What, Subject: f.Subject, Sentence: f.Sentence, Features: m}
		if v.Gold != nil {
			l.Gold = v.Gold.Subject
		}
		if err := e.Encode(l); err != nil {
			return err
		}
	}
	return nil
}
