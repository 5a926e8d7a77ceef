package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"

	"zhibiao/dataset"
	"zhibiao/report"
)

// headlineReports is how many reports a summary shows the headlines of.
const headlineReports = 3

// headlines are the indicators that a summary shows, in order.
var headlines = []string{
	"gdp", "gdp_per_capita", "public_budget_revenue", "industrial_value_added", "fixed_asset_investment",
	"retail_sales", "trade", "fdi", "tax_revenue", "income_all", "income_urban", "income_rural",
	"urban_new_jobs", "surveyed_unemployment", "registered_unemployment", "cpi", "grain_output", "energy_intensity",
}

// tally counts facts.
type tally struct {
	facts, actual, estimate, target, unnumbered int

	headlines []headline
}

// headline is what a report says of an indicator: the results of the year
// before and the goals of its year.
type headline struct {
	name            string
	results, target []string
}

func count(facts []dataset.FactRow) tally {
	t := tally{facts: len(facts)}
	byID := map[string]*headline{}
	for i := range facts {
		f := &facts[i]
		switch f.Status {
		case "actual":
			t.actual++
		case "estimate":
			t.estimate++
		case "target":
			t.target++
		}
		if f.Value == nil {
			t.unnumbered++
		}
		if !f.Headline || !slices.Contains(headlines, f.Indicator) {
			continue
		}
		h := byID[f.Indicator]
		if h == nil {
			h = &headline{name: f.Subject}
			byID[f.Indicator] = h
		}
		quote := strings.Join(strings.Fields(strings.ReplaceAll(f.Quote, "*", "")), "")
		if f.Value != nil && *f.Value < 0 && !strings.HasPrefix(quote, "-") {
			quote = "-" + quote
		}
		quote = bounded(quote, f.Modifier)
		if r := []rune(quote); len(r) > 16 {
			quote = string(r[:15]) + "…"
		}
		if f.Status == "target" {
			h.target = append(h.target, quote)
		} else {
			h.results = append(h.results, quote)
		}
	}
	for _, id := range headlines {
		if h := byID[id]; h != nil {
			t.headlines = append(t.headlines, *h)
		}
	}
	return t
}

// bounded puts a quantity's modifier around it: 超5%, 5%左右, 控制在5%以内.
func bounded(quote, modifier string) string {
	before, after, both := strings.Cut(modifier, "…")
	if !both {
		switch modifier {
		case "左右", "上下", "以上", "以下", "以内", "之内", "之上", "之下", "多", "内":
			before, after = "", modifier
		}
	}
	return before + quote + after
}

// summary is what a run tells at its end.
type summary struct {
	years map[int]*yearTally
	first []found // the reports whose headlines are shown
	added map[string]addedTally
}

type yearTally struct {
	tally
	documents int
}

// addedTally is what one document added, by its source.
type addedTally struct {
	year int
	tally
}

func (s *summary) add(f found) {
	if s.years == nil {
		s.years, s.added = map[int]*yearTally{}, map[string]addedTally{}
	}
	a := addedTally{int(f.doc.ReportYear), f.tally}
	a.headlines = nil
	s.added[f.doc.Source] = a
	s.sum(a, 1)
	if len(s.first) <= headlineReports {
		f.entry, f.facts = dataset.Entry{}, nil
		s.first = append(s.first, f)
	}
}

// drop takes a document back that another one stands for.
func (s *summary) drop(source string) {
	a, ok := s.added[source]
	if !ok {
		return
	}
	delete(s.added, source)
	s.sum(a, -1)
	s.first = slices.DeleteFunc(s.first, func(f found) bool { return f.doc.Source == source })
}

func (s *summary) sum(a addedTally, sign int) {
	y := s.years[a.year]
	if y == nil {
		y = &yearTally{}
		s.years[a.year] = y
	}
	y.documents += sign
	y.facts += sign * a.facts
	y.actual += sign * a.actual
	y.estimate += sign * a.estimate
	y.target += sign * a.target
	y.unnumbered += sign * a.unnumbered
	if y.documents == 0 {
		delete(s.years, a.year)
	}
}

