package corrections

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"zhibiao/dataset"
	"zhibiao/message"
)

func names(id string) (string, bool) {
	return map[string]string{"gdp": "地区生产总值"}[id], id == "gdp"
}

func value(v float64) *float64 { return &v }

// facts are those of an invented report: one number with one subject, one with
// two.
func facts() []dataset.FactRow {
	si := 2e6
	return []dataset.FactRow{
		{FactID: "d:10-15", DocID: "d", QuoteStart: 10, QuoteEnd: 15, Quote: "3000亩", Value: value(3000), Unit: "亩", ValueSI: &si, UnitSI: "m²", Measure: "level", Bound: "eq", Subject: "造林", Status: "actual", Period: "2022", Rule: "subject.before", Confidence: 0.6},
		{FactID: "d:20-22:1", DocID: "d", QuoteStart: 20, QuoteEnd: 22, Quote: "5%", Value: value(5), Unit: "%", Measure: "growth", Base: "yoy", Subject: "税收", Rule: "subject.each", Confidence: 0.5},
		{FactID: "d:20-22:2", DocID: "d", QuoteStart: 20, QuoteEnd: 22, Quote: "5%", Value: value(5), Unit: "%", Measure: "growth", Base: "yoy", Subject: "财政收入", Rule: "subject.each", Confidence: 0.5},
	}
}

func apply(t *testing.T, lines ...string) ([]dataset.FactRow, []string) {
	t.Helper()
	l, err := Read(strings.NewReader("\ufefffact_id,quote,column,value,note,who\n"+strings.Join(lines, "\n")), "c.csv", names)
	if err != nil {
		t.Fatal(err)
	}
	out, warnings := l.Apply("d", facts())
	return out, message.Strings(warnings)
}

func find(t *testing.T, rows []dataset.FactRow, id string) dataset.FactRow {
	t.Helper()
	i := slices.IndexFunc(rows, func(f dataset.FactRow) bool { return f.FactID == id })
	if i < 0 {
		t.Fatalf("no fact %s", id)
	}
	return rows[i]
}

// TestColumns: the column takes the value, what hangs on it follows, the rule
// ends in correction and the confidence is 1.
func TestColumns(t *testing.T) {
	rows, warnings := apply(t,
		"d:10-15,3000亩,value,4500,misread,王",
		"d:10-15,3000亩,period,2022-H1,,",
		"d:10-15,3000亩,subject,人工造林,,",
		"d:10-15,3000亩,indicator,gdp,,",
		"d:20-22:1,5%,measure,level,,",
		"d:20-22:2,5%,confidence,1,,",
	)
	if len(warnings) > 0 || len(rows) != 3 {
		t.Fatalf("%d facts, warnings %q", len(rows), warnings)
	}
	f := find(t, rows, "d:10-15")
	if *f.Value != 4500 || *f.ValueSI != 3e6 || f.UnitSI != "m²" || f.Subject != "人工造林" || f.IndicatorName != "地区生产总值" {
		t.Errorf("corrected to %+v", f)
	}
	if f.Period != "2022-H1" || f.PeriodStart.String() != "2022-01-01" || f.PeriodEnd.String() != "2022-06-30" {
		t.Errorf("period %s from %s to %s", f.Period, f.PeriodStart, f.PeriodEnd)
	}
	if f.Rule != "subject.before,correction" || f.Confidence != 1 {
		t.Errorf("rule %q, confidence %v", f.Rule, f.Confidence)
	}
	if f := find(t, rows, "d:20-22:1"); f.Measure != "level" || f.Base != "" {
		t.Errorf("a level has the base %q", f.Base)
	}
	if f := find(t, rows, "d:20-22:2"); f.Confidence != 1 || f.Subject != "财政收入" || f.Rule != "subject.each,correction" {
		t.Errorf("a fact that is right became %+v", f)
	}
}

// TestEmptyIsNull: an empty value empties the column.
func TestEmptyIsNull(t *testing.T) {
	rows, _ := apply(t, "d:10-15,3000亩,value,,,", "d:20-22:1,5%,base,,,")
	if f := find(t, rows, "d:10-15"); f.Value != nil || f.ValueSI != nil {
		t.Errorf("value %v, in SI %v", f.Value, f.ValueSI)
	}
	if f := find(t, rows, "d:20-22:1"); f.Base != "" {
		t.Errorf("base %q", f.Base)
	}
}

// TestRemove: the column fact without a value removes the fact.
func TestRemove(t *testing.T) {
	rows, warnings := apply(t, "d:20-22:1,5%,fact,,,")
	if len(rows) != 2 || len(warnings) > 0 || rows[1].FactID != "d:20-22:2" {
		t.Errorf("left %d facts, warnings %q", len(rows), warnings)
	}
}

