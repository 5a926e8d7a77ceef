package dataset

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"zhibiao/report"
)

var errKilled = errors.New("killed")

// dying is a disk that works n times and then never again, as for a process
// that is killed: nothing is cleared up behind it.
func dying(n int) (d disk, died func() bool) {
	left := n
	return disk{before: func(string, string) error {
		if left--; left < 0 {
			return errKilled
		}
		return nil
	}}, func() bool { return left < 0 }
}

// tryRun is a run that may be killed.
func tryRun(dir string, d disk, docs ...*report.Document) error {
	s, err := openStore(dir, meta, d)
	if err != nil {
		return err
	}
	defer func() { _ = s.Close() }()
	for _, doc := range docs {
		_, r := sample(doc.Meta.RegionCode, doc.Meta.Year, "")
		if _, err := s.Add(entry(doc, r), origin(doc)); err != nil {
			return err
		}
	}
	_, err = s.Commit(context.Background(), slices.Values([]FileRow{{Source: fmt.Sprint(len(docs), " ", docs[0].Meta.Year)}}))
	return err
}

// held is what a folder holds: each document with its text, checked against
// its facts, and what files.csv says.
func held(t *testing.T, dir string) string {
	t.Helper()
	f, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var all []string
	for _, year := range f.Years() {
		texts := map[string][]rune{}
		for d, err := range f.Documents(year) {
			if err != nil {
				t.Fatal(err)
			}
			texts[d.DocID] = []rune(d.Text)
			all = append(all, fmt.Sprintf("%d %s %s", year, d.DocID, d.Text))
		}
		seen := map[string]int{}
		for r, err := range f.Facts(year) {
			if err != nil {
				t.Fatal(err)
			}
			text := texts[r.DocID]
			if int(r.QuoteEnd) > len(text) || string(text[r.QuoteStart:r.QuoteEnd]) != r.Quote {
				t.Fatalf("%s does not match its text", r.FactID)
			}
			seen[r.DocID]++
		}
		for id := range texts {
			if seen[id] != 4 {
				t.Fatalf("%s has %d facts", id, seen[id])
			}
		}
	}
	rows, err := ReadFiles(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		all = append(all, r.Source)
	}
	return strings.Join(all, "\n")
}

// TestKilledAtAnyMoment kills runs that change, add and move documents ahead
// of each change to the disk. The folder then holds all of the run or nothing
// of it, read at once or by the next run; and the same run again ends the same
// as one that was never killed.
func TestKilledAtAnyMoment(t *testing.T) {
	for name, c := range map[string]struct{ before, after func() []*report.Document }{
		"change": {
			func() []*report.Document { return docsOf(t, "310106 2023 ", "110101 2023 ") },
			func() []*report.Document { return docsOf(t, "310106 2023 改了。") },
		},
		"add a year": {
			func() []*report.Document { return docsOf(t, "310106 2023 ") },
			func() []*report.Document { return docsOf(t, "310106 2024 ", "110101 2023 ") },
		},
		"move": {
			func() []*report.Document { return docsOf(t, "310106 2023 ", "110101 2023 ") },
			func() []*report.Document { return docsOf(t, "310106 2022 ", "110101 2024 ") },
		},
		"swap": {
			func() []*report.Document { return docsOf(t, "310106 2023 ", "110101 2022 ") },
			func() []*report.Document { return docsOf(t, "310106 2022 ", "110101 2023 ") },
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := tryRun(dir, disk{}, c.before()...); err != nil {
				t.Fatal(err)
			}
			old := held(t, dir)
			whole := copyOf(t, dir)
			if err := tryRun(whole, disk{}, c.after()...); err != nil {
				t.Fatal(err)
			}
			now := held(t, whole)
			if old == now {
				t.Fatal("the run changes nothing")
			}
			kills := 0
			step := 1
			if testing.Short() {
				step = 11
			}
			for n := 0; ; n += step {
				at := copyOf(t, dir)
				d, died := dying(n)
				err := tryRun(at, d, c.after()...)
				if !died() {
					if err != nil {
						t.Fatal(err)
					}
					break
				}
				kills++
				// A reader that comes first, or a run that does.
				read := copyOf(t, at)
				if got := held(t, read); got != old && got != now {
					t.Fatalf("killed at step %d, a reader sees\n%s", n, got)
				}
				s, err := OpenStore(at, meta)
				if err != nil {
					t.Fatalf("step %d: %v", n, err)
				}
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				if got := held(t, at); got != old && got != now {
					t.Fatalf("killed at step %d, the next run finds\n%s", n, got)
				}
				noLeftovers(t, at)
				if err := tryRun(at, disk{}, c.after()...); err != nil {
					t.Fatal(err)
				}
				if got := held(t, at); got != now {
					t.Fatalf("killed at step %d, the same run again gives\n%s\nwant\n%s", n, got, now)
				}
			}
			if kills*step < 10 {
				t.Errorf("only %d moments to be killed at", kills)
			}
		})
	}
}

