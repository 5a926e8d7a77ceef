package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"zhibiao/message"
)

// localize puts the help of cmd and all below it into language l. English is
// what the commands say of themselves.
func localize(cmd *cobra.Command, l message.Language) {
	cmd.InitDefaultHelpFlag()
	cmd.InitDefaultVersionFlag()
	if l == message.English {
		return
	}
	if cmd.HasParent() {
		cmd.SetUsageTemplate(cmd.Root().UsageTemplate())
	} else {
		cmd.InitDefaultHelpCmd()
		cmd.SetUsageTemplate(translated(cmd.UsageTemplate(), l))
	}
	id, long := helpID(cmd), cmd.Long
	set(&cmd.Short, id+".short", l)
	set(&cmd.Long, id+".long", l)
	if strings.HasSuffix(long, exitHelp) {
		exit, _ := message.Help("help.exit", l)
		cmd.Long += "\n\n" + exit
	}
	set(&cmd.Example, id+".example", l)
	each := func(f *pflag.Flag) { set(&f.Usage, flagID(id, f.Name), l) }
	cmd.LocalFlags().VisitAll(each)
	cmd.PersistentFlags().VisitAll(each)
	for _, c := range cmd.Commands() {
		localize(c, l)
	}
}

// helpID is the id of a command's help: help.lexicon.check.
func helpID(cmd *cobra.Command) string {
	return "help" + strings.ReplaceAll(strings.TrimPrefix(cmd.CommandPath(), cmd.Root().Name()), " ", ".")
}

// flagID is the id of a flag's help. Flags of the same name are one where the
// command has none of its own.
func flagID(command, flag string) string {
	if id := command + ".flag." + flag; message.Helps(id) {
		return id
	}
	return "help.flag." + flag
}

// set puts the help text id in the place of s, where there is one.
func set(s *string, id string, l message.Language) {
	if text, ok := message.Help(id, l); ok && *s != "" {
		*s = text
	}
}

// translated is cobra's template for the usage with its words in language l.
func translated(template string, l message.Language) string {
	for _, w := range [...]string{
		"Usage:", "Aliases:", "Examples:", "Available Commands:", "Additional Commands:", "Global Flags:", "Flags:",
		"Additional help topics:", `Use "{{.CommandPath}} [command] --help" for more information about a command.`,
	} {
		template = strings.ReplaceAll(template, w, message.New(w).In(l))
	}
	return template
}
