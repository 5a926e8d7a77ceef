package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"zhibiao/message"
)

// flagError makes a wrong flag a usage error, in words.
func flagError(cmd *cobra.Command, err error) error {
	var (
		unknown *pflag.NotExistError
		missing *pflag.ValueRequiredError
		invalid *pflag.InvalidValueError
		told    *message.Error
	)
	switch {
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "":
		return usage("usage.unknown_short_flag", unknown.GetSpecifiedName())
	case errors.As(err, &unknown):
		name := unknown.GetSpecifiedName()
		return usage("usage.unknown_flag", name, didYouMean("--", nearest(name, flagNames(cmd))))
	case errors.As(err, &missing):
		return usage("usage.flag_needs_value", missing.GetSpecifiedName())
	case errors.As(err, &told):
		return &usageError{told}
	case errors.As(err, &invalid):
		name, value := invalid.GetFlag().Name, invalid.GetValue()
		switch kind := invalid.GetFlag().Value.Type(); {
		case strings.HasPrefix(kind, "int"):
			return usage("usage.whole_number", name, value)
		case strings.HasPrefix(kind, "float"):
			return usage("usage.number", name, value)
		}
	}
	return &usageError{err}
}

// flagNames are the names of the flags that cmd takes.
func flagNames(cmd *cobra.Command) []string {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return names
}

// commandNames are the names of the commands below cmd.
func commandNames(cmd *cobra.Command) []string {
	var names []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return names
}

// didYouMean is the question behind an unknown name; it says nothing where no
// name is near.
func didYouMean(prefix, name string) message.Text {
	if name == "" {
		return message.Text{}
	}
	return message.New("usage.did_you_mean", prefix+name)
}

// nearest is the name that is the fewest edits away from word, "" where even
// that is more than a third of it: at least one edit is forgiven.
func nearest(word string, names []string) string {
	best, least := "", max(1, len(word)/3)+1
	for _, name := range names {
		n := edits(word, name)
		if len(word) > 2 && strings.HasPrefix(name, word) {
			n = 1
		}
		if n < least {
			best, least = name, n
		}
	}
	return best
}

// edits is the Levenshtein distance of two ASCII words.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replaced := diagonal
			if a[i] != b[j] {
				replaced++
			}
			diagonal = row[j+1]
			row[j+1] = min(replaced, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
