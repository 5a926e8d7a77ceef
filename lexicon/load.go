package lexicon

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

//go:embed data/*.tsv
var data embed.FS

// Load reads the embedded tables. If dir is not empty, the tables in it
// (units.tsv, indicators.tsv, …) lay their rows over the embedded ones: a row
// with a known key replaces, others add, and a key written with '-' before it
// deletes. Whatever is wrong in them comes back as one error of type Problems.
func Load(dir string) (*Lexicon, error) {
	user, err := readDir(dir)
	if err != nil {
		return nil, err
	}
	var problems Problems
	hash := sha256.New()
	merged := make(map[*table][]record, len(tables))
	l := &Lexicon{}
	for _, t := range tables {
		text, err := data.ReadFile("data/" + t.name + ".tsv")
		if err != nil {
			return nil, fmt.Errorf("read embedded lexicon: %w", err)
		}
		hash.Write(text)
		own := user[t.name]
		hash.Write(own.text)
		added, wrong := own.records(t)
		problems = append(problems, wrong...)
		if t == regionTable {
			l.regions = &Regions{text: string(text), user: added}
			continue
		}
		base, wrong := t.parse(t.name+".tsv", string(text))
		problems = append(problems, wrong...)
		merged[t], wrong = t.merge(base, added)
		problems = append(problems, wrong...)
	}
	evidence, err := data.ReadFile("data/evidence.tsv")
	if err != nil {
		return nil, fmt.Errorf("read embedded lexicon: %w", err)
	}
	hash.Write(evidence)
	if l.uses, err = readUses(string(evidence)); err != nil {
		return nil, err
	}
	compounds, err := data.ReadFile("data/compounds.tsv")
	if err != nil {
		return nil, fmt.Errorf("read embedded lexicon: %w", err)
	}
	hash.Write(compounds)
	l.compounds = readCompounds(string(compounds))
	l.Hash = hex.EncodeToString(hash.Sum(nil))
	l.fill(merged)
	if dir != "" {
		problems = append(problems, l.malformed(dir)...)
	}
	if len(problems) > 0 {
		return nil, problems
	}
	return l, nil
}

// userTable is a table of the folder given to Load.
type userTable struct {
	path string
	text []byte
}

func (u userTable) records(t *table) ([]record, Problems) {
	if u.path == "" {
		return nil, nil
	}
	return t.parse(u.path, string(u.text))
}

// readDir reads the tables of a folder, by name.
func readDir(dir string) (map[string]userTable, error) {
	if dir == "" {
		return nil, nil
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("read lexicon: %w", err)
	}
	var problems Problems
	user := make(map[string]userTable)
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), ".tsv")
		if !ok || e.IsDir() {
			continue
		}
		path := filepath.Join(dir, e.Name())
		if !known(name) {
			problems = append(problems, Problem{path, 1, 1, "unknown table: the tables are " + names()})
			continue
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("read lexicon: %w", err)
		}
		user[name] = userTable{path, text}
	}
	if len(problems) > 0 {
		return nil, problems
	}
	return user, nil
}

func known(name string) bool {
	for _, t := range tables {
		if t.name == name {
			return true
		}
	}
	return false
}

func names() string {
	files := make([]string, len(tables))
	for i, t := range tables {
		files[i] = t.name + ".tsv"
	}
	return strings.Join(files, ", ")
}

// fill turns records into entries.
func (l *Lexicon) fill(merged map[*table][]record) {
	for _, r := range merged[unitTable] {
		c := r.cells
		l.Units = append(l.Units, Unit{r.row, c[0], split(c[1]), c[2], c[3], c[4]})
	}
	for _, r := range merged[classifierTable] {
		c := r.cells
		l.Classifiers = append(l.Classifiers, Classifier{r.row, c[0], c[1] == yes, c[2] == yes})
	}
	for _, r := range merged[modifierTable] {
		c := r.cells
		l.Modifiers = append(l.Modifiers, Modifier{r.row, c[0], c[1], c[2]})
	}
	for _, r := range merged[nonQuantityTable] {
		c := r.cells
		l.NonQuantities = append(l.NonQuantities, NonQuantity{r.row, c[0], c[1]})
	}
	for _, r := range merged[periodTable] {
		c := r.cells
		l.Periods = append(l.Periods, Period{r.row, c[0], c[1]})
	}
	for _, r := range merged[indicatorTable] {
		c := r.cells
		l.Indicators = append(l.Indicators, Indicator{r.row, c[0], c[1], split(c[2]), c[3], c[4], c[5]})
	}
	for _, r := range merged[roleTable] {
		c := r.cells
		l.Roles = append(l.Roles, Role{r.row, c[0], c[1], c[2]})
	}
	for _, r := range merged[termTable] {
		c := r.cells
		l.Terms = append(l.Terms, Term{r.row, c[0], split(c[1])})
	}
	for _, r := range merged[severalTable] {
		c := r.cells
		l.Several = append(l.Several, Several{r.row, c[0], split(c[1])})
	}
	for _, r := range merged[spellingTable] {
		c := r.cells
		l.Spellings = append(l.Spellings, Spelling{r.row, c[0], c[1]})
	}
}
