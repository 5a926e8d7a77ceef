package extract

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"zhibiao/extract/lang"
	"zhibiao/extract/word"
	"zhibiao/han"
	"zhibiao/lexicon"
	"zhibiao/report"
)

// What part of the world a fact speaks of, as the column scope has it.
const (
	Whole     = "whole"     // the report's whole area
	Part      = "part"      // a part of it, a zone, a project, one firm
	Elsewhere = "elsewhere" // another place
)

// areas tells the scope of facts from the words that own them.
type areas struct {
	regions *lexicon.Regions
	heads   [1 << 11]uint64 // a bit for the first two characters of each region's name, and for some others
	names   *indicators
}

func newAreas(lex *lexicon.Lexicon, names *indicators) *areas {
	a := &areas{regions: lex.Regions(), names: names}
	for _, r := range a.regions.All() {
		at, bit := head(r.Name)
		a.heads[at] |= bit
	}
	return a
}

// head is the bit for what s begins with, two characters.
func head(s string) (at uint32, bit uint64) {
	first, n := han.First(s)
	second, _ := han.First(s[n:])
	h := (uint32(first)*31 + uint32(second)) * 0x9e3779b1 >> 15
	return h >> 6, 1 << (h & 63)
}

// setScopes sets the scope of a document's facts.
func (a *areas) setScopes(doc *report.Document, facts []Fact) {
	h := home{doc: doc, whole: "全国", zone: zones.In(doc.Meta.Region), stretch: -1}
	if name := []rune(doc.Meta.Region); len(name) > 0 && doc.Meta.RegionLevel != "national" {
		h.whole = "全" + string(name[len(name)-1])
	}
	for i := range facts {
		facts[i].Scope = a.scope(&h, &facts[i])
		if facts[i].Scope == Whole && facts[i].Indicator != "" && member(doc, facts[:i], &facts[i]) {
			facts[i].Scope = Part
		}
	}
}

// home is the area that a report is about.
type home struct {
	doc   *report.Document
	whole string // what it calls all of itself: 全市
	zone  bool   // it is a zone itself

	section string // the last one asked for, and whether its heading is a part's
	headed  *bool
	stretch int // where the last stretch asked for begins, and whether a part owns it
	owned   bool
}

var (
	// zones are parts with an administration of their own, and groupings of
	// regions that are less than all.
	zones = han.NewWords("高新区|高新技术产业开发区|高新技术产业园区|高新技术开发区|高新技术园区|经开区|开发区|园区|产业园区|工业园区|科技园区|产业园|工业园|科技园|自贸|自由贸易|合作区|示范区|保税区|综保区|新区|片区|功能区|经济带|城市群|都市圈|县域|主城区|中心城区")
	// townships stand at the beginning of a clause: 云岭镇, 河东街道.
	townships = han.Guarded("街镇", `^(\p{Han}{2,3})(街道|镇)`)
	// titles are what 全国 says of an honour, a class or an office.
	titles = han.NewWords("重点|文明|示范|先进|百强|冠军|人大|政协|人民代表|模范|劳动|试点|卫生|园林|双拥|优秀|品牌|标准|文物|大赛|奖")
	alls   = han.NewWords("全市|全省|全区|全县|全州|全盟|全旗|全疆|全国|我市|我省|我区|我县|我州|我盟|我旗|我国|本市|本省|本区|本县|本州|本盟|本旗|本国")
	// firms are one firm's, where no word makes them many.
	firms    = han.NewWords("集团|有限公司|股份公司")
	anyFirms = regexp.MustCompile(`(犯罪|企业|大型|国有|跨国|产业|医疗|教育|家|各|县|市)集团|集团(企业|化)`)
	// projects are what one project costs or makes.
	projects    = han.Guarded("项程", `(项目|工程)(总投资|计划投资|投资|年产值|产能|造价)额?$`)
	anyProjects = regexp.MustCompile(`(重点|重大|开工|在建|新建|续建|竣工|签约|合作|招商|引进|产业|工业|技改|改造|储备|建设|民生|实事|投资|亿元|以上|前期|落地|投产|债|设施|水利|交通|服务业|农业|科技|文化|旅游|各类|级|资|制造业|更新|惠民|民心|支撑|新|个|项)(项目|工程)`)
	// openers stand between the beginning of a clause and its owner, and so do years.
	openers = han.NewWords("其中|并且|同时|此外|另外|以及|今年|去年|全年|上年|预计|经|使|的| |　")
)

// withoutOpener is s without what stands between the beginning of a clause and
// its owner.
func withoutOpener(s string) string {
	for {
		at, end := openers.Find(s[:min(len(s), len("其中"))])
		if year := len("2024年"); len(s) >= year && s[4:year] == "年" && strings.Trim(s[:4], "0123456789") == "" {
			at, end = 0, year
		}
		if at > 0 || end == 0 {
			return s
		}
		s = s[end:]
	}
}

// What ends clauses, and what ends stretches of a sentence.
var (
	clauseEnds  = han.NewSet("，；。！？：,;:\n（(")
	stretchEnds = han.NewSet("；。！？：;:\n（(")
)

// How long they are at most, in code points.
const (
	longestClause  = 300
	longestStretch = 1000
)

