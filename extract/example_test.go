package extract_test

import (
	"fmt"
	"log"

	"zhibiao/extract"
	"zhibiao/lexicon"
	"zhibiao/report"
	"zhibiao/segment/jieba"
)

// The facts of one sentence, without a report around it.
func Example() {
	lex, err := lexicon.Load("")
	if err != nil {
		log.Fatal(err)
	}
	seg, err := jieba.New(extract.UserWords(lex))
	if err != nil {
		log.Fatal(err)
	}
	x, err := extract.New(lex, seg)
	if err != nil {
		log.Fatal(err)
	}
	res, err := x.Extract(report.Plain("规模以上工业增加值增长7.2%，城镇新增就业超过5.8万人。"))
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range res.Facts {
		fmt.Println(f.Quote, *f.Value, f.Unit, f.Bound, f.Measure, f.Subject)
	}
	// Output:
	// 7.2% 7.2 % eq growth 规模以上工业增加值
	// 5.8万人 58000 人 ge level 城镇新增就业
}

// What a number speaks of depends on the chapter that it stands in.
func ExampleExtractor_Extract() {
	x, err := shipped()
	if err != nil {
		log.Fatal(err)
	}
	doc := report.Plain("去年粮食产量达到65亿斤。\n今年粮食产量稳定在65亿斤以上。")
	doc.Meta.Year = 2023
	doc.Paragraphs[0].Chapter = report.Review
	doc.Paragraphs[1].Chapter = report.Plan
	res, err := x.Extract(doc)
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range res.Facts {
		fmt.Println(f.Period, f.Status, f.Bound, *f.Value, f.Subject)
	}
	// Output:
	// 2022 actual eq 6.5e+09 粮食产量
	// 2023 target ge 6.5e+09 粮食产量
}

// Every number found is listed, with the reason why it makes no fact.
func ExampleResult() {
	x, err := shipped()
	if err != nil {
		log.Fatal(err)
	}
	res, err := x.Extract(report.Plain("落实“30条”政策，建成12个社区食堂。"))
	if err != nil {
		log.Fatal(err)
	}
	for _, q := range res.Quantities {
		fmt.Printf("%s fact=%v %s\n", q.Quote, q.Fact, q.Why)
	}
	// Output:
	// 30条 fact=false name
	// 12个 fact=true
}

// Who wants facts alone is spared the list of numbers.
func ExampleExtractor_Brief() {
	x, err := shipped()
	if err != nil {
		log.Fatal(err)
	}
	res, err := x.Brief().Extract(report.Plain("落实“30条”政策，2023年建成12个社区食堂。"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(res.Facts), len(res.Quantities), len(res.Periods))
	// Output:
	// 1 0 0
}
