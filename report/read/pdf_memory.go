package read

import (
	"sync"

	"github.com/tetratelabs/wazero/experimental"
)

// pdfLinear is the memory of one PDF worker: reserved once at its full size,
// so that growing copies nothing and leaves nothing for the garbage collector.
type pdfLinear struct{ all []byte }

func newPDFLinear(_, most uint64) experimental.LinearMemory {
	return &pdfLinear{reserve(most)}
}

// Reallocate gives the first size bytes, or nil where there are no more.
func (m *pdfLinear) Reallocate(size uint64) []byte {
	if size > uint64(len(m.all)) {
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

// pdfMemoryKeeper releases memory once no worker runs that may touch it.
type pdfMemoryKeeper struct {
	mu      sync.Mutex
	running int
	retired [][]byte
}

var thePDFMemory pdfMemoryKeeper

func (k *pdfMemoryKeeper) retire(b []byte) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if b != nil {
		k.retired = append(k.retired, b)
	}
}

// enter tells that a worker's code begins to run, leave that it has ended.
func (k *pdfMemoryKeeper) enter() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.running++
}

func (k *pdfMemoryKeeper) leave() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.running--; k.running > 0 {
		return
	}
	for _, b := range k.retired {
		release(b)
	}
	k.retired = nil
}
