package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// newMan writes the manual pages; it is for those who package the program.
func newMan(io streams) *cobra.Command {
	return &cobra.Command{
		Use:     "man DIR",
		Short:   "Write the manual pages of all commands into a folder",
		Long:    "man writes one page a command, zhibiao.1, zhibiao-extract.1 and so on, made from the help texts.\n" + exitHelp,
		Example: "  zhibiao man /usr/local/share/man/man1",
		Args:    args(cobra.ExactArgs(1), "usage.args.manual"),
		RunE: func(_ *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o755); err != nil {
				return fmt.Errorf("write the manual: %w", err)
			}
			root := newRoot(io)
			root.DisableAutoGenTag = true
			forAnyMachine(root)
			if err := doc.GenManTree(root, &doc.GenManHeader{Section: "1", Source: "zhibiao", Manual: "zhibiao"}, args[0]); err != nil {
				return fmt.Errorf("write the manual: %w", err)
			}
			return nil
		},
	}
}

// forAnyMachine takes the number of this machine's cores out of the pages.
func forAnyMachine(cmd *cobra.Command) {
	if jobs := cmd.Flags().Lookup("jobs"); jobs != nil {
		jobs.DefValue = "CORES"
	}
	for _, below := range cmd.Commands() {
		forAnyMachine(below)
	}
}
