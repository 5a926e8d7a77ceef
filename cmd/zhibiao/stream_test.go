package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// streamLine is a line for --stream.
func streamLine(t *testing.T, fields map[string]any) string {
	t.Helper()
	b, err := json.Marshal(fields)
	if err != nil {
		t.Fatal(err)
	}
	return string(b) + "\n"
}

// streamed runs --stream over input and returns its facts and closing lines.
func runStreamed(t *testing.T, input string, code int, flags ...string) (facts []map[string]any, closings []closing) {
	t.Helper()
	var out, errs bytes.Buffer
	if got := run(context.Background(), streams{in: strings.NewReader(input), out: &out, err: &errs}, append([]string{"extract", "--stream"}, flags...)); got != code {
		t.Fatalf("exit code %d, want %d: %s", got, code, &errs)
	}
	for line := range strings.Lines(out.String()) {
		var fact map[string]any
		if err := json.Unmarshal([]byte(line), &fact); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		if _, ok := fact["fact_id"]; ok {
			facts = append(facts, fact)
			continue
		}
		var c closing
		if err := json.Unmarshal([]byte(line), &c); err != nil {
			t.Fatal(err)
		}
		closings = append(closings, c)
	}
	return facts, closings
}

// TestStreamGivesTheFactsOfExtract holds the stream's facts against --json of
// the same file.
func TestStreamGivesTheFactsOfExtract(t *testing.T) {
	text, err := os.ReadFile(sampleReport)
	if err != nil {
		t.Fatal(err)
	}
	facts, closings := runStreamed(t, streamLine(t, map[string]any{"source": sampleReport, "text": string(text)}), exitOK)
	var out, errs bytes.Buffer
	if code := run(context.Background(), streams{out: &out, err: &errs}, []string{"extract", "--json", sampleReport}); code != exitOK {
		t.Fatalf("exit code %d: %s", code, &errs)
	}
	var want []map[string]any
	for line := range strings.Lines(out.String()) {
		var fact map[string]any
		if err := json.Unmarshal([]byte(line), &fact); err != nil {
			t.Fatal(err)
		}
		want = append(want, fact)
	}
	if !reflect.DeepEqual(facts, want) {
		t.Errorf("the stream gives %d facts, extract %d, or others", len(facts), len(want))
	}
	if len(closings) != 1 || closings[0].Facts != len(want) || closings[0].DocID == nil || *closings[0].DocID != "310106-2023-work_report" {
		t.Errorf("closed by %+v", closings)
	}
}

