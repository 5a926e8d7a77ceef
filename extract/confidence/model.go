package confidence

import (
	"cmp"
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strings"
	"sync"
)

//go:embed data/model.json
var modelFile []byte

//go:embed data/fits.tsv
var fitsFile string

// Model gives probabilities. It is immutable and safe for concurrent use.
type Model struct {
	fits   Fits
	splits [][]split            // of all trees, by feature, rising
	alone  [][]split            // the same by what Add takes as kind, where of is ""
	words  []map[string][]split // the others, by kind and of
	leaves [][32]float64        // what a tree says, from left to right
	Names  []string             `json:"features"`
	Base   float64              `json:"base"` // log-odds before the first tree
	Trees  []tree               `json:"trees"`
	// Curve maps what the trees say to what was right on reports left out:
	// log-odds and probability, both rising.
	Curve [][2]float64 `json:"curve"`
}

// tree is a binary tree in arrays. A node i with Feature[i] < 0 is a leaf that
// says Value[i]; else values ≤ Value[i] go to Left[i], larger ones to Left[i]+1.
type tree struct {
	Feature []int     `json:"f"`
	Value   []float64 `json:"v"`
	Left    []int     `json:"l"`
}

// split is a node of a tree that is no leaf. Trees are not walked: each value of a fact
// rules out the leaves left of the splits below it, and the first leaf that nothing has
// ruled out is what a tree says. That asks few splits, in order and without a jump.
type split struct {
	value float64
	left  leafSet // the leaves on its left side
	tree  uint8
}

const mostTrees = 1 << 8

// leafSet is a set of the leaves of a tree, a bit each.
type leafSet uint32

// Load reads the model that comes with the program.
var Load = sync.OnceValues(func() (*Model, error) { return read(modelFile, fitsFile) })

func read(model []byte, fits string) (*Model, error) {
	m := &Model{alone: make([][]split, len(names)), words: make([]map[string][]split, len(names))}
	if err := json.Unmarshal(model, m); err != nil {
		return nil, fmt.Errorf("read the confidence model: %w", err)
	}
	var err error
	if m.fits, err = readFits(fits); err != nil {
		return nil, fmt.Errorf("read the units and nouns of the confidence model: %w", err)
	}
	if len(m.Trees) > mostTrees {
		return nil, fmt.Errorf("read the confidence model: it has %d trees", len(m.Trees))
	}
	m.splits = make([][]split, len(m.Names))
	for i, t := range m.Trees {
		if err := t.check(len(m.Names)); err != nil {
			return nil, fmt.Errorf("read the confidence model: tree %d: %w", i, err)
		}
		m.leaves = append(m.leaves, [32]float64{})
		m.plant(&t, 0, 0)
	}
	for _, splits := range m.splits {
		slices.SortFunc(splits, func(a, b split) int { return cmp.Compare(a.value, b.value) })
	}
	for i, feature := range m.Names {
		kind := feature[:strings.IndexByte(feature, '=')+1]
		if n := slices.Index(names, feature); n >= 0 {
			m.alone[n] = m.splits[i]
		} else if n := slices.Index(names, kind); n >= 0 {
			if m.words[n] == nil {
				m.words[n] = map[string][]split{}
			}
			m.words[n][feature[len(kind):]] = m.splits[i]
		}
	}
	return m, nil
}

// plant adds a tree, which is the last, from a node on, whose first leaf is that of a
// number, and returns its leaves.
func (m *Model) plant(t *tree, node, first int) leafSet {
	last := len(m.leaves) - 1
	f := t.Feature[node]
	if f < 0 {
		m.leaves[last][first] = t.Value[node]
		return 1 << first
	}
	left := m.plant(t, t.Left[node], first)
	right := m.plant(t, t.Left[node]+1, bits.Len32(uint32(left)))
	m.splits[f] = append(m.splits[f], split{t.Value[node], left, uint8(last)}) //nolint:gosec // read has counted them
	return left | right
}

func (t *tree) check(features int) error {
	if len(t.Feature) == 0 || len(t.Value) != len(t.Feature) || len(t.Left) != len(t.Feature) {
		return fmt.Errorf("its lists have %d, %d and %d nodes", len(t.Feature), len(t.Value), len(t.Left))
	}
	for i, f := range t.Feature {
		if f >= features || f >= 0 && (t.Left[i] <= i || t.Left[i]+1 >= len(t.Feature)) {
			return fmt.Errorf("node %d points outside", i)
		}
		if f >= 0 && t.Value[i] < 0 {
			return fmt.Errorf("node %d asks for less than 0", i) // what is not named would be above it
		}
	}
	if leaves := len(t.Feature)/2 + 1; leaves > 32 {
		return fmt.Errorf("it has %d leaves", leaves)
	}
	return nil
}

// Fits are the counts that the model's features need.
func (m *Model) Fits() Fits { return m.fits }

// Of is the probability that the fact is right, between 0 and 1.
func (m *Model) Of(c *Case) float64 {
	var gone [mostTrees]leafSet
	c.Features(m.fits, func(kind Name, of string, value float64) {
		splits := m.alone[kind]
		if of != "" {
			splits = m.words[kind][of]
		}
		for i := range splits {
			s := &splits[i]
			if value <= s.value { // as a value of 0, which rules out nothing
				break
			}
			gone[s.tree] |= s.left
		}
	})
	odds := m.Base
	for i := range m.leaves {
		odds += m.leaves[i][bits.TrailingZeros32(^uint32(gone[i]))]
	}
	return math.Round(m.calibrated(odds)*1000) / 1000
}

// calibrated reads the curve, straight between its points.
func (m *Model) calibrated(odds float64) float64 {
	c := m.Curve
	if len(c) == 0 {
		return 1 / (1 + math.Exp(-odds))
	}
	if odds <= c[0][0] {
		return c[0][1]
	}
	for i := 1; i < len(c); i++ {
		if odds <= c[i][0] {
			share := (odds - c[i-1][0]) / (c[i][0] - c[i-1][0])
			return c[i-1][1] + share*(c[i][1]-c[i-1][1])
		}
	}
	return c[len(c)-1][1]
}
