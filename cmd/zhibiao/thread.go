package main

import "runtime"

func init() { runtime.LockOSThread() } // main stays on the thread that the program began on

// mainThread takes what is to be done there; nil where it is not served, as in tests.
var mainThread chan func()

// besideMainThread runs the program, serves onMainThread meanwhile, and never returns.
func besideMainThread(program func()) {
	mainThread = make(chan func())
	go program()
	for do := range mainThread {
		do()
	}
}

// onMainThread does what takes much memory of the C library, which has a heap
// for each thread: the first thread's grows in large steps, the others' by a
// page at a time, which is a call of the kernel each. Where nobody serves it
// is done at once.
func onMainThread(do func()) {
	if mainThread == nil {
		do()
		return
	}
	done := make(chan struct{})
	mainThread <- func() {
		defer close(done)
		do()
	}
	<-done
}
