package extract_test

import (
	"reflect"
	"testing"

	"zhibiao/extract"
	"zhibiao/report"
)

// TestTrace: a trace changes no fact, has the tokens of each sentence with a
// number, and of each number how it was read and what stood to choose from.
func TestTrace(t *testing.T) {
	x := loadShipped(t)
	doc := report.Plain("全县粮食产量50万吨，同比增长8%。第一条。其中小麦12万吨，占24%。")
	doc.Meta.Year = 2023
	want, err := x.Extract(doc)
	if err != nil {
		t.Fatal(err)
	}
	got, trace, err := x.Trace(doc)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("with a trace %+v, without %+v", got, want)
	}
	if len(trace.Sentences) != 2 || len(trace.Sentences[0].Tokens) == 0 {
		t.Fatalf("trace of %d sentences: %+v", len(trace.Sentences), trace)
	}
	growth := trace.Sentences[0].Numbers[1]
	if len(growth.Readings) == 0 || growth.Readings[0].Measure != "growth" {
		t.Errorf("同比增长8%% is read as %+v", growth.Readings)
	}
	if want := []extract.Candidate{{Rules: []string{"subject.inherited"}, Subject: "粮食产量"}}; !reflect.DeepEqual(growth.Candidates, want) {
		t.Errorf("8%% has candidates %+v, want %+v", growth.Candidates, want)
	}
	wheat := trace.Sentences[1].Numbers[0]
	if want := []extract.Candidate{{Rules: []string{"subject.before"}, Subject: "小麦"}}; !reflect.DeepEqual(wheat.Candidates, want) {
		t.Errorf("12万吨 has candidates %+v, want %+v", wheat.Candidates, want)
	}
}
