package main

import (
	"cmp"
	"context"
	"path/filepath"
	"runtime"

	"github.com/spf13/cobra"

	"zhibiao/dataset"
	"zhibiao/extract"
	"zhibiao/lexicon"
	"zhibiao/panel"
	"zhibiao/report"
	"zhibiao/segment"
	"zhibiao/view"
	"zhibiao/words"
)

// viewOptions are the flags of view.
type viewOptions struct {
	Out     string
	Lexicon string
	Terms   []string
}

func newView(io streams) *cobra.Command {
	var opt viewOptions
	cmd := &cobra.Command{
		Use:   "view DIR",
		Short: "Write static pages that show each number beside its sentence",
		Long: `view reads the folder that extract wrote and writes pages that open from disk,
without a server or the network: an index of the reports, each report with its
quantities marked, a table of all facts, charts of goals and results over the
years, and a list of what should be checked. What is ticked there is kept in
the browser and can be saved as corrections.csv.

The numbers that make no fact, and the headings, are found anew in the texts,
with the lexicon that --lexicon names: give the one that extract was given. The
terms over the years are those of the lists that come with the program, or of
--terms.
` + exitHelp,
		Example: `  zhibiao view out
  zhibiao view out -o /srv/www/reports --terms myterms.xlsx`,
		Args: args(cobra.ExactArgs(1), "usage.args.folder"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runView(cmd.Context(), io, opt, args[0])
		},
	}
	f := cmd.Flags()
	f.StringVarP(&opt.Out, "out", "o", "", "folder to write (default DIR/view)")
	f.StringVar(&opt.Lexicon, "lexicon", "", "folder with tables that add to the lexicon or replace it")
	f.StringSliceVar(&opt.Terms, "terms", nil, "files of terms, or ids of lists that come with the program (default all of these)")
	return cmd
}

func runView(ctx context.Context, io streams, opt viewOptions, dir string) error {
	years, err := dataset.Years(dir, dataset.DocumentsDir)
	if err != nil {
		return err
	}
	if len(years) == 0 {
		return usage("usage.no_documents", dir)
	}
	e, err := newEngine(opt.Lexicon)
	if err != nil {
		return err
	}
	rows, err := panel.Build(ctx, dir, dataset.Filter{})
	if err != nil {
		return err
	}
	terms, err := viewTerms(ctx, dir, opt.Terms)
	if err != nil {
		return err
	}
	done, err := view.Build(ctx, dir, cmp.Or(opt.Out, filepath.Join(dir, "view")), view.Options{
		Version:    version,
		Outline:    e.outline,
		RegionName: e.regionName,
		Indicators: viewIndicators(e.lexicon.Indicators),
		Goals:      viewGoals(rows),
		Terms:      terms,
	})
	if err != nil {
		return err
	}
	io.tell(io.out, "written.pages", io.message("count.reports", done.Documents), io.message("count.facts", done.Facts), done.Index)
	return nil
}

// outline finds the headings of a stored text and the numbers that make no
// fact. The tables hold neither: they are read again from the text, which
// takes less time than writing the pages, and cannot grow stale.
func (e *engine) outline(row dataset.DocumentRow) (view.Outline, error) {
	ex, err := e.extractor()
	if err != nil {
		return view.Outline{}, err
	}
	doc, err := report.New(report.Raw{Source: row.Source, Format: row.Format, Text: row.Text, Lines: true, Year: int(row.ReportYear)},
		report.Options{Regions: extract.Regions(e.lexicon), Year: int(row.ReportYear), Region: row.Region, Kind: row.Kind})
	if err != nil {
		return view.Outline{}, err
	}
	result, err := extractFrom(ex, doc)
	if err != nil {
		return view.Outline{}, err
	}
	// at is a span of doc in the stored text, which cleaning may have changed
	// once more.
	at := func(start, end int) (int, int) {
		if start >= end || end > len(doc.Raw) {
			return 0, 0
		}
		return int(doc.Raw[start]), int(doc.Raw[end-1]) + 1
	}
	var out view.Outline
	for _, s := range doc.Sections {
		start, end := at(s.Start, s.End)
		out.Headings = append(out.Headings, view.Heading{Start: start, End: end, Level: s.Level})
	}
	for _, q := range result.Quantities {
		if q.Why != "" {
			start, end := at(q.Start, q.End)
			out.LeftOut = append(out.LeftOut, view.LeftOut{Start: start, End: end, Why: q.Why})
		}
	}
	return out, nil
}

// regionName is the name of a code's region.
func (e *engine) regionName(code string, _ int) string {
	r, _ := e.lexicon.Regions().ByCode(code)
	return r.Name
}

func viewIndicators(list []lexicon.Indicator) []view.Indicator {
	out := make([]view.Indicator, len(list))
	for i, x := range list {
		out[i] = view.Indicator{ID: x.ID, Name: x.Name, English: x.English, Topic: x.Topic}
	}
	return out
}

// viewTerms counts the terms of the lists that names name, of all of the
// program's where it names none. A term that a document does not use is left
// out; its group is not.
func viewTerms(ctx context.Context, dir string, names []string) ([]view.Term, error) {
	if len(names) == 0 {
		for _, l := range lexicon.TermLists() {
			names = append(names, l.ID)
		}
	}
	list, err := readTerms(names)
	if err != nil {
		return nil, err
	}
	counter, err := words.NewCounter(list)
	if err != nil {
		return nil, err
	}
	count := words.Options{
		Counter: counter, Jobs: runtime.GOMAXPROCS(0),
		Tag: func(string) []segment.Token { return nil }, // shares of words are not shown
	}
	var out []view.Term
	for row, err := range words.Count(ctx, dir, count) {
		if err != nil {
			return nil, err
		}
		if row.Term == "" || row.Count > 0 {
			out = append(out, view.Term{DocID: row.DocID, Group: row.Group, Term: row.Term, Count: row.Count, Per10KChars: row.Per10kChars})
		}
	}
	return out, nil
}

func viewGoals(rows []panel.Row) []view.Goal {
	out := make([]view.Goal, len(rows))
	for i, r := range rows {
		out[i] = view.Goal{
			RegionCode: r.RegionCode, Region: r.Region, RegionLevel: r.RegionLevel,
			Indicator: r.Indicator, Measure: r.Measure, Year: r.Year, Unit: r.Unit,
			Target: r.Target, TargetLow: r.TargetLow, TargetHigh: r.TargetHigh,
			TargetBound: r.TargetBound, TargetFactID: r.TargetFactID,
			Actual: r.Actual, ActualLow: r.ActualLow, ActualHigh: r.ActualHigh,
			ActualBound: r.ActualBound, ActualStatus: r.ActualStatus, ActualFactID: r.ActualFactID,
			Met: r.Met,
		}
	}
	return out
}
