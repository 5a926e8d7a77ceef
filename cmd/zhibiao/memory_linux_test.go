package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// processorTime is what this process has used of its processors so far, 0 where
// it is not known.
func processorTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// measured runs cmd and returns what it printed and what it had in memory at
// most, in KB. The kernel's own figure for an ended process would not do: it
// holds what the parent had when it started the child.
func measured(cmd *exec.Cmd) (printed []byte, peak int64, err error) {
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		return nil, 0, err
	}
	status := "/proc/" + strconv.Itoa(cmd.Process.Pid) + "/status"
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	for {
		select {
		case err := <-done:
			if peak == 0 && err == nil {
				err = errors.New("its memory was never seen")
			}
			return out.Bytes(), peak, err
		case <-time.After(5 * time.Millisecond):
			peak = max(peak, highWater(status))
		}
	}
}

// highWater reads VmHWM, the peak since the program was loaded; 0 where the
// process is gone or not yet the program.
func highWater(status string) int64 {
	text, err := os.ReadFile(status)
	if err != nil || !bytes.HasPrefix(text, []byte("Name:\tzhibiao")) {
		return 0
	}
	_, rest, _ := strings.Cut(string(text), "VmHWM:")
	fields := strings.Fields(rest)
	if len(fields) == 0 {
		return 0
	}
	kb, _ := strconv.ParseInt(fields[0], 10, 64)
	return kb
}
