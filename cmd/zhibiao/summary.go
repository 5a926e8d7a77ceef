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
	"zhibiao/message"
)

// headlineReports is how many reports a summary shows the headlines of.
const headlineReports = 3

// headlines are the indicators that a summary shows, in order.
var headlines = []string{
	"gdp", "gdp_per_capita", "public_budget_revenue", "industrial_value_added", "fixed_asset_investment",
	"retail_sales", "trade", "fdi", "tax_revenue", "income_all", "income_urban", "income_rural",
	"urban_new_jobs", "surveyed_unemployment", "registered_unemployment", "cpi", "grain_output", "energy_intensity",
}

// tally is what a document's facts come to.
type tally struct {
	counts
	headlines []headline
}

// counts are numbers of facts.
type counts struct{ facts, actual, estimate, target, unnumbered int32 }

// headline is what a report says of an indicator: the results of the year
// before and the goals of its year.
type headline struct {
	name            string
	results, target []string
}

func count(facts []dataset.FactRow) tally {
	t := tally{counts: counts{facts: int32(len(facts))}}
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
	counts
	documents int
}

// addedTally is what one document added, by its source.
type addedTally struct {
	year int32
	counts
}

func (s *summary) add(f found) {
	if s.years == nil {
		s.years, s.added = map[int]*yearTally{}, map[string]addedTally{}
	}
	a := addedTally{f.doc.ReportYear, f.tally.counts}
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

func (s *summary) sum(a addedTally, sign int32) {
	y := s.years[int(a.year)]
	if y == nil {
		y = &yearTally{}
		s.years[int(a.year)] = y
	}
	y.documents += int(sign)
	y.facts += sign * a.facts
	y.actual += sign * a.actual
	y.estimate += sign * a.estimate
	y.target += sign * a.target
	y.unnumbered += sign * a.unnumbered
	if y.documents == 0 {
		delete(s.years, int(a.year))
	}
}

// print writes the summary of what a run put into the folder out.
func (s *summary) print(io streams, out string, files *ledger) {
	text.OverrideRuneWidthEastAsianWidth(false)
	if len(s.first) <= headlineReports {
		for _, f := range s.first {
			printHeadlines(io, f)
		}
	}
	if len(s.years) > 0 {
		s.printYears(io)
	}
	unchanged := countFiles(files.own(), dataset.StatusUnchanged)
	if unchanged > 0 {
		io.tell(io.out, "summary.unchanged", unchanged)
	}
	if n := countFiles(files.own(), dataset.StatusCopy); n > 0 {
		io.tell(io.out, "summary.copies", n)
	}
	if n := countFiles(rowsOf(files.past), dataset.StatusReplaced); n > 0 {
		io.tell(io.out, "summary.replaced", n)
	}
	if n := countFiles(rowsOf(files.past), dataset.StatusGone); n > 0 {
		io.tell(io.out, "summary.gone", n)
	}
	if n := files.warned(); n > 0 {
		io.tell(io.out, "summary.warnings", n, out, dataset.FilesName)
	}
	if len(s.years)+unchanged > 0 {
		io.tell(io.out, "summary.written", out, out)
	}
	rejects := files.rejects()
	for i, r := range rejects {
		if i == 5 {
			io.tell(io.out, "summary.more", len(rejects)-i)
			break
		}
		io.tell(io.out, "summary.rejected", printable(io.refusal(r.Source, r.Reason, r.Remedy)))
	}
	if len(rejects) > 0 {
		io.tell(io.out, "summary.rejects", len(rejects), out, dataset.FilesName)
	}
}

func printHeadlines(io streams, f found) {
	d := f.doc
	region := cmp.Or(d.Region, io.message("summary.no_region"))
	io.tell(io.out, "summary.document", f.tally.facts, region, io.yearName(int(d.ReportYear)), d.DocID)
	for _, warning := range d.Warnings {
		io.tell(io.out, "summary.note", printable(message.Translate(warning, io.language)))
	}
	if len(f.tally.headlines) == 0 {
		say(io.out, "")
		return
	}
	reviewed := d.ReportYear - 1
	if d.Kind == "communique" {
		reviewed = d.ReportYear
	}
	t := newTable(io.out, table.Row{io.message("summary.indicator"), io.message("summary.result", int(reviewed)), io.message("summary.goal", int(d.ReportYear))})
	for _, h := range f.tally.headlines {
		t.AppendRow(table.Row{printable(h.name), strings.Join(h.results, ", "), strings.Join(h.target, ", ")})
	}
	t.Render()
	say(io.out, "")
}

func (s *summary) printYears(io streams) {
	t := newTable(io.out, io.row("summary.report_year", "summary.reports", "summary.facts", "summary.actual", "summary.estimate", "summary.target", "summary.no_number"))
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
		t.AppendRow(row(io.yearName(year), y))
		all.documents += y.documents
		all.facts += y.facts
		all.actual += y.actual
		all.estimate += y.estimate
		all.target += y.target
		all.unnumbered += y.unnumbered
	}
	if len(s.years) > 1 {
		t.AppendFooter(row(io.message("summary.all"), &all))
	}
	t.Render()
	say(io.out, "")
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

// yearName is a report year in a table or a title.
func (s streams) yearName(year int) string {
	if year == 0 {
		return s.message("summary.undated")
	}
	return strconv.Itoa(year)
}

// row is a table's header of messages.
func (s streams) row(ids ...string) table.Row {
	out := make(table.Row, len(ids))
	for i, id := range ids {
		out[i] = s.message(id)
	}
	return out
}

// refusal says why a source was not read, in the language of the run as far as
// the catalogue has it.
func (s streams) refusal(source, reason, remedy string) string {
	reason = message.Translate(reason, s.language)
	if remedy == "" {
		return s.message("refused.reason", source, reason)
	}
	return s.message("refused", source, reason, message.Translate(remedy, s.language))
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
