package extract

import (
	"fmt"
	"time"

	"zhibiao/report"
)

// How long the work on one document may take: thirty times and more what a
// report of that length takes on a slow machine.
const (
	baseTime = 2 * time.Minute
	longTime = 30 * time.Second // for each million characters
)

// budget is the time that is left for a document.
type budget struct {
	doc   *report.Document
	start time.Time
	all   time.Duration
}

func newBudget(doc *report.Document, base time.Duration) budget {
	return budget{doc, time.Now(), base + time.Duration(len(doc.Text))*longTime/1_000_000}
}

// check refuses the document when its time is up.
func (b *budget) check() error {
	if time.Since(b.start) < b.all {
		return nil
	}
	return &report.Error{
		Source: b.doc.Source, Stage: "extract",
		Reason: fmt.Sprintf("the work on it takes longer than %s, which no report does", b.all.Round(time.Second)),
		Remedy: "check what it is; if it is a report, split it at its chapters",
	}
}
