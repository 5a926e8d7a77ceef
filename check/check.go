package check

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"zhibiao/extract"
	"zhibiao/han"
	"zhibiao/message"
	"zhibiao/report"
)

// leastText is how many characters a text needs to be asked what it lacks: an
// excerpt may lack anything.
const leastText = 2000

// Oddities names what is odd about a document and its facts, in a fixed order;
// nothing for most.
func Oddities(doc *report.Document, facts []extract.Fact) []message.Text {
	var out []message.Text
	for _, check := range []func(*report.Document, []extract.Fact) message.Text{
		lacksResults, lacksGoals, tellsGoals, beyond, elsewhere, otherYear, sparse,
	} {
		if t := check(doc, facts); !t.IsZero() {
			out = append(out, t)
		}
	}
	return out
}

// count counts the facts that yes holds of.
func count(facts []extract.Fact, yes func(*extract.Fact) bool) int {
	n := 0
	for i := range facts {
		if yes(&facts[i]) {
			n++
		}
	}
	return n
}

func isGoal(f *extract.Fact) bool   { return f.Status == "target" }
func isResult(f *extract.Fact) bool { return f.Status != "target" }

// lacksResults: a work report reviews what was done. One in fifty facts may be
// a result in passing in a text of goals alone.
func lacksResults(doc *report.Document, facts []extract.Fact) message.Text {
	if doc.Meta.Kind != "work_report" || len(doc.Text) < leastText || len(facts) == 0 {
		return message.Text{}
	}
	n := count(facts, func(f *extract.Fact) bool { return isResult(f) && f.Chapter == string(report.Review) })
	if n*50 > len(facts) {
		return message.Text{}
	}
	return message.New("check.no_results", len(facts))
}

// lacksGoals: what is planned is planned with figures.
func lacksGoals(doc *report.Document, facts []extract.Fact) message.Text {
	if doc.Meta.Kind != "work_report" || len(doc.Text) < leastText || count(facts, isGoal) > 0 {
		return message.Text{}
	}
	for i := range doc.Sections {
		if s := &doc.Sections[i]; s.Chapter == report.Plan || s.Chapter == report.Outlook {
			return message.New("check.no_goals", s.Title)
		}
	}
	return message.New("check.no_plan")
}

// tellsGoals: a communiqué says what was.
func tellsGoals(doc *report.Document, facts []extract.Fact) message.Text {
	if n := count(facts, isGoal); doc.Meta.Kind == "communique" && n > 0 {
		return message.New("check.communique_goals", n)
	}
	return message.Text{}
}

// fewBeyond is how many results of a time to come are let pass: every tenth
// report has one or two facts whose status is read wrongly.
const fewBeyond = 3

// beyond: what is told as a result ends before the report is given, or in its
// year where the day is not known.
func beyond(doc *report.Document, facts []extract.Fact) message.Text {
	year := doc.Meta.Year
	if year == 0 {
		return message.Text{}
	}
	last := strconv.Itoa(year) + "-12-31"
	if day, err := time.Parse(time.DateOnly, doc.Meta.Date); err == nil && day.Year() <= year {
		// Reports of December tell the year as done.
		last = day.AddDate(0, 2, 0).Format(time.DateOnly)
	}
	var first *extract.Fact
	n := 0
	for i := range facts {
		f := &facts[i]
		if f.Status != "actual" || f.PeriodEnd == "" || f.PeriodEnd <= last {
			continue
		}
		if n++; first == nil {
			first = f
		}
	}
	if n < fewBeyond {
		return message.Text{}
	}
	return message.New("check.beyond", n, first.Period, first.Subject, first.Quote)
}

// elsewhere: a report names its own area in its text, not in its head alone.
func elsewhere(doc *report.Document, _ []extract.Fact) message.Text {
	m := doc.Meta
	if m.Region == "" || m.RegionLevel == "national" || len(doc.Text) < leastText {
		return message.Text{}
	}
	if namedInBody(doc, short(m.Region)) {
		return message.Text{}
	}
	return message.New("check.region", m.Region)
}

// namedInBody tells whether the text has a name behind the report's first lines,
// which the region may have been read from.
func namedInBody(doc *report.Document, name string) bool {
	first := slices.IndexFunc(doc.Paragraphs, func(p report.Paragraph) bool {
		return p.Chapter == report.Review || p.Chapter == report.Plan || p.Chapter == report.Outlook
	})
	want := []rune(name)
	return slices.ContainsFunc(doc.Paragraphs[max(first, 0):], func(p report.Paragraph) bool {
		return han.Contains(doc.Norm[p.Start:p.End], want)
	})
}

// endings are what names of regions end in, the longest first.
var endings = []string{"特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "自治州", "自治县", "自治旗", "地区", "新区", "省", "市", "区", "县", "州", "盟", "旗", "镇", "乡"}

// short is a region's name as texts use it: 云溪 for 云溪县, 易县 for 易县.
func short(region string) string {
	for _, e := range endings {
		if s, ok := strings.CutSuffix(region, e); ok && utf8.RuneCountInString(s) > 1 {
			r := []rune(s)
			return string(r[:min(len(r), 2)]) // 恩施土家族苗族: 恩施
		}
	}
	return region
}

// otherYear: a report names its own year or the one before it.
func otherYear(doc *report.Document, _ []extract.Fact) message.Text {
	year := doc.Meta.Year
	if year == 0 || len(doc.Text) < leastText {
		return message.Text{}
	}
	named := map[int]int{}
	t := doc.Norm
	for i := 0; i+4 < len(t); i++ {
		if t[i+4] != '年' || i > 0 && t[i-1] >= '0' && t[i-1] <= '9' {
			continue
		}
		y, err := strconv.Atoi(string(t[i : i+4]))
		if y == year || y == year-1 {
			return message.Text{}
		}
		if err == nil {
			named[y]++
		}
	}
	best := 0
	for y, n := range named {
		if n > named[best] || n == named[best] && y > best {
			best = y
		}
	}
	if named[best] < 3 {
		return message.Text{}
	}
	return message.New("check.year", year, best, named[best])
}

// density is the fewest facts for 1,000 characters that documents of a kind
// have: the least of 143 work reports is 1.6 of the State Council's (1984) and
// 4.1 of the others' (Shenzhen 2005); communiqués list figures.
func density(m *report.Meta) float64 {
	switch {
	case m.Kind == "communique":
		return 10
	case m.Kind == "work_report" && m.RegionLevel == "national":
		return 1.5
	case m.Kind == "work_report":
		return 4
	}
	return 0
}

// sparse: fewer facts than any report of its kind has.
func sparse(doc *report.Document, facts []extract.Fact) message.Text {
	least := density(&doc.Meta)
	got := 1000 * float64(len(facts)) / float64(max(len(doc.Text), 1))
	if len(doc.Text) < leastText || got >= least {
		return message.Text{}
	}
	return message.New("check.sparse", got, least)
}
