package main

import (
	"github.com/spf13/cobra"

	"zhibiao/message"
)

const exitHelp = `
Exit codes: 0 ok, 1 fatal, 2 usage, 3 some documents rejected, 130 interrupted.`

// newRoot builds the command tree.
func newRoot(io streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "zhibiao",
		Short: "Read the quantities of Chinese government work reports into Parquet",
		Long: `zhibiao reads Chinese government work reports and writes what they quantify:
every number with its unit, what it measures, for which period, whether it is a
result or a goal.
` + exitHelp,
		Example: `  zhibiao extract reports/ -o out
  zhibiao explain 全年一般公共预算收入279.42亿元，同比增长0.34%`,
		Version:       version,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage("usage.unknown_command", args[0], didYouMean("", nearest(args[0], commandNames(cmd))))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetIn(io.in)
	root.SetOut(io.out)
	root.SetErr(io.err)
	root.SetFlagErrorFunc(flagError)
	root.PersistentFlags().Var(&languageValue{}, languageFlag, "language of messages: en or zh (default: the locale's)")
	root.CompletionOptions.DisableDefaultCmd = true
	root.AddCommand(
		newExtract(io), newPanel(io), newWords(io), newExport(io), newView(io), newExplain(io), newEval(io), newDiff(io), newLexicon(io), newDoctor(io), newCompletion(io), newMan(io),
	)
	completeFlags(root)
	localize(root, io.language)
	return root
}

// args makes a wrong number of arguments a usage error, with the message hint.
func args(check cobra.PositionalArgs, hint string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return usage("usage.arguments", len(args), cmd.Name(), message.New(hint))
		}
		return nil
	}
}
