package extract_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zhibiao/extract"
	"zhibiao/report"
	"zhibiao/report/read"
)

// TestInvariantReports checks what must hold of every fact on the reports of
// testdata, TestInvariantCorpus on the corpus beside the repository.
func TestInvariantReports(t *testing.T) { checkFolder(t, filepath.Join("..", "testdata", "reports")) }

func TestInvariantCorpus(t *testing.T) {
	if testing.Short() {
		t.Skip("the corpus takes several seconds: left out with -short")
	}
	dir := filepath.Join("..", "..", "shared", "corpus")
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("there is no corpus in ../shared/corpus beside the repository: %v", err)
	}
	checkFolder(t, dir)
}

// checkFolder extracts every text below dir.
func checkFolder(t *testing.T, dir string) {
	t.Helper()
	x := loadShipped(t)
	documents, facts, unruled := 0, 0, 0
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".txt") && !strings.HasSuffix(path, ".md") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name := filepath.Base(path)
		for raw, err := range read.Reports(context.Background(), read.Input{Source: path, Data: data}, read.Options{}) {
			if err != nil {
				t.Errorf("read %s: %v", name, err)
				continue
			}
			doc, err := report.New(raw, report.Options{})
			if refused := (*report.Error)(nil); errors.As(err, &refused) {
				t.Logf("refused: %s: %s", name, refused.Reason) // a web page's shell is no report
				continue
			}
			if err != nil {
				t.Errorf("clean %s: %v", name, err)
				continue
			}
			res, err := x.Extract(doc)
			if err != nil {
				t.Errorf("extract %s: %v", name, err)
				continue
			}
			for i, p := range extract.Violations(doc, res) {
				if i == 10 {
					t.Errorf("%s: and more", name)
					break
				}
				t.Errorf("%s: %s", name, p)
			}
			for i := range res.Facts {
				if len(res.Facts[i].Rules) == 0 {
					unruled++
				}
			}
			documents++
			facts += len(res.Facts)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if documents == 0 || facts == 0 {
		t.Errorf("%d documents with %d facts: nothing was checked", documents, facts)
	}
	t.Logf("%d documents, %d facts, %d of them know no rule that made them", documents, facts, unruled)
}
