package main

import (
	"os"
	"runtime/debug"
	"sync"
)

// usualMemory is what Go may take before it collects garbage more often. Jieba's
// dictionaries take 130 MB beside what Go counts.
const usualMemory = 120 << 20

// tuneMemory lets garbage lie for longer, since a run makes much of it and
// keeps little, but not so long that memory grows past what is promised.
func tuneMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		large.set()
	}
}

// rooms is the memory that large documents need while they are at work, beside
// the usual: under a limit that they do not fit in, the collector does little
// else.
type rooms struct {
	mu    sync.Mutex
	on    bool
	bytes int64 // of the documents
}

var large rooms

const (
	largeFrom = 1 << 20  // a document of so many bytes gets room of its own
	largeTo   = 64 << 20 // and no more than one of so many
	roomEach  = 32       // bytes for each of its own
	noteEach  = 32       // the share of a file in a list of inputs: 1 KB of each is kept
)

// set applies the limit from now on.
func (r *rooms) set() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.on = true
	debug.SetMemoryLimit(usualMemory + roomEach*r.bytes)
}

// make gives a document or a file of so many bytes its room, until it is done.
func (r *rooms) make(size int64) (done func()) {
	if size < largeFrom {
		return func() {}
	}
	size = min(size, largeTo)
	r.add(size)
	return func() { r.add(-size) }
}

func (r *rooms) add(bytes int64) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.bytes += bytes; r.on {
		debug.SetMemoryLimit(usualMemory + roomEach*r.bytes)
	}
}
