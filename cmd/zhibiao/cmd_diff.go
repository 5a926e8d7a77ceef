package main

import (
	"cmp"
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"zhibiao/dataset"
	"zhibiao/message"
)

// diffOptions are the flags of diff.
type diffOptions struct {
	JSON     bool
	Summary  bool
	ExitCode bool
	Columns  []string
	Rules    []string
}

// errDiffers ends diff --exit-code where there are differences. What there is
// to say of them has been said.
var errDiffers = message.Errorf("diff.differs")

func newDiff(io streams) *cobra.Command {
	var opt diffOptions
	cmd := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "Show the facts added, removed and changed between two output folders",
		Long: `diff compares the facts of two output folders: what a change of the rules does
to a corpus. A fact that keeps its document and its span but not its columns is
changed. At the end it counts the differences by column and by rule: of an added
fact the rules that made it, of a removed one those that did, of a changed one
those that only one of the two has.
` + exitHelp + `
With --exit-code 1 also says that there are differences.`,
		Example: `  zhibiao extract corpus -o before
  zhibiao extract corpus -o after --lexicon mytables
  zhibiao diff before after
  zhibiao diff before after --column subject --rule subject.before
  zhibiao diff before after --summary --exit-code`,
		Args: args(cobra.ExactArgs(2), "usage.args.two_folders"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opt.finalize(); err != nil {
				return err
			}
			return runDiff(cmd.Context(), io, opt, args[0], args[1])
		},
	}
	f := cmd.Flags()
	f.BoolVar(&opt.JSON, "json", false, "print JSON lines: change, columns, rules, old, new; with --summary one object of counts")
	f.BoolVar(&opt.Summary, "summary", false, "print the counts alone")
	f.BoolVar(&opt.ExitCode, "exit-code", false, "exit with 1 where there are differences")
	f.StringSliceVar(&opt.Columns, "column", nil, "only changes in these columns")
	f.StringSliceVar(&opt.Rules, "rule", nil, "only differences that these rules made")
	return cmd
}

func (o *diffOptions) finalize() error {
	known := factColumns()
	for _, c := range o.Columns {
		if !slices.Contains(known, c) {
			return usage("usage.column", c, strings.Join(known, ", "))
		}
	}
	return nil
}

// changes count differences by what became of the facts.
type changes struct {
	Added   int `json:"added"`
	Removed int `json:"removed"`
	Changed int `json:"changed"`
}

func (c *changes) add(change string) {
	switch change {
	case "added":
		c.Added++
	case "removed":
		c.Removed++
	default:
		c.Changed++
	}
}

func (c changes) sum() int { return c.Added + c.Removed + c.Changed }

// tallies count differences, all of them and by what they are about.
type tallies struct {
	changes
	Columns map[string]int      `json:"columns"` // of changed facts
	Rules   map[string]*changes `json:"rules"`
}

func (t *tallies) add(d difference) {
	t.changes.add(d.Change)
	for _, c := range d.Columns {
		t.Columns[c]++
	}
	for _, r := range d.Rules {
		if t.Rules[r] == nil {
			t.Rules[r] = &changes{}
		}
		t.Rules[r].add(d.Change)
	}
}

func runDiff(ctx context.Context, io streams, opt diffOptions, before, after string) error {
	years := map[int]bool{}
	var folders [2]*dataset.Folder
	for i, dir := range []string{before, after} {
		folder, err := dataset.Open(dir)
		if err != nil {
			return err
		}
		defer func() { _ = folder.Close() }()
		if len(folder.Years()) == 0 {
			return usage("usage.no_facts", dir)
		}
		for _, y := range folder.Years() {
			years[y] = true
		}
		folders[i] = folder
	}
	t := tallies{Columns: map[string]int{}, Rules: map[string]*changes{}}
	e := json.NewEncoder(io.out)
	e.SetEscapeHTML(false)
	for _, year := range slices.Sorted(maps.Keys(years)) {
		for d, err := range diffYear(folders[0], folders[1], year) {
			if err := cmp.Or(err, ctx.Err()); err != nil {
				return err
			}
			if !opt.shows(d) {
				continue
			}
			t.add(d)
			switch {
			case opt.Summary:
			case opt.JSON:
				if err := e.Encode(d); err != nil {
					return err
				}
			default:
				printDifference(io, d)
			}
		}
	}
	switch {
	case opt.JSON && opt.Summary:
		if err := e.Encode(t); err != nil {
			return err
		}
	case !opt.JSON:
		printTallies(io, &t)
	}
	if opt.ExitCode && t.sum() > 0 {
		return errDiffers
	}
	return nil
}

// shows tells whether a difference is one of those asked for.
func (o *diffOptions) shows(d difference) bool {
	some := func(wanted, has []string) bool {
		return len(wanted) == 0 || slices.ContainsFunc(has, func(s string) bool { return slices.Contains(wanted, s) })
	}
	return some(o.Columns, d.Columns) && some(o.Rules, d.Rules)
}

func printTallies(s streams, t *tallies) {
	w := s.out
	s.tell(w, "diff.sum", t.Added, t.Removed, t.Changed)
	if len(t.Columns) > 0 {
		s.tell(w, "diff.by_column")
	}
	for _, c := range mostFirst(t.Columns) {
		say(w, "  %s: %d", c, t.Columns[c])
	}
	sums := map[string]int{}
	for r, n := range t.Rules {
		sums[r] = n.sum()
	}
	if len(sums) > 0 {
		s.tell(w, "diff.by_rule")
	}
	for _, r := range mostFirst(sums) {
		n := t.Rules[r]
		say(w, "  %s: %d, %d, %d", r, n.Added, n.Removed, n.Changed)
	}
}

// mostFirst are the names that were counted, the commonest first.
func mostFirst(counts map[string]int) []string {
	return slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(counts[b]-counts[a], strings.Compare(a, b))
	})
}

func printDifference(s streams, d difference) {
	w := s.out
	f := d.any()
	sign := map[string]string{"added": "+", "removed": "-", "changed": "~"}[d.Change]
	say(w, "%s %s", sign, f.FactID)
	say(w, "  %s", printable(strings.Replace(f.Sentence, f.Quote, "【"+f.Quote+"】", 1)))
	if d.Change != "changed" {
		say(w, "  %s  (%s)", s.figure(f.Value, f.Unit, f.Bound, f.Measure, f.Base, f.Subject, f.Period, f.Status), f.Rule)
		return
	}
	for _, c := range d.Columns {
		say(w, "  %s: %s → %s", c, message.Code(c, column(d.Old, c), s.language), message.Code(c, column(d.New, c), s.language))
	}
}
