package main

import (
	"context"

	"github.com/spf13/cobra"

	"zhibiao/dataset"
	"zhibiao/export"
	"zhibiao/panel"
)

// panelOptions are the flags of panel.
type panelOptions struct {
	Out  string
	Wide bool
	filterFlags
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

A workbook (.xlsx) has the panel in units people read, what each column means, the
sentences behind each figure, and what to check. Without -o the panel is printed
as CSV.
` + exitHelp,
		Example: `  zhibiao panel out -o panel.xlsx
  zhibiao panel out -o panel.parquet
  zhibiao panel out -o gdp.xlsx --indicator gdp,cpi --level province --years 2015-2024
  zhibiao panel out -o wide.csv --wide --measure growth`,
		Args: args(cobra.ExactArgs(1), "usage.args.folder"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opt.finalize(); err != nil {
				return err
			}
			return runPanel(cmd.Context(), io, opt, args[0])
		},
	}
	cmd.Flags().StringVarP(&opt.Out, "out", "o", "", "file to write: .csv, .parquet or .xlsx")
	cmd.Flags().BoolVar(&opt.Wide, "wide", false, "one row a region and year, two columns an indicator and measure")
	opt.addFlags(cmd.Flags())
	return cmd
}

func (o *panelOptions) finalize() error {
	if o.Out != "" {
		if err := checkOut(o.Out, export.CSV, export.Parquet, export.XLSX); err != nil {
			return err
		}
	}
	return o.filterFlags.finalize()
}

func runPanel(ctx context.Context, io streams, opt panelOptions, dir string) error {
	if err := checkFolder(dir, dataset.FactsDir); err != nil {
		return err
	}
	rows, err := panel.Build(ctx, dir, opt.Filter)
	if err != nil {
		return err
	}
	if opt.Wide {
		return writeTable(io, opt.Out, dir, panel.Wide(rows))
	}
	if export.FormatOf(opt.Out, export.XLSX) == "" {
		return writeTable(io, opt.Out, dir, panel.Table(rows))
	}
	lexicon, err := dataset.Lexicon(dir)
	if err != nil {
		return err
	}
	if err := panel.WriteFile(opt.Out, rows, dataset.Meta{Version: version, Lexicon: lexicon}); err != nil {
		return err
	}
	io.tell(io.out, "written.rows", len(rows), opt.Out)
	if len(rows) == 0 {
		io.tell(io.err, "filter.nothing")
	}
	return nil
}
