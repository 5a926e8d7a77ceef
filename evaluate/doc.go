// Package evaluate scores facts against a gold folder: precision, recall and
// F1 of mentions, quantities and facts. In: NAME.txt with NAME.gold.jsonl, and
// the facts that were found. Out: counts that add up over files, and every
// miss.
package evaluate
