package read

import "github.com/tetratelabs/wazero/experimental"

// pdfLinear is the memory of one PDF worker: reserved once at its full size,
// so that growing copies nothing and leaves nothing for the garbage collector.
type pdfLinear struct {
	all  []byte
	free func()
}

func newPDFLinear(_, most uint64) experimental.LinearMemory {
	m := &pdfLinear{}
	m.all, m.free = reserve(most)
	return m
}

// Reallocate gives the first size bytes, or nil where there are no more.
func (m *pdfLinear) Reallocate(size uint64) []byte {
	if size > uint64(len(m.all)) {
		return nil
	}
	return m.all[:size]
}

// Free gives the memory back.
func (m *pdfLinear) Free() {
	m.free()
	m.all, m.free = nil, func() {}
}
