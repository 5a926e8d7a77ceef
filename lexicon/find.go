package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Find resolves a name as written: 静安区, 上海市静安区, 保定易县, 京. Units
// inside the region of code within are preferred, if that is not empty, and
// units that existed in the year, if that is not zero. ok is false where the
// name is unknown or stands for several units of one level.
func (r *Regions) Find(name, within string, year int) (Region, bool) {
	r.load()
	if last, _ := utf8.DecodeLastRuneInString(name); !r.lasts[last] && !unicode.IsSpace(last) {
		return Region{}, false // most texts that are asked for end in no name
	}
	name = strings.Join(strings.Fields(name), "")
	i, ok := r.find(name, within, year, depth)
	if !ok {
		return Region{}, false
	}
	return r.units[i].Region, true
}

// depth is how many names a chain may have: 中国河北省保定市易县.
const depth = 4

func (r *Regions) find(name, within string, year, depth int) (int, bool) {
	if !r.ends[lastRunes(name, 2)] && !r.ends[lastRunes(name, 1)] {
		return 0, false
	}
	if found := r.names[name]; len(found) > 0 {
		return r.choose(found, name, within, year)
	}
	if depth == 1 || utf8.RuneCountInString(name) > depth*r.longest {
		return 0, false
	}
	// A parent and the rest, the longest parent first.
	runes := []rune(name)
	for n := min(len(runes)-1, r.longest); n >= 2; n-- {
		if !r.lasts[runes[n-1]] {
			continue
		}
		parent, ok := r.choose(r.names[string(runes[:n])], string(runes[:n]), within, year)
		if !ok {
			continue
		}
		code := r.units[parent].Code
		child, ok := r.find(string(runes[n:]), code, year, depth-1)
		if ok && Contains(code, r.units[child].Code) {
			return child, true
		}
	}
	return 0, false
}

// lastRunes are the last n code points of s, or all.
func lastRunes(s string, n int) string {
	at := len(s)
	for ; n > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}

// choose picks one of the units that share a name: those within the parent,
// of the year, of that very name rather than a short one, of the highest
// level. ok is false where several are left.
func (r *Regions) choose(found []int, name, within string, year int) (int, bool) {
	if within != "" {
		found = r.prefer(found, func(u unit) int { return flag(Contains(within, u.Code)) })
	}
	found = r.prefer(found, func(u unit) int { return -distance(u, year) })
	found = r.prefer(found, func(u unit) int { return rank(u.Level) })
	found = r.prefer(found, func(u unit) int { return flag(u.Name == name) })
	if len(found) == 0 {
		return 0, false
	}
	for _, i := range found[1:] {
		if r.units[i].Code != r.units[found[0]].Code {
			return 0, false
		}
	}
	return found[0], true
}

