//go:build unix

package read

import "syscall"

// reserve takes n bytes of address space, which cost memory where they are
// touched; nil if there is not so much.
func reserve(n uint64) []byte {
	b, err := syscall.Mmap(-1, 0, int(n), syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		return nil
	}
	return b
}

// release gives back what reserve took.
func release(b []byte) { _ = syscall.Munmap(b) }
