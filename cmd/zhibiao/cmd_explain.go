package main

import "github.com/spf13/cobra"

func newExplain(streams) *cobra.Command { return &cobra.Command{Use: "explain TEXT", Hidden: true} }
