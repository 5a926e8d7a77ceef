package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// shells are those that completion is written for.
var shells = []string{"bash", "zsh", "fish", "powershell"}

func newCompletion(io streams) *cobra.Command {
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Write the completion script of a shell",
		Long: `completion writes what lets bash, zsh, fish or powershell complete the commands
and flags of zhibiao. How each shell loads it:

  bash        source <(zhibiao completion bash)
  zsh         zhibiao completion zsh > "${fpath[1]}/_zhibiao"
  fish        zhibiao completion fish > ~/.config/fish/completions/zhibiao.fish
  powershell  zhibiao completion powershell | Out-String | Invoke-Expression
` + exitHelp,
		Example:   "  zhibiao completion bash > /etc/bash_completion.d/zhibiao",
		ValidArgs: shells,
		Args:      args(cobra.ExactArgs(1), "usage.args.shell"),
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			switch args[0] {
			case "bash":
				return root.GenBashCompletionV2(io.out, true)
			case "zsh":
				return root.GenZshCompletion(io.out)
			case "fish":
				return root.GenFishCompletion(io.out, true)
			case "powershell":
				return root.GenPowerShellCompletionWithDesc(io.out)
			}
			return usage("usage.shell", args[0], strings.Join(shells, ", "), didYouMean("", nearest(args[0], slices.Clone(shells))))
		},
	}
}