func noLeftovers(t *testing.T, dir string) {
	t.Helper()
	for path := range tree(t, dir) {
		if strings.HasPrefix(filepath.Base(path), ".zhibiao") {
			t.Errorf("%s is left over", path)
		}
	}
}

// docsOf makes documents of "CODE YEAR more text". A code has one source, so
// that another year moves it.
func docsOf(t *testing.T, specs ...string) []*report.Document {
	t.Helper()
	var docs []*report.Document
	for _, s := range specs {
		f := strings.SplitN(s, " ", 3)
		var year int
		if _, err := fmt.Sscan(f[1], &year); err != nil {
			t.Fatal(err)
		}
		doc, _ := sample(f[0], year, f[2])
		doc.Source = f[0] + ".txt"
		docs = append(docs, doc)
	}
	return docs
}

func copyOf(t *testing.T, dir string) string {
	t.Helper()
	to := t.TempDir()
	if err := os.CopyFS(to, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	return to
}

// TestTornPairIsReadAgain: facts of one run beside the documents of another
// count as nothing, whatever brought them together.
func TestTornPairIsReadAgain(t *testing.T) {
	dir := t.TempDir()
	a := docsOf(t, "310106 2023 ")[0]
	add(t, dir, a)
	other := t.TempDir()
	add(t, other, docsOf(t, "310106 2023 改了。")...)
	b, err := os.ReadFile(YearFile(other, FactsDir, 2023))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(YearFile(dir, FactsDir, 2023), b, 0o644); err != nil {
		t.Fatal(err)
	}
	if f, err := Open(dir); err == nil || !strings.Contains(err.Error(), "different runs") {
		t.Errorf("a torn pair was read: %v", err)
		_ = f.Close()
	}
	s, err := OpenStore(dir, meta)
	if err != nil {
		t.Fatal(err)
	}
	o := origin(a)
	if s.Unchanged(o.File, o.Hash, o.Rules) {
		t.Error("a torn pair counts as unchanged")
	}
	_ = s.Close()
	add(t, dir, a)
	if got, want := held(t, dir), "2023 310106-2023-work_report "+string(a.Text); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// oddRun finds the text of a run with an odd number.
var oddRun = regexp.MustCompile(`平方米。\d*[13579]\n`)

// TestReadersSeeOneRun reads while runs rewrite the folder.
func TestReadersSeeOneRun(t *testing.T) {
	dir := t.TempDir()
	add(t, dir, docsOf(t, "310106 2023 0", "110101 2022 ")...)
	done := make(chan error, 1)
	go func() {
		var err error
		for i := 1; i < 20 && err == nil; i++ {
			docs := docsOf(t, fmt.Sprintf("310106 2023 %d", i), fmt.Sprintf("110101 %d ", 2022+i%2))
			err = tryRun(dir, disk{}, docs...)
		}
		done <- err
	}()
	for reads := 0; ; reads++ {
		select {
		case err := <-done:
			if err != nil {
				t.Error(err)
			}
			if reads < 5 {
				t.Errorf("only %d reads", reads)
			}
			return
		default:
			// An even run has the second document in 2022, an odd one in 2023.
			got := held(t, dir)
			if strings.Count(got, "work_report") != 2 || strings.Contains(got, "2022 110101") == oddRun.MatchString(got) {
				t.Errorf("a reader sees\n%s", got)
			}
		}
	}
}

// TestForeignFiles: what others have put where a run would write is refused
// and left alone.
func TestForeignFiles(t *testing.T) {
	for _, name := range []string{"facts/2023.parquet", "documents/2023.parquet", "tokens/undated.parquet", FilesName, "facts"} {
		dir := t.TempDir()
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		const mine = "source,note\nmine,\n"
		if err := os.WriteFile(path, []byte(mine), 0o644); err != nil {
			t.Fatal(err)
		}
		s, err := OpenStore(dir, meta)
		if err == nil {
			_ = s.Close()
			t.Errorf("%s was taken for one's own", name)
		} else if !strings.Contains(err.Error(), path) {
			t.Errorf("%s: the error does not name it: %v", name, err)
		}
		if b, err := os.ReadFile(path); err != nil || string(b) != mine {
			t.Errorf("%s was changed", name)
		}
	}
}

// TestForeignParquet: another program's Parquet file, and one of another
// version of the tables.
func TestForeignParquet(t *testing.T) {
	dir := t.TempDir()
	path := YearFile(dir, FactsDir, 2023)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	write := func(key, value string) {
		t.Helper()
		f, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		w := newParquet[TokenRow](f, meta, layout{page: smallPage})
		w.SetKeyValueMetadata(key, value)
		if err := errors.Join(w.Close(), f.Close()); err != nil {
			t.Fatal(err)
		}
	}
	write(keySchema, "1")
	if _, err := OpenStore(dir, meta); err == nil || !strings.Contains(err.Error(), "version 1") {
		t.Errorf("tables of another version: %v", err)
	}
	var other *VersionError
	if _, err := Open(dir); !errors.As(err, &other) || other.Schema != "1" {
		t.Errorf("tables of another version are read: %v", err)
	}
}

func TestUserFilesAreLeftAlone(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"corrections.csv", "notes.txt", "facts/mine.parquet"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := tryRun(dir, disk{}, docsOf(t, "310106 2023 ")...); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"corrections.csv", "notes.txt", "facts/mine.parquet"} {
		if b, _ := os.ReadFile(filepath.Join(dir, name)); string(b) != name {
			t.Errorf("%s was changed", name)
		}
	}
}

func TestFilesReadBack(t *testing.T) {
	dir := t.TempDir()
	s, err := OpenStore(dir, meta)
	if err != nil {
		t.Fatal(err)
	}
	rows := []FileRow{
		{Source: "a,b.txt", Status: StatusRead, DocID: "310106-2023-work_report", ReportYear: 2023, Facts: 12, Warnings: "一\n二"},
		{Source: "=\x1b[31m\u202etxt.exe", Status: StatusRejected, Reason: "quote \" and\ttab"},
	}
	if _, err := s.Commit(context.Background(), slices.Values(rows)); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for range 2 { // what is read is written the same again
		got, err := ReadFiles(dir)
		if err != nil {
			t.Fatal(err)
		}
		rows[0].Warnings = "一 二"
		rows[1].Source, rows[1].Reason = `'=\x1b[31m\u202etxt.exe`, `quote " and tab`
		if fmt.Sprint(got) != fmt.Sprint(rows) {
			t.Errorf("got  %q\nwant %q", got, rows)
		}
		if s, err = OpenStore(dir, meta); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Commit(context.Background(), slices.Values(got)); err != nil {
			t.Fatal(err)
		}
		_ = s.Close()
	}
	b, _ := os.ReadFile(filepath.Join(dir, FilesName))
	if !strings.HasPrefix(string(b), mark+"source,status,doc_id,copy_of,") {
		t.Errorf("it begins with %.60q", b)
	}
}
