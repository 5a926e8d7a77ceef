package table_test

import (
	"math"
	"os"
	"strings"
	"testing"

	"zhibiao/extract/table"
	"zhibiao/report"
)

// check fails where a figure is not what its cell says.
func check(t *testing.T, d *report.Document, tab *report.Table, fs []table.Figure) {
	t.Helper()
	for _, f := range fs {
		c := tab.Rows[f.Row][f.Column]
		v, _ := f.Value.Float64()
		switch {
		case f.Start < c.Start || f.End > c.End || f.Start >= f.End:
			t.Fatalf("%+v leaves its cell %+v", f, c)
		case strings.TrimSpace(f.Subject) == "" || strings.ContainsAny(f.Subject, "\t\n"):
			t.Fatalf("subject %q", f.Subject)
		case f.Measure == "" || f.Status == "" || f.Bound == "" || len(f.Rules) == 0:
			t.Fatalf("not whole: %+v", f)
		case math.IsNaN(v) || math.IsInf(v, 0):
			t.Fatalf("value %v of %q", v, d.Quote(f.Start, f.End))
		case (f.Low == nil) != (f.High == nil) || f.Low != nil && f.Low.Cmp(f.High) > 0:
			t.Fatalf("range %v %v", f.Low, f.High)
		}
	}
}

func FuzzTable(f *testing.F) {
	r := reader(f)
	for _, path := range []string{"testdata/communique.txt", "testdata/budget.txt", "testdata/plan.txt", "testdata/broken.txt"} {
		b, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, part := range strings.Split(string(b), "\n\n") {
			f.Add(part, 2024, true)
		}
	}
	f.Fuzz(func(t *testing.T, text string, year int, plan bool) {
		c := tableCase{lines: strings.Split(text, "\n")}
		d := c.document()
		x := table.Context{Year: year, From: year - 1, To: year - 1, Plan: plan}
		for i := range d.Tables {
			res := r.Read(d, &d.Tables[i], x)
			check(t, d, &d.Tables[i], res.Figures)
			x.Before = res.Memory
		}
	})
}

// TestBroken breaks the tables of the cases: what is left out of a table makes
// fewer facts, never others.
func TestBroken(t *testing.T) {
	r := reader(t)
	for _, path := range []string{"testdata/communique.txt", "testdata/budget.txt", "testdata/plan.txt"} {
		for _, c := range readCases(t, path) {
			right := map[string]bool{}
			for _, w := range c.want {
				right[w] = true
			}
			first := 0
			for first < len(c.lines) && !strings.HasPrefix(c.lines[first], "|") {
				first++
			}
			for name, lines := range map[string][]string{
				"without title":     c.lines[first:],
				"without last row":  c.lines[:len(c.lines)-1],
				"without first row": append(append([]string{}, c.lines[:first]...), c.lines[first+1:]...),
				"cut":               cutCells(c.lines, 2),
			} {
				b := c
				b.lines = lines
				got, _ := b.facts(r)
				wrong := 0
				for _, g := range got {
					if !sameFigure(right, g) {
						wrong++
						if name == "without last row" {
							t.Errorf("%s, %s: %s", c.name, name, g)
						}
					}
				}
				if wrong > 0 && name == "without first row" {
					t.Errorf("%s, %s: %d of %d facts are not the table's", c.name, name, wrong, len(got))
				}
			}
		}
	}
}

// sameFigure tells a fact that the whole table has too, whatever it is of.
func sameFigure(right map[string]bool, g string) bool {
	_, value, _ := strings.Cut(g, ": ")
	for w := range right {
		if strings.HasSuffix(w, ": "+value) {
			return true
		}
	}
	return false
}

// cutCells leaves n cells of each row.
func cutCells(lines []string, n int) (out []string) {
	for _, l := range lines {
		if cells := strings.Split(strings.Trim(l, "|"), "|"); strings.HasPrefix(l, "|") && len(cells) > n {
			l = "|" + strings.Join(cells[:n], "|") + "|"
		}
		out = append(out, l)
	}
	return out
}
