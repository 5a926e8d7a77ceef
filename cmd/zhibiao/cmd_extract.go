package main

import (
	"context"
	"runtime"
	"strings"

	"github.com/spf13/cobra"
)

// extractOptions are the flags of extract.
type extractOptions struct {
	metadata
	Out         string
	Manifest    string
	Corrections string
	TextColumn  string
	Lexicon     string
	Jobs        int
	Force       bool
	Tokens      bool
	UserWords   string
	Quiet       bool
	JSON        bool
	Stream      bool
	Packed      bool
}

func newExtract(io streams) *cobra.Command {
	var opt extractOptions
	cmd := &cobra.Command{
		Use:   "extract PATH...",
		Short: "Read reports and write their facts as Parquet",
		Long: `extract reads files, folders (with all that is in them), globs, or standard
input (-), and writes out/facts/YEAR.parquet, out/documents/YEAR.parquet and
out/files.csv, which says of every input what became of it. It ends with a
summary.

Files that are unchanged since an earlier run into the same folder are not read
again, unless the rules or the flags have changed. A document with the id of
one from an earlier run replaces it.

A manifest is a CSV file with the columns source, region, year, kind: one line
a file, empty where the file knows better. It goes before --region, --year and
--kind, which go before what is read off the document.
` + exitHelp,
		Example: `  zhibiao extract reports/ -o out
  zhibiao extract '2023/*.docx' --year 2023
  zhibiao extract scraped.csv --text-column 正文 --kind work_report
  cat report.txt | zhibiao extract - --region 上海市静安区 --year 2023 --json
  zhibiao extract --stream < reports.jsonl > facts.jsonl`,
		Args: func(cmd *cobra.Command, paths []string) error {
			if opt.Stream {
				return args(cobra.NoArgs, "usage.args.stream")(cmd, paths)
			}
			return args(cobra.MinimumNArgs(1), "usage.args.paths")(cmd, paths)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opt.finalize(cmd.Flags().Changed); err != nil {
				return err
			}
			if opt.Stream {
				return runStream(cmd.Context(), io, opt)
			}
			return runExtract(cmd.Context(), io, opt, args)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&opt.Out, "out", "o", "out", "folder for the results")
	f.IntVar(&opt.Year, "year", 0, "year that the reports plan")
	f.StringVar(&opt.Region, "region", "", "region of the reports: 上海市静安区")
	f.StringVar(&opt.Kind, "kind", "", "kind of document: "+strings.Join(kinds, ", "))
	f.StringVar(&opt.Manifest, "manifest", "", "CSV file with source, region, year and kind of each file")
	f.StringVar(&opt.Corrections, "corrections", "", "CSV file of facts that were found wrong (default OUT/corrections.csv, where it is there)")
	f.StringVar(&opt.TextColumn, "text-column", "", "column of a table that holds the reports")
	f.IntVar(&opt.Jobs, "jobs", runtime.NumCPU(), "how many documents to read at a time")
	f.StringVar(&opt.Lexicon, "lexicon", "", "folder with tables that add to the lexicon or replace it")
	f.BoolVar(&opt.Force, "force", false, "read files again that are unchanged")
	f.BoolVar(&opt.Tokens, "tokens", false, "write out/tokens/YEAR.parquet, too")
	f.StringVar(&opt.UserWords, "user-words", "", "file of words that the tokens table should not cut, one a line")
	f.BoolVarP(&opt.Quiet, "quiet", "q", false, "print neither progress nor summary")
	f.BoolVar(&opt.JSON, "json", false, "print the facts as JSON lines and write nothing")
	f.BoolVar(&opt.Stream, "stream", false, "answer JSON lines on standard input (source, text, region, year, kind) by the facts of each and a closing line")
	f.BoolVar(&opt.Packed, "packed", false, "with --stream, for programs: bytes in place of text in a line, and of facts behind an answer (docs/cluster.md)")
	return cmd
}

func (o *extractOptions) finalize(given func(flag string) bool) error {
	if o.Jobs < 1 {
		return usage("usage.jobs", o.Jobs)
	}
	if o.Packed && !o.Stream {
		return usage("usage.packed")
	}
	if o.Stream {
		if err := streamsAlone(given); err != nil {
			return err
		}
		o.JSON = true // nothing is written
	}
	if o.JSON && o.Tokens {
		return usage("usage.json_tokens")
	}
	if o.UserWords != "" && !o.Tokens {
		return usage("usage.user_words")
	}
	if o.Out == "" {
		return usage("usage.out")
	}
	return nil
}

// streamsAlone refuses what --stream would leave undone.
func streamsAlone(given func(flag string) bool) error {
	for _, flag := range []string{"out", "force", "tokens"} {
		if given(flag) {
			return usage("usage.stream_folder", flag)
		}
	}
	if given("manifest") {
		return usage("usage.stream_manifest")
	}
	return nil
}

func runExtract(ctx context.Context, io streams, opt extractOptions, paths []string) (err error) {
	x := &extraction{opt: opt, io: io}
	if x.engine, err = newCheckedEngine(ctx, opt.Lexicon); err != nil {
		return err
	}
	return x.all(ctx, paths)
}
