package main

import (
	"errors"

	"github.com/spf13/cobra"
)

func newPanel(streams) *cobra.Command {
	return &cobra.Command{
		Use:    "panel DIR",
		Short:  "Write the cross-year panel of goals and results",
		Hidden: true,
		RunE: func(*cobra.Command, []string) error {
			return errors.New("the panel is not there yet")
		},
	}
}
