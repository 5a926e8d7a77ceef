package table_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"zhibiao/extract/quantity"
	"zhibiao/extract/table"
	"zhibiao/lexicon"
	"zhibiao/report"
)

func reader(t testing.TB) *table.Reader {
	lex, err := lexicon.Load("")
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, e := range lex.Indicators {
		names[e.Name] = true
		for _, a := range e.Aliases {
			names[a] = true
		}
	}
	return table.New(quantity.NewUnits(lex), func(name string) bool { return names[name] })
}

// tableCase is a table of testdata with what it says. In its rows < is a place
// that the cell on its left covers, ^ one that the cell above covers; leading
// dots are an indent.
type tableCase struct {
	name  string
	year  int
	plan  bool
	lines []string // title and rows
	want  []string
}

// readCases reads a file of cases:
//
//	# name; year 2024; plan
//	title
//	| cell | cell |
//	=> subject: value unit measure base period status
func readCases(t *testing.T, path string) (cases []tableCase) {
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for n, l := range strings.Split(string(b), "\n") {
		switch {
		case strings.TrimSpace(l) == "":
		case strings.HasPrefix(l, "# "):
			c := tableCase{name: fmt.Sprintf("%s:%d", filepath.Base(path), n+1)}
			for _, part := range strings.Split(l[2:], ";") {
				_, _ = fmt.Sscanf(strings.TrimSpace(part), "year %d", &c.year)
				c.plan = c.plan || strings.TrimSpace(part) == "plan"
			}
			cases = append(cases, c)
		case strings.HasPrefix(l, "=> "):
			c := &cases[len(cases)-1]
			c.want = append(c.want, strings.TrimSpace(l[3:]))
		default:
			c := &cases[len(cases)-1]
			c.lines = append(c.lines, l)
		}
	}
	return cases
}

// text writes the case as a reader would.
func (c *tableCase) text() string {
	var b strings.Builder
	mark := report.TableMark
	for _, l := range c.lines {
		if !strings.HasPrefix(l, "|") {
			mark = report.TableMark
			if l != "---" { // another table right behind
				b.WriteString(l + "\n")
			}
			continue
		}
		b.WriteRune(mark)
		mark = report.RowMark
		cells := strings.Split(strings.Trim(l, "|"), "|")
		for i, cell := range cells {
			if i > 0 {
				b.WriteRune(report.CellMark)
			}
			switch cell = strings.TrimSpace(cell); cell {
			case "<":
				b.WriteRune(report.LeftMark)
			case "^":
				b.WriteRune(report.UpMark)
			default:
				rest := strings.TrimLeft(cell, ".")
				if rest == "" {
					rest = cell
				}
				b.WriteString(strings.Repeat(" ", len(cell)-len(rest)) + rest)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// plain makes a document of the case; it needs no report around it.
func (c *tableCase) document() *report.Document { return report.Plain(c.text()) }

func (c *tableCase) facts(r *table.Reader) (got []string, res table.Result) {
	d := c.document()
	x := table.Context{Year: c.year, From: c.year - 1, To: c.year - 1, Plan: c.plan, Own: []string{"云溪县", "云溪"}}
	for i := range d.Tables {
		x.Adjacent = i > 0 && d.Tables[i].First == d.Tables[i-1].First+len(d.Tables[i-1].Rows)
		res = r.Read(d, &d.Tables[i], x)
		x.Before = res.Memory
		for _, f := range res.Figures {
			v, _ := f.Value.Float64()
			value := fmt.Sprintf("%.12g", v)
			if f.Low != nil {
				a, _ := f.Low.Float64()
				b, _ := f.High.Float64()
				value = fmt.Sprintf("%.12g~%.12g", a, b)
			}
			unit := "-"
			if f.Unit != nil {
				unit = f.Unit.Name
			}
			words := []string{f.Subject + ":", value, unit, f.Measure}
			if f.Bound != "eq" {
				words[1] = f.Bound + " " + value
			}
			if f.Base != "" {
				words = append(words, f.Base)
			}
			got = append(got, strings.Join(append(words, f.Period.String(), f.Status), " "))
		}
	}
	return got, res
}

func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	r := reader(t)
	for _, path := range files {
		for _, c := range readCases(t, path) {
			t.Run(c.name, func(t *testing.T) {
				got, res := c.facts(r)
				want := c.want
				if len(want) == 1 && want[0] == "-" {
					want = nil
				}
				slices.Sort(got)
				slices.Sort(want)
				for _, g := range got {
					if !slices.Contains(want, g) {
						t.Errorf("too much: => %s", g)
					}
				}
				for _, w := range want {
					if !slices.Contains(got, w) {
						t.Errorf("missing:  => %s   (%s)", w, res.Why)
					}
				}
			})
		}
	}
}
