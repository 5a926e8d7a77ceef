// Package check asks of a document and its facts whether they can be right, and
// names what is odd: a work report without results, results of a time to come, a
// region that the text does not know. It changes nothing; a reader decides.
package check
