// Package confidence says how probable it is that a fact is right: in goes
// what the rules saw of it (Case), out comes a probability.
//
// The model is boosted trees over named features, a data file that
// tools/confidence trains on reports annotated by hand (make confidence);
// docs/confidence.md shows how well it holds on reports that were left out.
package confidence
