package lexicon

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// Region is one unit of GB/T 2260, of today or of its time.
type Region struct {
	Code  string // six digits
	Name  string // official name: 静安区
	Level string // national, province, prefecture, county, township
}

// Regions finds regions by name. It is safe for concurrent use.
type Regions struct {
	text string   // the embedded table
	user []record // rows of the user's

	once     sync.Once
	problems Problems
	units    []unit
	names    map[string][]int // units of a name, official or short
	ends     map[string]bool  // the last two characters of the names, or the only one
	lasts    map[rune]bool    // the last characters of the names
	codes    map[string][]int // units of a code, oldest first
	longest  int              // runes in the longest name
}

// unit is one row of the table.
type unit struct {
	Region
	shorts   []string
	from, to int // years, 0 where open
	row      Row
}

// Regions is the table of regions, read when it is first asked.
func (l *Lexicon) Regions() *Regions { return l.regions }

// load reads the table, once.
func (r *Regions) load() {
	r.once.Do(func() {
		base, wrong := regionTable.parse("regions.tsv", r.text)
		r.problems = append(r.problems, wrong...)
		records, wrong := regionTable.merge(base, r.user)
		r.problems = append(r.problems, wrong...)
		r.units = make([]unit, 0, len(records))
		r.names = make(map[string][]int, 2*len(records))
		r.ends = make(map[string]bool, len(records))
		r.lasts = map[rune]bool{}
		r.codes = make(map[string][]int, len(records))
		for _, rec := range records {
			r.add(rec)
		}
	})
}

func (r *Regions) add(rec record) {
	c := rec.cells
	u := unit{
		Region: Region{Code: c[0], Name: c[1], Level: level(c[0])},
		shorts: split(c[2]),
		row:    rec.row,
	}
	u.from, _ = strconv.Atoi(cmp.Or(c[3], "0")) // check reports what is no year
	u.to, _ = strconv.Atoi(cmp.Or(c[4], "0"))
	i := len(r.units)
	r.units = append(r.units, u)
	r.codes[u.Code] = append(r.codes[u.Code], i)
	for _, name := range append([]string{u.Name}, u.shorts...) {
		r.names[name] = append(r.names[name], i)
		r.ends[lastRunes(name, 2)] = true
		last, _ := utf8.DecodeLastRuneInString(name)
		r.lasts[last] = true
		r.longest = max(r.longest, utf8.RuneCountInString(name))
	}
}

// level reads the level off a code.
func level(code string) string {
	switch {
	case code == "100000":
		return "national"
	case strings.HasSuffix(code, "0000"):
		return "province"
	case strings.HasSuffix(code, "00"):
		return "prefecture"
	}
	return "county"
}

// Contains says whether the region of code child lies in that of parent.
func Contains(parent, child string) bool {
	switch level(parent) {
	case "national":
		return child != parent
	case "province":
		return child != parent && child[:2] == parent[:2]
	case "prefecture":
		return child != parent && child[:4] == parent[:4]
	}
	return false
}

// ByCode is the region of a code under its latest name.
func (r *Regions) ByCode(code string) (Region, bool) {
	r.load()
	units := r.codes[code]
	if len(units) == 0 {
		return Region{}, false
	}
	best := units[0]
	for _, i := range units {
		if last(r.units[i]) >= last(r.units[best]) {
			best = i
		}
	}
	return r.units[best].Region, true
}

// All lists the units in the order of the table: every name that a code had,
// with the embedded ones first.
func (r *Regions) All() []Region {
	r.load()
	all := make([]Region, len(r.units))
	for i, u := range r.units {
		all[i] = u.Region
	}
	return all
}

// check says what is wrong in the table's rows.
func (r *Regions) check() Problems {
	r.load()
	problems := append(Problems(nil), r.problems...)
	report := func(u unit, column int, format string, args ...any) {
		problems = append(problems, Problem{u.row.File, u.row.Line, u.row.columns[column], fmt.Sprintf(format, args...)})
	}
	seen := map[string]Row{}
	for _, u := range r.units {
		if !regionCode.MatchString(u.Code) {
			report(u, 0, "bad region code %q: write six digits", u.Code)
		}
		if u.Name == "" {
			report(u, 1, "%s has no name", u.Code)
		}
		for _, s := range u.shorts {
			if s == "" {
				report(u, 2, "%s has an empty short name", u.Name)
			}
		}
		if u.to != 0 && u.from > u.to {
			report(u, 4, "%s ends in %d, before it begins in %d", u.Name, u.to, u.from)
		}
		key := u.Code + " " + u.Name
		if first, ok := seen[key]; ok {
			report(u, 0, "%s stands at %s:%d already", key, first.File, first.Line)
		}
		seen[key] = u.row
	}
	return append(problems, years(r.user)...)
}

// malformed says what is wrong in the user's rows.
func (r *Regions) malformed() Problems {
	var problems Problems
	for _, rec := range r.user {
		code := strings.TrimPrefix(rec.cells[0], "-")
		if !regionCode.MatchString(code) {
			problems = append(problems, Problem{
				rec.row.File, rec.row.Line, rec.row.columns[0],
				fmt.Sprintf("bad region code %q: write six digits", code),
			})
		}
	}
	return append(problems, years(r.user)...)
}

// years checks the cells from and to, as written.
func years(records []record) Problems {
	var problems Problems
	for _, rec := range records {
		for _, column := range []int{3, 4} {
			if !year.MatchString(rec.cells[column]) {
				problems = append(problems, Problem{
					rec.row.File, rec.row.Line, rec.row.columns[column],
					fmt.Sprintf("bad year %q", rec.cells[column]),
				})
			}
		}
	}
	return problems
}