// prefer keeps the units with the highest score.
func (r *Regions) prefer(found []int, score func(unit) int) []int {
	if len(found) < 2 {
		return found
	}
	var best []int
	top := 0
	for _, i := range found {
		s := score(r.units[i])
		switch {
		case len(best) == 0 || s > top:
			best, top = append(best[:0:0], i), s
		case s == top:
			best = append(best, i)
		}
	}
	return best
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

func rank(level string) int {
	switch level {
	case "national":
		return 3
	case "province":
		return 2
	case "prefecture":
		return 1
	}
	return 0
}

// today stands for the year of a unit that still exists.
const today = 9999

// last is the last year of a unit.
func last(u unit) int {
	if u.to == 0 {
		return today
	}
	return u.to
}

// distance is how many years a unit lies from a year; with no year, from today.
func distance(u unit, year int) int {
	if year == 0 {
		return today - last(u)
	}
	switch {
	case year < u.from:
		return u.from - year
	case year > last(u):
		return year - last(u)
	}
	return 0
}

// Scan returns the regions named in a short text (a title, a file name, a
// headline), in order of appearance, the longest names first at each place,
// children resolved within the parents beside them. A six-digit code counts
// as a name. Only the beginning of a long text is read.
func (r *Regions) Scan(text string, year int) []Region {
	r.load()
	runes := []rune(text)
	runes = runes[:min(len(runes), scanned)]
	var mentions []mention
	end := -1 // of the mention before
	for i := 0; i < len(runes); {
		n := r.match(runes, i)
		if n == 0 {
			i++
			continue
		}
		mentions = append(mentions, mention{
			name:    string(runes[i : i+n]),
			follows: i == end,
			alone:   alone(runes, i, i+n),
		})
		i += n
		end = i
	}
	return r.resolve(mentions, year)
}

// scanned is how many characters Scan reads.
const scanned = 2000

// mention is a name found in a text.
type mention struct {
	name    string
	follows bool // it follows another at once: 深圳光明
	alone   bool // it has no Chinese character beside it
}

// match is the length of the name at i, 0 if there is none. The name is the
// one that covers most together with the name that follows it: 内江市中区 is
// 内江 and 市中区.
func (r *Regions) match(runes []rune, i int) int {
	if isDigit(runes[i]) {
		return r.matchCode(runes, i)
	}
	best, covered := 0, 0
	for n := min(r.longest, len(runes)-i); n >= 2; n-- {
		if !r.known(runes, i, n) {
			continue
		}
		total := n + r.following(runes, i+n)
		if total > covered {
			best, covered = n, total
		}
	}
	return best
}

// following is the length of the longest name at i.
func (r *Regions) following(runes []rune, i int) int {
	for n := min(r.longest, len(runes)-i); n >= 2; n-- {
		if r.known(runes, i, n) {
			return n
		}
	}
	return 0
}

func (r *Regions) known(runes []rune, i, n int) bool {
	found := r.names[string(runes[i:i+n])]
	return len(found) > 0 && (n != 2 || !insideWord(runes, i))
}

// insideWord says whether two characters that could be a short name are part
// of a common word.
func insideWord(runes []rune, i int) bool {
	for _, word := range []string{"中国共产党", "中国特色", "中国式", "中国人民", "中国梦", "全国人民", "全国人大", "全国政协"} {
		if strings.HasPrefix(string(runes[i:min(i+5, len(runes))]), word) {
			return true
		}
	}
	return false
}

// matchCode is 6 if a region's code stands at i, with no digit beside it.
func (r *Regions) matchCode(runes []rune, i int) int {
	if i > 0 && isDigit(runes[i-1]) || i+6 > len(runes) || i+6 < len(runes) && isDigit(runes[i+6]) {
		return 0
	}
	if len(r.codes[string(runes[i:i+6])]) == 0 {
		return 0
	}
	return 6
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' }

// alone says whether no Chinese character stands beside runes[start:end].
func alone(runes []rune, start, end int) bool {
	return (start == 0 || !unicode.Is(unicode.Han, runes[start-1])) &&
		(end == len(runes) || !unicode.Is(unicode.Han, runes[end]))
}

// resolve turns mentions into regions: first each within those before it,
// then what was ambiguous within those behind it.
func (r *Regions) resolve(mentions []mention, year int) []Region {
	resolved := make([]int, len(mentions)) // index of a unit plus one
	for pass := range 2 {
		for i, m := range mentions {
			if resolved[i] != 0 {
				continue
			}
			parents := mentions[:i]
			if pass == 1 {
				parents = mentions
			}
			if u, ok := r.resolveOne(m, resolved[:len(parents)], year); ok {
				resolved[i] = u + 1
			}
		}
	}
	var regions []Region
	for _, u := range resolved {
		if u == 0 {
			continue
		}
		region := r.units[u-1].Region
		if len(regions) == 0 || regions[len(regions)-1] != region {
			regions = append(regions, region)
		}
	}
	return regions
}

// resolveOne resolves a mention within one of the parents, the last first, or
// by itself.
func (r *Regions) resolveOne(m mention, parents []int, year int) (int, bool) {
	if isDigit([]rune(m.name)[0]) {
		return r.choose(r.codes[m.name], "", "", year)
	}
	found := r.names[m.name]
	for i := len(parents) - 1; i >= 0; i-- {
		if parents[i] == 0 {
			continue
		}
		parent := r.units[parents[i]-1]
		if parent.Name == m.name || hasName(parent, m.name) {
			return parents[i] - 1, true // the same again: 静安区 after 310106
		}
		inside := r.prefer(found, func(u unit) int { return flag(Contains(parent.Code, u.Code)) })
		u, ok := r.choose(inside, m.name, parent.Code, year)
		if ok && Contains(parent.Code, r.units[u].Code) && (m.follows || m.alone || !r.vague(u, m.name)) {
			return u, true
		}
	}
	u, ok := r.choose(found, m.name, "", year)
	if !ok || !m.alone && r.vague(u, m.name) || m.follows && r.units[u].Level == "county" {
		return 0, false
	}
	return u, true
}

// vague says whether a name is too common a word to be trusted inside a
// longer text: the short name of a district, 新区, 中国.
func (r *Regions) vague(i int, name string) bool {
	u := r.units[i]
	if name == "中国" {
		return true
	}
	return u.Level == "county" && strings.HasSuffix(u.Name, "区") &&
		(u.Name != name || utf8.RuneCountInString(name) == 2)
}

func hasName(u unit, name string) bool {
	for _, s := range u.shorts {
		if s == name {
			return true
		}
	}
	return false
}
