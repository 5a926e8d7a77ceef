//go:build !linux

package main

import (
	"os/exec"
	"time"
)

// measured runs cmd; memory is measured on Linux only.
func measured(cmd *exec.Cmd) (printed []byte, peak int64, err error) {
	printed, err = cmd.CombinedOutput()
	return printed, 0, err
}

// processorTime is not measured.
func processorTime() time.Duration { return 0 }
