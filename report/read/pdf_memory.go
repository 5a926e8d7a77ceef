package read

import (
	"context"
	"sync"
	"sync/atomic"

	"github.com/tetratelabs/wazero/experimental"
)

// pdfShared bounds each worker's memory where several work, in bytes: a report
// of 160 pages with 200 tables takes a third of it. Alone it may have pdfMemory.
const pdfShared = 64 << 20

// pdfLinear is the memory of one PDF worker: reserved once at its full size,
// so that growing copies nothing and leaves nothing for the garbage collector.
type pdfLinear struct{ all []byte }

func newPDFLinear(_, most uint64) experimental.LinearMemory {
	return &pdfLinear{reserve(most)}
}

// Reallocate gives the first size bytes, or nil where there are no more.
func (m *pdfLinear) Reallocate(size uint64) []byte {
	if size > uint64(len(m.all)) || size > pdfShared && !thePDFMemory.allows() {
		return nil
	}
	return m.all[:size]
}

// Free hands the memory over to be released. A worker is freed when it is
// killed, while its code may still run.
func (m *pdfLinear) Free() {
	thePDFMemory.retire(m.all)
	m.all = nil
}

// pdfMemoryKeeper shares memory out: several documents are read at a time, each
// with little, and one that needs more is read again while no other is.
type pdfMemoryKeeper struct {
	gate    sync.RWMutex
	alone   atomic.Bool
	refused atomic.Int64 // how often a worker did not get what it asked for

	mu      sync.Mutex // of an end
	retired [][]byte
}

var thePDFMemory pdfMemoryKeeper

// read calls work, which reads a document. Where memory was short meanwhile,
// for this document or another one, it calls it again with nobody beside it:
// what comes out does not depend on who reads what at the same time.
func (k *pdfMemoryKeeper) read(ctx context.Context, work func(last bool)) {
	k.gate.RLock()
	before := k.refused.Load()
	work(false)
	short := k.refused.Load() != before
	k.gate.RUnlock()
	if !short || ctx.Err() != nil {
		return
	}
	k.gate.Lock()
	defer k.gate.Unlock()
	k.alone.Store(true)
	defer k.alone.Store(false)
	work(true)
}

// allows tells whether a worker may have more than its share.
func (k *pdfMemoryKeeper) allows() bool {
	if k.alone.Load() {
		return true
	}
	k.refused.Add(1)
	return false
}

func (k *pdfMemoryKeeper) retire(b []byte) {
	if b != nil {
		k.retired = append(k.retired, b)
	}
}

// end ends a worker, or all, by its Kill or their Close. It returns what releases
// their memory, to be called when their code no longer runs.
func (k *pdfMemoryKeeper) end(by func() error) (freed func()) {
	k.mu.Lock()
	defer k.mu.Unlock()
	_ = by()
	own := k.retired
	k.retired = nil
	return func() {
		for _, b := range own {
			release(b)
		}
	}
}