func (a *areas) scope(h *home, f *Fact) string {
	t := h.doc.Norm
	owner := f.Subject
	at := f.Start
	if f.SubjectEnd > f.SubjectStart {
		at = f.SubjectStart
		owner = han.String(t[clauseEnds.Back(t, at, longestClause):f.SubjectEnd])
	}
	found := a.leader(h, owner)
	if found == "" && f.Subject != owner {
		found = a.leader(h, f.Subject)
	}
	if found != "" {
		return found
	}
	if h.zone || f.Subject == "" || zones.In(f.IndicatorName) {
		return Whole // 综合保税区进出口 is an indicator of the whole area
	}
	last := zoneEnd(owner)
	switch {
	case last > 0 && !alls.In(owner[last:]):
		return Part
	case firms.In(owner) && !anyFirms.MatchString(owner), projects.MatchString(f.Subject) && !anyProjects.MatchString(f.Subject):
		return Part
	case !alls.In(owner) && (a.elided(h, at) || a.under(h, f)):
		return Part
	}
	return Whole
}

// zoneName is how far behind the beginning of its clause the word for a zone
// may stand: 河套深港科技创新合作区. Farther on it is one of the things that were
// done.
const zoneName = 8

// zoneEnd is where the word for a zone near the beginning of s ends, in bytes, 0
// where none stands there.
func zoneEnd(s string) int {
	at, end := zones.Find(s)
	if utf8.RuneCountInString(s[:at]) > zoneName {
		return 0
	}
	return end
}

// longestTown is as long as a match of townships may be, in bytes.
const longestTown = 5 * utf8.UTFMax

// leader is the scope that the place at the beginning of s gives, "" where
// there is none or it is the report's own area.
func (a *areas) leader(h *home, s string) string {
	s = withoutOpener(s)
	if rest, ok := wide(s); ok {
		named := a.names.find(rest, nil) != nil && !titles.In(rest)
		if strings.HasPrefix(s, h.whole) || !named && !strings.HasPrefix(rest, "平均") {
			return ""
		}
		return Elsewhere
	}
	if m := townships.FindStringIndex(s[:min(len(s), longestTown)]); m != nil && !a.names.words.Has(s[:m[1]], word.NoTown) {
		return Part
	}
	if at, bit := head(s); a.heads[at]&bit == 0 {
		return ""
	}
	found, n := a.place(h, s)
	m := h.doc.Meta
	switch {
	case n == 0, found.Code == m.RegionCode, n == len(s):
		return ""
	case m.RegionCode != "" && lexicon.Contains(m.RegionCode, found.Code):
		return Part
	case m.RegionCode == "":
		return ""
	}
	return Elsewhere
}

// wide takes a word for a larger area off the beginning of s.
func wide(s string) (rest string, ok bool) {
	for _, w := range [...]string{"全国", "全省", "全市", "全球", "世界"} {
		if rest, ok := strings.CutPrefix(s, w); ok {
			return rest, true
		}
	}
	return s, false
}

// How long a place's name at the beginning may be.
const shortestPlace, longestPlace = 3, 12

// place is the region whose official name, of three characters or more, stands
// at the beginning of s, with the name's length in bytes; 0 where none does.
func (a *areas) place(h *home, s string) (lexicon.Region, int) {
	m := h.doc.Meta
	var ends [longestPlace]int
	n := 0
	for i, r := range s {
		if n == len(ends) {
			break
		}
		ends[n] = i + utf8.RuneLen(r)
		n++
	}
	for ; n >= shortestPlace; n-- {
		if found, ok := a.regions.Find(s[:ends[n-1]], m.RegionCode, m.Year); ok {
			return found, ends[n-1]
		}
	}
	return lexicon.Region{}, 0
}

// elided tells whether the stretch of the sentence that at stands in began
// with a zone or a place that is a part and has named no other owner since:
// 高新区工业产值50亿元，固定资产投资12亿元.
func (a *areas) elided(h *home, at int) bool {
	from := stretchEnds.Back(h.doc.Norm, at, longestStretch)
	passed := h.doc.Norm[from:at]
	end := slices.Index(passed, '，')
	if end < 0 || !slices.ContainsFunc(passed[:end], lang.IsDigit) {
		return false
	}
	if from != h.stretch {
		h.stretch, h.owned = from, a.owns(h, withoutOpener(string(passed[:end])))
	}
	return h.owned && !alls.In(string(passed[end+1:]))
}

// owns tells whether a clause begins with a part that owns what follows.
func (a *areas) owns(h *home, first string) bool {
	if a.leader(h, first) == Part {
		return strings.ContainsFunc(first, lang.IsDigit)
	}
	// Zones that are counted themselves own nothing: 建成示范区7个.
	end := zoneEnd(first)
	return end > 0 && strings.IndexFunc(first[end:], lang.IsDigit) > 0
}

// member tells whether a fact behind 其中 is a part of what an earlier fact of
// its sentence says of the same indicator.
func member(doc *report.Document, earlier []Fact, f *Fact) bool {
	from := clauseEnds.Back(doc.Norm, f.Start, longestClause)
	if !lang.HasPrefix(doc.Norm[:f.Start], from, "其中") {
		return false
	}
	for i := len(earlier) - 1; i >= 0 && earlier[i].Sentence == f.Sentence; i-- {
		e := &earlier[i]
		if e.End <= from && e.Indicator == f.Indicator && e.Measure == f.Measure && e.Period == f.Period {
			return true
		}
	}
	return false
}
