package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"zhibiao/dataset"
	"zhibiao/panel"
)

// panelOptions are the flags of panel.
type panelOptions struct {
	Out string
}

func newPanel(io streams) *cobra.Command {
	var opt panelOptions
	cmd := &cobra.Command{
		Use:   "panel DIR",
		Short: "Write the cross-year panel of goals and results",
		Long: `panel reads the folder that extract wrote and sets the goal that the report of
one year gave beside the result that the next year's report gives: one row per
region, indicator, measure and year. Only figures for the whole region and the
whole year count; of several the one among the main goals, or in the summary of
results, is taken. target_fact_id and actual_fact_id lead to the facts.

Measures are level, growth and change; what a year adds to a stock (新增100家) is
a change of it. A goal with ge or le is met by its bound; any other one by what
is as good or better, where the lower is the better for unemployment, prices,
intensities, deficit and whatever is 控制在. For a goal with 左右 the result is
rounded to the goal's digits first. A goal and a result in units that do not
convert (元, 美元) make two rows.

Without -o the panel is printed as CSV.
` + exitHelp,
		Example: `  zhibiao panel out -o panel.xlsx
  zhibiao panel out -o panel.parquet
  zhibiao panel out > panel.csv`,
		Args: args(cobra.ExactArgs(1), "name the folder that extract wrote"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opt.finalize(); err != nil {
				return err
			}
			return runPanel(cmd.Context(), io, opt, args[0])
		},
	}
	cmd.Flags().StringVarP(&opt.Out, "out", "o", "", "file to write: .csv, .parquet or .xlsx")
	return cmd
}

func (o *panelOptions) finalize() error {
	if o.Out == "" {
		return nil
	}
	if panel.FormatOf(o.Out) == "" {
		return usagef("-o %s: end the name with .csv, .parquet or .xlsx", o.Out)
	}
	if _, err := os.Stat(filepath.Dir(o.Out)); errors.Is(err, fs.ErrNotExist) {
		return usagef("-o %s: there is no folder %s", o.Out, filepath.Dir(o.Out))
	}
	return nil
}

func runPanel(ctx context.Context, io streams, opt panelOptions, dir string) error {
	years, err := dataset.Years(dir, dataset.FactsDir)
	if err != nil {
		return err
	}
	if len(years) == 0 {
		return usagef("%s holds no facts; name a folder that extract wrote", dir)
	}
	rows, err := panel.Build(ctx, dir)
	if err != nil {
		return err
	}
	lexicon, err := panel.Lexicon(dir)
	if err != nil {
		return err
	}
	meta := dataset.Meta{Version: version, Lexicon: lexicon}
	if opt.Out == "" {
		return panel.Write(io.out, panel.CSV, rows, meta)
	}
	if err := panel.WriteFile(opt.Out, rows, meta); err != nil {
		return err
	}
	say(io.out, "%d rows in %s", len(rows), opt.Out)
	return nil
}
