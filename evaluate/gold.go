package evaluate

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Gold is one fact of a gold file. Offsets count code points of the gold text.
type Gold struct {
	Start      int      `json:"start"`
	End        int      `json:"end"`
	Quote      string   `json:"quote"`
	Value      *float64 `json:"value"`
	Low        *float64 `json:"low"`
	High       *float64 `json:"high"`
	Unit       string   `json:"unit"`
	Bound      string   `json:"bound"`
	Measure    string   `json:"measure"`
	Base       string   `json:"base"`
	Subject    string   `json:"subject"`
	SubjectAlt []string `json:"subject_alt"`
	Period     string   `json:"period"`
	PeriodAlt  []string `json:"period_alt"`
	Status     string   `json:"status"`
	Optional   bool     `json:"optional"`
}

// Report is a gold report: its text and its facts.
type Report struct {
	Name string // without .txt
	Path string // of the text
	Text string
	Gold []Gold
}

// ReadGold reads the gold reports of a folder, by name.
func ReadGold(dir string) ([]Report, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var reports []Report
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), ".gold.jsonl")
		if !ok {
			continue
		}
		r := Report{Name: name, Path: filepath.Join(dir, name+".txt")}
		text, err := os.ReadFile(r.Path)
		if err != nil {
			return nil, fmt.Errorf("the text of %s: %w", e.Name(), err)
		}
		r.Text = string(text)
		if r.Gold, err = readFacts(filepath.Join(dir, e.Name())); err != nil {
			return nil, err
		}
		reports = append(reports, r)
	}
	if len(reports) == 0 {
		return nil, fmt.Errorf("%s holds no gold report; one is a NAME.txt with a NAME.gold.jsonl beside it", dir)
	}
	slices.SortFunc(reports, func(a, b Report) int { return strings.Compare(a.Name, b.Name) })
	return reports, nil
}

func readFacts(path string) ([]Gold, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var facts []Gold
	lines := bufio.NewScanner(bytes.NewReader(b))
	lines.Buffer(nil, len(b)+1)
	for n := 1; lines.Scan(); n++ {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		var g Gold
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		facts = append(facts, g)
	}
	return facts, lines.Err()
}
