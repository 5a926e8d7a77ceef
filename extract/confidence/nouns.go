package confidence

import (
	"fmt"
	"hash/maphash"
	"math"
	"math/bits"
	"slices"
	"strconv"
	"strings"
)

// nounTables are what is counted of subjects: all of one, its last and first two
// characters, its last character behind a unit.
var nounTables = []string{"whole", "head", "front", "unit"}

const (
	whole = iota
	head
	front
	fit
)

// Nouns counts in how many reports subjects and parts of them occur, by table and key.
type Nouns map[string]int

// Report counts one report: its facts' subjects, each with its unit.
func (n Nouns) Report(subjects, units []string) {
	seen := map[string]bool{}
	count := func(table int, key string) {
		if key = nounTables[table] + "\t" + key; !seen[key] {
			seen[key] = true
			n[key]++
		}
	}
	for i, s := range subjects {
		r := []rune(s)
		if len(r) < 2 {
			continue
		}
		count(whole, s)
		count(head, string(r[len(r)-2:]))
		count(front, string(r[:2]))
		count(fit, units[i]+" "+string(r[len(r)-1:]))
	}
}

// Lines writes the counts of least and more as lines `table<TAB>key<TAB>count`.
func (n Nouns) Lines(least int) []string {
	var out []string
	for key, count := range n {
		if count >= least {
			out = append(out, key+"\t"+strconv.Itoa(count))
		}
	}
	return out
}

// Known are counts to be asked for, by a hash of table and key: one look into memory for
// each, and mostly for nothing.
type Known struct {
	seed  maphash.Seed
	slots []uint64 // a hash, in place of its last byte the count
}

// readNouns reads what Lines has written.
func readNouns(table string) (*Known, error) {
	lines := strings.Split(table, "\n")
	k := &Known{maphash.MakeSeed(), make([]uint64, 1<<bits.Len(uint(2*len(lines))))}
	for i, line := range lines {
		if line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 3 || !slices.Contains(nounTables, cells[0]) {
			return nil, fmt.Errorf("line %d: want table, key and count, got %q", i+1, line)
		}
		count, err := strconv.ParseUint(cells[2], 10, 8)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
		slot, hash := k.slot(slices.Index(nounTables, cells[0]), cells[1])
		*slot = hash&^255 | count
	}
	return k, nil
}

// slot is where the count of a key is or would be, with the key's hash.
func (k *Known) slot(table int, key string) (*uint64, uint64) {
	hash := maphash.String(k.seed, key) ^ uint64(table)<<62
	for i := hash >> 8; ; i++ {
		if s := &k.slots[i%uint64(len(k.slots))]; *s == 0 || *s>>8 == hash>>8 {
			return s, hash
		}
	}
}

// log is the logarithm of how often a key was counted, 0 where it was not.
func (k *Known) log(table int, key string) float64 {
	slot, _ := k.slot(table, key)
	return math.Log2(1 + float64(*slot&255))
}
