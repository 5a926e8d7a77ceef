package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"zhibiao/dataset"
	"zhibiao/extract"
	"zhibiao/message"
	"zhibiao/report"
)

// explainOptions are the flags of explain.
type explainOptions struct {
	Lexicon string
	Date    string
	JSON    bool
	Trace   bool
}

func newExplain(io streams) *cobra.Command {
	var opt explainOptions
	cmd := &cobra.Command{
		Use:   "explain TEXT",
		Short: "Show what is found in a sentence, and why a number is left out",
		Long: `explain reads one text, or one a line from standard input (-), and shows its
words, the quantities and periods in it, the facts with the rules that made
them, and why a number makes no fact.

The words are those that the rules read: cut around the numbers, tagged by Jieba
and mended. With --trace it shows of each number how every rule that knows the
words before it reads them, the nouns that it may measure with the rules that
propose them, and which were taken.

With --json it answers each line by one JSON object with the lists quantities,
periods and facts, and trace with --trace. Offsets count the characters of the
line.
` + exitHelp,
		Example: `  zhibiao explain 全年一般公共预算收入279.42亿元，同比增长0.34%
  zhibiao explain --trace 粮食产量50万吨，增长8%
  zhibiao explain --json - --date 2023-01-05 < sentences.txt`,
		Args: args(cobra.ExactArgs(1), "usage.args.text"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runExplain(cmd.Context(), io, opt, args[0])
		},
	}
	f := cmd.Flags()
	f.StringVar(&opt.Lexicon, "lexicon", "", "folder with tables that add to the lexicon or replace it")
	f.StringVar(&opt.Date, "date", "", "day that the text speaks on, YYYY-MM-DD: its year is 今年 (default today)")
	f.BoolVar(&opt.JSON, "json", false, "print JSON, one object a text")
	f.BoolVar(&opt.Trace, "trace", false, "show how each number was read, and what else it may have measured")
	return cmd
}

func runExplain(ctx context.Context, io streams, opt explainOptions, text string) error {
	day := time.Now()
	if opt.Date != "" {
		var err error
		if day, err = time.Parse(time.DateOnly, opt.Date); err != nil {
			return usage("usage.date", opt.Date)
		}
	}
	e, err := newEngine(opt.Lexicon)
	if err != nil {
		return err
	}
	show := func(text string) error {
		x, err := e.explain(text, day)
		if err != nil {
			return err
		}
		if opt.JSON {
			return x.json(io.out, opt.Trace)
		}
		x.print(io, opt.Trace)
		return nil
	}
	if opt.Date == "" && !opt.JSON {
		io.tell(io.out, "explain.date", day.Format(time.DateOnly), day.Year())
	}
	if text != "-" {
		return show(text)
	}
	return eachLine(ctx, io.in, show)
}

// eachLine calls do for each line, however long.
func eachLine(ctx context.Context, in io.Reader, do func(string) error) error {
	r := bufio.NewReader(in)
	for {
		line, err := r.ReadString('\n')
		if line != "" {
			if err := cmp.Or(ctx.Err(), do(strings.TrimRight(line, "\r\n"))); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read standard input: %w", err)
		}
	}
}

// explanation is what is found in a text. Its offsets and quotes are those of
// the text as given, which the document's cleaned text may differ from.
type explanation struct {
	doc    *report.Document
	result *extract.Result
	facts  []dataset.FactRow
	trace  *extract.Trace
}

func (e *engine) explain(text string, day time.Time) (*explanation, error) {
	ex, err := e.extractor()
	if err != nil {
		return nil, err
	}
	doc := report.Plain(text)
	doc.Meta.Year = day.Year()
	doc.Meta.Date = day.Format(time.DateOnly)
	var trace *extract.Trace
	result, err := inSimplified(doc, func(doc *report.Document) (result *extract.Result, err error) {
		result, trace, err = ex.Trace(doc)
		return result, err
	})
	if err != nil {
		return nil, err
	}
	x := &explanation{doc: doc, result: result, trace: trace, facts: mendedRows(doc, dataset.FromResult(doc, result), nil)}
	source := []rune(text)
	// at maps a span of the document to the text as given.
	at := func(start, end int) (int, int, string) {
		if start >= end || end > len(doc.Raw) {
			return start, end, ""
		}
		from, to := int(doc.Raw[start]), int(doc.Raw[end-1])+1
		if from >= to || to > len(source) {
			return start, end, doc.Quote(start, end)
		}
		return from, to, string(source[from:to])
	}
	for i := range result.Quantities {
		q := &result.Quantities[i]
		q.Start, q.End, q.Quote = at(q.Start, q.End)
	}
	for i := range result.Periods {
		p := &result.Periods[i]
		p.Start, p.End, p.Quote = at(p.Start, p.End)
	}
	for i := range x.facts {
		f := &x.facts[i]
		start, end, quote := at(int(f.QuoteStart), int(f.QuoteEnd))
		f.QuoteStart, f.QuoteEnd, f.Quote = int32(start), int32(end), quote
		if f.SubjectStart != nil {
			start, end, _ := at(int(*f.SubjectStart), int(*f.SubjectEnd))
			from, to := int32(start), int32(end)
			f.SubjectStart, f.SubjectEnd = &from, &to
		}
	}
	return x, nil
}