// print writes the summary of what a run put into the folder out.
func (s *summary) print(w io.Writer, out string, files *ledger) {
	text.OverrideRuneWidthEastAsianWidth(false)
	if len(s.first) <= headlineReports {
		for _, f := range s.first {
			printHeadlines(w, f)
		}
	}
	if len(s.years) > 0 {
		s.printYears(w)
	}
	unchanged := countFiles(files.rows, dataset.StatusUnchanged)
	if unchanged > 0 {
		say(w, "%s unchanged since an earlier run and not read again (--force reads them).", plural(unchanged, "report is", "reports are"))
	}
	if n := countFiles(files.rows, dataset.StatusCopy); n > 0 {
		say(w, "%s left out: the same text is there already.", plural(n, "copy was", "copies were"))
	}
	if n := countFiles(files.past, dataset.StatusReplaced); n > 0 {
		say(w, "%s of an earlier run was replaced by another one with the same id.", plural(n, "document", "documents"))
	}
	if n := countFiles(files.past, dataset.StatusGone); n > 0 {
		say(w, "%s no longer there; what was read of it stays.", plural(n, "input of an earlier run is", "inputs of earlier runs are"))
	}
	if n := files.warned(); n > 0 {
		say(w, "%s warnings: see the column warnings of %s/%s.", plural(n, "document has", "documents have"), out, dataset.FilesName)
	}
	if len(s.years)+unchanged > 0 {
		say(w, "Written to %s/facts and %s/documents, one Parquet file a report year.", out, out)
	}
	rejects := files.rejects()
	for i, r := range rejects {
		if i == 5 {
			say(w, "… and %d more.", len(rejects)-i)
			break
		}
		e := report.Error{Source: r.Source, Stage: r.Stage, Reason: r.Reason, Remedy: r.Remedy}
		say(w, "Rejected: %s", printable(e.Error()))
	}
	if len(rejects) > 0 {
		say(w, "%s in %s/%s, with reason and remedy.", plural(len(rejects), "reject is", "rejects are"), out, dataset.FilesName)
	}
}

func printHeadlines(w io.Writer, f found) {
	d := f.doc
	title := cmp.Or(d.Region, "region unknown") + ", " + yearName(int(d.ReportYear))
	say(w, "%s (%s): %s", title, d.DocID, plural(f.tally.facts, "fact", "facts"))
	for _, warning := range d.Warnings {
		say(w, "  note: %s", printable(warning))
	}
	if len(f.tally.headlines) == 0 {
		say(w, "")
		return
	}
	reviewed := d.ReportYear - 1
	if d.Kind == "communique" {
		reviewed = d.ReportYear
	}
	t := newTable(w, table.Row{"indicator", fmt.Sprintf("%d result", reviewed), fmt.Sprintf("%d goal", d.ReportYear)})
	for _, h := range f.tally.headlines {
		t.AppendRow(table.Row{printable(h.name), strings.Join(h.results, ", "), strings.Join(h.target, ", ")})
	}
	t.Render()
	say(w, "")
}

func (s *summary) printYears(w io.Writer) {
	t := newTable(w, table.Row{"report year", "reports", "facts", "actual", "estimate", "target", "no number"})
	var configs []table.ColumnConfig
	for i := 2; i <= 7; i++ {
		configs = append(configs, table.ColumnConfig{Number: i, Align: text.AlignRight, AlignHeader: text.AlignRight, AlignFooter: text.AlignRight})
	}
	t.SetColumnConfigs(configs)
	var all yearTally
	row := func(name string, y *yearTally) table.Row {
		return table.Row{name, y.documents, y.facts, y.actual, y.estimate, y.target, y.unnumbered}
	}
	for _, year := range slices.Sorted(maps.Keys(s.years)) {
		y := s.years[year]
		t.AppendRow(row(yearName(year), y))
		all.documents += y.documents
		all.facts += y.facts
		all.actual += y.actual
		all.estimate += y.estimate
		all.target += y.target
		all.unnumbered += y.unnumbered
	}
	if len(s.years) > 1 {
		t.AppendFooter(row("all", &all))
	}
	t.Render()
	say(w, "")
}

// newTable is a table without lines, for any terminal.
func newTable(w io.Writer, header table.Row) table.Writer {
	t := table.NewWriter()
	t.SetOutputMirror(w)
	style := table.StyleDefault
	style.Options = table.OptionsNoBordersAndSeparators
	style.Options.SeparateHeader = true
	style.Options.SeparateFooter = true
	style.Format.Header = text.FormatDefault
	style.Format.Footer = text.FormatDefault
	style.Box.MiddleHorizontal = "-"
	t.SetStyle(style)
	t.AppendHeader(header)
	return t
}

func yearName(year int) string {
	if year == 0 {
		return "undated"
	}
	return strconv.Itoa(year)
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// printable keeps names from moving the cursor or turning the direction of
// writing.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) {
			return '␣'
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

func say(w io.Writer, format string, args ...any) {
	_, _ = fmt.Fprintf(w, format+"\n", args...)
}
