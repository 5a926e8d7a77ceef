// Package jieba implements segment.Segmenter with gojieba, the only package
// here that needs cgo. In: text. Out: tokens with Jieba's part-of-speech tags
// and code-point offsets.
//
// The dictionaries travel in the binary, compressed. They are unpacked once
// to the user's cache directory and checked each time before they are loaded,
// so a binary works wherever it is copied to.
package jieba

//go:generate go run gen.go
