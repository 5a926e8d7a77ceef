package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/spf13/cobra"

	"zhibiao/lexicon"
)

// lexiconOptions are the flags of lexicon.
type lexiconOptions struct {
	Lexicon string
	JSON    bool
}

func newLexicon(io streams) *cobra.Command {
	var opt lexiconOptions
	cmd := &cobra.Command{
		Use:   "lexicon",
		Short: "List and check the tables of units, indicators and the rest",
		Long: `lexicon counts what the tables hold; its commands list some of them and check
all. Of an entry's other names a list shows two; --json has them all.

The tables are in the program. With --lexicon DIR, tables of the same names in
that folder lie over them: units.tsv, classifiers.tsv, modifiers.tsv,
periods.tsv, nonquantities.tsv, indicators.tsv, words.tsv, several.tsv,
spellings.tsv, regions.tsv. A row with a known key replaces, others add, and a
key with - before it deletes.
` + exitHelp,
		Example: `  zhibiao lexicon check --lexicon mytables
  zhibiao lexicon indicators --json`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage("usage.unknown_list", args[0], didYouMean("", nearest(args[0], commandNames(cmd))))
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error { return runLexicon(io, opt) },
	}
	f := cmd.PersistentFlags()
	f.StringVar(&opt.Lexicon, "lexicon", "", "folder with tables that add to the lexicon or replace it")
	f.BoolVar(&opt.JSON, "json", false, "print JSON lines")
	sub := func(use, short string, run func(*lexicon.Lexicon) error) {
		cmd.AddCommand(&cobra.Command{
			Use: use, Short: short, Example: "  zhibiao lexicon " + use,
			Args: args(cobra.NoArgs, "usage.args.tables"),
			RunE: func(*cobra.Command, []string) error {
				lex, err := lexicon.Load(opt.Lexicon)
				if err != nil {
					return err
				}
				return run(lex)
			},
		})
	}
	sub("units", "List the units", func(l *lexicon.Lexicon) error {
		return list(io, opt.JSON, l.Units, table.Row{"unit", "also", "dimension", "one is"}, func(u lexicon.Unit) table.Row {
			return table.Row{u.Name, several(u.Aliases), u.Dimension, strings.TrimSpace(u.SIFactor + " " + u.SIUnit)}
		})
	})
	sub("indicators", "List the indicators", func(l *lexicon.Lexicon) error {
		return list(io, opt.JSON, l.Indicators, table.Row{"id", "name", "also", "dimension", "topic", "English"}, func(i lexicon.Indicator) table.Row {
			return table.Row{i.ID, i.Name, several(i.Aliases), i.Dimension, i.Topic, i.English}
		})
	})
	sub("regions", "List the regions with their codes", func(l *lexicon.Lexicon) error {
		return list(io, opt.JSON, l.Regions().All(), table.Row{"code", "name", "level"}, func(r lexicon.Region) table.Row {
			return table.Row{r.Code, r.Name, r.Level}
		})
	})
	sub("roles", "List the roles of words", func(l *lexicon.Lexicon) error {
		return list(io, opt.JSON, l.Roles, table.Row{"role", "match", "meaning"}, func(r lexicon.Role) table.Row {
			return table.Row{r.Name, r.Match, r.Meaning}
		})
	})
	sub("words", "List the words of the rules with their roles", func(l *lexicon.Lexicon) error {
		return list(io, opt.JSON, l.Terms, table.Row{"word", "roles"}, func(t lexicon.Term) table.Row {
			return table.Row{t.Text, strings.Join(t.Roles, " ")}
		})
	})
	check := &cobra.Command{
		Use: "check", Short: "Check every row and its example",
		Long: `check says what is wrong in the tables, one problem a line: the file, the line,
the column, and what is wrong. A row's example has to give what the row says.
With --lexicon DIR it checks the tables of that folder, and names a row of the
program's only where the folder makes its example fail.
` + exitHelp,
		Example: "  zhibiao lexicon check --lexicon mytables",
		Args:    args(cobra.NoArgs, "usage.args.tables"),
		RunE:    func(cmd *cobra.Command, _ []string) error { return runLexiconCheck(cmd.Context(), io, opt) },
	}
	cmd.AddCommand(check)
	return cmd
}

// several are the first of many names; --json has them all.
func several(names []string) string {
	const most = 2
	if len(names) <= most {
		return strings.Join(names, " ")
	}
	return fmt.Sprintf("%s +%d", strings.Join(names[:most], " "), len(names)-most)
}

// list prints rows as a table or as JSON lines.
func list[T any](io streams, asJSON bool, rows []T, header table.Row, row func(T) table.Row) error {
	if asJSON {
		e := json.NewEncoder(io.out)
		e.SetEscapeHTML(false)
		for _, r := range rows {
			if err := e.Encode(r); err != nil {
				return err
			}
		}
		return nil
	}
	t := newTable(io.out, header)
	for _, r := range rows {
		t.AppendRow(row(r))
	}
	t.Render()
	return nil
}

// runLexicon counts what the tables hold.
func runLexicon(io streams, opt lexiconOptions) error {
	lex, err := lexicon.Load(opt.Lexicon)
	if err != nil {
		return err
	}
	for _, t := range []struct {
		name string
		n    int
	}{
		{"units", len(lex.Units)},
		{"classifiers", len(lex.Classifiers)},
		{"modifiers", len(lex.Modifiers)},
		{"non-quantities", len(lex.NonQuantities)},
		{"periods", len(lex.Periods)},
		{"indicators", len(lex.Indicators)},
		{"words", len(lex.Terms)},
		{"words of several", len(lex.Several)},
		{"spellings", len(lex.Spellings)},
		{"regions", len(lex.Regions().All())},
	} {
		say(io.out, "%6d %s", t.n, t.name)
	}
	say(io.out, "hash %s", lex.Hash)
	return nil
}
