package extract

import (
	"errors"
	"testing"
	"time"

	"zhibiao/report"
)

func TestBudget(t *testing.T) {
	doc := &report.Document{Source: "a.txt", Text: make([]rune, 2_000_000)}
	b := newBudget(doc, time.Minute)
	if b.all != 2*time.Minute {
		t.Errorf("a document of two million characters has %s", b.all)
	}
	if err := b.check(); err != nil {
		t.Error(err)
	}
	b.start = b.start.Add(-b.all)
	var e *report.Error
	if err := b.check(); !errors.As(err, &e) || e.Source != "a.txt" || e.Remedy == "" {
		t.Errorf("a document out of time gives %v", err)
	}
}
