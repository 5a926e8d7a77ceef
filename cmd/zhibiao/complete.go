package main

import (
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"zhibiao/dataset"
	"zhibiao/lexicon"
)

// completeFlags tells the completion of a shell what the flags of all commands
// take. What takes a text keeps the shell's own, which are files.
func completeFlags(cmd *cobra.Command) {
	for name, values := range flagValues {
		if cmd.Flag(name) == nil {
			continue
		}
		directive := cobra.ShellCompDirectiveNoFileComp
		if name == "terms" { // a file as well
			directive = cobra.ShellCompDirectiveDefault
		}
		complete := func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return values(cmd), directive
		}
		_ = cmd.RegisterFlagCompletionFunc(name, complete) // it fails where the parent has done so
	}
	for _, below := range cmd.Commands() {
		completeFlags(below)
	}
}

// flagValues are the values of each flag that takes one of some.
var flagValues = map[string]func(*cobra.Command) []string{
	languageFlag: these("en", "zh"),
	"kind":       these(kinds...),
	"status":     these(dataset.Choices("status")...),
	"measure":    these(dataset.Choices("measure")...),
	"scope":      these(dataset.Choices("scope")...),
	"level":      these(dataset.Choices("level")...),
	"column":     func(*cobra.Command) []string { return factColumns() },
	"indicator":  func(*cobra.Command) []string { return indicatorIDs() },
	"terms":      func(*cobra.Command) []string { return termLists() },
	"by":         groupsOf,
}

func these(values ...string) func(*cobra.Command) []string {
	return func(*cobra.Command) []string { return values }
}

// groupsOf are the values of --by.
func groupsOf(cmd *cobra.Command) []string {
	if cmd.Name() == "words" {
		return []string{"chapter"}
	}
	return slices.Sorted(maps.Keys(groupings))
}

// indicatorIDs are those of the tables that come with the program, with their names.
func indicatorIDs() (ids []string) {
	l, err := lexicon.Load("")
	if err != nil {
		return nil
	}
	for _, i := range l.Indicators {
		ids = append(ids, i.ID+"\t"+i.Name)
	}
	return ids
}

func termLists() (ids []string) {
	for _, l := range lexicon.TermLists() {
		ids = append(ids, l.ID+"\t"+l.Name)
	}
	return ids
}
