package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"

	"zhibiao/dataset"
	"zhibiao/evaluate"
	"zhibiao/report"
	"zhibiao/report/read"
)

// evalOptions are the flags of eval.
type evalOptions struct {
	Lexicon string
	Errors  bool
	By      string
}

func newEval(io streams) *cobra.Command {
	var opt evalOptions
	cmd := &cobra.Command{
		Use:   "eval GOLD_DIR",
		Short: "Measure precision, recall and F1 against gold reports",
		Long: `eval extracts each NAME.txt of a folder and scores the facts against
NAME.gold.jsonl, file by file and together. A mention is right where its span
is found; a quantity where value, unit and bound are right; a fact where
measure, base, subject (nearly), period and status are, too; an exact fact
where the subject is the very same.

--by counts the misses by the kind of mistake, by the rules that made the fact,
or by report. Reports that are kept aside (evaluate/aside.txt) are counted
apart, and their misses are not shown.
` + exitHelp,
		Example: "  zhibiao eval testdata/gold --errors\n  zhibiao eval testdata/gold --by kind",
		Args:    args(cobra.ExactArgs(1), "usage.args.gold"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if opt.By != "" && groupings[opt.By] == nil {
				return usage("usage.by", opt.By)
			}
			return runEval(cmd.Context(), io, opt, args[0])
		},
	}
	cmd.Flags().StringVar(&opt.Lexicon, "lexicon", "", "folder with tables that add to the lexicon or replace it")
	cmd.Flags().BoolVar(&opt.Errors, "errors", false, "list every miss with its sentence")
	cmd.Flags().StringVar(&opt.By, "by", "", "count the misses by kind, rule or report")
	return cmd
}

// scored is a gold report with its score.
type scored struct {
	evaluate.Report
	counts evaluate.Counts
	misses []evaluate.Miss
}

func runEval(ctx context.Context, io streams, opt evalOptions, dir string) error {
	e, err := newEngine(opt.Lexicon)
	if err != nil {
		return err
	}
	reports, err := evaluate.ReadGold(dir)
	if err != nil {
		return err
	}
	var open, aside []scored
	for _, r := range reports {
		if err := ctx.Err(); err != nil {
			return err
		}
		s, err := e.score(ctx, r)
		switch {
		case err != nil:
			return err
		case evaluate.Aside(r.Name):
			aside = append(aside, s)
		default:
			open = append(open, s)
		}
	}
	if opt.Errors {
		for _, s := range open {
			printMisses(io.out, s)
		}
	}
	if len(open) > 0 {
		printScores(io.out, open)
		if opt.By != "" {
			printKinds(io.out, open, opt.By)
		}
	}
	if len(aside) > 0 {
		say(io.out, "\nKept aside (their misses are not shown):")
		printScores(io.out, aside)
	}
	return nil
}

// groupings say what a miss counts under.
var groupings = map[string]func(scored, evaluate.Miss) string{
	"kind": func(_ scored, m evaluate.Miss) string { return m.Kind() },
	"rule": func(_ scored, m evaluate.Miss) string {
		if m.Found == nil {
			return "(nothing found)"
		}
		return m.Found.Rule
	},
	"report": func(s scored, _ evaluate.Miss) string { return s.Name },
}

// printKinds counts the misses of all by what they have in common.
func printKinds(w io.Writer, all []scored, by string) {
	count := map[string]int{}
	for _, s := range all {
		for _, m := range s.misses {
			count[groupings[by](s, m)]++
		}
	}
	names := slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(count[b]-count[a], strings.Compare(a, b))
	})
	say(w, "\nMisses by %s:", by)
	for _, name := range names {
		say(w, "%5d  %s", count[name], name)
	}
}

// score extracts a gold report and scores it.
func (e *engine) score(ctx context.Context, r evaluate.Report) (scored, error) {
	s := scored{Report: r}
	ex, err := e.extractor()
	if err != nil {
		return s, err
	}
	for raw, err := range read.Reports(ctx, read.Input{Path: r.Path}, read.Options{}) {
		if err != nil {
			return s, err
		}
		doc, err := report.New(raw, report.Options{Regions: regions{e.lexicon.Regions()}})
		if err != nil {
			return s, err
		}
		result, err := extractFrom(ex, doc)
		if err != nil {
			return s, err
		}
		s.counts, s.misses = evaluate.Score(r, string(doc.Text), dataset.FromResult(doc, result))
	}
	return s, nil
}

func printScores(w io.Writer, all []scored) {
	t := newTable(w, table.Row{"report", "gold", "found", "matched", "P", "R", "mention F1", "quantity F1", "fact F1", "exact F1"})
	var configs []table.ColumnConfig
	for i := 2; i <= 10; i++ {
		configs = append(configs, table.ColumnConfig{Number: i, Align: text.AlignRight, AlignHeader: text.AlignRight, AlignFooter: text.AlignRight})
	}
	t.SetColumnConfigs(configs)
	row := func(name string, c evaluate.Counts) table.Row {
		f := func(v float64) string { return fmt.Sprintf("%.3f", v) }
		return table.Row{
			name, c.Gold, c.Found, c.Matched, f(c.Precision()), f(c.Recall()), f(c.F1(c.Matched)),
			f(c.F1(c.Right["quantity"])), f(c.F1(c.Right["fact"])), f(c.F1(c.Right["fact_exact"])),
		}
	}
	var total evaluate.Counts
	for _, s := range all {
		t.AppendRow(row(s.Name, s.counts))
		total.Add(s.counts)
	}
	if len(all) > 1 {
		t.AppendFooter(row("together", total))
	}
	t.Render()
	say(w, "\nOf the matched, right in:")
	for _, field := range evaluate.Fields {
		say(w, "  %-10s %.3f", field, total.Share(field))
	}
	say(w, "  subject, mean character F1: %.3f", total.MeanSubjectF1())
}

// printMisses lists a report's misses, each with the sentence it stands in.
func printMisses(w io.Writer, s scored) {
	say(w, "%s: %s", s.Name, plural(len(s.misses), "miss", "misses"))
	gold := []rune(s.Text)
	for _, m := range s.misses {
		say(w, "\n- %s", m.What)
		if m.Gold != nil {
			g := m.Gold
			say(w, "  %s", printable(around(gold, g.Start, g.End)))
			say(w, "  gold  %s %s %s %s %s | %s | %s %s", number(g.Value), g.Unit, g.Bound, g.Measure, g.Base, g.Subject, g.Period, g.Status)
		}
		if f := m.Found; f != nil {
			if m.Gold == nil {
				say(w, "  %s", printable(strings.Replace(f.Sentence, f.Quote, "【"+f.Quote+"】", 1)))
			}
			say(w, "  found %s %s %s %s %s | %s | %s %s  (%s)", number(f.Value), f.Unit, f.Bound, f.Measure, f.Base, f.Subject, f.Period, f.Status, f.Rule)
		}
	}
	say(w, "")
}

// around is the sentence of a span, with the span marked.
func around(text []rune, start, end int) string {
	from, to := start, end
	for from > 0 && !strings.ContainsRune("。！？\n", text[from-1]) {
		from--
	}
	for to < len(text) && !strings.ContainsRune("。！？\n", text[to]) {
		to++
	}
	return string(text[from:start]) + "【" + string(text[start:end]) + "】" + string(text[end:to])
}

func number(v *float64) string {
	if v == nil {
		return "no number"
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}
