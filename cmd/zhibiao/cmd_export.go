package main

import (
	"context"

	"github.com/spf13/cobra"

	"zhibiao/dataset"
	"zhibiao/export"
)

// exportOptions are the flags of export.
type exportOptions struct {
	Out      string
	Doubtful int
	filterFlags
}

func newExport(io streams) *cobra.Command {
	var opt exportOptions
	cmd := &cobra.Command{
		Use:   "export DIR -o FILE",
		Short: "Write the facts for Excel, Stata or other programs",
		Long: `export writes the facts of the folder that extract wrote, all of them or those
that the flags choose, in the format that the file's ending names:

  .csv    UTF-8 with the mark that Excel wants
  .xlsx   a workbook
  .jsonl  one JSON object a line
  .do     commands that load and label the facts in Stata, and a .csv beside it

With --doubtful N, the N facts of lowest confidence with their sentences, as a
corrections file (.csv or .xlsx): write into column and value what is wrong, and
give it to extract --corrections.
` + exitHelp,
		Example: `  zhibiao export out -o facts.csv
  zhibiao export out -o gdp.xlsx --indicator gdp --measure growth --years 2010-2020
  zhibiao export out -o facts.do --headline --level county
  zhibiao export out -o corrections.csv --doubtful 200`,
		Args: args(cobra.ExactArgs(1), "usage.args.folder"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opt.finalize(); err != nil {
				return err
			}
			return runExport(cmd.Context(), io, opt, args[0])
		},
	}
	cmd.Flags().StringVarP(&opt.Out, "out", "o", "", "file to write: .csv, .xlsx, .jsonl or .do")
	cmd.Flags().IntVar(&opt.Doubtful, "doubtful", 0, "only so many facts of lowest confidence, to be corrected")
	opt.addFlags(cmd.Flags())
	return cmd
}

func (o *exportOptions) finalize() error {
	formats := []export.Format{export.CSV, export.XLSX, export.JSONL, export.Stata}
	if o.Doubtful != 0 {
		formats = formats[:2]
	}
	switch {
	case o.Out == "":
		return usage("usage.out_file")
	case o.Doubtful < 0:
		return usage("usage.above_zero", o.Doubtful, "doubtful")
	}
	if err := checkOut(o.Out, formats...); err != nil {
		return err
	}
	return o.filterFlags.finalize()
}

func runExport(ctx context.Context, io streams, opt exportOptions, dir string) error {
	if err := checkFolder(dir, dataset.FactsDir); err != nil {
		return err
	}
	facts := export.Facts(ctx, dir, &opt.Filter)
	if opt.Doubtful == 0 {
		return writeTable(io, opt.Out, dir, export.TableOf("facts", facts))
	}
	lowest, err := export.Doubtful(facts, opt.Doubtful)
	if err != nil {
		return err
	}
	return writeTable(io, opt.Out, dir, export.TableOf("corrections", export.Rows(lowest)))
}