// TestStreamAnswersEveryLineInOrder mixes good lines with bad ones.
func TestStreamAnswersEveryLineInOrder(t *testing.T) {
	const text = "政府工作报告\n过去一年，全县新建农村公路%d公里，新增养老床位200张。%s"
	filler := strings.Repeat("坚持稳中求进工作总基调，着力推动高质量发展。", 20)
	var input strings.Builder
	var want []string
	for i := range 40 {
		source := fmt.Sprint("report-", i)
		switch i % 4 {
		case 1:
			input.WriteString("{\"source\": broken\n")
			want = append(want, "- read")
		case 2:
			input.WriteString(streamLine(t, map[string]any{"source": source, "words": "x"}))
			want = append(want, source+" read")
		default:
			input.WriteString(streamLine(t, map[string]any{"source": source, "text": fmt.Sprintf(text, i+1, filler), "region": "浙江省安吉县", "year": 2020}))
			want = append(want, source+" 330523-2020-work_report")
		}
	}
	_, closings := runStreamed(t, input.String(), exitRejected, "--jobs", "3")
	var got []string
	for _, c := range closings {
		source, what := "-", c.Stage
		if c.Source != nil {
			source = *c.Source
		}
		if c.Error == nil {
			what = c.DocID
		}
		got = append(got, source+" "+*what)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("answered\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// TestStreamAnswersBeforeItReadsOn talks to the program as a caller does that
// sends the next document only when it has the answer to the last.
func TestStreamAnswersBeforeItReadsOn(t *testing.T) {
	for _, flags := range [][]string{{}, {"--packed"}} {
		answersBeforeItReadsOn(t, flags...)
	}
}

func answersBeforeItReadsOn(t *testing.T, flags ...string) {
	t.Helper()
	cmd := exec.Command(build(t), append([]string{"extract", "--stream"}, flags...)...)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	answers := bufio.NewReader(out)
	for i := range 3 {
		if _, err := io.WriteString(in, streamLine(t, map[string]any{"source": fmt.Sprint(i), "text": "全县完成造林500亩，发放补贴300万元。"})); err != nil {
			t.Fatal(err)
		}
		for {
			line, err := answers.ReadString('\n')
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(line, `{"source"`) {
				continue
			}
			var c closing
			if err := json.Unmarshal([]byte(line), &c); err != nil || c.Facts != 2 {
				t.Fatalf("%v in %s", err, line)
			}
			if packed := len(flags) > 0; (c.Bytes != nil) != packed {
				t.Fatalf("packed is %v, and the answer %s", packed, line)
			} else if packed {
				if _, err := answers.Discard(*c.Bytes); err != nil {
					t.Fatal(err)
				}
			}
			break
		}
	}
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
}

// TestStreamAnswersOddLines gives what other programs write, and what none should.
func TestStreamAnswersOddLines(t *testing.T) {
	const text = "全县完成造林500亩，发放补贴300万元。"
	for _, c := range []struct {
		name, line, flag string
		source           any // nil: none
		facts            int
		says             string
	}{
		{name: "a mark at the start", line: "\uFEFF" + `{"source":"a","text":"` + text + "\"}\r\n", source: "a", facts: 2},
		{name: "a number as source", line: `{"source":17,"text":"` + text + `"}`, source: "17", facts: 2},
		{name: "no source", line: `{"source":null,"text":"` + text + `"}`, facts: 2},
		{name: "bad bytes", line: `{"source":"b","text":"` + text + "造林\xFF\xFE\"}", source: "b", facts: 2},
		{name: "a column by name", line: `{"source":"c","报告":"` + text + `"}`, flag: "--text-column=报告", source: "c", facts: 2},
		{name: "a list as source", line: `{"source":[1],"text":"` + text + `"}`, says: "its source is neither text nor a number"},
		{name: "a list", line: `["` + text + `"]`, says: "line 1 is not a JSON object"},
		{name: "nothing", line: "null", says: "line 1 is not a JSON object"},
		{name: "a NUL", line: "{\"source\":\"d\",\"text\":\"\x00\"}", says: "line 1 is not a JSON object"},
		{name: "a long line", line: `{"text":"` + strings.Repeat("x", maxLine) + `"}`, says: "the line is longer than any report"},
	} {
		flags, code := []string{}, exitOK
		if c.flag != "" {
			flags = append(flags, c.flag)
		}
		if c.says != "" {
			code = exitRejected
		}
		facts, closings := runStreamed(t, c.line, code, flags...)
		if len(facts) != c.facts || len(closings) != 1 {
			t.Errorf("%s: %d facts, want %d; %d answers", c.name, len(facts), c.facts, len(closings))
			continue
		}
		var source any
		if s := closings[0].Source; s != nil {
			source = *s
		}
		var says string
		if e := closings[0].Error; e != nil {
			says = *e
		}
		if source != c.source || !strings.HasPrefix(says, c.says) {
			t.Errorf("%s: source %v, want %v; says %q, want %q", c.name, source, c.source, says, c.says)
		}
	}
}

// TestStreamTakesNoPaths refuses what would be ignored.
func TestStreamTakesNoPaths(t *testing.T) {
	var out, errs bytes.Buffer
	if code := run(context.Background(), streams{in: strings.NewReader(""), out: &out, err: &errs}, []string{"extract", "--stream", "reports"}); code != exitUsage {
		t.Errorf("exit code %d: %s", code, &errs)
	}
	if !strings.Contains(errs.String(), "--stream reads standard input") {
		t.Errorf("said %s", &errs)
	}
}

// TestStreamRefusesWhatItIgnores: a flag that would do nothing is told of.
func TestStreamRefusesWhatItIgnores(t *testing.T) {
	for _, flags := range [][]string{{"-o", "x"}, {"--force"}, {"--tokens"}, {"--manifest", "m.csv"}} {
		var out, errs bytes.Buffer
		args := append([]string{"extract", "--stream"}, flags...)
		if code := run(context.Background(), streams{in: strings.NewReader(""), out: &out, err: &errs}, args); code != exitUsage || !strings.Contains(errs.String(), "--stream") {
			t.Errorf("%v: exit code %d: %s", flags, code, &errs)
		}
	}
}

// TestStreamReadsGBK reads lines as a console of Windows gives them.
func TestStreamReadsGBK(t *testing.T) {
	line := streamLine(t, map[string]any{"source": "报告", "text": "全县完成造林500亩，发放补贴300万元。"})
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(line)
	if err != nil {
		t.Fatal(err)
	}
	facts, closings := runStreamed(t, gbk, exitOK)
	if len(facts) != 2 || len(closings) != 1 || *closings[0].Source != "报告" {
		t.Errorf("%d facts, answers %+v", len(facts), closings)
	}
}

// runPacked runs --stream --packed over input and returns the closing lines and,
// for each block, how many documents it ends.
func runPacked(t *testing.T, input string, code int) (closings []closing, blocks []int) {
	t.Helper()
	var out, errs bytes.Buffer
	if got := run(context.Background(), streams{in: strings.NewReader(input), out: &out, err: &errs}, []string{"extract", "--stream", "--packed", "--jobs", "1"}); got != code {
		t.Fatalf("exit code %d: %s", got, &errs)
	}
	begin := 0
	for out.Len() > 0 {
		line, err := out.ReadBytes('\n')
		if err != nil {
			t.Fatal(err)
		}
		var c closing
		if err := json.Unmarshal(line, &c); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		closings = append(closings, c)
		if c.Bytes != nil {
			if got := len(out.Next(*c.Bytes)); got != *c.Bytes {
				t.Fatalf("%d bytes of a block of %d", got, *c.Bytes)
			}
			blocks = append(blocks, len(closings)-begin)
			begin = len(closings)
		}
	}
	if begin != len(closings) {
		t.Errorf("no block behind the last %d answers", len(closings)-begin)
	}
	return closings, blocks
}

// TestStreamPacked mixes texts behind their lines with others and with bad ones.
func TestStreamPacked(t *testing.T) {
	const text = "全县完成造林500亩，\n发放\"补贴\"300万元。"
	behind := fmt.Sprintf("{\"source\":1,\"bytes\":%d}\n%s", len(text), text)
	within := streamLine(t, map[string]any{"source": 2, "text": text})
	bad := "{\"source\": broken\n"
	closings, blocks := runPacked(t, behind+"\n"+within+bad+behind, exitRejected)
	var got []string
	for _, c := range closings {
		source := "-"
		if c.Source != nil {
			source = *c.Source
		}
		got = append(got, fmt.Sprint(source, " ", c.Facts))
	}
	if want := []string{"1 2", "2 2", "- 0", "1 2"}; !reflect.DeepEqual(got, want) {
		t.Errorf("answered %q, want %q in %d blocks", got, want, len(blocks))
	}
	for _, c := range []struct{ input, says string }{
		{"{\"bytes\":90}\n" + text, "the input ends within its text"},
		{fmt.Sprintf("{\"bytes\":%d}\n%s", maxLine+1, strings.Repeat("x", maxLine+1)), "the text is longer than any report"},
		{"{\"bytes\":-1}\n", "no column holds the reports' text"},
		{"{\"bytes\":0}\n", "the row has no text"},
	} {
		closings, _ := runPacked(t, c.input, exitRejected)
		if len(closings) != 1 || closings[0].Error == nil || !strings.HasPrefix(*closings[0].Error, c.says) {
			t.Errorf("%.20q… is answered by %+v, want %q", c.input, closings, c.says)
		}
	}
	var out, errs bytes.Buffer
	if code := run(context.Background(), streams{out: &out, err: &errs}, []string{"extract", "--packed", sampleReport}); code != exitUsage {
		t.Errorf("--packed without --stream: exit code %d", code)
	}
}

// TestPackedBlocksAreFew: while documents wait their facts are gathered.
func TestPackedBlocksAreFew(t *testing.T) {
	text, err := os.ReadFile(sampleReport)
	if err != nil {
		t.Fatal(err)
	}
	const documents = 60
	input := strings.Repeat(fmt.Sprintf("{\"bytes\":%d}\n%s", len(text), text), documents)
	closings, blocks := runPacked(t, input, exitOK)
	facts := 0
	for _, c := range closings {
		facts += c.Facts
	}
	if len(closings) != documents || len(blocks) < facts/blockOf || len(blocks) > documents/2 {
		t.Errorf("%d answers, %d facts in %d blocks", len(closings), facts, len(blocks))
	}
}

// TestPackedAnswersWithoutFacts come in blocks, too: whoever reads them keeps few.
func TestPackedAnswersWithoutFacts(t *testing.T) {
	var form packedForm
	for i := 1; i <= 2*blockOf; i++ {
		line, err := form.append(answer{}, true)
		if err != nil {
			t.Fatal(err)
		}
		if ends := bytes.Contains(line, []byte(`"bytes":0}`)); ends != (i%blockOf == 0) {
			t.Fatalf("answer %d: %s", i, line)
		}
	}
}
