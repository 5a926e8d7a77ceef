//go:build unix

package read

import "syscall"

// reserve takes n bytes of address space, which cost memory where they are
// touched and are given back by the function returned.
func reserve(n uint64) (b []byte, free func()) {
	b, err := syscall.Mmap(-1, 0, int(n), syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		return nil, func() {}
	}
	return b, func() { _ = syscall.Munmap(b) }
}
