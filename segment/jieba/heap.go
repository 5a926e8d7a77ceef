package jieba

/*
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>

// Lists that double while they grow stay in the heap: what they leave is taken
// again, and the kernel need not clear it once more.
static void begin_load(void) {
	mallopt(M_MMAP_MAX, 0);
	mallopt(M_TRIM_THRESHOLD, 1 << 30);
}

// What the load itself would leave by default, the thresholds having followed
// the largest list that was freed.
static void end_load(void) {
	mallopt(M_MMAP_MAX, 1 << 16);
	mallopt(M_MMAP_THRESHOLD, 1 << 24);
	mallopt(M_TRIM_THRESHOLD, 1 << 25);
	malloc_trim(0);
}
#else
static void begin_load(void) {}
static void end_load(void) {}
#endif
*/
import "C"

// inHeap does what takes much memory for good and much more for a while.
func inHeap(load func()) {
	C.begin_load()
	load()
	C.end_load()
}
