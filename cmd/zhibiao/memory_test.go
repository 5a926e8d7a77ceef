package main

import "testing"

// TestMemoryFollowsUse: what is in use always leaves room for garbage.
func TestMemoryFollowsUse(t *testing.T) {
	for live, want := range map[int64]int64{0: usualMemory, 60 << 20: usualMemory, 120 << 20: 150 << 20, 200 << 20: 384 << 20, 400 << 20: 616 << 20, 1000 << 20: 1250 << 20} {
		if got := memoryFor(live); got != want {
			t.Errorf("%d bytes in use: %d, want %d", live, got, want)
		}
	}
}