// json prints the explanation as one line.
func (x *explanation) json(w io.Writer, trace bool) error {
	type quantity struct {
		Start     int      `json:"start"`
		End       int      `json:"end"`
		Quote     string   `json:"quote"`
		Value     float64  `json:"value"`
		Low       *float64 `json:"value_low"`
		High      *float64 `json:"value_high"`
		Unit      *string  `json:"unit"`
		Bound     *string  `json:"bound"`
		Dimension *string  `json:"dimension"`
		Kind      string   `json:"kind"`
		Why       *string  `json:"why"`
	}
	type period struct {
		Start  int     `json:"start"`
		End    int     `json:"end"`
		Quote  string  `json:"quote"`
		Period string  `json:"period"`
		From   *string `json:"from"`
		To     *string `json:"to"`
	}
	out := struct {
		Quantities []quantity        `json:"quantities"`
		Periods    []period          `json:"periods"`
		Facts      []dataset.FactRow `json:"facts"`
		Trace      []sentenceJSON    `json:"trace,omitempty"`
	}{[]quantity{}, []period{}, x.facts, nil}
	if trace {
		out.Trace = x.traceJSON()
	}
	for _, q := range x.result.Quantities {
		if !q.Counts() {
			continue
		}
		out.Quantities = append(out.Quantities, quantity{
			q.Start, q.End, q.Quote, q.Value, q.Low, q.High, null(q.Unit), null(q.Bound), null(q.Dimension), q.Kind, null(q.Why),
		})
	}
	for _, p := range x.result.Periods {
		out.Periods = append(out.Periods, period{p.Start, p.End, p.Quote, p.Period, null(p.From), null(p.To)})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(out)
}

// null is nil for an empty string.
func null(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// print shows the explanation to a person, in the language of the run.
func (x *explanation) print(s streams, trace bool) {
	x.printText(s)
	for _, q := range x.result.Quantities {
		line := printable(q.Quote) + " = " + s.codes(number(&q.Value), q.Unit, "bound", q.Bound, "quantity", q.Kind, "dimension", q.Dimension)
		if q.Why != "" {
			line += s.message("explain.why", message.Code("why", q.Why, s.language))
		}
		s.labelled(9, "number", line)
	}
	for i := range x.facts {
		x.printFact(s, &x.facts[i])
	}
	for _, warning := range x.result.Warnings {
		s.labelled(9, "table", printable(warning.In(s.language)))
	}
	if len(x.result.Quantities) == 0 && len(x.facts) == 0 {
		s.tell(s.out, "explain.nothing")
	}
	if trace {
		x.printTrace(s)
	}
}

// printText shows the sentences with their words, and the periods in them.
func (x *explanation) printText(s streams) {
	for i := range x.doc.Sentences {
		c := &x.doc.Sentences[i]
		if p := c.Paragraph; x.doc.Paragraphs[p].Row {
			s.labelled(9, "row", printable(tableRow(x.doc, p, -1)))
			continue
		}
		say(s.out, "%s", printable(x.doc.Quote(c.Start, c.End)))
		if words := x.words(i, s.language); words != "" {
			s.labelled(9, "words", printable(words))
		}
	}
	for _, p := range x.result.Periods {
		s.labelled(9, "period", printable(p.Quote)+" = "+p.Period)
	}
}

func (x *explanation) printFact(s streams, f *dataset.FactRow) {
	say(s.out, "")
	s.labelled(9, "fact", printable(f.Quote)+": "+s.codes(cmp.Or(number(f.Value), s.message("figure.none")), f.Unit, "bound", f.Bound, "measure", f.Measure, "base", f.Base))
	if f.Origin == "table" {
		above, _ := cutLast(f.Sentence, " / ")
		for part := range strings.SplitSeq(above, " / ") {
			s.labelled(13, "  table", printable(part))
		}
		s.labelled(13, "  row", printable(tableRow(x.doc, int(f.Paragraph), int(f.QuoteStart))))
	}
	for _, line := range [][2]string{
		{"subject", f.Subject},
		{"indicator", strings.TrimSpace(f.Indicator + " " + f.IndicatorName)},
		{"scope", message.Code("scope", f.Scope, s.language)},
		{"qualifier", f.Qualifier},
		{"action", f.Action},
		{"period", f.Period},
		{"status", message.Code("status", f.Status, s.language)},
		{"rule", strings.ReplaceAll(f.Rule, ",", " → ")},
		{"confidence", number(&f.Confidence)},
	} {
		if line[1] != "" {
			s.labelled(13, "  "+line[0], printable(line[1]))
		}
	}
}

// tableRow writes a row of a table; the cell in which a quote starts is marked.
// quote is an offset of the text as given, -1 for none.
func tableRow(doc *report.Document, paragraph, quote int) string {
	for i := range doc.Tables {
		t := &doc.Tables[i]
		k := paragraph - t.First
		if k < 0 || k >= len(t.Rows) {
			continue
		}
		var cells []string
		for _, c := range t.Rows[k] {
			s := doc.Quote(c.Start, c.End)
			if c.Start < c.End && int(doc.Raw[c.Start]) <= quote && quote <= int(doc.Raw[c.End-1]) {
				s = "【" + s + "】"
			}
			cells = append(cells, s)
		}
		return strings.TrimSpace(strings.Join(cells, " | "))
	}
	return ""
}

// cutLast cuts s at the last sep.
func cutLast(s, sep string) (before, after string) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):]
	}
	return "", s
}
