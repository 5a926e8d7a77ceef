package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// usualMemory is what Go may take before it collects garbage more often. Jieba's
// dictionaries take 130 MB beside what Go counts.
const usualMemory = 108 << 20

// tuneMemory lets garbage lie for longer, since a run makes much of it and
// keeps little, but not so long that memory grows past what is promised.
func tuneMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(usualMemory)
		watchMemory(usualMemory)
	}
}

// watchMemory sets the limit anew whenever garbage was collected.
func watchMemory(limit int64) {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	if next := memoryFor(int64(live[0].Value.Uint64())); next != limit {
		debug.SetMemoryLimit(next)
		limit = next
	}
	collected := new([16]byte) // nobody holds it: the next collection finds it
	runtime.AddCleanup(collected, watchMemory, limit)
}

// memoryFor is what Go may take where so many bytes are in use: the usual, or a
// quarter more than is in use, and of a large document up to twice the usual more. Under a
// limit that it does not fit in, the collector would do little else.
func memoryFor(live int64) int64 {
	return max(usualMemory, live/4*5, min(3*live-2*usualMemory, live+2*usualMemory))
}
