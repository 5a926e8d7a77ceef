package main

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/spf13/cobra"

	"zhibiao/dataset"
	"zhibiao/evaluate"
	"zhibiao/extract"
	"zhibiao/message"
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
			printMisses(io, s)
		}
	}
	if len(open) > 0 {
		printScores(io, open)
		if opt.By != "" {
			printKinds(io, open, opt.By)
		}
	}
	if len(aside) > 0 {
		io.tell(io.out, "eval.aside")
		printScores(io, aside)
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

// byTitles are the messages above the counts.
var byTitles = map[string]string{"kind": "eval.by.kind", "rule": "eval.by.rule", "report": "eval.by.report"}

// printKinds counts the misses of all by what they have in common.
func printKinds(s streams, all []scored, by string) {
	count := map[string]int{}
	for _, r := range all {
		for _, m := range r.misses {
			count[groupings[by](r, m)]++
		}
	}
	names := slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(count[b]-count[a], strings.Compare(a, b))
	})
	s.tell(s.out, byTitles[by])
	for _, name := range names {
		say(s.out, "%5d  %s", count[name], message.Translate(name, s.language))
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
		doc, err := report.New(raw, report.Options{Regions: extract.Regions(e.lexicon)})
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

func printScores(s streams, all []scored) {
	t := newTable(s.out, s.row("eval.report", "eval.gold", "eval.found", "eval.matched", "eval.p", "eval.r", "eval.mention", "eval.quantity", "eval.fact", "eval.exact"))
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
	for _, r := range all {
		t.AppendRow(row(r.Name, r.counts))
		total.Add(r.counts)
	}
	if len(all) > 1 {
		t.AppendFooter(row(s.message("eval.together"), total))
	}
	t.Render()
	s.tell(s.out, "eval.right")
	for _, field := range evaluate.Fields {
		say(s.out, "  %s %.3f", text.Pad(message.Code("eval", field, s.language), 10, ' '), total.Share(field))
	}
	s.tell(s.out, "eval.subject_f1", total.MeanSubjectF1())
}

// printMisses lists a report's misses, each with the sentence it stands in.
func printMisses(io streams, s scored) {
	w := io.out
	io.tell(w, "eval.misses", len(s.misses), s.Name)
	gold := []rune(s.Text)
	for _, m := range s.misses {
		say(w, "\n- %s", message.Translate(m.What, io.language))
		if m.Gold != nil {
			g := m.Gold
			say(w, "  %s", printable(around(gold, g.Start, g.End)))
			io.tell(w, "eval.wanted", io.figure(g.Value, g.Unit, g.Bound, g.Measure, g.Base, g.Subject, g.Period, g.Status))
		}
		if f := m.Found; f != nil {
			if m.Gold == nil {
				say(w, "  %s", printable(strings.Replace(f.Sentence, f.Quote, "【"+f.Quote+"】", 1)))
			}
			io.tell(w, "eval.got", io.figure(f.Value, f.Unit, f.Bound, f.Measure, f.Base, f.Subject, f.Period, f.Status), f.Rule)
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

// number is a value without an exponent, "" for none.
func number(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}