// TestAddSubject: the column fact with a value is one more subject.
func TestAddSubject(t *testing.T) {
	rows, warnings := apply(t, "d:10-15,3000亩,fact,退耕还林,,", "d:20-22:1,5%,fact,非税收入,,", "d:20-22:1,5%,fact,财政收入,,")
	if len(rows) != 5 {
		t.Fatalf("%d facts", len(rows))
	}
	if f := find(t, rows, "d:10-15:2"); f.Subject != "退耕还林" || *f.Value != 3000 || f.Confidence != 1 {
		t.Errorf("added %+v", f)
	}
	find(t, rows, "d:20-22:3")
	if len(warnings) != 1 || !strings.Contains(warnings[0], "c.csv:4") || !strings.Contains(warnings[0], "财政收入 already") {
		t.Errorf("warnings %q", warnings)
	}
	was := slices.Clone(rows)
	if dataset.SortFacts(rows); !reflect.DeepEqual(rows, was) {
		t.Error("the facts are out of order")
	}
}

// TestGone: a fact or quote that is no longer there is named, not applied.
func TestGone(t *testing.T) {
	rows, warnings := apply(t, "d:10-15,4000亩,value,1,,", "d:11-15,3000亩,value,1,,")
	if len(warnings) != 2 || !strings.Contains(warnings[0], `c.csv:2 is not applied: the fact d:10-15 no longer has the quote "4000亩"`) || !strings.Contains(warnings[1], "c.csv:3 is not applied: there is no fact d:11-15 (3000亩)") {
		t.Errorf("warnings %q", warnings)
	}
	if f := find(t, rows, "d:10-15"); *f.Value != 3000 || f.Confidence != 0.6 {
		t.Errorf("became %+v", f)
	}
}

// TestTwice: of two corrections of one column the later holds, and the other
// is named.
func TestTwice(t *testing.T) {
	rows, warnings := apply(t, "d:10-15,3000亩,value,1,,", "d:10-15,3000亩,unit,公顷,,", "d:10-15,3000亩,value,2,,")
	if f := find(t, rows, "d:10-15"); *f.Value != 2 || f.Unit != "公顷" || f.ValueSI != nil || f.Rule != "subject.before,correction" {
		t.Errorf("became %+v", f)
	}
	if len(warnings) != 1 || !strings.Contains(warnings[0], "c.csv:2") || !strings.Contains(warnings[0], "line 4") {
		t.Errorf("warnings %q", warnings)
	}
}

// TestLinesOfOthers: a list for other documents, an empty one and none at all
// change nothing.
func TestLinesOfOthers(t *testing.T) {
	var none *List
	if rows, _ := none.Apply("d", facts()); len(rows) != 3 || none.Documents() != nil {
		t.Error("no list corrects")
	}
	if rows, warnings := apply(t, "e:1-2,5%,value,3,,", "d:10-15,3000亩,,,only looked at,"); len(rows) != 3 || len(warnings) > 0 || rows[0].Confidence != 0.6 {
		t.Errorf("changed to %+v, %q", rows, warnings)
	}
	if l, err := Read(strings.NewReader(""), "c.csv", names); err != nil || len(l.Documents()) > 0 {
		t.Errorf("an empty file: %v", err)
	}
}

// TestSpreadsheetGuards: the mark that keeps a spreadsheet from reading a cell
// as a formula is no part of it.
func TestSpreadsheetGuards(t *testing.T) {
	rows, _ := apply(t, "d:10-15,3000亩,value,'-2.5,,")
	if f := find(t, rows, "d:10-15"); *f.Value != -2.5 {
		t.Errorf("value %v", *f.Value)
	}
}

// TestBadLines are refused with their line and what to write instead.
func TestBadLines(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"fact_id,quote,value\n", "c.csv:1: no column column"},
		{"d:10-15,3000亩,value,\"3,000\",,", `c.csv:2: value "3,000": write a number`},
		{"d:10-15,3000亩,value,NaN,,", "write a number"},
		{"d:10-15,3000亩,bound,most,,", `bound "most" is none of eq, approx, ge, le, range`},
		{"d:10-15,3000亩,period,2022年,,", "write 2022, 2021/2025"},
		{"d:10-15,3000亩,period,2022-11/2022-01,,", "write 2022, 2021/2025"},
		{"d:10-15,3000亩,indicator,gdb,,", "zhibiao lexicon indicators"},
		{"d:10-15,3000亩,subject,,,", "a fact needs a subject"},
		{"d:10-15,3000亩,sentence,x,,", `no column "sentence" can be corrected`},
		{"d:10-15,3000亩,confidence,0.7,,", "1 says that the fact is right"},
		{"10-15,3000亩,value,3,,", "copy it from the facts table"},
		{"d:10-15,3000亩,,45,,", `the value "45" belongs to no column`},
		{"d:10-15,\"3000亩,value,3,,", "c.csv: "},
	} {
		file := c.file
		if !strings.HasPrefix(file, "fact_id") {
			file = "fact_id,quote,column,value,note,who\n" + file
		}
		if _, err := Read(strings.NewReader(file), "c.csv", names); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.file, err, c.want)
		}
	}
}
