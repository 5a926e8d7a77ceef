package confidence

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"sync"
)

//go:embed data/model.json
var modelFile []byte

//go:embed data/nouns.tsv
var nounsFile string

// Model gives probabilities. It is immutable and safe for concurrent use.
type Model struct {
	nouns   *Nouns
	alone   map[string]int            // columns of Names, by kind as Add takes it, where of is ""
	columns map[string]map[string]int // the others, by kind and of
	nodes   []node                    // of all trees
	roots   []int32
	rows    sync.Pool // of *[]float64
	Names   []string  `json:"features"`
	Base    float64   `json:"base"` // log-odds before the first tree
	Trees   []tree    `json:"trees"`
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

// node is a node of a tree as it is walked.
type node struct {
	value         float64
	feature, left int32 // left is an index in Model.nodes
}

// Load reads the model that comes with the program.
var Load = sync.OnceValues(func() (*Model, error) { return read(modelFile, nounsFile) })

func read(model []byte, nouns string) (*Model, error) {
	m := &Model{alone: map[string]int{}, columns: map[string]map[string]int{}}
	if err := json.Unmarshal(model, m); err != nil {
		return nil, fmt.Errorf("read the confidence model: %w", err)
	}
	var err error
	if m.nouns, err = readNouns(nouns); err != nil {
		return nil, fmt.Errorf("read the nouns of the confidence model: %w", err)
	}
	for i, name := range m.Names {
		kind := name[:strings.IndexByte(name, '=')+1]
		if kind == "" || kind == name {
			m.alone[name] = i
			continue
		}
		if m.columns[kind] == nil {
			m.columns[kind] = map[string]int{}
		}
		m.columns[kind][name[len(kind):]] = i
	}
	for i, t := range m.Trees {
		if err := t.check(len(m.Names)); err != nil {
			return nil, fmt.Errorf("read the confidence model: tree %d: %w", i, err)
		}
		m.plant(&t)
	}
	m.rows.New = func() any { return new(make([]float64, len(m.Names))) }
	return m, nil
}

// plant adds a tree to the nodes.
func (m *Model) plant(t *tree) {
	root := len(m.nodes)
	m.roots = append(m.roots, int32(root))
	for i, f := range t.Feature {
		m.nodes = append(m.nodes, node{t.Value[i], int32(f), int32(root + t.Left[i])})
	}
}

func (t *tree) check(features int) error {
	if len(t.Feature) == 0 || len(t.Value) != len(t.Feature) || len(t.Left) != len(t.Feature) {
		return fmt.Errorf("its lists have %d, %d and %d nodes", len(t.Feature), len(t.Value), len(t.Left))
	}
	for i, f := range t.Feature {
		if f >= features || f >= 0 && (t.Left[i] <= i || t.Left[i]+1 >= len(t.Feature)) {
			return fmt.Errorf("node %d points outside", i)
		}
	}
	return nil
}

// Nouns are the counts that the model's features need.
func (m *Model) Nouns() *Nouns { return m.nouns }

// Of is the probability that the fact is right, between 0 and 1.
func (m *Model) Of(c *Case) float64 {
	kept := m.rows.Get().(*[]float64)
	defer m.rows.Put(kept)
	row := *kept
	clear(row)
	c.Features(m.nouns, func(kind, of string, value float64) {
		if value == 0 {
			return // as the row is
		}
		names, name := m.alone, kind
		if of != "" {
			names, name = m.columns[kind], of
		}
		if i, ok := names[name]; ok {
			row[i] = value
		}
	})
	odds := m.Base
	for _, root := range m.roots {
		odds += m.leaf(root, row)
	}
	return math.Round(m.calibrated(odds)*1000) / 1000
}

// leaf is what the tree with a root says of a row of features.
func (m *Model) leaf(root int32, row []float64) float64 {
	n := &m.nodes[root]
	for n.feature >= 0 {
		next := n.left
		if row[n.feature] > n.value {
			next++
		}
		n = &m.nodes[next]
	}
	return n.value
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
