package main

import (
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"zhibiao/message"
	"zhibiao/report/read"
)

// metadata is what the caller knows of a document better than the document.
type metadata struct {
	Year         int
	Region, Kind string
}

// over lays m over other: what m leaves open comes from other.
func (m metadata) over(other metadata) metadata {
	if m.Year == 0 {
		m.Year = other.Year
	}
	if m.Region == "" {
		m.Region = other.Region
	}
	if m.Kind == "" {
		m.Kind = other.Kind
	}
	return m
}

var kinds = []string{"work_report", "communique", "plan", "budget", "other"}

func (m metadata) check(known func(region string) bool) error {
	if m.Year != 0 && (m.Year < 1900 || m.Year > 2199) {
		return message.Errorf("usage.year", m.Year)
	}
	if m.Kind != "" && !slices.Contains(kinds, m.Kind) {
		return message.Errorf("usage.kind", m.Kind, strings.Join(kinds, ", "))
	}
	if m.Region != "" && !known(m.Region) {
		return message.Errorf("usage.region", m.Region)
	}
	return nil
}

// manifest holds metadata by source.
type manifest struct {
	bytes []byte
	dir   string
	rows  map[string]metadata
	bases map[string][]string // sources by their last element
}

// readManifest reads a CSV file with the columns source, region, year, kind,
// of which all but source may be absent or empty.
func readManifest(path string, known func(region string) bool) (*manifest, error) {
	m := &manifest{rows: map[string]metadata{}, bases: map[string][]string{}}
	if path == "" {
		return m, nil
	}
	var err error
	if m.bytes, err = os.ReadFile(path); err != nil {
		return nil, &usageError{fmt.Errorf("manifest: %w", err)}
	}
	m.dir = filepath.Dir(path)
	text, ok := read.Decode(m.bytes)
	if !ok {
		return nil, usage("usage.manifest.no_text", path)
	}
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		return nil, usage("usage.at", path, err)
	}
	if len(rows) == 0 || !slices.Contains(rows[0], "source") {
		return nil, usage("usage.manifest.columns", path)
	}
	for i, row := range rows[1:] {
		cell := func(name string) string {
			k := slices.IndexFunc(rows[0], func(s string) bool { return strings.TrimSpace(s) == name })
			if k < 0 || k >= len(row) {
				return ""
			}
			return strings.TrimSpace(row[k])
		}
		source := cell("source")
		d := metadata{Region: cell("region"), Kind: cell("kind")}
		if y := cell("year"); y != "" {
			if d.Year, err = strconv.Atoi(y); err != nil {
				return nil, usage("usage.manifest.year", path, i+2, y)
			}
		}
		if source == "" {
			return nil, usage("usage.manifest.no_source", path, i+2)
		}
		if err := d.check(known); err != nil {
			return nil, usage("usage.at_line", path, i+2, err)
		}
		m.rows[source] = d
		base := filepath.Base(source)
		m.bases[base] = append(m.bases[base], source)
	}
	return m, nil
}

// find is what the manifest says of a source.
func (m *manifest) find(source string) metadata { return m.rows[m.row(source)] }

// row is the manifest's own name of a source: the path as given, or seen from
// the manifest's folder, or the file's name where only one row has it; ""
// where it says nothing of it.
func (m *manifest) row(source string) string {
	if len(m.rows) == 0 {
		return ""
	}
	candidates := []string{source, filepath.Clean(source)}
	if rel, err := filepath.Rel(m.dir, source); err == nil {
		candidates = append(candidates, rel)
	}
	if abs, err := filepath.Abs(source); err == nil {
		candidates = append(candidates, abs)
	}
	if same := m.bases[filepath.Base(source)]; len(same) == 1 && !strings.ContainsRune(same[0], filepath.Separator) {
		candidates = append(candidates, same[0])
	}
	for _, c := range candidates {
		if _, ok := m.rows[c]; ok {
			return c
		}
	}
	return ""
}

// unused are the manifest's rows that speak of none of the sources, in order.
func (m *manifest) unused(sources []string) []string {
	used := map[string]bool{}
	for _, s := range sources {
		used[m.row(s)] = true
	}
	return slices.DeleteFunc(slices.Sorted(maps.Keys(m.rows)), func(row string) bool { return used[row] })
}
