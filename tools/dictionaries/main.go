// Command dictionaries loads Jieba's dictionaries as gojieba does by itself,
// and does nothing else: what a run's start is held against (BenchmarkStart).
//
//	dictionaries DICT HMM USER IDF STOP
package main

import (
	"fmt"
	"os"

	"github.com/yanyiwu/gojieba"
)

func main() {
	if len(os.Args) != 6 {
		fmt.Fprintln(os.Stderr, "dictionaries: name five files: dict, hmm, user, idf, stop")
		os.Exit(2)
	}
	gojieba.NewJieba(os.Args[1:]...)
}
