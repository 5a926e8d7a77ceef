package extract_test

import (
	"testing"

	"zhibiao/extract"
	"zhibiao/report"
)

// checkFacts compares what the facts of a report say with what want says of
// each quote, which must all be found and nothing else.
func checkFacts(t *testing.T, text string, want map[string]string, says func(extract.Fact) string) {
	t.Helper()
	doc, err := report.New(report.Raw{Source: "report.txt", Format: "text", Text: text}, report.Options{})
	if err != nil {
		t.Fatal(err)
	}
	res, err := loadShipped(t).Extract(doc)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range res.Facts {
		if got := says(f); got != want[f.Quote] {
			t.Errorf("%s of %s: %s, want %s", f.Quote, f.Subject, got, want[f.Quote])
		}
		delete(want, f.Quote)
	}
	for quote := range want {
		t.Errorf("%s makes no fact", quote)
	}
}
