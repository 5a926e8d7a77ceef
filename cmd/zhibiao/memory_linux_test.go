package main

import (
	"os"
	"syscall"
)

// peakMemory is what an ended process had in memory at most, in KB.
func peakMemory(p *os.ProcessState) int64 {
	usage, _ := p.SysUsage().(*syscall.Rusage)
	return usage.Maxrss
}
